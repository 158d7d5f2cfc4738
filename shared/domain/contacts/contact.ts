/** A contact with somebody of a household, as the log keeps it (REC-02): every outward act has basis, purpose, channel, time and result. */
import type { CalendarDate } from '../../kernel/calendarDate';

export const CONTACT_KINDS = ['visit', 'call', 'letter', 'meeting', 'message'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** Who sought the other. The limits of collection bind the bank only. */
export const INITIATIVES = ['bank', 'debtor'] as const;
export type Initiative = (typeof INITIATIVES)[number];

/** An heir or a third person is no debtor: what may be done with them is another matter (conduct.ts). */
export const COUNTERPARTS = ['borrower', 'guarantor', 'owner', 'heir', 'third-person'] as const;
export type Counterpart = (typeof COUNTERPARTS)[number];

export const PURPOSES = ['survey', 'negotiate', 'demand', 'confirm-debt', 'deliver', 'locate'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What entitles the bank to the contact. */
export const BASES = [
  'loan-contract',
  'guarantee-contract',
  'security-contract',
  'agreement',
  'judgment',
  'estate-record',
  'whereabouts-unknown',
] as const;
export type Basis = (typeof BASES)[number];

export const CONTACT_RESULTS = [
  'promised',
  'acknowledged',
  'negotiating',
  'refused',
  'delivered',
  'located',
  'not-reached',
  'other',
] as const;

/** Whether the person agreed to be contacted and recorded. */
export const CONSENTS = ['agreed', 'refused', 'not-asked'] as const;
export type Consent = (typeof CONSENTS)[number];

export const ATTITUDES = ['cooperative', 'hesitant', 'refusing', 'evading'] as const;
export type Attitude = (typeof ATTITUDES)[number];

export const ABILITIES = ['able', 'instalments', 'unable'] as const;
export type Ability = (typeof ABILITIES)[number];

/** Circumstances that decide which measures fit (shared/domain/measures). */
export const OBSERVATIONS = [
  'disaster',
  'receivables',
  'insured',
  'projectStuck',
  'creditorsRacing',
  'notarised',
  'businessWeak',
  'assetsFound',
  'hidingAssets',
  'depositHere',
  'judgment',
] as const;
export type Observation = (typeof OBSERVATIONS)[number];

/** `YYYY-MM-DD HH:MM` on the branch's clock. */
export type LocalMinute = string;

export const dayOf = (at: LocalMinute): CalendarDate => at.slice(0, 10);

/** Minutes since midnight. */
export const minuteOf = (at: LocalMinute): number => Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16));
