/** Makes a verified generation while people work, copies it to the second device, and removes what need not be kept. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BackupReason, generationId } from '@shared/domain/backup/generations';
import { RefusalError, refuse } from '@shared/kernel/result';
import { snapshotFacts } from '../../database/backupCopy';
import type { OpenFolder } from '../../openFolder';
import {
  type Generation,
  listGenerations,
  markSecondDevice,
  removeUnfinished,
} from '../../platform/backup/generationFolder';
import { BESIDE, bytesOf } from '../../platform/backup/manifest';
import type { Clock } from '../../platform/clock';
import type { Services } from '../../services';
import { readBackupSettings, secondRoot } from './backupSettings';
import type { StageReport } from './stageReport';

export interface MadeBackup {
  readonly generation: Generation;
  /** Why the second device has no copy of it; null: it has one, or none is wanted. */
  readonly secondDevice: { readonly code: string; readonly facts: Readonly<Record<string, unknown>> } | null;
}

/**
 * Refusals: folder-read-only, backup-running, backup-no-space {needed, free}, path-unwritable, backup-unverified {what}. A second device that is
 * absent or full fails nothing: it is reported. Rejects with an AbortError when the folder is closed meanwhile.
 */
export async function createBackup(
  services: Services,
  open: OpenFolder,
  reason: BackupReason,
  report: StageReport,
  signal?: AbortSignal,
): Promise<MadeBackup> {
  // What stands under an alarm must not push sound backups out.
  const { alarm, readOnly } = open.store;
  if (readOnly) refuse('folder-read-only', { alarm: alarm?.code ?? null });
  return services.backups.alone(async () => {
    const started = performance.now();
    const generation = await makeGeneration(services, open, reason, report, signal);
    const secondDevice = await copyToSecondDevice(services, open, generation, report, signal);
    await services.backups.run('prune', { root: open.folder.backups }, report, signal);
    // Locked meanwhile: the generation stands, and there is no log to write into.
    if (services.session.open?.store !== open.store) throw new DOMException('the folder was closed', 'AbortError');
    const { id, attachments, head } = generation.manifest;
    const detail = {
      reason,
      bytes: bytesOf(generation.manifest),
      attachments: attachments.count,
      missing: attachments.missing,
      log: head?.seq ?? null,
      milliseconds: Math.round(performance.now() - started),
      secondDevice: secondDevice?.code ?? null,
    };
    await open.store.write(open.actor, async () => ({
      result: null,
      audit: { action: 'backup.create', objectKind: 'backup', objectId: id, detail },
    }));
    services.backups.lastFailure = null;
    return { generation, secondDevice };
  });
}

async function makeGeneration(
  services: Services,
  { folder, store, key }: OpenFolder,
  reason: BackupReason,
  report: StageReport,
  given?: AbortSignal,
): Promise<Generation> {
  const { backups, clock, version } = services;
  const root = folder.backups;
  removeUnfinished(root);
  const id = nextId(clock, root);
  const at = clock.now().toISOString();
  try {
    const copied = await store.frozen(
      folder.database,
      (sqlite) => ({ expected: snapshotFacts(sqlite), beside: readBeside(folder.root) }),
      async (source, facts, closing) => {
        const signal = given ? AbortSignal.any([given, closing]) : closing;
        const database = await backups.run('copyPart', { source, root, id }, report, signal);
        return { ...facts, database };
      },
    );
    const job = {
      root,
      id,
      at,
      reason,
      program: version,
      key: Uint8Array.from(key),
      filesDir: folder.files,
      ...copied,
    };
    const manifest = await backups.run('finishPart', job, report, given);
    return { dir: join(root, id), manifest };
  } catch (error) {
    // A thread that was cut off could not clean up after itself.
    removeUnfinished(root);
    throw error;
  }
}

function nextId(clock: Clock, root: string): string {
  const now = clock.now();
  const taken = listGenerations(root).map(({ manifest }) => manifest.id);
  return generationId(clock.today(), now.getHours(), now.getMinutes(), taken);
}

function readBeside(root: string) {
  return BESIDE.flatMap((name) => {
    try {
      return [{ name, bytes: Uint8Array.from(readFileSync(join(root, name))) }];
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') return [];
      throw error;
    }
  });
}

async function copyToSecondDevice(
  services: Services,
  { folder }: OpenFolder,
  generation: Generation,
  report: StageReport,
  signal?: AbortSignal,
): Promise<MadeBackup['secondDevice']> {
  const dir = readBackupSettings(folder).secondDevice;
  if (dir === null) return null;
  try {
    await services.backups.run('mirror', { generation, root: secondRoot(dir) }, report, signal);
    markSecondDevice(generation, services.clock.now().toISOString());
    return null;
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    return { code: error.refusal.code, facts: error.refusal.facts ?? {} };
  }
}
