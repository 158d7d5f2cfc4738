/** What a rule is once its file has been checked: the five kinds, their versions, and where each comes from. */
import type { CalendarDate } from '../kernel/calendarDate';
import type { Exact } from '../kernel/exact';
import type { Fen } from '../kernel/money';

/** national: law of the state; regulation: an adopted 管理办法; branch: the branch's own version. Each only tightens the one before. */
export const LAYERS = ['national', 'regulation', 'branch'] as const;
export type Layer = (typeof LAYERS)[number];

/** How sure the figures are: read in a primary text, in a secondary source, or still to be confirmed by counsel. */
export const STATUSES = ['verified', 'secondary', 'unconfirmed'] as const;
export type RuleStatus = (typeof STATUSES)[number];

/**
 * The date that picks the version (law.md §0: it differs by topic). `latest` is for rules whose facts carry no date:
 * they take the version in force on the day of the question.
 */
export const SELECTING_DATES = [
  'acceptance',
  'seizure-order',
  'period-start',
  'contract',
  'event',
  'each-day',
  'performance-end',
  'reporting',
  'act',
  'filing-year',
  'loan-due',
  'formation',
  'latest',
] as const;
export type SelectingDate = (typeof SELECTING_DATES)[number];

export type Scalar = string | number | boolean;

/** Common to every version. A version runs until the day before the next one starts, or through `ends`. */
export interface VersionHead {
  readonly from: CalendarDate;
  /** Last day of a rule that has no successor; only on the last version. */
  readonly ends: CalendarDate | null;
  readonly document: string;
  readonly article: string;
  /** What the article says, in one sentence of our own. */
  readonly gist: string;
  readonly status: RuleStatus;
  /** The day on which someone last compared the figures with the source. */
  readonly checkedOn: CalendarDate;
  readonly note: string | null;
  /** Line of the version in its file. */
  readonly line: number;
}

interface RuleHead {
  readonly id: string;
  readonly title: string;
  readonly layer: Layer;
  readonly file: string;
  readonly selectedBy: SelectingDate;
}

export interface ValueVersion extends VersionHead {
  readonly values: Readonly<Record<string, Scalar>>;
}

export type Tighter = 'less' | 'more';

export interface ValueRule extends RuleHead {
  readonly kind: 'value';
  /** For each value that a lower layer may change: which direction is stricter for the bank. */
  readonly tighter: Readonly<Record<string, Tighter>>;
  /** The rule of a higher layer whose values this one narrows; null for a rule of its own. */
  readonly tightens: string | null;
  readonly versions: readonly ValueVersion[];
}

export interface TierRow {
  /** Upper bound, inclusive: yuan, or a share of the tiers' base; null = no bound. */
  readonly upTo: Exact | null;
  /** A fixed amount (fen) for reaching the band, and a rate on the part of the amount inside it. */
  readonly flat: Fen;
  readonly rate: Exact;
  /** As the trace names the row: `10000-100000`. */
  readonly label: string;
}

export interface TiersVersion extends VersionHead {
  readonly rows: readonly TierRow[];
  /** The result never exceeds it (fen). */
  readonly cap: Fen | null;
}

export interface TiersRule extends RuleHead {
  readonly kind: 'tiers';
  readonly input: string;
  readonly versions: readonly TiersVersion[];
}

/** A fact as tables compare it: numbers and fen as numbers, dates and words as text. */
export type Cell = number | string | boolean;

/** One condition of a row, compiled (conditions.ts). */
export interface Condition {
  readonly written: string;
  readonly fits: (cell: Cell) => boolean;
  /** Facts on and on both sides of every bound, so that a check over them meets every cell of the table. */
  readonly probes: readonly Cell[];
}

export type InputType = 'number' | 'money' | 'date' | 'enum' | 'boolean';

export interface TableInput {
  readonly type: InputType;
  /** The words of an enum; empty for other types. */
  readonly values: readonly string[];
}

export interface TableRow {
  readonly label: string;
  /** Where a row has an article of its own. */
  readonly article: string | null;
  readonly when: Readonly<Record<string, Condition>>;
  /** `then` of the file. */
  readonly gives: Readonly<Record<string, Scalar>>;
}

/** unique: exactly one row for any facts; first: the first that fits; all: every row that fits, in order. */
export const HITS = ['unique', 'first', 'all'] as const;
export type Hit = (typeof HITS)[number];

export interface TableVersion extends VersionHead {
  readonly rows: readonly TableRow[];
}

export interface TableRule extends RuleHead {
  readonly kind: 'table';
  readonly hit: Hit;
  readonly inputs: Readonly<Record<string, TableInput>>;
  /** Result columns of words with all words that they may hold, those that no shipped row uses included. */
  readonly outputs: Readonly<Record<string, readonly string[]>>;
  readonly versions: readonly TableVersion[];
}

/** One version is one year; weekends rest unless named in `work`. */
export interface CalendarVersion extends VersionHead {
  readonly off: ReadonlySet<CalendarDate>;
  readonly work: ReadonlySet<CalendarDate>;
}

export interface CalendarRule extends RuleHead {
  readonly kind: 'calendar';
  readonly versions: readonly CalendarVersion[];
}

export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
  readonly article: string | null;
}

export interface ChecklistVersion extends VersionHead {
  readonly items: readonly ChecklistItem[];
}

export interface ChecklistRule extends RuleHead {
  readonly kind: 'checklist';
  readonly versions: readonly ChecklistVersion[];
}

export type Rule = ValueRule | TiersRule | TableRule | CalendarRule | ChecklistRule;
export type RuleKind = Rule['kind'];
export const RULE_KINDS: readonly RuleKind[] = ['value', 'tiers', 'table', 'calendar', 'checklist'];

/** What is wrong with a pack, and where. Codes are stable; `detail` is for the person who edits the file. */
export interface PackFault {
  readonly file: string;
  readonly line: number;
  readonly code:
    | 'json'
    | 'field-unknown'
    | 'field-missing'
    | 'field-invalid'
    | 'kind-unknown'
    | 'status-unknown'
    | 'date-invalid'
    | 'article-missing'
    | 'versions-overlap'
    | 'versions-gap'
    | 'rows-overlap'
    | 'rows-gap'
    | 'input-unknown'
    | 'id-duplicate'
    | 'rule-unknown'
    | 'loosens';
  readonly detail: string;
}
