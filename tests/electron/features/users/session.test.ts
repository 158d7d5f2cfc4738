/** Signing in and locking: who gets in, who holds the folder, what stays behind (APP-02, reliability: keys and people). */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { RefusalError } from '@shared/kernel/result';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Session } from '../../../../electron/features/users/session';
import { fixedClock } from '../../../../electron/platform/clock';
import { twinOf } from '../../../../electron/platform/dataFolder';
import { makeFolder, TEST_PASSWORD, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(() => folder.close());

const other = () =>
  new Session({ dataDir: folder.dir, clock: fixedClock('2026-11-22T03:00:00.000Z'), program: 'window' });

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error) => (error as RefusalError).refusal,
  );

describe('signing in', () => {
  it('opens the folder as the person whose password it is, and logs it', async () => {
    const { session } = folder.services;
    expect([session.phase, session.open?.actor.name]).toEqual(['open', 'clerk']);
    const last = 'SELECT action, user_name, roles FROM audit_entry ORDER BY id DESC LIMIT 1';
    expect(folder.open.store.sqlite.prepare(last).get()).toEqual({
      action: 'session.signIn',
      user_name: 'clerk',
      roles: 'clerk',
    });
  });

  it('is refused alike for a wrong password, an unknown name and one who left', async () => {
    folder.open.store.sqlite.exec("UPDATE app_user SET active = 0 WHERE name = 'counsel'");
    const { session } = folder.services;
    const attempts = [
      ['clerk', 'Wrong-2026'],
      ['nobody', TEST_PASSWORD],
      ['counsel', TEST_PASSWORD],
    ] as const;
    for (const [name, password] of attempts) {
      expect(await refusalOf(session.signIn(name, password))).toEqual({ code: 'bad-credentials' });
      expect([session.phase, session.open]).toEqual(['locked', null]);
    }
    await session.signIn('clerk', TEST_PASSWORD);
    expect(session.phase).toBe('open');
  });

  it('that cannot be logged opens nothing, and can be tried again', async () => {
    folder.open.store.sqlite.exec(
      "CREATE TRIGGER no_room BEFORE INSERT ON audit_entry BEGIN SELECT RAISE(ABORT, 'no room'); END",
    );
    const { session } = folder.services;
    await expect(session.signIn('clerk', TEST_PASSWORD)).rejects.toThrow('no room');
    expect([session.phase, session.open]).toEqual(['locked', null]);
    await expect(session.signIn('clerk', TEST_PASSWORD)).rejects.toThrow('no room');
    expect(existsSync(folder.open.folder.holder)).toBe(false);
  });

  it('says what is missing: the folder, both key files', async () => {
    const { session } = folder.services;
    await session.lock();
    rmSync(session.folder.keys);
    expect(await refusalOf(session.signIn('clerk', TEST_PASSWORD))).toBeNull();
    await session.lock();
    rmSync(twinOf(session.folder.keys));
    expect(await refusalOf(session.signIn('clerk', TEST_PASSWORD))).toMatchObject({ code: 'folder-incomplete' });
    await session.changeDataDir(join(folder.dir, '..', 'absent'));
    expect(session.phase).toBe('setup');
    expect(await refusalOf(session.signIn('clerk', TEST_PASSWORD))).toMatchObject({ code: 'folder-missing' });
  });
});

describe('one folder, one program', () => {
  it('names who holds it (in-use), and lets the next one in afterwards', async () => {
    const second = other();
    const refusal = await refusalOf(second.signIn('head', TEST_PASSWORD));
    expect(refusal).toMatchObject({ code: 'in-use', facts: { holder: { program: 'command line', pid: process.pid } } });
    await folder.services.session.lock();
    await second.signIn('head', TEST_PASSWORD);
    expect(JSON.parse(readFileSync(second.folder.holder, 'utf8'))).toMatchObject({ program: 'window' });
    await second.lock();
  });
});

describe('locking', () => {
  it('closes the database, wipes the key and leaves no note', async () => {
    const { open, services } = folder;
    const paper = open.files.put(Buffer.from('借据'));
    await services.session.lock();
    await services.session.lock();
    expect(open.store.sqlite.open).toBe(false);
    expect(open.key.every((byte) => byte === 0)).toBe(true);
    expect(() => open.files.get(paper)).toThrow('attachment-damaged');
    expect(existsSync(open.folder.holder)).toBe(false);
    expect(services.session.phase).toBe('locked');
  });
});
