/** How sure it is that an act interrupted the limitation, and why. */

/** From a sure interruption to none. `weak` counts in the arguable reading only. */
export const GRADES = ['strong', 'medium', 'weak', 'none'] as const;
export type Grade = (typeof GRADES)[number];

export const GRADE_REASONS = [
  'voucher',
  'voucher-unrecorded',
  'paid-by-other',
  'reversed',
  'court',
  'guarantor-paid',
  'asset-sold',
  'nothing-paid',
  'before-due',
  'after-expiry',
  'signed',
  'delivery-proof',
  'own-message',
  'recording',
  'own-witnesses',
  'no-evidence',
  'refused',
  'returned',
] as const;
export type GradeReason = (typeof GRADE_REASONS)[number];

export const SAFE_GRADES: readonly Grade[] = ['strong', 'medium'];
export const ARGUABLE_GRADES: readonly Grade[] = ['strong', 'medium', 'weak'];
