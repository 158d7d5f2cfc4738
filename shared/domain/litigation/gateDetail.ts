/** What the steps before a suit leave: the counsel's opinion, the filing, the treatment of a refused suit, an override. */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';

export const CHANCES = ['high', 'rather-high', 'fair', 'low'] as const;
export type Chance = (typeof CHANCES)[number];

export const CONCLUSIONS = ['sue', 'sue-after-evidence', 'do-not-sue'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

/** What a settlement must keep to; later settlements are compared with it (LIT-09). */
export interface SettlementPlan {
  /** Least amount to be paid. */
  readonly floor: Fen;
  readonly firstPayment: Fen;
  readonly months: number;
  /** Most interest that may be given up. */
  readonly waiver: Fen;
  readonly keepsSecurity: boolean;
  readonly onDefault: string;
}

/** The six contents of B4 §9; the parties and claims are those of the case's version. */
export interface Opinion {
  readonly number: string;
  readonly counsel: string;
  /** Version of the case that it speaks of. */
  readonly version: number;
  readonly facts: string;
  readonly law: string;
  readonly chance: Chance;
  readonly adverse: string;
  readonly enforceability: Chance;
  readonly assets: string;
  /** What may be expected to come in. */
  readonly expected: Fen;
  /** null: counsel sees no basis for one. */
  readonly settlement: SettlementPlan | null;
  readonly conclusion: Conclusion;
}

export const FILING_LEVELS = ['none', 'county', 'city', 'province'] as const;
export type FilingLevel = (typeof FILING_LEVELS)[number];

export const FILING_OUTCOMES = ['agreed', 'refused', 'returned'] as const;
export type FilingOutcome = (typeof FILING_OUTCOMES)[number];

export interface Filing {
  readonly level: FilingLevel;
  /** Of the decision. */
  readonly outcome?: FilingOutcome;
  readonly number?: string;
  /** Version of the case that was filed. */
  readonly version: number;
}

export const TREATMENTS = [
  'keep-demanding',
  'complete-evidence',
  'restructure',
  'write-off',
  'liability',
  'other',
] as const;
export type Treatment = (typeof TREATMENTS)[number];

/** Why the way to the court is taken before it is free (S09): beforehand, in an emergency, or as a fact that already is. */
export const OVERRIDES = ['exception', 'urgent-preservation', 'after-the-fact'] as const;
export type Override = (typeof OVERRIDES)[number];

export interface GateDetail {
  readonly opinion?: Opinion;
  readonly filing?: Filing;
  readonly treatments?: readonly Treatment[];
  /** The day on which a refused suit is considered again. */
  readonly reviewOn?: CalendarDate;
  readonly override?: Override;
}
