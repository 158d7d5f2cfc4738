/**
 * Who signs a paper about the debt, and what his signature means for his own limitation clock (law.md §1, §2). A guarantor's
 * signature counts as his consent while he still stands; it never makes up for a period that has ended.
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { EventKind } from '../limitation/events';
import type { RecordedAct } from '../portfolio/recordedAct';

export const DEBT_FORMS = ['DOC-REC-05', 'DOC-REC-06', 'DOC-REC-07', 'DOC-REC-12', 'DOC-REC-13'] as const;
export type DebtForm = (typeof DEBT_FORMS)[number];

export const SIGNATORY_ROLES = ['borrower', 'guarantor', 'actual-user'] as const;
export type SignatoryRole = (typeof SIGNATORY_ROLES)[number];

export const REPLIES = ['agrees', 'differs'] as const;
export type Reply = (typeof REPLIES)[number];

export interface Signature {
  readonly form: DebtForm;
  readonly role: SignatoryRole;
  readonly loanId: number;
  readonly guaranteeId: number | null;
  readonly on: CalendarDate;
  /** Number of the paper. */
  readonly number: string;
}

/**
 * 05 confirms and consents (时效规定 14), 06 is an agreement of its own (19(2)), 07 carries a demand that was received (8(1)); 12 and 13
 * ask for more time with a plan (14).
 */
const KIND: Readonly<Record<DebtForm, EventKind>> = {
  'DOC-REC-05': 'consent-to-perform',
  'DOC-REC-06': 'new-agreement',
  'DOC-REC-07': 'demand-received',
  'DOC-REC-12': 'consent-to-perform',
  'DOC-REC-13': 'consent-to-perform',
};

/** A guarantor agrees to another term; nothing is demanded of him and he takes nothing new on. */
const ABOUT_THE_TERM: readonly DebtForm[] = ['DOC-REC-12', 'DOC-REC-13'];

/** null for an actual user: he owes nothing by the contract, so no clock of the file is his. */
export function signatureAct({ form, role, loanId, guaranteeId, on, number }: Signature): RecordedAct | null {
  if (role === 'actual-user' || (role === 'guarantor' && ABOUT_THE_TERM.includes(form))) return null;
  const kind = role === 'guarantor' ? 'consent-to-perform' : KIND[form];
  const content = kind === 'consent-to-perform' ? kind : null;
  const evidence = { evidence: number, grade: 'strong', reason: 'signed', source: 'paper', sourceNo: number } as const;
  return { kind, on, content, loanId, guaranteeId, ...evidence };
}
