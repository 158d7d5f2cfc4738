/** A case is sent to the level that files it, and what the level answered (B4 §21–22). */
import { filingOf, gateRefusal } from '@shared/domain/litigation/gate';
import type { FilingOutcome } from '@shared/domain/litigation/gateDetail';
import { refuseOwnItem } from '@shared/domain/users/separation';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { RefusalError, refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { insertAct, recorderOf } from './cases.repository';
import { noteOf, refuseDay, standing } from './gateStanding';

/**
 * Refusals in order: case-unknown, act-in-future, gate-committee-… (nothing is filed that the committee did not consent to),
 * act-before the consent, filing-not-needed {level}, filing-open.
 */
export async function askFiling(
  { clock }: Services,
  open: OpenFolder,
  { id, on }: { readonly id: number; readonly on: CalendarDate },
): Promise<{ act: string }> {
  const today = clock.today();
  return open.store.write(open.actor, async (tx) => {
    const { file, gate } = await standing(tx, id, today);
    refuseDay(on, today, null);
    const steps = gate.steps.filter((step) => step.id !== 'filing');
    const refusal = gateRefusal({ steps, override: null }, 'filing-asked');
    if (refusal) throw new RefusalError(refusal);
    refuseDay(on, today, { kind: 'committee', on: file.consent.on });
    const level = gate.filingLevel;
    if (level === 'none') refuse('filing-not-needed', { level });
    const before = filingOf(file);
    if (before?.kind === 'filing-asked' || before?.detail.filing?.outcome === 'agreed')
      refuse('filing-open', { level });
    const filing = { level, version: file.version };
    const act = await insertAct(tx, { caseId: id, kind: 'filing-asked', on, detail: { filing } });
    return { result: { act }, audit: noteOf('litigation.askFiling', file, { level }) };
  });
}

export interface FilingInput {
  readonly id: number;
  readonly on: CalendarDate;
  readonly outcome: FilingOutcome;
  readonly number: string;
  readonly note: string | null;
}

/**
 * What the level answered; at the branch itself nobody answers his own filing (ORG-03). Refusals in order: case-unknown,
 * filing-not-asked, own-item, act-in-future, act-before.
 */
export async function recordFiling(
  { clock }: Services,
  open: OpenFolder,
  input: FilingInput,
): Promise<{ act: string }> {
  const today = clock.today();
  const { id, on, outcome, number, note } = input;
  return open.store.write(open.actor, async (tx) => {
    const { file, gate } = await standing(tx, id, today);
    const asked = filingOf(file);
    if (asked?.kind !== 'filing-asked') return refuse('filing-not-asked');
    const asker = recorderOf(tx, asked.key);
    const userId = tx.actor.userId ?? -1;
    if (gate.filingLevel === 'county' && asker) refuseOwnItem([{ ...asker, act: 'litigation.askFiling' }], { userId });
    refuseDay(on, today, { kind: 'filing-asked', on: asked.on });
    const filing = { level: gate.filingLevel, version: file.version, outcome, number };
    const act = await insertAct(tx, { caseId: id, kind: 'filing-decided', on, detail: { filing }, note });
    return { result: { act }, audit: noteOf('litigation.recordFiling', file, { outcome, number }) };
  });
}
