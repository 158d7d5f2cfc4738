/** What is typed to ask for a permit, and what of it is sent. */
import type { AskedPermit } from '@shared/contract/litigationInputs';
import { OF_SEIZURE, RELEASES, type Release } from '@shared/domain/litigation/permits';
import { isReason } from '@shared/domain/users/reason';

/** Each kind of release is asked for by itself. */
export const PERMIT_ACTS = [...RELEASES, 'settlement', 'in-kind'] as const;
export type PermitAct = (typeof PERMIT_ACTS)[number];

export const isRelease = (act: PermitAct): act is Release => RELEASES.some((each) => each === act);

export const FRESH_PERMIT = {
  act: 'settlement' as PermitAct,
  item: '',
  /** Key of the act that seized. */
  seizure: null as string | null,
  performance: '',
  effects: '',
  amount: null as number | null,
  firstPayment: 0 as number | null,
  months: 12,
  waiver: 0 as number | null,
  keepsSecurity: true,
  takesThings: false,
  exception: '',
  inspection: '',
  appraised: null as number | null,
  appraisal: '',
  reason: '',
};
export type TypedPermit = typeof FRESH_PERMIT;
export type PermitField = keyof TypedPermit;

const NEEDED: Readonly<Record<PermitAct, readonly PermitField[]>> = {
  withdrawal: ['item', 'performance', 'effects'],
  'part-withdrawal': ['item', 'performance', 'effects'],
  seizure: ['seizure', 'item', 'performance', 'effects'],
  change: ['seizure', 'item', 'performance', 'effects'],
  settlement: ['item', 'amount', 'firstPayment', 'waiver'],
  'in-kind': ['item', 'amount'],
};

/** Fields without which it is not sent; what the regulation wants besides is refused with its article. */
export function missingIn(typed: TypedPermit): PermitField[] {
  const isEmpty = (field: PermitField) => {
    const value = typed[field];
    return typeof value === 'string' && field !== 'seizure' ? value.trim().length < 2 : value === null;
  };
  return [...NEEDED[typed.act].filter(isEmpty), ...(isReason(typed.reason.trim()) ? [] : (['reason'] as const))];
}

/** null: something is still missing. */
export function askedOf(typed: TypedPermit): { asked: AskedPermit; reason: string } | null {
  if (missingIn(typed).length > 0) return null;
  const { act, months, keepsSecurity, takesThings, appraised } = typed;
  const [item, reason] = [typed.item.trim(), typed.reason.trim()];
  if (isRelease(act)) {
    const said = { performance: typed.performance.trim(), effects: typed.effects.trim() };
    const seizure = OF_SEIZURE.includes(act) && typed.seizure !== null ? { act: typed.seizure } : {};
    return { asked: { kind: 'release', release: act, item, amount: null, ...said, ...seizure }, reason };
  }
  const amount = typed.amount ?? 0;
  if (act === 'in-kind') {
    const looked = { inspection: typed.inspection.trim(), appraisal: typed.appraisal.trim() };
    return { asked: { kind: act, item, amount, ...looked, ...(appraised === null ? {} : { appraised }) }, reason };
  }
  const paid = { amount, firstPayment: typed.firstPayment ?? 0, months, waiver: typed.waiver ?? 0 };
  return {
    asked: { kind: act, item, ...paid, keepsSecurity, takesThings, exception: typed.exception.trim() },
    reason,
  };
}
