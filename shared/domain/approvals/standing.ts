/** Where a request stands, and what a step makes of it. Pure: the use cases gather the facts and write the outcome. */
import { present } from '@shared/kernel/assert';
import { type Decision, granted, refused } from '@shared/kernel/result';
import { type HeldLevel, heldFor, type Level, roleOf } from './levels';

export const STATES = ['submitted', 'approved', 'returned', 'rejected', 'withdrawn', 'void'] as const;
export type RequestState = (typeof STATES)[number];

/** What a level may say of a request. */
export const OUTCOMES = ['consent', 'return', 'reject'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Standing {
  readonly state: RequestState;
  readonly path: readonly Level[];
  /** Index of the level that is asked now. */
  readonly at: number;
  readonly unitId: number;
  /** Who decided a level as a person. */
  readonly deciders: readonly number[];
  /** Who is recorded to have a conflict. */
  readonly conflicted: readonly number[];
}

export interface Decider {
  readonly userId: number;
  readonly held: readonly HeldLevel[];
}

export const levelAsked = ({ state, path, at }: Standing): Level | null =>
  state === 'submitted' ? present(path[at], 'an open request waits for a level') : null;

/**
 * With whose authority somebody may decide now. Refusals in order: request-closed {state}, level-other {level} (another
 * level is asked; `beyond-authority` takes its place where a limit is the reason), decided-before, conflict-recorded.
 */
export function mayDecide(standing: Standing, by: Decider): Decision<HeldLevel> {
  const level = levelAsked(standing);
  if (level === null) return refused('request-closed', { state: standing.state });
  const held = heldFor(by.held, level, standing.unitId);
  if (!held) return refused('level-other', { level, role: roleOf(level) });
  if (level !== 'committee' && standing.deciders.includes(by.userId)) return refused('decided-before');
  if (standing.conflicted.includes(by.userId) && level !== 'committee') return refused('conflict-recorded');
  return granted(held);
}

/** Where the request stands after the level that was asked has spoken. */
export function afterwards(
  { path, at }: Pick<Standing, 'path' | 'at'>,
  outcome: Outcome,
): { state: RequestState; at: number } {
  if (outcome === 'return') return { state: 'returned', at };
  if (outcome === 'reject') return { state: 'rejected', at };
  return at + 1 < path.length ? { state: 'submitted', at: at + 1 } : { state: 'approved', at };
}
