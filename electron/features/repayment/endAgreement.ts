/** An agreement ends: performed, broken, replaced, or given up before it was signed. The order of payment agreed ends with it. */
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import type { AuditNote, WriteTx } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { voidApprovals } from '../approvals/requireApproved';
import { endAgreement as endOrder, findAgreement as findOrder } from '../receipts/agreements.repository';
import { rerun } from '../receipts/rerun';
import { agreementSubject } from './agreementApproval';
import { close, findAgreement, type StoredAgreement } from './agreements.repository';

export interface EndInput {
  readonly id: number;
  readonly rev: number;
  readonly endedOn: CalendarDate;
  readonly reason: string;
}

async function closeSigned(tx: WriteTx, today: string, agreement: StoredAgreement, input: EndInput): Promise<void> {
  const { id, partyId, signedOn, orderAgreementId } = agreement;
  if (signedOn === null || input.endedOn <= signedOn || input.endedOn > today)
    refuse('agreement-end-wrong', { signedOn });
  close(tx, id, input.endedOn, input.reason);
  const order = orderAgreementId === null ? undefined : findOrder(tx, orderAgreementId);
  if (!order || order.endedOn !== null) return;
  endOrder(tx, order.id, input.endedOn);
  await rerun(tx, today, partyId, { cause: 'agreement', id: order.id });
}

/** Refusals in order: agreement-unknown, stale-version, agreement-not-in-force {state}, agreement-end-wrong {signedOn}. */
export async function endAgreement({ clock }: Services, open: OpenFolder, input: EndInput): Promise<{ id: number }> {
  const today = clock.today();
  const { id } = input;
  return open.store.write(open.actor, async (tx) => {
    const agreement = findAgreement(tx, id) ?? refuse('agreement-unknown', { id });
    if (agreement.rev !== input.rev) refuse('stale-version');
    const notes: AuditNote[] = [];
    if (agreement.state === 'approved') notes.push(...(await voidApprovals(tx, agreementSubject(id), input.reason)));
    else if (agreement.state === 'in-force') await closeSigned(tx, today, agreement, input);
    else refuse('agreement-not-in-force', { state: agreement.state });
    const detail = { endedOn: input.endedOn, reason: input.reason };
    const object = { objectKind: 'repayment-agreement', objectId: String(id), householdId: agreement.partyId };
    return { result: { id }, audit: [{ action: 'repayment.endAgreement', ...object, detail }, ...notes] };
  });
}
