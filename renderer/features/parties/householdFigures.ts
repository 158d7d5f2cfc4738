/** Figures of the household file that the screen derives from what the server sent; pure. */
import type { Household } from '@shared/contract/parties.contract';
import { FIVE_LEVELS } from '@shared/domain/classification/classes';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { Fen } from '@shared/kernel/money';

export type Receipt = Household['receipts'][number];
export type Guarantee = Household['guarantees'][number];
export type Collateral = Household['collateral'][number];

/** The classes that occur, worst first, the fine one where there is one; each once. */
export function classesOf(loans: readonly { fiveLevel: string | null; fineLevel: string | null }[]): string[] {
  const rank = (level: string): number => FIVE_LEVELS.findIndex((five) => level.startsWith(five));
  const levels = loans.flatMap(({ fiveLevel, fineLevel }) => fineLevel ?? fiveLevel ?? []);
  return [...new Set(levels)].sort((a, b) => rank(b) - rank(a) || b.localeCompare(a, 'zh'));
}

/** The first day on which something falls due, extension included; null where no loan names one. */
export function firstDue(
  loans: readonly { dueDate: string | null; extendedDueDate: string | null }[],
): CalendarDate | null {
  const dates = loans.flatMap(({ dueDate, extendedDueDate }) => extendedDueDate ?? dueDate ?? []);
  return dates.sort()[0] ?? null;
}

/** Numbers of the receipts that a later entry reversed. */
export function reversedNumbers(receipts: readonly Receipt[]): ReadonlySet<string> {
  return new Set(receipts.flatMap(({ reverses }) => reverses ?? []));
}

/** What came in, in fen; reversals carry their own sign and cancel what they reverse. */
export function receivedTotals(receipts: readonly Receipt[]): { principal: Fen; interest: Fen } {
  return {
    principal: receipts.reduce((sum, { principal }) => sum + principal, 0),
    interest: receipts.reduce((sum, { interest }) => sum + interest, 0),
  };
}

export type MonthEnd = Household['classification'][number];

export interface ClassStrip {
  /** `2026-10`, oldest first. */
  readonly months: readonly string[];
  readonly contracts: readonly { readonly contract: string; readonly byMonth: ReadonlyMap<string, MonthEnd> }[];
}

/** One strip of months per contract. Months without any entry are left out, and a contract's gaps stay gaps. */
export function classStrip(entries: readonly MonthEnd[]): ClassStrip {
  const months = [...new Set(entries.map(({ month }) => month))].sort();
  const contracts = [...Map.groupBy(entries, ({ contract }) => contract)].map(([contract, list]) => ({
    contract,
    byMonth: new Map(list.map((entry) => [entry.month, entry])),
  }));
  return { months, contracts: contracts.sort((a, b) => a.contract.localeCompare(b.contract)) };
}

/** The months of a strip by year, for a heading above them. */
export function monthsByYear(months: readonly string[]): readonly { year: string; months: readonly string[] }[] {
  return [...Map.groupBy(months, (month) => month.slice(0, 4))].map(([year, list]) => ({ year, months: list }));
}

/** One line of the overview per signatory and per security (ui.md S05). */
export interface Signatory {
  readonly key: string;
  readonly name: string;
  readonly capacity: 'guarantor' | 'collateral';
  readonly what: string;
  readonly contract: string;
  /** End of the guarantee period or of the registration; null is unknown. */
  readonly until: CalendarDate | null;
  /** The period as the paper words it, where it gives no day. */
  readonly wording: string | null;
}

export function signatories({ guarantees, collateral }: Pick<Household, 'guarantees' | 'collateral'>): Signatory[] {
  return [
    ...guarantees.map(
      (each): Signatory => ({
        key: `g${each.id}`,
        name: each.guarantor,
        capacity: 'guarantor',
        what: each.kind,
        contract: each.contract,
        until: each.periodEnd,
        wording: each.periodWording,
      }),
    ),
    ...collateral.map(
      (each): Signatory => ({
        key: `c${each.id}`,
        name: [each.kind, each.location].filter(Boolean).join(' '),
        capacity: 'collateral',
        what: each.security ?? '',
        contract: each.contract,
        until: each.registrationExpiry,
        wording: null,
      }),
    ),
  ];
}

/** The newest appraisal; one without a date comes last. */
export function latestAppraisal({
  appraisals,
}: Pick<Collateral, 'appraisals'>): Collateral['appraisals'][number] | null {
  return appraisals.toSorted((a, b) => (b.valuedOn ?? '').localeCompare(a.valuedOn ?? ''))[0] ?? null;
}
