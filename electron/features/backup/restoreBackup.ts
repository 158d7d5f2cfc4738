/**
 * Puts a backup in the place of the present data folder: prepared and proved beside it, then swapped in whole. What was there
 * is moved aside and never deleted. Two persons of the backup prove themselves by their passwords in it; afterwards
 * everybody signs in anew.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { may } from '@shared/domain/users/roles';
import { refuseOwnItem } from '@shared/domain/users/separation';
import { refuse } from '@shared/kernel/result';
import { isHeldElsewhere } from '../../database/backupCopy';
import { openSqlite } from '../../database/open';
import { type Actor, Store } from '../../database/store';
import { writeFileAtomic } from '../../platform/atomicFile';
import { openSource, readSmall } from '../../platform/backup/backupSource';
import type { Manifest } from '../../platform/backup/manifest';
import { dropStaging, hasOwnFiles, isOfRestores, prepareStaging, swapIn } from '../../platform/backup/swapFolder';
import { type DataFolder, dataFolder, readHolder } from '../../platform/dataFolder';
import { databaseMark, readKeyFile } from '../../platform/keyFile';
import { hasUserSlot, type OpenedSlot, openWithPassword, wipeOpened } from '../../platform/keySlots';
import type { SignInGuard } from '../../platform/signInGuard';
import type { Services } from '../../services';
import { Anchors } from '../audit/anchors';
import { failedSignIns } from '../users/failedSignIns';
import { findUser, type UserRow } from '../users/users.repository';
import { admitRestorer, manifestOf, type PresentFacts, presentFacts } from './inspectBackup';
import type { StageReport } from './stageReport';

interface Keeper {
  readonly name: string;
  readonly password: string;
}

export interface RestoreInput {
  readonly source: string;
  readonly administrator: Keeper;
  /** Null only where nothing is replaced. */
  readonly second: Keeper | null;
  readonly reason: string;
}

interface Prepared {
  readonly input: RestoreInput;
  readonly manifest: Manifest;
  readonly staged: DataFolder;
  readonly key: Buffer;
  readonly replaced: PresentFacts | null;
  readonly guard: SignInGuard;
}

/**
 * Refusals in order: role-missing, reason-missing, backup-unreadable, backup-damaged, backup-newer, restore-second-person
 * (missing), in-use, folder-not-empty, backup-running, signin-delayed, bad-credentials {who}, backup-no-space, restore-administrator, own-item,
 * restore-second-person {who}. Answers the folder the present data went to; null when there were none.
 */
export async function restoreBackup(
  services: Services,
  input: RestoreInput,
  report: StageReport,
  signal?: AbortSignal,
): Promise<{ aside: string | null }> {
  const { session, backups } = services;
  admitRestorer(services);
  if (input.reason === '') refuse('reason-missing');
  const manifest = await manifestOf(input.source);
  const { folder } = session;
  refuseUnfitFolder(services, input);
  const guard = guardOf(services);
  return backups.alone(async () => {
    const staging = prepareStaging(folder.root);
    const opened: OpenedSlot[] = [];
    try {
      await openKeepers(guard, input, staging, opened);
      await backups.run('stage', { path: input.source, staging }, report, signal);
      const staged = dataFolder(staging);
      const key = keyFor(staged, opened);
      await approve(services, { input, manifest, staged, key, guard, replaced: await presentFacts(services) });
      await session.lock();
      const aside = swapIn(folder.root, stampOf(services));
      guard.reported();
      await anchorAnew(services, folder, key);
      return { aside };
    } catch (error) {
      dropStaging(folder.root);
      throw error;
    } finally {
      for (const slot of opened) wipeOpened(slot);
    }
  });
}

/** `20261122T023000` in UTC, as a name. */
const stampOf = ({ clock }: Services): string => clock.now().toISOString().slice(0, 19).replaceAll(/[-:]/g, '');

function refuseUnfitFolder({ session }: Services, input: RestoreInput): void {
  const { folder } = session;
  const replaces = hasOwnFiles(folder.root);
  if (replaces && !input.second) refuse('restore-second-person');
  if (replaces && !session.open && isHeldElsewhere(folder.database)) refuse('in-use', { holder: readHolder(folder) });
  if (replaces) return;
  // A first folder begins where nothing else lies (`prepareEmpty`).
  const others = namesIn(folder.root).filter((name) => !isOfRestores(name));
  if (others.length > 0) refuse('folder-not-empty', { folder: folder.root });
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return [];
    throw error;
  }
}

/** The passwords are tried before gigabytes are copied; only the small key files are needed for it. */
async function openKeepers(
  guard: SignInGuard,
  input: RestoreInput,
  staging: string,
  opened: OpenedSlot[],
): Promise<void> {
  const source = await openSource(input.source);
  try {
    for (const name of ['keys.json', 'keys.backup.json'] as const) {
      const bytes = await readSmall(source, name);
      if (bytes) writeFileAtomic(join(staging, name), bytes);
    }
  } finally {
    source.close();
  }
  const keys = readKeyFile(dataFolder(staging).keys);
  const open = async ({ name, password }: Keeper, who: 'administrator' | 'second') => {
    const shown = hasUserSlot(keys, name) ? name : '***';
    const act = () => openWithPassword(keys, name, password);
    opened.push((await guard.attempt({ subject: name, shown, act })) ?? refuse('bad-credentials', { who }));
  };
  await open(input.administrator, 'administrator');
  if (input.second) await open(input.second, 'second');
}

/**
 * Failures count together with those of signing in: they are mostly the same passwords. On a new computer the program's own
 * folder remembers them, since a data folder must begin empty.
 */
function guardOf({ session }: Services): SignInGuard {
  const { root } = session.folder;
  return session.guardIn(hasOwnFiles(root) ? root : (session.ownDir ?? root));
}

/** Both slots must open this very database. */
function keyFor(staged: DataFolder, opened: readonly OpenedSlot[]): Buffer {
  const mark = databaseMark(staged.database);
  const keys = opened.map(({ keys }) => keys.find(({ database }) => database === mark)?.key);
  const first = keys[0];
  if (!first || !keys.every((key) => key?.equals(first))) refuse('backup-damaged', { file: 'keys.json' });
  return first;
}

/** Rights are those of the backup. The act is written into its log, so that the restored folder itself tells what happened. */
async function approve(services: Services, prepared: Prepared): Promise<void> {
  const { input, manifest, staged, key, guard, replaced } = prepared;
  const store = new Store(openSqlite({ path: staged.database, key }), services.clock);
  try {
    const administrator = await activeUser(store, input.administrator.name);
    if (!administrator || !may(administrator.roles, 'backup.restore')) refuse('restore-administrator');
    const second = input.second ? await secondPerson(store, input.second.name, administrator) : null;
    const detail = {
      at: manifest.at,
      reason: input.reason,
      second: second?.name ?? null,
      log: manifest.head?.seq ?? null,
      replaced: replaced ? { log: replaced.head?.seq ?? null, rows: { ...replaced.counts } } : null,
    };
    await store.write(actorOf(administrator, services.workstation), async () => ({
      result: null,
      audit: [
        ...failedSignIns(guard),
        { action: 'backup.restore', objectKind: 'backup', objectId: manifest.id, detail },
      ],
    }));
  } finally {
    await store.close();
  }
}

async function activeUser(store: Store, name: string): Promise<UserRow | null> {
  const user = await findUser(store.read, name);
  return user?.active ? user : null;
}

/** Another administrator or the head of the branch; never the same person (ORG-03). */
async function secondPerson(store: Store, name: string, administrator: UserRow): Promise<UserRow> {
  const second = await activeUser(store, name);
  if (second)
    refuseOwnItem([{ userId: administrator.id, display: administrator.display, act: 'backup.restore' }], {
      userId: second.id,
    });
  const isFit = second && (may(second.roles, 'backup.restore') || second.roles.includes('branch-head'));
  return isFit ? second : refuse('restore-second-person', { who: name });
}

function actorOf(user: UserRow, workstation: string): Actor {
  const { id, name, display, unitId, unit, roles } = user;
  return { userId: id, name, display, unitId, unit, roles, workstation };
}

/** Earlier anchors are about the log that was put aside. A crash before this leaves an alarm, which an administrator can end. */
async function anchorAnew(services: Services, folder: DataFolder, key: Buffer): Promise<void> {
  const store = new Store(openSqlite({ path: folder.database, key }), services.clock);
  try {
    new Anchors(store, folder, services.session.ownDir, services.clock).beginAnew();
  } finally {
    await store.close();
  }
}
