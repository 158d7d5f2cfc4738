/** Where a case stands after its acts, and which of them do not fit the order of the procedure. */
import { COURT_ACTS, type CourtAct } from './actKinds';
import type { CaseAct } from './acts';
import { leavesAppeal } from './openAppeals';
import { type State, TRANSITIONS } from './procedure';

/** `refuse`: cannot be recorded. `warn`: recorded once a person accepted it with a reason. */
export interface Finding {
  /** Key of the act that it is about. */
  readonly act: string;
  readonly code: string;
  readonly severity: 'refuse' | 'warn';
  readonly article: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface Replayed {
  readonly state: State;
  /** State in which each act found the case, by the act's key. */
  readonly before: ReadonlyMap<string, State>;
  readonly findings: readonly Finding[];
}

const COURT: ReadonlySet<string> = new Set(COURT_ACTS);
export const isCourtAct = (kind: string): kind is CourtAct => COURT.has(kind);

/** `acts` in the order of days. An act that does not fit leaves the case where it is. */
export function replay(acts: readonly CaseAct[]): Replayed {
  let state: State = 'pre-suit';
  const before = new Map<string, State>();
  const findings: Finding[] = [];
  for (const [at, { key, kind }] of acts.entries()) {
    before.set(key, state);
    if (!isCourtAct(kind)) continue;
    const { moves, article } = TRANSITIONS[kind];
    const next: State | undefined = moves[state];
    if (next === undefined)
      findings.push({ act: key, code: 'act-out-of-order', severity: 'refuse', article, facts: { kind, state } });
    else if (!leavesAppeal(acts, at)) state = next;
  }
  return { state, before, findings };
}
