/** A person records what became of a notice; only that moves a limitation clock (documents.md §3.5). */
import { type DeliveryEffect, decideDelivery, effectOf } from '@shared/domain/dunning/decideDelivery';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
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

/** Refusals in order: notice-unknown, those of `decideDelivery`, stale-version. */
export async function recordDelivery(
  services: Services,
  open: OpenFolder,
  input: Typed & { readonly rev: number },
): Promise<{ effect: DeliveryEffect }> {
  const { notice, decision } = decide(services, open, input);
  if (decision.kind !== 'granted') {
    return decision.kind === 'refused'
      ? refuse(decision.refusal.code, decision.refusal.facts)
      : refuse('invalid-input');
  }
  const effect = effectOf(decision.value);
  const { id, rev, ...delivery } = input;
  await open.store.write(open.actor, async (tx) => {
    const before = readNotice(tx, id);
    updateDelivery(tx, id, rev, delivery);
    const { method, outcome, arrivedOn, capacity } = delivery;
    const detail = { number: notice.number, method, outcome, arrivedOn, capacity, effect };
    const object = { objectKind: 'notice', objectId: String(id), householdId: notice.partyId };
    return { result: null, audit: { action: 'dunning.recordDelivery', ...object, detail, before, after: delivery } };
  });
  return { effect };
}

/** Refusals in order: notice-unknown, receipt-not-missing. */
export async function chaseReceipt(open: OpenFolder, id: number): Promise<{ chased: number }> {
  const notice = readNotice(open.store.read, id);
  return open.store.write(open.actor, async (tx) => {
    const chased = countChase(tx, id);
    const object = { objectKind: 'notice', objectId: String(id), householdId: notice.partyId };
    return {
      result: { chased },
      audit: { action: 'dunning.chase', ...object, detail: { number: notice.number, chased } },
    };
  });
}
