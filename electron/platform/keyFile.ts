/**
 * `keys.json` and its twin `keys.backup.json`: the same slots twice, each with a checksum, so that a damaged byte in
 * either keeps nobody out. The first file governs while it is whole; a slot that is damaged there is taken from the twin.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { refuse } from '@shared/kernel/result';
import { writeFileAtomic } from './atomicFile';
import { twinOf } from './dataFolder';
import { isSound, type KeyFile, type Slot } from './keySlots';

/** What the text is, parsed. */
interface Stored {
  readonly version: 2;
  readonly slots: readonly Slot[];
  /** SHA-256 over the slots' checksums: nothing is missing. */
  readonly checksum: string;
}

interface Read {
  readonly sound: readonly Slot[];
  readonly whole: boolean;
  readonly text: string;
}

const sumOf = (slots: readonly Slot[]): string =>
  createHash('sha256')
    .update(slots.map((slot) => slot.checksum).join())
    .digest('hex');

/** JSON with each slot and each comma on a line of its own: where a byte spoils the whole, the other lines can be read. */
const textOf = ({ slots }: KeyFile): string =>
  `{"version":2,"slots":[\n${slots.map((slot) => JSON.stringify(slot)).join('\n,\n')}\n],"checksum":"${sumOf(slots)}"}\n`;

function parsed<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}

function read(path: string): Read {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return { sound: [], whole: false, text: '' };
  }
  const stored = parsed<Stored>(text);
  if (stored?.version !== 2 || !Array.isArray(stored.slots)) {
    const lines = text.split('\n').map((line) => parsed<Slot>(line));
    return { sound: lines.filter(isSound), whole: false, text };
  }
  const sound = stored.slots.filter(isSound);
  return { sound, whole: sound.length === stored.slots.length && stored.checksum === sumOf(sound), text };
}

const both = (path: string): [Read, Read] => [read(path), read(twinOf(path))];

const isSame = (one: Slot, other: Slot) => one.kind === other.kind && one.name === other.name;

/** `path`: keys.json of a data folder or a backup. The slots that can be trusted. Refusal: key-slot-missing, when neither file holds any. */
export function readKeyFile(path: string): KeyFile {
  const [first, twin] = both(path);
  if (first.whole && first.sound.length > 0) return { slots: first.sound };
  if (twin.whole && twin.sound.length > 0) return { slots: twin.sound };
  const added = twin.sound.filter((slot) => !first.sound.some((known) => isSame(known, slot)));
  const slots = [...first.sound, ...added];
  if (slots.length === 0) refuse('key-slot-missing', { file: path });
  return { slots };
}

/** Whether both files are there, whole and equal to each other. */
export function isHealthy(path: string): boolean {
  const [first, twin] = both(path);
  return first.whole && first.sound.length > 0 && first.text === twin.text;
}

/**
 * The first file, then its twin. A twin that cannot be written is removed rather than left behind with an old password,
 * and made again at the next sign-in; `twinNeeded` throws instead: what follows relies on the two.
 */
export function writeKeyFile(path: string, file: KeyFile, { twinNeeded = false } = {}): void {
  const bytes = Buffer.from(textOf(file));
  writeFileAtomic(path, bytes);
  try {
    writeFileAtomic(twinOf(path), bytes);
  } catch (error) {
    if (twinNeeded) throw error;
    rmSync(twinOf(path), { force: true });
  }
}

/** The key file of a set-up under way: a single one, under a name of its own. */
export function writeUnfinishedKeys(path: string, file: KeyFile): void {
  writeFileAtomic(path, Buffer.from(textOf(file)));
}

/** What `DatabaseKey.database` names: the first sixteen bytes of a database file. Empty for a shorter or absent file. */
export function databaseMark(path: string): string {
  try {
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(16);
      return readSync(file, bytes, 0, 16, 0) === 16 ? bytes.toString('hex') : '';
    } finally {
      closeSync(file);
    }
  } catch {
    return '';
  }
}
