/** Locking: windows hand in first, then the folder closes, then pages go (APP-02; reliability: idle lock). */
import { afterEach, describe, expect, test } from 'vitest';
import { lockNow, lockOnRequest, lockWhenIdle, setIdleMinutes } from '../../../../electron/features/users/lockWindow';
import { keepTyped, takeTyped } from '../../../../electron/features/users/typedText';
import { readIdleMinutes } from '../../../../electron/features/users/windowSettings.repository';
import { makeFolder, type TestFolder, type TestUser } from '../../../support/openFolder';

const folders: TestFolder[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await folder.close();
});

/** A folder whose window only counts how often its pages were thrown away. */
async function windowed(user: TestUser = 'clerk') {
  const seen: string[] = [];
  const folder = await makeFolder({ user, host: { reloadWindows: async () => void seen.push('reloaded') } });
  folders.push(folder);
  return { folder, seen, session: folder.services.session };
}

const lastAudit = async (folder: TestFolder, action: string) =>
  (await folder.signInAs('clerk')).store.read.q
    .selectFrom('audit_entry')
    .select(['user_name', 'detail'])
    .where('action', '=', action)
    .orderBy('id', 'desc')
    .executeTakeFirst();

describe('APP-02 locking', () => {
  test('closes the folder, throws pages away, remembers whose page it was, and is logged with its reason', async () => {
    const { folder, seen, session } = await windowed();
    await lockNow(folder.services, 'person');
    expect(session.open).toBeNull();
    expect(seen).toEqual(['reloaded']);
    expect(session.windows.lockedUser(session.folder.root)).toEqual({ name: 'clerk', display: '测试clerk' });
    expect(session.windows.lockedUser('/elsewhere')).toBeNull();
    expect(await lastAudit(folder, 'session.lock')).toEqual({ user_name: 'clerk', detail: '{"reason":"person"}' });
  });

  test('an idle computer locks at the minutes of the folder, not before', async () => {
    const { folder, session } = await windowed('admin');
    expect(await readIdleMinutes(folder.open.store.read)).toBe(10);
    await setIdleMinutes(folder.open, 3);
    await lockWhenIdle(folder.services, 179);
    expect(session.open).not.toBeNull();
    await lockWhenIdle(folder.services, 180);
    expect(session.open).toBeNull();
    expect(await lastAudit(folder, 'session.lock')).toMatchObject({ detail: '{"reason":"idle"}' });
  });

  test('windows are told first; one that locks by itself is not locked twice', async () => {
    const { folder, seen, session } = await windowed();
    const gone = new AbortController();
    const notices = session.windows.listen(gone.signal);
    const heard = notices.next();
    const asked = lockOnRequest(folder.services, 'system');
    expect(await heard).toEqual({ done: false, value: { kind: 'locking', reason: 'system' } });
    expect(session.open).not.toBeNull();
    // The window answers as if somebody had pressed the key; the log keeps the true reason.
    await lockNow(folder.services, 'person');
    await asked;
    expect(seen).toEqual(['reloaded']);
    expect(await lastAudit(folder, 'session.lock')).toMatchObject({ detail: '{"reason":"system"}' });
    await lockNow(folder.services, 'person');
    expect(await lastAudit(folder, 'session.lock')).toMatchObject({ detail: '{"reason":"person"}' });
    gone.abort();
    expect((await notices.next()).done).toBe(true);
    // Nobody listens any more, so nobody is waited for.
    await folder.signInAs('clerk');
    await lockOnRequest(folder.services, 'idle');
    expect(session.open).toBeNull();
  });

  test('a window that does not answer is locked all the same, and later ones are still asked', async () => {
    const { folder, seen, session } = await windowed();
    const notices = session.windows.listen();
    const heard = notices.next();
    await lockOnRequest(folder.services, 'idle', 50);
    await heard;
    expect(session.open).toBeNull();
    expect(seen).toEqual(['reloaded']);
    expect(session.windows.asked).toBeNull();
    await folder.signInAs('clerk');
    await lockOnRequest(folder.services, 'idle', 50);
    expect(session.open).toBeNull();
    await notices.return(undefined);
  });

  test('without anybody signed in nothing happens', async () => {
    const { folder, seen } = await windowed();
    await folder.services.session.lock();
    await lockWhenIdle(folder.services, 10_000);
    await lockOnRequest(folder.services, 'system');
    expect(seen).toEqual([]);
  });
});

describe('ui.md §1.4 unfinished forms across a lock', () => {
  const typed = { 'imports.wizard': { step: 'file', path: 'D:\\导出\\贷款.xlsx' } };

  test('come back once, to the person who typed them', async () => {
    const { folder } = await windowed();
    expect(await keepTyped(folder.services, folder.open, typed)).toEqual({ forms: 1 });
    const counsel = await folder.signInAs('counsel');
    expect(await takeTyped(folder.services, counsel)).toEqual({});
    const clerk = await folder.signInAs('clerk');
    expect(await takeTyped(folder.services, clerk)).toEqual(typed);
    expect(await takeTyped(folder.services, clerk)).toEqual({});
  });

  test('of another version of the program are forgotten: its pages could not read them', async () => {
    const { folder } = await windowed();
    await keepTyped({ ...folder.services, version: '0.0.0-older' }, folder.open, typed);
    expect(await takeTyped(folder.services, folder.open)).toEqual({});
  });

  test('the log says which forms, never what was typed', async () => {
    const { folder } = await windowed();
    await keepTyped(folder.services, folder.open, typed);
    expect(await lastAudit(folder, 'window.keepTyped')).toEqual({
      user_name: 'clerk',
      detail: '{"forms":["imports.wizard"]}',
    });
  });
});
