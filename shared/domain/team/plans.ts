/** Work plans (TEAM-05, B1 §6): what unit, group, person and month have to bring, and what the receipts say of it. */
import type { CalendarDate } from '../../kernel/calendarDate';
import { fraction, roundTogether } from '../../kernel/exact';
import type { Fen } from '../../kernel/money';
import { type Decision, granted, refused } from '../../kernel/result';
import { WHOLE_PPM } from '../receipts/shares';

/** As the rule team/plan-kinds lists them. */
export const PLAN_KINDS = ['year', 'phase', 'special'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

export const SCOPES = ['branch', 'unit', 'group', 'person'] as const;
export type Scope = (typeof SCOPES)[number];

/** On papers and registers. */
export const SCOPE_WORD: Readonly<Record<Scope, string>> = {
  branch: '全行',
  unit: '机构',
  group: '清收组',
  person: '个人',
};

export interface PlanLine {
  readonly scope: Scope;
  /** Of the unit, group or person; null for the branch. */
  readonly subjectId: number | null;
  /** `YYYY-MM`; null: the whole time of the plan. */
  readonly month: string | null;
  readonly principal: Fen;
  readonly interest: Fen;
  readonly households: number;
}

export interface PlanDraft {
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly lines: readonly PlanLine[];
}

const keyOf = ({ scope, subjectId, month }: PlanLine): string => `${scope} ${subjectId ?? ''} ${month ?? ''}`;

/** Refusals in order: work-plan-dates, work-plan-line-subject, work-plan-line-twice, work-plan-month-outside {month}. */
export function checkPlan({ firstDay, lastDay, lines }: PlanDraft): Decision<null> {
  if (lastDay < firstDay) return refused('work-plan-dates');
  if (lines.some(({ scope, subjectId }) => (scope === 'branch') !== (subjectId === null)))
    return refused('work-plan-line-subject');
  if (new Set(lines.map(keyOf)).size !== lines.length) return refused('work-plan-line-twice');
  const outside = lines.find(
    ({ month }) => month !== null && (month < firstDay.slice(0, 7) || month > lastDay.slice(0, 7)),
  );
  return outside ? refused('work-plan-month-outside', { month: outside.month }) : granted(null);
}

/** A receipt as the ledger of receipts has it; taken back ones come with their counterpart of the other sign. */
export interface CollectedReceipt {
  readonly partyId: number;
  readonly unitId: number;
  readonly on: CalendarDate;
  readonly principal: Fen;
  readonly interest: Fen;
  readonly collectors: readonly { readonly name: string; readonly ppm: number }[];
}

export interface Done {
  readonly principal: Fen;
  readonly interest: Fen;
  /** Households that brought money, net of what was taken back. */
  readonly households: number;
}

/** An amount in fen over shares in millionths, to the fen. */
export function spread(amount: Fen, ppms: readonly number[]): Fen[] {
  const parts = ppms.map((ppm) => fraction(BigInt(Math.abs(amount)) * BigInt(ppm), BigInt(WHOLE_PPM)));
  return roundTogether(parts).map((part) => (amount < 0 ? 0 - part : part));
}

/** A receipt with what each of its collectors brought. */
export interface SharedReceipt extends Omit<CollectedReceipt, 'collectors'> {
  readonly parts: readonly { readonly name: string; readonly principal: Fen; readonly interest: Fen }[];
}

/** Done once for all lines of a plan. */
export function sharedOut({ collectors, ...receipt }: CollectedReceipt): SharedReceipt {
  const ppms = collectors.map(({ ppm }) => ppm);
  const [principal, interest] = [spread(receipt.principal, ppms), spread(receipt.interest, ppms)];
  const parts = collectors.map(({ name }, index) => ({
    name,
    principal: principal[index] as Fen,
    interest: interest[index] as Fen,
  }));
  return { ...receipt, parts };
}

/** Whose work a line counts; names as the receipts have them. */
export interface Whose {
  readonly scope: Scope;
  readonly unitId: number | null;
  readonly names: ReadonlySet<string>;
}

function part(receipt: SharedReceipt, key: 'principal' | 'interest', { scope, unitId, names }: Whose): Fen {
  if (scope === 'branch') return receipt[key];
  if (scope === 'unit') return receipt.unitId === unitId ? receipt[key] : 0;
  return receipt.parts.reduce((sum, own) => sum + (names.has(own.name) ? own[key] : 0), 0);
}

/** What was brought in the time of a line, by the actual collectors (B1 §15). */
export function completion(
  line: Pick<PlanLine, 'month'>,
  time: Pick<PlanDraft, 'firstDay' | 'lastDay'>,
  whose: Whose,
  receipts: readonly SharedReceipt[],
): Done {
  let [principal, interest] = [0, 0];
  const byHousehold = new Map<number, Fen>();
  for (const receipt of receipts) {
    const { on, partyId } = receipt;
    if (on < time.firstDay || on > time.lastDay || (line.month !== null && !on.startsWith(line.month))) continue;
    const own = { principal: part(receipt, 'principal', whose), interest: part(receipt, 'interest', whose) };
    principal += own.principal;
    interest += own.interest;
    byHousehold.set(partyId, (byHousehold.get(partyId) ?? 0) + own.principal + own.interest);
  }
  return { principal, interest, households: [...byHousehold.values()].filter((net) => net > 0).length };
}
