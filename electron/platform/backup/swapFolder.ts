/**
 * Puts restored files in the place of a data folder's own: all of them or none, whenever the power fails. Everything is prepared in
 * `restoring/`; then `restore.json` is written, which decides it; then the present files move to `before-restore-…/` and
 * the prepared ones into their places, each by a rename. A swap that was interrupted is finished before anything is opened.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { flushFolder, writeFileAtomic } from '../atomicFile';

/** What makes up the data of a folder; backups and earlier safety copies stay where they are. */
const OWN = [
  'qingshou.db',
  'qingshou.db-wal',
  'qingshou.db-shm',
  'qingshou.db-journal',
  'keys.json',
  'keys.backup.json',
  'files',
  'anchors.json',
  'signin.json',
  'holder.json',
] as const;

const STAGING = 'restoring';
const JOURNAL = 'restore.json';

export const stagingOf = (root: string): string => join(root, STAGING);

/** `name` with forward slashes, as a manifest has it. */
export const stagedPath = (staging: string, name: string): string => join(staging, ...name.split('/'));

const journalShape = z.strictObject({
  aside: z.string().regex(/^before-restore-[0-9T-]+$/),
  /** What is moved in; everything else of OWN only goes. */
  staged: z.array(z.enum(OWN)),
});

/** An empty place to prepare a restore in; what an earlier one left goes away. */
export function prepareStaging(root: string): string {
  finishSwap(root);
  const staging = stagingOf(root);
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  return staging;
}

export function dropStaging(root: string): void {
  rmSync(stagingOf(root), { recursive: true, force: true });
}

/** What restores and backups leave in a folder beside its data. */
export const isOfRestores = (name: string): boolean =>
  name === STAGING || name === JOURNAL || name === 'backups' || name.startsWith('before-restore-');

/** Whether there is anything that a swap would move aside. */
export const hasOwnFiles = (root: string): boolean => OWN.some((name) => existsSync(join(root, name)));

/** `stamp`: digits, T and hyphens. The folder the present files went to, or null when there were none. */
export function swapIn(root: string, stamp: string): string | null {
  let aside = `before-restore-${stamp}`;
  for (let n = 2; existsSync(join(root, aside)); n += 1) aside = `before-restore-${stamp}-${n}`;
  const replaced = hasOwnFiles(root);
  const staged = OWN.filter((name) => existsSync(join(stagingOf(root), name)));
  writeFileAtomic(join(root, JOURNAL), Buffer.from(JSON.stringify({ aside, staged })));
  finishSwap(root);
  return replaced ? join(root, aside) : null;
}

/** Ends a swap that was decided; does nothing when there is none. Each step may be found done already. */
export function finishSwap(root: string): void {
  const journal = readJournal(root);
  if (!journal) return;
  const aside = join(root, journal.aside);
  for (const name of OWN) {
    const [own, prepared, kept] = [join(root, name), join(stagingOf(root), name), join(aside, name)];
    const isStaged = journal.staged.includes(name);
    // What was moved in already is the restored file and stays; an old one never takes the place of another old one.
    if (existsSync(own) && !existsSync(kept) && (!isStaged || existsSync(prepared))) {
      mkdirSync(aside, { recursive: true });
      renameSync(own, kept);
    }
    if (isStaged && existsSync(prepared)) renameSync(prepared, own);
  }
  for (const folder of [aside, root]) if (existsSync(folder)) flushFolder(folder);
  rmSync(join(root, JOURNAL), { force: true });
  flushFolder(root);
  dropStaging(root);
}

function readJournal(root: string): z.infer<typeof journalShape> | null {
  const path = join(root, JOURNAL);
  if (!existsSync(path)) return null;
  // Written by a rename: it is whole or not there. One that does not fit is not ours to act on.
  return journalShape.parse(JSON.parse(readFileSync(path, 'utf8')));
}
