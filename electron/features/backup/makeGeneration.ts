/**
 * Makes one generation, in two parts: the copy of the database while its file stands still, then everything else. It gets its
 * name only when all of it was read back and is on the disk; until then it ends in `.part` and counts for nothing.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupReason } from '@shared/domain/backup/generations';
import { refuse } from '@shared/kernel/result';
import { type CopyFacts, examineCopy, type SnapshotFacts } from '../../database/backupCopy';
import { flushFolder, renameFlushed, writeFileAtomic } from '../../platform/atomicFile';
import type { Copied } from '../../platform/backup/copyFile';
import { copyDatabase, type OpenDatabaseFile } from '../../platform/backup/databaseCopy';
import { copyFailure, refuseNoSpace } from '../../platform/backup/freeSpace';
import { attachmentsOf, listGenerations, PART } from '../../platform/backup/generationFolder';
import {
  ATTACHMENTS,
  type AttachmentEntry,
  type BESIDE,
  DATABASE,
  digestOf,
  type Manifest,
  writeManifest,
} from '../../platform/backup/manifest';
import { fillPool, planPool } from '../../platform/backup/pool';
import { FileStore } from '../../platform/fileStore';
import type { StageReport } from './stageReport';

export interface CopyJob {
  readonly source: OpenDatabaseFile;
  /** The folder of all generations. */
  readonly root: string;
  readonly id: string;
}

export interface FinishJob {
  readonly root: string;
  readonly id: string;
  readonly at: string;
  readonly reason: BackupReason;
  readonly program: string;
  readonly key: Uint8Array;
  readonly expected: SnapshotFacts;
  readonly database: Copied;
  /** Small files of the data folder as they were at the snapshot. */
  readonly beside: readonly { readonly name: (typeof BESIDE)[number]; readonly bytes: Uint8Array }[];
  readonly filesDir: string;
}

const partOf = (root: string, id: string): string => join(root, `${id}${PART}`);

/** Refusals: backup-no-space, path-unwritable. */
export async function copyPart(job: CopyJob, report: StageReport): Promise<Copied> {
  const part = partOf(job.root, job.id);
  const { size } = job.source;
  try {
    mkdirSync(job.root, { recursive: true });
    refuseNoSpace(job.root, size);
    mkdirSync(part);
    let done = 0;
    return await copyDatabase(job.source, join(part, DATABASE), (bytes) => {
      done += bytes;
      report('database', done, size);
    });
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    throw copyFailure(job.root, size, error);
  }
}

/** Refusals: backup-unverified {what}, backup-no-space, path-unwritable. */
export async function finishPart(job: FinishJob, report: StageReport): Promise<Manifest> {
  const part = partOf(job.root, job.id);
  let needed = job.database.size;
  try {
    report('verify', 0, null);
    const facts = examineCopy(join(part, DATABASE), job.key, job.expected);
    const [newest] = listGenerations(job.root);
    const plan = planPool(job.root, job.filesDir, facts.attachments, newest ? attachmentsOf(newest) : []);
    needed = plan.bytes;
    refuseNoSpace(job.root, needed);
    let done = 0;
    const filled = await fillPool(job.root, job.filesDir, plan, provedBy(job.root, facts.keys), (bytes) => {
      done += bytes;
      report('attachments', done, Math.max(done, needed));
    });
    const attachments = [...plan.known, ...filled.added].sort((a, b) => (a[0] < b[0] ? -1 : 1));
    const missing = plan.missing.length + filled.damaged.length;
    const manifest = describe(job, { ...facts, missing }, attachments);
    for (const { name, bytes } of [...job.beside, listFile(attachments)]) writeFileAtomic(join(part, name), bytes);
    writeManifest(part, manifest);
    flushFolder(part);
    renameFlushed(part, join(job.root, job.id));
    return manifest;
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    throw copyFailure(job.root, needed, error);
  }
}

/** Decrypts what lies in the pool: the tag vouches for every byte and for the name. */
function provedBy(root: string, keys: CopyFacts['keys']): (name: string) => boolean {
  const store = new FileStore(join(root, 'files'), keys);
  return (name) => store.isAuthentic(name);
}

const listFile = (attachments: readonly AttachmentEntry[]) =>
  ({ name: ATTACHMENTS, bytes: Buffer.from(JSON.stringify(attachments)) }) as const;

function describe(
  job: FinishJob,
  facts: SnapshotFacts & { counts: Readonly<Record<string, number>>; missing: number },
  attachments: readonly AttachmentEntry[],
): Manifest {
  const { id, at, reason, program, database } = job;
  if (database.size === 0) refuse('backup-unverified', { what: 'empty' });
  const small = [...job.beside, listFile(attachments)].map(({ name, bytes }) => ({
    name,
    size: bytes.length,
    sha256: digestOf(bytes),
  }));
  const sum = attachments.reduce((bytes, entry) => bytes + entry[1], 0);
  return {
    format: 1,
    id,
    at,
    reason,
    program,
    schema: facts.schema,
    counts: { ...facts.counts },
    head: facts.head,
    files: [{ name: DATABASE, size: database.size, sha256: database.sha256 }, ...small],
    attachments: { count: attachments.length, bytes: sum, missing: facts.missing },
  };
}
