/**
 * What a notice's way to its addressee means for his limitation clock (law.md §1, §2): one act for each debt that the notice
 * names, for him alone. The code on a scan or the date on a list proves nothing by itself; a person records the delivery.
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { EventKind } from '../limitation/events';
import type { Grade, GradeReason } from '../portfolio/grades';
import type { NoticeRole } from './noticeFacts';

export const DELIVERY_METHODS = [
  'in-person',
  'post',
  'notary',
  'electronic',
  'announcement',
  'court',
  'deduction',
  'left',
  'other',
] as const;
export type DeliveryMethod = (typeof DELIVERY_METHODS)[number];

/** `open`: nothing is known yet; `arrived`: without a signature, by a courier's or another's proof; `returned`: it came back. */
export const NOTICE_OUTCOMES = ['open', 'signed', 'refused', 'arrived', 'returned'] as const;
export type NoticeOutcome = (typeof NOTICE_OUTCOMES)[number];

/** By which a notice came within its addressee's reach. */
export const ARRIVALS: readonly NoticeOutcome[] = ['signed', 'refused', 'arrived'];

/** Who signed: the first five bind the addressee (时效规定 8(1)). */
export const CAPACITIES = [
  'self',
  'legal-representative',
  'mail-room',
  'authorised',
  'adult-relative',
  'other',
] as const;
export type Capacity = (typeof CAPACITIES)[number];

export interface DeliveredNotice {
  readonly form: string;
  readonly role: NoticeRole;
  readonly method: DeliveryMethod | null;
  readonly outcome: NoticeOutcome;
  /** Day of arrival, refusal or return. */
  readonly on: CalendarDate | null;
  readonly trackingNo: string | null;
  readonly witness: string | null;
  readonly capacity: Capacity | null;
  /** Signed in his own hand that he will perform the whole debt (form 04). */
  readonly consents: boolean;
}

export interface DeliveryAct {
  readonly kind: EventKind;
  readonly on: CalendarDate;
  readonly content: 'notice' | 'consent-to-perform' | null;
  readonly grade: Grade;
  readonly reason: GradeReason;
}

/** Papers that ask for nothing: a reminder before the due date, an information to a general guarantor. */
const WITHOUT_DEMAND: readonly string[] = ['DOC-REC-00', 'DOC-REC-03G', 'DOC-REC-03M'];

const SURE: readonly DeliveryMethod[] = ['notary', 'court'];
const OWN_HAND: readonly Capacity[] = ['self', 'legal-representative', 'authorised'];

function gradeOf(notice: DeliveredNotice): readonly [Grade, GradeReason] {
  const { method, outcome, capacity } = notice;
  if (method === 'announcement') return ['weak', 'returned'];
  if (method !== null && SURE.includes(method)) return ['strong', 'delivery-proof'];
  if (outcome === 'signed')
    return capacity === null || capacity === 'other' ? ['weak', 'own-witnesses'] : ['strong', 'signed'];
  if (outcome === 'arrived')
    return notice.trackingNo === null && method === 'post' ? ['weak', 'no-evidence'] : ['medium', 'delivery-proof'];
  if (outcome === 'refused') return notice.witness === null ? ['weak', 'own-witnesses'] : ['medium', 'refused'];
  return ['weak', 'returned'];
}

function kindOf(notice: DeliveredNotice): EventKind {
  const { role, method, outcome, capacity } = notice;
  if (role === 'guarantor') return 'guarantor-requested';
  if (method === 'announcement') return 'newspaper-notice';
  if (method === 'deduction') return 'account-deduction';
  if (outcome === 'refused') return 'demand-refused';
  if (outcome !== 'signed') return 'letter-arrived';
  return capacity !== null && OWN_HAND.includes(capacity) ? 'signed-notice-after-expiry' : 'demand-received';
}

/** Whether the whole loan fell due by it: a notice that calls in and came into the borrower's reach; one that came back does not. */
export const callsIn = ({ form, outcome }: Pick<DeliveredNotice, 'form' | 'outcome'>): boolean =>
  form === 'DOC-REC-02A' && ARRIVALS.includes(outcome);

/** The act that a clock hears; null while nothing arrived, without a day, and for papers that ask for nothing. */
export function deliveryAct(notice: DeliveredNotice): DeliveryAct | null {
  if (notice.outcome === 'open' || notice.on === null) return null;
  if (notice.role === 'owner' || WITHOUT_DEMAND.includes(notice.form)) return null;
  const [grade, reason] = gradeOf(notice);
  const kind = kindOf(notice);
  const content = kind === 'signed-notice-after-expiry' ? (notice.consents ? 'consent-to-perform' : 'notice') : null;
  return { kind, on: notice.on, content, grade, reason };
}
