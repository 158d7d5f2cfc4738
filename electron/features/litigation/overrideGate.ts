/** The way to the court is taken although a step misses (S09): with authority and a reason that stays on the case. */
import { gateRefusal } from '@shared/domain/litigation/gate';
import type { Override } from '@shared/domain/litigation/gateDetail';
import { refuseOwnItem } from '@shared/domain/users/separation';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { describersOf, insertAct } from './cases.repository';
import { noteOf, standing } from './gateStanding';

export interface OverrideInput {
  readonly id: number;
  readonly kind: Override;
  readonly reason: string;
}

/**
 * The way to the court is taken although a step misses: by whoever has the authority, with his reason, never by whoever prepared the
 * case. The step stays missing. Refusals in order: case-unknown, gate-open, own-item.
 */
export async function overrideGate(
  { clock }: Services,
  open: OpenFolder,
  input: OverrideInput,
): Promise<{ act: string }> {
  const today = clock.today();
  const { id, kind, reason } = input;
  return open.store.write(open.actor, async (tx) => {
    const { file, gate } = await standing(tx, id, today);
    const closed = gateRefusal({ steps: gate.steps, override: null }, 'sued');
    if (closed === null) return refuse('gate-open');
    const prepared = describersOf(tx, id).map((person) => ({ ...person, act: 'litigation.open' }));
    refuseOwnItem(prepared, { userId: tx.actor.userId ?? -1 });
    const act = await insertAct(tx, {
      caseId: id,
      kind: 'gate-overridden',
      on: today,
      detail: { override: kind },
      note: reason,
    });
    const detail = { kind, reason, step: closed.code, article: closed.article ?? null };
    return { result: { act }, audit: noteOf('litigation.overrideGate', file, detail) };
  });
}
