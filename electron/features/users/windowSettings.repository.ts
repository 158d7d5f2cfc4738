/** What the folder keeps for its windows: minutes until they lock, and what a person had typed when they did. */
import { IDLE_MINUTES } from '@shared/domain/users/idleLock';
import type { ReadDb, WriteTx } from '../../database/store';
import { readSetting, removeSetting, writeSetting } from './settings.repository';

const IDLE = 'idleMinutes';
/** Encrypted with everything else; a person's own, and gone once handed back. */
const typedKey = (userId: number): string => `typed:${userId}`;

export async function readIdleMinutes(db: ReadDb): Promise<number> {
  return Number((await readSetting(db, IDLE)) ?? IDLE_MINUTES.standard);
}

export const writeIdleMinutes = (tx: WriteTx, minutes: number): Promise<void> =>
  writeSetting(tx, IDLE, String(minutes));

/** Unfinished forms by their name, as the window handed them in. */
export type TypedForms = Readonly<Record<string, unknown>>;

export interface Typed {
  /** Of the program whose pages these forms belong to. */
  readonly version: string;
  readonly forms: TypedForms;
}

export async function readTyped(db: ReadDb, userId: number): Promise<Typed | null> {
  const stored = await readSetting(db, typedKey(userId));
  return stored === undefined ? null : (JSON.parse(stored) as Typed);
}

export const writeTyped = (tx: WriteTx, userId: number, typed: Typed): Promise<void> =>
  writeSetting(tx, typedKey(userId), JSON.stringify(typed));

export const deleteTyped = (tx: WriteTx, userId: number): Promise<void> => removeSetting(tx, typedKey(userId));
