/**
 * What of a contact a limitation clock hears, and how well it is proved (law.md §1, LIM-12). It reaches the person it was done
 * with and nobody else; for a guarantor every demand is a request to him (民法典 693).
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Inquiry } from '../../rules/inquiry';
import type { EventKind } from '../limitation/events';
import type { Grade, GradeReason } from '../portfolio/grades';

/** What may have been done at a contact. */
export const CONTACT_ACTS = [
  'consent-to-perform',
  'repayment-plan',
  'security-given',
  'demand-received',
  'letter-arrived',
  'demand-refused',
] as const;
export type ContactAct = (typeof CONTACT_ACTS)[number];

/** The paper or recording that shows it. */
export const EVIDENCE = ['signed', 'delivery-proof', 'own-message', 'recording', 'witnesses', 'none'] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** Why an act has its grade, in the words of the radar. */
export const REASON_OF: Readonly<Record<Evidence, GradeReason>> = {
  signed: 'signed',
  'delivery-proof': 'delivery-proof',
  'own-message': 'own-message',
  recording: 'recording',
  witnesses: 'own-witnesses',
  none: 'no-evidence',
};

/** Evidence that must lie in the file to count. */
export const needsFile = (evidence: Evidence): boolean => evidence !== 'witnesses' && evidence !== 'none';

export interface GradedAct {
  readonly kind: EventKind;
  readonly grade: Grade;
  readonly article: string;
}

const DEMANDS: readonly ContactAct[] = ['demand-received', 'letter-arrived'];

/** The act as the clock of the borrower or of a guarantor hears it. */
export function gradedAct(
  inquiry: Inquiry,
  act: ContactAct,
  evidence: Evidence,
  against: 'borrower' | 'guarantor',
  on: CalendarDate,
): GradedAct {
  const kind: EventKind = against === 'guarantor' && DEMANDS.includes(act) ? 'guarantor-requested' : act;
  const { gives, article } = inquiry.row('limitation/contact-evidence', on, { act: kind, evidence });
  return { kind, grade: gives.grade as Grade, article };
}
