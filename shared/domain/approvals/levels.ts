/** Who decides a request, level by level: a role of ORG-02, or the committee as a body. */
import { assert } from '@shared/kernel/assert';
import type { Role } from '../users/roles';

export const LEVELS = [
  'group-leader',
  'team-captain',
  'sub-branch-director',
  'credit-director',
  'counsel',
  'asset-preservation-head',
  'deputy-head',
  'committee',
  'branch-head',
] as const;
export type Level = (typeof LEVELS)[number];

/** Older words of the regulations' tables. The regulations say 支行 for its head (B1 §12, §19). */
const SYNONYMS: Readonly<Record<string, Level>> = {
  branch: 'branch-head',
  head: 'branch-head',
  'asset-preservation': 'asset-preservation-head',
  director: 'sub-branch-director',
};

/** A rule's word as a level; null for `none` and nothing. Any other word is a mistake of the pack. */
export function levelOfWord(word: string): Level | null {
  if (word === '' || word === 'none') return null;
  const level = SYNONYMS[word] ?? LEVELS.find((each) => each === word);
  assert(level, `"${word}" names a level of approval`);
  return level;
}

export const roleOf = (level: Level): Role => (level === 'committee' ? 'committee-member' : level);

/** A director answers for his own sub-branch only. */
const isOfUnit = (level: Level): boolean => level === 'sub-branch-director';

/** A level that somebody may decide at, and whose authority it is: his own, or that of an absent colleague. */
export interface HeldLevel {
  readonly level: Level;
  readonly unitId: number;
  /** Who handed it over; null for his own. */
  readonly from: { readonly userId: number; readonly display: string } | null;
}

const LEVEL_OF_ROLE = new Map(LEVELS.map((level) => [roleOf(level), level]));

/** The levels of somebody's own roles. */
export function ownLevels(roles: readonly Role[], unitId: number): HeldLevel[] {
  return roles.flatMap((role) => {
    const level = LEVEL_OF_ROLE.get(role);
    return level ? [{ level, unitId, from: null }] : [];
  });
}

/** His own authority goes before one that was handed to him. */
export function heldFor(held: readonly HeldLevel[], level: Level, unitId: number): HeldLevel | null {
  const fitting = held.filter((each) => each.level === level && (!isOfUnit(level) || each.unitId === unitId));
  return fitting.find(({ from }) => from === null) ?? fitting[0] ?? null;
}
