/** A person records what became of a notice; only that moves a limitation clock (documents.md §3.5). */
import { type DeliveryEffect, decideDelivery, effectOf } from '@shared/domain/dunning/decideDelivery';
import { grantedOrRefuse, refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { keepDelivery } from './deliveryCorrections.repository';
import { countChase, type Delivery, readNotice, updateDelivery } from './notices.repository';

type Typed = Delivery & { readonly id: number };

/** What it would mean, for the dialog. Refuses notice-unknown. */
export function weighDelivery({ clock }: Services, open: OpenFolder, typed: Typed) {
  const decision = decideDelivery(readNotice(open.store.read, typed.id), typed, clock.today());
  if (decision.kind === 'granted')
    return { refusal: null, effect: effectOf(decision.value), reason: decision.value?.reason ?? null };
  return { refusal: decision.kind === 'refused' ? decision.refusal.code : null, effect: 'none' as const, reason: null };
}

/**
 * What was recorded once is corrected with a reason, and both stay; the clock hears the notice as it stands now. Refusals in order:
 * notice-unknown, paper-voided, those of `decideDelivery`, stale-version, correction-reason-missing.
 */
export async function recordDelivery(
  { clock }: Services,
  open: OpenFolder,
  input: Typed & { readonly rev: number; readonly reason: string | null },
): Promise<{ effect: DeliveryEffect }> {
  const today = clock.today();
  const { id, rev, reason, ...delivery } = input;
  return open.store.write(open.actor, async (tx) => {
    const before = readNotice(tx, id);
    const { number, partyId } = before;
    if (before.voided === 1) refuse('paper-voided', { number });
    const effect = effectOf(grantedOrRefuse(decideDelivery(before, input, today)));
    // First: whoever was overtaken hears that, not that he corrects what he never saw.
    updateDelivery(tx, id, rev, delivery);
    const corrects = before.outcome !== 'open';
    if (corrects) keepDelivery(tx, before, reason ?? refuse('correction-reason-missing', { number }));
    const { method, outcome, arrivedOn, capacity } = delivery;
    const detail = { number, method, outcome, arrivedOn, capacity, effect, ...(corrects ? { reason } : {}) };
    const object = { objectKind: 'notice', objectId: String(id), householdId: partyId };
    const audit = { action: 'dunning.recordDelivery', ...object, detail, before, after: delivery };
    return { result: { effect }, audit };
  });
}

/** Refusals in order: notice-unknown, receipt-not-missing. */
export async function chaseReceipt({ clock }: Services, open: OpenFolder, id: number): Promise<{ chased: number }> {
  return open.store.write(open.actor, async (tx) => {
    const notice = readNotice(tx, id);
    const chased = countChase(tx, id, clock.today());
    const object = { objectKind: 'notice', objectId: String(id), householdId: notice.partyId };
    return {
      result: { chased },
      audit: { action: 'dunning.chase', ...object, detail: { number: notice.number, chased } },
    };
  });
}
