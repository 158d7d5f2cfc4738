/** What backups there are; from manifests alone, so it can be said before sign-in. */
import { existsSync } from 'node:fs';
import type { generation as generationShape } from '@shared/contract/backup.contract';
import type { z } from 'zod';
import { storageCause } from '../../database/uncertain';
import { type Generation, isOnSecondDevice, listGenerations } from '../../platform/backup/generationFolder';
import { bytesOf } from '../../platform/backup/manifest';
import type { DataFolder } from '../../platform/dataFolder';
import type { Services } from '../../services';
import { readBackupSettings, secondRoot } from './backupSettings';

type GenerationView = z.infer<typeof generationShape>;

export function viewOf(generation: Generation): GenerationView {
  const { dir, manifest } = generation;
  const { id, at, reason, program, attachments } = manifest;
  const secondDevice = isOnSecondDevice(generation);
  return { id, path: dir, at, reason, program, bytes: bytesOf(manifest), attachments: attachments.count, secondDevice };
}

/**
 * The newest verified backup, or null; for the status bar and the sign-in card. It is part of what signing in and changing a
 * password answer: backups that cannot be read just now must not make these look undone.
 */
export function lastBackup(folder: DataFolder): { at: string; verified: boolean; secondDevice: boolean } | null {
  try {
    const [newest] = listGenerations(folder.backups);
    return newest ? { at: newest.manifest.at, verified: true, secondDevice: isOnSecondDevice(newest) } : null;
  } catch (error) {
    if (storageCause(error) === null) throw error;
    return null;
  }
}

export function backupStatus(services: Services) {
  const { folder } = services.session;
  const { running, lastFailure } = services.backups;
  const generations = listGenerations(folder.backups).map(viewOf);
  const failure = lastFailure ? { code: lastFailure.code, facts: { ...lastFailure.facts } } : null;
  return { generations, secondDevice: secondStatus(folder), running, lastFailure: failure };
}

function secondStatus(folder: DataFolder) {
  const dir = readBackupSettings(folder).secondDevice;
  if (dir === null) return null;
  if (!existsSync(dir)) return { dir, state: 'absent' as const, newestAt: null };
  const [there] = listGenerations(secondRoot(dir));
  const [here] = listGenerations(folder.backups);
  const isBehind = here !== undefined && !isOnSecondDevice(here);
  return { dir, state: isBehind ? ('failed' as const) : ('ready' as const), newestAt: there?.manifest.at ?? null };
}

/** Generations that a restore can begin from: beside the data folder and on the second device, each once. */
export function backupSources(folder: DataFolder): GenerationView[] {
  const here = listGenerations(folder.backups).map(viewOf);
  const dir = readBackupSettings(folder).secondDevice;
  const there = dir === null ? [] : listGenerations(secondRoot(dir)).map(viewOf);
  return [...here, ...there.filter(({ id }) => !here.some((each) => each.id === id))];
}
