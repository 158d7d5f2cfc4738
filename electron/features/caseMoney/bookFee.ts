/** A fee of a case is booked, or an entry taken back; an unfiled case books none (B4 §23, LIT-16). */
import type { CaseFile } from '@shared/domain/litigation/caseFile';
import {
  decideFee,
  decideReversal,
  type FeeQuote,
  hasTariff,
  type NewFee,
  quoteFee,
} from '@shared/domain/litigation/fees';
import { gateOf } from '@shared/domain/litigation/gate';
import { judgeAct } from '@shared/domain/litigation/judgeAct';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { type Fen, yuanText } from '@shared/kernel/money';
import { grantedOrRefuse, refuse } from '@shared/kernel/result';
import type { RuleBook } from '@shared/rules/ruleBook';
import type { WriteTx } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { insertAct, insertReversal } from '../litigation/cases.repository';
import { caseOrRefuse } from '../litigation/readCase';
import { rulesInForce } from '../rules/rulesInForce';
import { caseOfFee, feesOf, insertFee } from './caseMoney.repository';

export interface FeeInput extends NewFee {
  readonly id: number;
  readonly payee: string;
  /** Of a tariff fee: what it is counted on, the day that chooses the tariff, and whether it is halved. */
  readonly tariff: { readonly base: Fen; readonly on: CalendarDate; readonly halved: boolean } | null;
  /** Why it is not what the tariff says. */
  readonly reason: string | null;
  readonly requestId: string;
}

const isOutgoing = ({ move }: NewFee) => move === 'paid' || move === 'advanced';

function quoteOf(book: RuleBook, { kind, tariff, ...fee }: FeeInput): FeeQuote | null {
  if (!hasTariff(kind) || !isOutgoing({ kind, ...fee })) return null;
  return tariff === null ? refuse('fee-base-missing') : quoteFee(book, { kind, ...tariff });
}

/** The court's fee for hearing the case is an act of the case where its order has a place for it. */
async function leaveAct(tx: WriteTx, book: RuleBook, file: CaseFile, fee: FeeInput, today: CalendarDate) {
  if (fee.kind !== 'acceptance' || !isOutgoing(fee)) return null;
  const act = { kind: 'fee-paid' as const, on: fee.on, detail: { amount: fee.amount, paperNo: fee.voucherNo } };
  if (judgeAct(book, file, act, today).some(({ severity }) => severity === 'refuse')) return null;
  return insertAct(tx, { caseId: file.id, ...act });
}

/**
 * Refusals in order: case-unknown, fee-base-missing, rule-not-in-force, act-in-future, fee-unfiled {because} with its article,
 * fee-twice, fee-off-tariff, fee-beyond-paid, request-conflict.
 */
export async function bookFee({ clock }: Services, open: OpenFolder, input: FeeInput): Promise<{ fee: number }> {
  const today = clock.today();
  const repeatable = { id: input.requestId, procedure: 'caseMoney.book', input };
  return open.store.write(
    open.actor,
    async (tx) => {
      const file = caseOrRefuse(tx, input.id);
      const { book } = await rulesInForce(tx, today);
      const quote = quoteOf(book, input);
      const gate = gateOf(book, file, today);
      const { kind, move, amount, on, voucherNo, payee, reason } = input;
      grantedOrRefuse(decideFee(book, input, { gate, entries: feesOf(tx, input.id), quote, reason, today }));
      const act = await leaveAct(tx, book, file, input, today);
      const said = { tariff: quote?.amount ?? null, trace: quote?.trace ?? [], reason, act, reverses: null };
      const fee = insertFee(tx, { caseId: input.id, kind, move, amount, on, voucherNo, payee, ...said });
      const tariff = quote && yuanText(quote.amount);
      const detail = { kind, move, amount: yuanText(amount), on, voucher: voucherNo, tariff, reason };
      const audit = { action: 'caseMoney.book', objectKind: 'case', objectId: String(input.id), detail };
      return { result: { fee }, audit: { ...audit, householdId: file.household.id } };
    },
    repeatable,
  );
}

export interface ReverseFeeInput {
  readonly fee: number;
  readonly reason: string;
}

/** Both entries stay; the act that the first left no longer counts. Refusals in order: fee-unknown, fee-reversed, fee-needed. */
export async function reverseFee(
  { clock }: Services,
  open: OpenFolder,
  { fee: id, reason }: ReverseFeeInput,
): Promise<{ fee: number }> {
  const today = clock.today();
  return open.store.write(open.actor, async (tx) => {
    const caseId = caseOfFee(tx, id) ?? refuse('fee-unknown');
    const file = caseOrRefuse(tx, caseId);
    const entries = feesOf(tx, caseId);
    grantedOrRefuse(decideReversal(entries, id));
    const [{ trace: _, ...first }] = entries.filter((entry) => entry.id === id) as [(typeof entries)[number]];
    const fee = insertFee(tx, {
      ...first,
      amount: -first.amount,
      on: today,
      trace: [],
      reason,
      act: null,
      reverses: id,
    });
    if (first.act !== null && file.acts.some(({ key }) => key === first.act))
      await insertReversal(tx, caseId, first.act, today, reason);
    const detail = { kind: first.kind, move: first.move, amount: yuanText(first.amount), reason };
    const audit = { action: 'caseMoney.reverse', objectKind: 'case', objectId: String(caseId), detail };
    return { result: { fee }, audit: { ...audit, householdId: file.household.id } };
  });
}
