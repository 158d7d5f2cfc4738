/**
 * Who can be asked for a dead borrower's debt (民法典 1161; law.md §15): an heir within what he got, an administrator within
 * what he keeps. Whoever has renounced owes nothing, and without a record of the inheritance nobody is written to.
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';

export const HEIR_CAPACITIES = ['heir', 'administrator'] as const;
export type HeirCapacity = (typeof HEIR_CAPACITIES)[number];

export interface Heir {
  readonly name: string;
  readonly idNo: string;
  readonly address: string;
  readonly phone: string | null;
  readonly capacity: HeirCapacity;
  /** Value of what he got or keeps. */
  readonly estate: Fen;
  readonly renouncedOn: CalendarDate | null;
  /** Death, kinship and estate: certificates and lists. */
  readonly evidence: string;
}

/** Papers are Chinese. */
export const CAPACITY_WORD: Readonly<Record<HeirCapacity, string>> = { heir: '继承人', administrator: '遗产管理人' };
