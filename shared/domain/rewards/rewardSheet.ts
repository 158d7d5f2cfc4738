/**
 * The reward sheet (RWD-02, B2 §30): what each collector of each receipt is owed by the rules of the receipt's day, less what
 * earlier sheets gave him for it. So a reversal or a late change of shares comes out as a line that puts the difference right.
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import { compare, type Exact, fraction, rateText, roundTogether, times, whole, ZERO } from '../../kernel/exact';
import type { Fen } from '../../kernel/money';
import { Inquiry, type TraceLine } from '../../rules/inquiry';
import type { RuleBook } from '../../rules/ruleBook';
import { type Collector, WHOLE_PPM } from '../receipts/shares';
import { type RecoveryFacts, rewardOn } from './rewards';
import type { TaskStanding } from './tasks';

/** Why nothing is given; the first that applies. */
export const EXCLUSIONS = [
  'receipt-gone',
  'reversal-unmatched',
  'under-contract',
  'not-money',
  'not-realised',
  'collectors-missing',
  'formation-unknown',
  'form-unrewarded',
  'not-collector',
  'liable',
  'tasks-unfulfilled',
  'costs-missing',
  'no-rate',
] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** How a loan stands in the reward table. */
export interface LoanClass {
  readonly formedOn: CalendarDate;
  readonly form: RecoveryFacts['form'];
  readonly status: RecoveryFacts['status'];
}

export interface RewardReceipt {
  /** The receipt's own number, which stays when the core banking system books it under another. */
  readonly key: string;
  readonly loanId: number;
  readonly receivedOn: CalendarDate;
  /** Principal and interest less what was taken back until the end of the period; fen. */
  readonly recovered: Fen;
  readonly collectors: readonly Collector[];
  /** What keeps all of it from being rewarded. */
  readonly loanClass: LoanClass | Exclusion;
}

/**
 * What is known of a collector with regard to a receipt. `costs` null: an outsider whose costs nobody has told. `tasks` null: he
 * had none in that month.
 */
export type Standing =
  | { readonly kind: 'outsider'; readonly costs: Fen | null }
  | { readonly kind: 'staff' | 'liable'; readonly tasks: TaskStanding | null };

export interface Due {
  readonly name: string;
  /** Millionths of the receipt. */
  readonly ppm: number;
  readonly costs: Fen;
  /** What he had to bring in the month of the receipt, and brought; null: no tasks, or they do not matter. Fen. */
  readonly tasks: Pick<TaskStanding, 'planned' | 'done'> | null;
  /** Decimal text. */
  readonly rate: string;
  /** Fen owed for this receipt in all. */
  readonly due: Fen;
  readonly excluded: Exclusion | null;
  readonly article: string | null;
  readonly trace: readonly TraceLine[];
}

export interface RewardLine extends Due {
  readonly kind: 'reward' | 'adjustment';
  /** Given on earlier sheets. */
  readonly before: Fen;
  /** due − before. */
  readonly amount: Fen;
}

const none = (name: string, ppm: number, excluded: Exclusion): Due => ({
  name,
  ppm,
  costs: 0,
  tasks: null,
  rate: '0',
  due: 0,
  excluded,
  article: null,
  trace: [],
});

const WHY_NOTHING: Readonly<Record<RecoveryFacts['collector'], Exclusion>> = {
  liable: 'liable',
  behind: 'tasks-unfulfilled',
  outsider: 'no-rate',
  staff: 'no-rate',
};

interface Earned {
  readonly due: Omit<Due, 'due'>;
  readonly exact: Exact;
}

function earned(
  book: RuleBook,
  { receivedOn, recovered }: RewardReceipt,
  loan: LoanClass,
  { name, ppm }: Collector,
  standing: Standing,
): Earned {
  const costs = standing.kind === 'outsider' ? standing.costs : 0;
  if (costs === null) return { due: none(name, ppm, 'costs-missing'), exact: ZERO };
  const tasks = standing.kind === 'outsider' ? null : standing.tasks;
  const collector = standing.kind === 'staff' && tasks?.isBehind ? 'behind' : standing.kind;
  const inquiry = new Inquiry(book);
  const part = times(whole(recovered), fraction(BigInt(ppm), BigInt(WHOLE_PPM)));
  const { rate, amount, article } = rewardOn(inquiry, receivedOn, { ...loan, collector }, part, costs);
  const excluded = compare(rate, ZERO) === 0 ? WHY_NOTHING[collector] : null;
  const shown = tasks && { planned: tasks.planned, done: tasks.done };
  const said = { costs, tasks: shown, rate: rateText(rate), excluded, article, trace: inquiry.trace } as const;
  return { due: { name, ppm, ...said }, exact: amount };
}

/** What each collector is owed for a receipt; `standing`: who is liable or behind his tasks, who comes from outside. */
export function duesOf(book: RuleBook, receipt: RewardReceipt, standing: (name: string) => Standing): Due[] {
  const { collectors, loanClass } = receipt;
  if (collectors.length === 0) return [none('', 0, 'collectors-missing')];
  if (typeof loanClass === 'string') return collectors.map(({ name, ppm }) => none(name, ppm, loanClass));
  const found = collectors.map((each) => earned(book, receipt, loanClass, each, standing(each.name)));
  const amounts = roundTogether(found.map(({ exact }) => exact));
  return found.map(({ due }, index) => ({ ...due, due: amounts[index] as Fen }));
}

/** Lines of a receipt on the sheet; `before`: what earlier sheets gave for it by name, null: it was on none. */
export function linesOf(dues: readonly Due[], before: ReadonlyMap<string, Fen> | null): RewardLine[] {
  if (before === null) return dues.map((due) => ({ ...due, kind: 'reward', before: 0, amount: due.due }));
  const gone = [...before.keys()].filter((name) => !dues.some((due) => due.name === name));
  return [...dues, ...gone.map((name) => none(name, 0, 'not-collector'))]
    .map((due): RewardLine => {
      const paid = before.get(due.name) ?? 0;
      return { ...due, kind: 'adjustment', before: paid, amount: due.due - paid };
    })
    .filter(({ amount }) => amount !== 0);
}

export interface Payee {
  readonly name: string;
  readonly lines: number;
  /** Fen; below zero: he was given too much before. */
  readonly amount: Fen;
}

/** Who gets what, in the order of their first lines; those who get nothing are left out. */
export function payees(lines: readonly Pick<RewardLine, 'name' | 'amount'>[]): Payee[] {
  const byName = Map.groupBy(
    lines.filter(({ amount }) => amount !== 0),
    ({ name }) => name,
  );
  return [...byName].map(([name, own]) => ({
    name,
    lines: own.length,
    amount: own.reduce((sum, { amount }) => sum + amount, 0),
  }));
}

export const totalOf = (lines: readonly Pick<RewardLine, 'amount'>[]): Fen =>
  lines.reduce((sum, { amount }) => sum + amount, 0);

type Keyed = Pick<RewardLine, 'name' | 'amount'> & { readonly key: string };

export interface RunChange {
  readonly key: string;
  readonly name: string;
  /** null: the line was not there. */
  readonly before: Fen | null;
  /** null: the line is gone. */
  readonly now: Fen | null;
}

/** What a new run of the same sheet says otherwise than the one before. */
export function runChanges(before: readonly Keyed[], now: readonly Keyed[]): RunChange[] {
  const id = ({ key, name }: Keyed): string => JSON.stringify([key, name]);
  const old = new Map(before.map((line) => [id(line), line]));
  const fresh = new Map(now.map((line) => [id(line), line]));
  return [...new Map([...old, ...fresh])].flatMap(([each, { key, name }]) => {
    const was = old.get(each)?.amount ?? null;
    const is = fresh.get(each)?.amount ?? null;
    return was === is ? [] : [{ key, name, before: was, now: is }];
  });
}
