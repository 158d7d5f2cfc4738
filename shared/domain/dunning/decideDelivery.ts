/** Whether a delivery may be recorded as typed, and what a limitation clock will hear of it. */
import type { CalendarDate } from '../../kernel/calendarDate';
import { type Decision, granted, refused } from '../../kernel/result';
import { type Capacity, type DeliveryAct, type DeliveryMethod, deliveryAct, type NoticeOutcome } from './delivery';
import type { NoticeRole } from './noticeFacts';

export interface TypedDelivery {
  readonly method: DeliveryMethod;
  readonly trackingNo: string | null;
  readonly outcome: NoticeOutcome;
  readonly arrivedOn: CalendarDate | null;
  readonly signedBy: string | null;
  readonly capacity: Capacity | null;
  readonly receiptOn: CalendarDate | null;
  readonly consents: boolean;
  readonly witness: string | null;
}

export interface NoticeOfDelivery {
  readonly form: string;
  readonly role: NoticeRole;
  readonly noticedOn: CalendarDate;
}

/** How an act is called in the register (LED-03). */
export type DeliveryEffect = 'interrupts' | 'disputed' | 'none';

/** A refused letter is disputed whatever proves it: it moves the arguable date alone (rule `limitation/interruptions`). */
export function effectOf(act: DeliveryAct | null): DeliveryEffect {
  if (act === null || act.grade === 'none') return 'none';
  return act.grade === 'weak' || act.kind === 'demand-refused' ? 'disputed' : 'interrupts';
}

const BANKS_ACTS: readonly DeliveryMethod[] = ['announcement', 'deduction'];

/**
 * Refusals in order: delivery-date-missing, delivery-before-notice, delivery-in-future, signer-missing, tracking-missing,
 * consent-not-on-form. `granted`: the act, or null when there is none.
 */
export function decideDelivery(
  notice: NoticeOfDelivery,
  typed: TypedDelivery,
  today: CalendarDate,
): Decision<DeliveryAct | null> {
  const { outcome, arrivedOn, receiptOn, method } = typed;
  const day = arrivedOn ?? receiptOn;
  if (outcome !== 'open' && day === null) return refused('delivery-date-missing');
  if (day !== null && day < notice.noticedOn) return refused('delivery-before-notice', { noticedOn: notice.noticedOn });
  if (day !== null && day > today) return refused('delivery-in-future', { today });
  if (outcome === 'signed' && !BANKS_ACTS.includes(method) && (!typed.signedBy || typed.capacity === null))
    return refused('signer-missing');
  if (outcome === 'arrived' && method === 'post' && !typed.trackingNo) return refused('tracking-missing');
  if (typed.consents && (notice.form !== 'DOC-REC-04' || outcome !== 'signed')) return refused('consent-not-on-form');
  return granted(deliveryAct({ ...typed, form: notice.form, role: notice.role, on: day }));
}
