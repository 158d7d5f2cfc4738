/** What a backup holds and what restoring it would change; every byte of it is read against its manifest first. */
import type { inspected } from '@shared/contract/backup.contract';
import { differences } from '@shared/domain/backup/differences';
import { may } from '@shared/domain/users/roles';
import { refuse } from '@shared/kernel/result';
import type { z } from 'zod';
import { countRows, type LogHead, readHead } from '../../database/backupCopy';
import { NEWEST_VERSION } from '../../database/migrate';
import { openSource } from '../../platform/backup/backupSource';
import { bytesOf, type Manifest } from '../../platform/backup/manifest';
import { hasOwnFiles } from '../../platform/backup/swapFolder';
import type { Services } from '../../services';
import type { StageReport } from './stageReport';

/** Before sign-in anybody may look: a backup shows numbers only. Whoever is signed in needs the right (`role-missing`). */
export function admitRestorer({ session }: Services): void {
  const roles = session.open?.actor.roles;
  if (roles && !may(roles, 'backup.restore')) refuse('role-missing', { permission: 'backup.restore', roles });
}

/** Refuses backup-unreadable, backup-damaged, backup-newer {found, known}. */
export async function manifestOf(path: string): Promise<Manifest> {
  const source = await openSource(path);
  const { manifest } = source;
  source.close();
  if (manifest.schema > NEWEST_VERSION) refuse('backup-newer', { found: manifest.schema, known: NEWEST_VERSION });
  return manifest;
}

export interface PresentFacts {
  readonly counts: Readonly<Record<string, number>>;
  readonly head: LogHead | null;
}

/** Null while nobody is signed in: a locked folder tells nothing. */
export async function presentFacts({ session }: Services): Promise<PresentFacts | null> {
  const store = session.open?.store;
  if (!store) return null;
  return store.reading(async () => ({ counts: countRows(store.sqlite), head: readHead(store.sqlite) }));
}

/** Refusals in order: role-missing, backup-unreadable {path}, backup-damaged {file}, backup-newer. */
export async function inspectBackup(
  services: Services,
  path: string,
  report: StageReport,
  signal?: AbortSignal,
): Promise<z.infer<typeof inspected>> {
  admitRestorer(services);
  const manifest = await manifestOf(path);
  await services.backups.run('verify', { path }, report, signal);
  const present = await presentFacts(services);
  const replaces = hasOwnFiles(services.session.folder.root);
  // Where nothing lies, nothing is a known number.
  const there = present?.counts ?? (replaces ? null : {});
  const { at, program, schema, attachments, counts, head } = manifest;
  return {
    kind: 'inspected',
    at,
    program,
    schema,
    bytes: bytesOf(manifest),
    attachments: attachments.count,
    differences: differences(counts, there),
    log: { backup: head?.seq ?? null, present: present?.head?.seq ?? null },
    replaces,
  };
}
