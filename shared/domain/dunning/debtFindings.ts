/** What every paper about a debt is looked at for: whom it names, the bank, the sums, the words that somebody typed (documents.md §0.2). */
import type { Fen } from '../../kernel/money';
import { type Missing, noticeOf } from '../documents/missing';
import { wordingFindings } from '../documents/wordingGate';
import { debtOf, type NoticeBank, type NoticeLoan, type NoticeParty } from './noticeFacts';

/** `needsId`: his identifier stands on the paper. */
export function personFindings(party: Pick<NoticeParty, 'name' | 'idNo' | 'address'>, needsId = true): Missing[] {
  const lacks = !party.name || !party.address || (needsId && !party.idNo);
  return lacks ? [noticeOf('party-incomplete', 'G-PARTY', 'block', 'party', party.name)] : [];
}

export function bankFindings({ account, name, phone, address }: NoticeBank): Missing[] {
  return [
    ...(account.name && account.number && account.bank
      ? []
      : [noticeOf('account-missing', 'G-PARTY', 'block', 'bank')]),
    ...(name && phone && address ? [] : [noticeOf('bank-incomplete', 'G-PARTY', 'block', 'bank')]),
  ];
}

export const amountFindings = (loans: readonly NoticeLoan[], total: Fen = debtOf({ loans })): Missing[] => [
  ...loans
    .filter((loan) => loan.balance < 0 || loan.interest < 0 || loan.balance > loan.granted)
    .map((loan) => noticeOf('balance-out-of-range', 'G-AMT', 'block', 'loans', loan.contractNo)),
  ...(total > 0 ? [] : [noticeOf('claim-not-positive', 'G-AMT', 'block', 'loans')]),
];

export const wordFindings = (field: string, typed: string): Missing[] =>
  wordingFindings(typed, 'OUT').map(({ level, word }) =>
    noticeOf(`wording-${level}`, 'G-LANG', level === 'warn' ? 'warn' : 'block', field, word),
  );
