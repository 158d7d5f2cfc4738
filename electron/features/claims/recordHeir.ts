/** Records who inherited from a dead borrower and what, with its evidence: without it nobody is written to (law.md §15). */
import type { Heir } from '@shared/domain/dunning/heirs';
import { classifyIdentifier } from '@shared/domain/parties/identifier';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { yuanText } from '@shared/kernel/money';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { findParty } from '../parties/household.repository';
import { heirsOf, insertHeir } from './heirs.repository';

export interface HeirInput extends Heir {
  readonly household: number;
  /** Record that this one corrects. */
  readonly replaces: number | null;
}

/** In the form that parties have; refuses what cannot be the number of a person or organisation. */
function checkedId(text: string, today: CalendarDate): string {
  const { idNo, findings } = classifyIdentifier(text, { statedType: null, organisation: false, asOf: today });
  const wrong = findings.find(({ severity }) => severity === 'refuse');
  return wrong === undefined && idNo !== null ? idNo : refuse(wrong?.code ?? 'id-length');
}

/** Refusals in order: household-unknown, stale-version, heir-date-wrong, id-scientific, id-length, id-birthdate, id-checksum. */
export async function recordHeir({ clock }: Services, open: OpenFolder, input: HeirInput): Promise<{ id: number }> {
  const { household, replaces, ...heir } = input;
  return open.store.write(open.actor, async (tx) => {
    if (!findParty(tx, household)) refuse('household-unknown');
    if (replaces !== null && !heirsOf(tx, household).some(({ id }) => id === replaces))
      refuse('stale-version', { heir: replaces });
    if (heir.renouncedOn !== null && heir.renouncedOn > clock.today()) refuse('heir-date-wrong');
    const idNo = checkedId(heir.idNo, clock.today());
    const id = await insertHeir(tx, household, replaces, { ...heir, idNo });
    const { capacity, estate, renouncedOn, evidence } = heir;
    const detail = { capacity, estate: yuanText(estate), renouncedOn, evidence, replaces };
    const object = { objectKind: 'heir', objectId: String(id), householdId: household };
    return { result: { id }, audit: { action: 'claims.recordHeir', ...object, detail } };
  });
}
