/** Permits that wait for somebody: for the filing level's answer, or for the act that they permit (LIT-08 to LIT-10). */
import { COURT_ACTS } from './actKinds';
import type { CaseFacts } from './caseFacts';
import { actUsing, OF_SEIZURE, type Permit, RELEASED_BY } from './permits';
import { type Guard, TRANSITIONS } from './procedure';

export interface OpenPermit {
  readonly permit: Permit;
  readonly waitsFor: 'filing' | 'act';
}

type Standing = Pick<CaseFacts, 'permits' | 'acts' | 'state' | 'seizures' | 'gate'>;

/** Whether an act that it permits still fits where the case stands. */
function mayStillServe({ state, seizures }: Standing, { kind, terms }: Permit): boolean {
  const { release } = terms;
  if (OF_SEIZURE.includes(release)) return seizures.some(({ key, releasedOn }) => key === terms.act && !releasedOn);
  if (release) return TRANSITIONS[RELEASED_BY[release]].moves[state] !== undefined;
  // Things are taken by a ruling or in a settlement.
  const guards: readonly (Guard | null)[] = kind === 'in-kind' ? ['in-kind', 'settlement'] : [kind];
  return COURT_ACTS.some((act) => guards.includes(TRANSITIONS[act].guard) && TRANSITIONS[act].moves[state]);
}

/** In the order in which they were asked for; what was used, refused or came too late waits for nobody. */
export function openPermits(facts: Standing): OpenPermit[] {
  const needsFiling = facts.gate.filingLevel !== 'none';
  return facts.permits.flatMap((permit): OpenPermit[] => {
    const { id, state, kind, filingNo } = permit;
    if (state !== 'approved' || actUsing(facts.acts, id) || !mayStillServe(facts, permit)) return [];
    const isUnfiled = kind !== 'settlement' && needsFiling && filingNo === null;
    return [{ permit, waitsFor: isUnfiled ? 'filing' : 'act' }];
  });
}
