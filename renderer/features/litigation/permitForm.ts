/** What is typed to ask for a permit, and what of it is sent. */
import type { AskedPermit } from '@shared/contract/litigationInputs';
import { isReason } from '@shared/domain/users/reason';

/** `release` splits in two: one does not permit the other. */
export const PERMIT_ACTS = ['withdrawal', 'seizure', 'settlement', 'in-kind'] as const;
export type PermitAct = (typeof PERMIT_ACTS)[number];

export const FRESH_PERMIT = {
  act: 'settlement' as PermitAct,
  item: '',
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

/** null: something is still missing. What the regulation wants besides is refused with its article. */
export function askedOf(typed: TypedPermit): { asked: AskedPermit; reason: string } | null {
  const { act, amount, firstPayment, waiver, months, keepsSecurity, takesThings, appraised } = typed;
  const [item, reason] = [typed.item.trim(), typed.reason.trim()];
  if (item.length < 2 || !isReason(reason)) return null;
  if (act === 'withdrawal' || act === 'seizure')
    return { asked: { kind: 'release', release: act, item, amount: null }, reason };
  if (amount === null) return null;
  if (act === 'in-kind') {
    const looked = { inspection: typed.inspection.trim(), appraisal: typed.appraisal.trim() };
    return { asked: { kind: act, item, amount, ...looked, ...(appraised === null ? {} : { appraised }) }, reason };
  }
  if (firstPayment === null || waiver === null) return null;
  const terms = { amount, firstPayment, months, waiver, keepsSecurity, takesThings };
  return { asked: { kind: act, item, ...terms, exception: typed.exception.trim() }, reason };
}
