/**
 * An administrator takes note of a broken log: what is wrong with it becomes an entry with his reason, the anchors begin
 * anew, and the folder may be written again. The break itself stays in every later verification, as accepted.
 */
import { isAcceptable } from '@shared/domain/audit/acceptable';
import { maskNumbersIn } from '@shared/domain/parties/mask';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';

/** Refuses `log-unbroken` when no alarm is about the log. `accepted`: stretches of bad entries that were taken note of. */
export async function acceptBreak(open: OpenFolder, reason: string): Promise<{ accepted: number }> {
  const { alarm } = open.store;
  if (!alarm || !isAcceptable(alarm.code)) refuse('log-unbroken');
  const { faults } = await open.log.verify();
  const detail = { alarm: alarm.code, facts: alarm.facts, faults, reason: maskNumbersIn(reason) };
  await open.store.mend(open.actor, async () => ({
    result: null,
    audit: { action: 'audit.acceptBreak', objectKind: 'log', objectId: String(open.store.auditLog.head().seq), detail },
  }));
  open.log.beginAnew();
  // What is shown from here on knows the break as accepted.
  await open.log.verify();
  return { accepted: faults.length };
}
