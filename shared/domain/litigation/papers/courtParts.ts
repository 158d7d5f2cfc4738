/** Parts that court papers share (documents.md §0.3, §4.8): who the parties are, sums in words, and the end that is signed and sealed. */
import { type CalendarDate, paperDate } from '../../../kernel/calendarDate';
import { chineseCount } from '../../../kernel/chineseDate';
import { type Fen, yuanGrouped } from '../../../kernel/money';
import { rmbCapitals } from '../../../kernel/rmbCapitals';
import {
  type Block,
  bold,
  type FormCell,
  type FormRow,
  label,
  paragraph,
  type Run,
  text,
  value,
} from '../../documents/blocks';
import { type Missing, noticeOf } from '../../documents/missing';
import { NOT_APPLICABLE, noBreak } from '../../documents/typesetting';
import { organisationNumberName } from '../../parties/creditCode';
import { readIdNumber } from '../../parties/idNumber';
import type { CasePaperFacts, PaperAgent, PaperParty } from './paperFacts';

/** 1,571,441.76元（壹佰伍拾柒万…） */
export const sumPair = (fen: Fen): string => `人民币${yuanGrouped(fen)}元（${rmbCapitals(fen).replace('人民币', '')}）`;

/** 6.5 from 0.065. */
export const percentOf = (rate: string): string => String(Math.round(Number(rate) * 1e8) / 1e6);

export const defendantsOf = ({ parties }: Pick<CasePaperFacts, 'parties'>): PaperParty[] =>
  parties.filter(({ role }) => role === 'defendant');

/** 被告, or 被告一, 被告二 where there are several. */
function ordinalName(word: string, index: number, count: number): string {
  return count === 1 ? word : `${word}${chineseCount(index + 1)}`;
}

/** How the paper calls a party: 被告一. */
export function callOf(facts: CasePaperFacts, key: string, word = '被告'): string {
  const defendants = defendantsOf(facts);
  const index = defendants.findIndex((party) => party.key === key);
  return index < 0 ? '' : ordinalName(word, index, defendants.length);
}

const SEX = { male: '男', female: '女' } as const;

function personText({ idNo, address, phone }: PaperParty): string {
  const { sex, birthDate } = readIdNumber(idNo ?? '', null);
  return [
    sex && SEX[sex],
    birthDate && `${paperDate(birthDate)}出生`,
    `住${address ?? ''}`,
    `公民身份号码${noBreak(idNo ?? '')}`,
    phone && `电话${noBreak(phone)}`,
  ]
    .filter(Boolean)
    .join('，');
}

function organisationText({ idNo, address, phone, legalRepresentative }: PaperParty): string {
  return [
    `住所地${address ?? ''}`,
    `${organisationNumberName(idNo ?? '')}${noBreak(idNo ?? '')}`,
    legalRepresentative && `法定代表人（负责人）${legalRepresentative}`,
    phone && `联系电话${noBreak(phone)}`,
  ]
    .filter(Boolean)
    .join('，');
}

export const partyText = (party: PaperParty): string =>
  `${party.name}，${party.kind === 'person' ? personText(party) : organisationText(party)}。`;

function bankText({ bank }: Pick<CasePaperFacts, 'bank'>): string {
  const { name, address, creditCode, principal, phone } = bank;
  return `${name}，住所地${address}，统一社会信用代码${noBreak(creditCode)}。负责人：${principal.name}，${principal.title}。联系电话${noBreak(phone)}。`;
}

/** 赵某，某律师事务所律师 */
export const agentText = ({ name, firm }: PaperAgent): string =>
  [name, firm && (firm.endsWith('律师事务所') ? `${firm}律师` : firm)].filter(Boolean).join('，');

const called = (word: string, rest: string): Block => paragraph(bold(`${word}：`), text(rest));

/** K-PARTY: the bank as `us`, who acts for it, and everybody on the other side. */
export function partyBlocks(facts: CasePaperFacts, us: string, them: string): Block[] {
  const defendants = defendantsOf(facts);
  const others = facts.parties.filter(({ role }) => role === 'third-party');
  return [
    called(us, bankText(facts)),
    ...facts.agents.map((agent) => called('委托诉讼代理人', `${agentText(agent)}。`)),
    ...defendants.map((party, at) => called(ordinalName(them, at, defendants.length), partyText(party))),
    ...others.map((party, at) => called(ordinalName('第三人', at, others.length), partyText(party))),
  ];
}

/** 此致 …人民法院, what is enclosed, and whoever signs with the seal. */
export function closing(
  { bank }: Pick<CasePaperFacts, 'bank'>,
  court: string,
  enclosed: readonly string[],
  signer: string,
  date: CalendarDate,
): Block[] {
  return [
    { kind: 'paragraph', runs: [text('此致')], indent: true, leads: true },
    { kind: 'paragraph', runs: [text(court)], indent: false },
    paragraph(`附：${enclosed.map((item, at) => `${at + 1}.${item}`).join('；')}`),
    { kind: 'seal', issuer: `${signer}（盖章）：${bank.name}`, date, inWords: true },
  ];
}

/** A label with its value over the rest of a form's row. */
export const row = (caption: string, content: string | readonly Run[], minHeight = 8) => ({
  cells: [label(caption), value(content, 3)] as FormCell[],
  minHeight,
});
export const pairRow = (first: string, one: string, second: string, two: string) => ({
  cells: [label(first), value(one), label(second), value(two)] as FormCell[],
});
/** mm on the type area of forms. */
export const FOUR = [28, 57, 28, 57];

/** Which case a form of the branch's own is about. */
export const caseHeadRows = ({ file, bank }: CasePaperFacts): FormRow[] => [
  row('案件名称', `${bank.name}${file.title}`),
  pairRow('案号', file.caseNo ?? NOT_APPLICABLE, '受理法院', file.court ?? NOT_APPLICABLE),
  pairRow('标的额', `${yuanGrouped(file.claimed.total)}元`, '债权单位', file.unit.name),
  pairRow(
    '其中本金',
    `${yuanGrouped(file.claimed.principal)}元`,
    '其中利息',
    `${yuanGrouped(file.claimed.interest)}元`,
  ),
];

const complete = ({ name, idNo, address }: PaperParty): boolean => Boolean(name && idNo && address);

/** G-PARTY of a paper that names every party. */
export const partyFindings = ({ parties, bank }: CasePaperFacts): Missing[] => [
  ...(bank.name && bank.address && bank.creditCode && bank.principal.name
    ? []
    : [noticeOf('bank-incomplete', 'G-PARTY', 'block', 'bank')]),
  ...parties
    .filter((party) => !complete(party))
    .map(({ name }) => noticeOf('party-incomplete', 'G-PARTY', 'block', 'party', name)),
  ...(parties.some(({ role }) => role === 'defendant')
    ? []
    : [noticeOf('defendant-missing', 'G-PARTY', 'block', 'party')]),
];

/** G-FILE and G-SEC of a paper that goes to a court. `early`: an application for preservation, which an emergency frees. */
export function gateFindings(facts: CasePaperFacts, early = false): Missing[] {
  const closed = early ? facts.closedForPreservation : facts.closed;
  const { court } = facts.file;
  return [
    ...(closed === null ? [] : [noticeOf('gate-closed', 'G-FILE', 'block', 'case', closed.article)]),
    ...facts.unclaimed.map((item) => noticeOf('security-not-claimed', 'G-SEC', 'block', 'case', item)),
    ...(court === null ? [noticeOf('court-missing', 'G-PARTY', 'block', 'case')] : []),
  ];
}

/** G-AMT and G-DATE: what is claimed is owed, and nothing is claimed that is not. */
export const amountFindings = ({ loans, file }: CasePaperFacts): Missing[] => [
  ...(file.claimed.total > 0 ? [] : [noticeOf('claim-not-positive', 'G-AMT', 'block', 'loans')]),
  ...loans
    .filter(({ balance, claimedPrincipal }) => claimedPrincipal > balance)
    .map(({ contractNo }) => noticeOf('claim-above-balance', 'G-AMT', 'block', 'loans', contractNo)),
  ...loans
    .filter(({ issuedOn, dueOn }) => issuedOn !== null && dueOn !== null && dueOn < issuedOn)
    .map(({ contractNo }) => noticeOf('dates-out-of-order', 'G-DATE', 'block', 'loans', contractNo)),
];

export const courtOf = ({ file }: Pick<CasePaperFacts, 'file'>): string => file.court ?? '';
