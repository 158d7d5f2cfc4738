/**
 * The sums of a run (S28): what is past or runs out soon, and where the rules say otherwise than the books, by unit. They are added
 * up while the run goes over the loans, so that they fit its results whatever happens to the books afterwards.
 */
import { present } from '../../kernel/assert';
import { addDays, type CalendarDate } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';
import type { PortfolioLoan } from './loanFacts';
import type { LoanResult } from './portfolioRun';
import type { ResultKind } from './questions';

export const SECTIONS = ['limitation', 'enforcement', 'notices', 'classes', 'provisions'] as const;
export type Section = (typeof SECTIONS)[number];

/** Past; within 30, 31 to 60, 61 to 90 days from the day of the run; not to be said. What is later is no case for an overview. */
export const BUCKETS = ['past', 'd30', 'd60', 'd90', 'unknown'] as const;
export type Bucket = (typeof BUCKETS)[number];

const SECTION_OF: Readonly<Partial<Record<ResultKind, Section>>> = {
  action: 'limitation',
  guarantee: 'limitation',
  enforcement: 'enforcement',
  notice: 'notices',
  'five-level': 'classes',
  provision: 'provisions',
};

/** In the place of a class or a rate that is not known. */
export const UNKNOWN_WORD = '?';

/** What a cell is about; empty text where a section does not tell it apart. */
export interface CellKey {
  readonly section: Section;
  readonly unitId: number;
  readonly bucket: Bucket | '';
  /** Five-level class in the books; `?` where they have none. */
  readonly booked: string;
  /** What the rules say: a class, or the rate of a provision; `?` where they do not. */
  readonly suggested: string;
}

export interface Cell extends CellKey {
  /** Signatories, notices, or loans. */
  results: number;
  /** Each once. */
  loans: number;
  /** Of these loans, each once. */
  balance: Fen;
  /** Provisions only. */
  amount: Fen;
}

/** The last days of the buckets. */
export interface Horizon {
  readonly asOf: CalendarDate;
  readonly ends: readonly (readonly [bucket: Bucket, last: CalendarDate])[];
}

export function horizonOf(asOf: CalendarDate): Horizon {
  const ends = [
    ['d30', addDays(asOf, 30)],
    ['d60', addDays(asOf, 60)],
    ['d90', addDays(asOf, 90)],
  ] as const;
  return { asOf, ends };
}

/** The first and the last day of a bucket; null both for what cannot be said. */
export function daysOf(
  bucket: Bucket,
  { asOf, ends }: Horizon,
): { from: CalendarDate | null; to: CalendarDate | null } {
  if (bucket === 'unknown') return { from: null, to: null };
  if (bucket === 'past') return { from: '0000-01-01', to: addDays(asOf, -1) };
  const index = ends.findIndex(([each]) => each === bucket);
  const before = ends[index - 1]?.[1];
  return { from: before === undefined ? asOf : addDays(before, 1), to: present(ends[index], 'a bucket has an end')[1] };
}

/** null: nothing to do in the next ninety days, or halted. A notice whose day is past is due all the same. */
export function bucketOf(day: CalendarDate | null, refusal: string | null, { asOf, ends }: Horizon): Bucket | null {
  if (refusal !== null) return 'unknown';
  if (day === null) return null;
  if (day < asOf) return 'past';
  return ends.find(([, last]) => day <= last)?.[0] ?? null;
}

interface Sums extends Cell {
  lastLoan: number;
}

export class Tally {
  readonly #horizon: Horizon;
  /** By unit, then by the rest of the key. */
  readonly #units = new Map<number, Map<string, Sums>>();

  constructor(asOf: CalendarDate) {
    this.#horizon = horizonOf(asOf);
  }

  add(loan: PortfolioLoan, results: readonly LoanResult[]): void {
    for (const { kind, outcome, day, amount } of results) {
      const section = SECTION_OF[kind];
      if (section === 'limitation' || section === 'enforcement' || section === 'notices') {
        const bucket = bucketOf(day, outcome.refusal, this.#horizon);
        // The first notice belongs before the due date: when that is past, it is no notice any more.
        if (bucket === null || (section === 'notices' && bucket === 'past')) continue;
        this.#count(loan, section, bucket, '', '', 0);
      } else if (section !== undefined) {
        const booked = loan.fiveLevel ?? UNKNOWN_WORD;
        const suggested = outcome.word ?? UNKNOWN_WORD;
        if (section === 'classes' && booked === suggested) continue;
        this.#count(loan, section, '', booked, suggested, amount ?? 0);
      }
    }
  }

  #count(
    loan: PortfolioLoan,
    section: Section,
    bucket: Bucket | '',
    booked: string,
    suggested: string,
    amount: Fen,
  ): void {
    const { unitId } = loan;
    const ofUnit = this.#units.get(unitId) ?? new Map<string, Sums>();
    if (ofUnit.size === 0) this.#units.set(unitId, ofUnit);
    const key = booked === '' ? `${section}|${bucket}` : `${section}|${booked}|${suggested}`;
    let cell = ofUnit.get(key);
    if (!cell) {
      cell = { section, unitId, bucket, booked, suggested, results: 0, loans: 0, balance: 0, amount: 0, lastLoan: 0 };
      ofUnit.set(key, cell);
    }
    cell.results += 1;
    cell.amount += amount;
    if (cell.lastLoan === loan.id) return;
    cell.lastLoan = loan.id;
    cell.loans += 1;
    cell.balance += loan.balance;
  }

  get cells(): Cell[] {
    const cells = [...this.#units.values()].flatMap((ofUnit) => [...ofUnit.values()]);
    return cells.map(({ lastLoan: _, ...cell }) => cell);
  }
}
