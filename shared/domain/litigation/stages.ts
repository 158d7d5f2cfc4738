/** Where a case stands, in the words of the litigation ledger: before a suit by the gate, afterwards by the procedure. */
import type { CaseFile } from './caseFile';
import { isClaimLost } from './effect';
import { type Gate, opinionOf } from './gate';
import { STATES, type State } from './procedure';

const GATE_STAGES = ['assessment', 'opinion', 'committee', 'refused', 'consented', 'cleared'] as const;

/** `lost`: a court dismissed the claim, and nothing is left to be enforced. */
export type Stage = (typeof GATE_STAGES)[number] | Exclude<State, 'pre-suit'> | 'lost';
export const STAGES: readonly Stage[] = [
  ...GATE_STAGES,
  ...STATES.filter((state): state is Exclude<State, 'pre-suit'> => state !== 'pre-suit'),
  'lost',
];

/** Nothing more is to be done in court. */
export const isClosed = (stage: Stage): boolean => stage === 'closed';

export function stageOf(file: CaseFile, gate: Gate, state: State): Stage {
  if (state === 'effective' && isClaimLost(file.acts)) return 'lost';
  if (state !== 'pre-suit') return state;
  const { state: consent } = file.consent;
  if (consent === 'rejected') return 'refused';
  if (consent === 'submitted') return 'committee';
  if (consent === 'approved' || consent === 'recorded') {
    const filing = gate.steps.find(({ id }) => id === 'filing')?.state;
    return filing === 'done' || filing === 'recorded' || filing === 'not-needed' ? 'cleared' : 'consented';
  }
  return opinionOf(file) ? 'opinion' : 'assessment';
}
