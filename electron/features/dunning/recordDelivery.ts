/** A person records what became of a notice; only that moves a limitation clock (documents.md §3.5). */
import { type DeliveryEffect, decideDelivery, effectOf } from '@shared/domain/dunning/decideDelivery';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { keepDelivery } from './deliveryCorrections.repository';
import { countChase, type Delivery, readNotice, updateDelivery } from './notices.repository';

type Typed = Delivery & { readonly id: number };

function decide(services: Services, open: OpenFolder, typed: Typed) {
  const notice = readNotice(open.store.read, typed.id);
  return { notice, decision: decideDelivery(notice, typed, services.clock.today()) };
}

/** What it would mean, for the dialog. Refuses notice-unknown. */
export function weighDelivery(services: Services, open: OpenFolder, typed: Typed) {
  const { decision } = decide(services, open, typed);
  if (decision.kind === 'granted')
    return { refusal: null, effect: effectOf(decision.value), reason: decision.value?.reason ?? null };
  return { refusal: decision.kind === 'refused' ? decision.refusal.code : null, effect: 'none' as const, reason: null };
}

/**
 * What was recorded once is corrected with a reason, and both stay; the clock hears the notice as it stands now. Refusals in order:
 * notice-unknown, paper-voided, those of `decideDelivery`, stale-version, correction-reason-missing.
 */
export async function recordDelivery(
  services: Services,
  open: OpenFolder,
  input: Typed & { readonly rev: number; readonly reason: string | null },
): Promise<{ effect: DeliveryEffect }> {
  const { notice, decision } = decide(services, open, input);
  if (notice.voided === 1) refuse('paper-voided', { number: notice.number });
  if (decision.kind !== 'granted') {
    return decision.kind === 'refused'
      ? refuse(decision.refusal.code, decision.refusal.facts)
      : refuse('invalid-input');
  }
  const effect = effectOf(decision.value);
  const { id, rev, reason, ...delivery } = input;
  await open.store.write(open.actor, async (tx) => {
    const before = readNotice(tx, id);
    const corrects = before.outcome !== 'open';
    // First: whoever was overtaken hears that, not that he corrects what he never saw.
    updateDelivery(tx, id, rev, delivery);
    if (corrects) keepDelivery(tx, before, reason ?? refuse('correction-reason-missing', { number: notice.number }));
    const { method, outcome, arrivedOn, capacity } = delivery;
    const detail = {
      number: notice.number,
      method,
      outcome,
      arrivedOn,
      capacity,
      effect,
      ...(corrects ? { reason } : {}),
    };
    const object = { objectKind: 'notice', objectId: String(id), householdId: notice.partyId };
    return { result: null, audit: { action: 'dunning.recordDelivery', ...object, detail, before, after: delivery } };
  });
  return { effect };
}

/** Refusals in order: notice-unknown, receipt-not-missing. */
export async function chaseReceipt({ clock }: Services, open: OpenFolder, id: number): Promise<{ chased: number }> {
  const notice = readNotice(open.store.read, id);
  return open.store.write(open.actor, async (tx) => {
    const chased = countChase(tx, id, clock.today());
    const object = { objectKind: 'notice', objectId: String(id), householdId: notice.partyId };
    return {
      result: { chased },
      audit: { action: 'dunning.chase', ...object, detail: { number: notice.number, chased } },
    };
  });
}
