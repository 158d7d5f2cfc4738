/** Passwords, roles, removal and recovery as administrators and users meet them (ORG-02, APP-02; reliability: keys and people). */
import { existsSync, mkdirSync, readFileSync, rmdirSync } from 'node:fs';
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { Refusal } from '@shared/kernel/result';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deactivateUser } from '../../../../electron/features/users/deactivateUser';
import { editUser } from '../../../../electron/features/users/editUser';
import { Session } from '../../../../electron/features/users/session';
import { findUser, type UserRow } from '../../../../electron/features/users/users.repository';
import type { OpenFolder } from '../../../../electron/openFolder';
import { readKeyFile, writeKeyFile } from '../../../../electron/platform/keyFile';
import { newKeyPair, unseal } from '../../../../electron/platform/keySealing';
import { resealed, type Slot, withSlot } from '../../../../electron/platform/keySlots';
import { router } from '../../../../electron/router';
import type { Services } from '../../../../electron/services';
import { makeFolder, TEST_PASSWORD, type TestFolder } from '../../../support/openFolder';

const OWN = 'Eigen-2026';
const TEMPORARY = 'Linshi-2026';

let folder: TestFolder;
let client: RouterClient<typeof router>;
let uptime = 1_000;
beforeEach(async () => {
  folder = await makeFolder({ user: 'admin' });
  await folder.services.session.lock();
  client = program('command line').client;
  await as('admin');
});
afterEach(async () => {
  await client.session.lock().catch(() => {});
  await folder.close();
});

/** Another start of the program on the same folder. */
function program(kind: Services['program']) {
  const session = new Session({
    dataDir: folder.dir,
    clock: folder.services.clock,
    program: kind,
    uptime: () => uptime,
  });
  const host = { ...folder.services.host, reloadWindows: async () => {} };
  const services: Services = { ...folder.services, host, session, program: kind };
  return { session, services, client: createRouterClient(router, { context: { services } }) };
}

const as = (name: string, password = TEST_PASSWORD) => client.session.signIn({ name, password });
const refusalOf = (attempt: Promise<unknown>): Promise<Refusal | null> =>
  attempt.then(
    () => null,
    (error) => error.data as Refusal,
  );
const codeOf = async (attempt: Promise<unknown>) => (await refusalOf(attempt))?.code ?? 'done';
const userNamed = async (name: string) => {
  const user = (await client.users.list()).find((each) => each.name === name);
  if (!user) throw new Error(`no user ${name}`);
  return user;
};
const idOf = async (name: string) => (await userNamed(name)).id;

/** The log as an administrator's tool sees it, newest first. */
async function log(action: string): Promise<{ user: string; object: string; detail: Record<string, unknown> }[]> {
  const own = program('command line');
  await client.session.lock();
  await own.session.signIn('auditor', TEST_PASSWORD);
  const rows = own.session.open?.store.sqlite
    .prepare('SELECT user_name, object_id, detail FROM audit_entry WHERE action = ? ORDER BY id DESC')
    .raw()
    .all(action) as [string, string, string][];
  await own.session.lock();
  return rows.map(([user, object, detail]) => ({ user, object, detail: JSON.parse(detail) }));
}

describe('one’s own password', () => {
  it('is changed with the old one; the others get in as before, and the log says so without it', async () => {
    await as('clerk');
    await client.session.changePassword({ old: TEST_PASSWORD, password: OWN });
    expect(await codeOf(as('clerk'))).toBe('bad-credentials');
    await as('clerk', OWN);
    await as('head');
    const [entry] = await log('session.changePassword');
    expect(entry).toMatchObject({ user: 'clerk', detail: {} });
    expect(readFileSync(`${folder.dir}/keys.json`)).toEqual(readFileSync(`${folder.dir}/keys.backup.json`));
  });

  it('is refused in this order: wrong old one, weak, one of the last three', async () => {
    await as('clerk');
    const change = (old: string, password: string) => codeOf(client.session.changePassword({ old, password }));
    expect(await change('Falsch-2026', 'weak')).toBe('password-wrong');
    expect(await change(TEST_PASSWORD, 'weak')).toBe('password-weak');
    expect(await change(TEST_PASSWORD, TEST_PASSWORD)).toBe('password-reused');
    const passwords = ['Zwei-2026x', 'Drei-2026x', 'Vier-2026x'];
    let present = TEST_PASSWORD;
    for (const next of passwords) {
      expect(await change(present, next)).toBe('done');
      present = next;
    }
    expect(await change(present, 'Zwei-2026x')).toBe('password-reused');
    expect(await change(present, TEST_PASSWORD)).toBe('done');
  });

  it('guessed in an open session counts as failing to sign in', async () => {
    await as('clerk');
    for (let time = 0; time < 5; time += 1)
      await codeOf(client.session.changePassword({ old: `Falsch-${time}x`, password: OWN }));
    expect(await codeOf(client.session.changePassword({ old: TEST_PASSWORD, password: OWN }))).toBe('signin-delayed');
  });
});

describe('a temporary password', () => {
  it('of an administrator opens nothing but its own change, in the window', async () => {
    await client.session.lock();
    ({ client } = program('window'));
    await as('admin');
    const added = await client.users.add({
      name: 'wang',
      display: '王五',
      unit: '',
      roles: ['clerk'],
      password: TEMPORARY,
    });
    expect(added.mustChangePassword).toBe(true);
    expect(await as('wang', TEMPORARY)).toMatchObject({ phase: 'open', mustChangePassword: true });
    for (const call of [client.units.list(), client.users.list(), client.loans.views()])
      expect(await codeOf(call)).toBe('password-change-required');
    const state = await client.session.changePassword({ old: TEMPORARY, password: OWN });
    expect(state.mustChangePassword).toBe(false);
    await client.units.list();
    expect(await as('wang', OWN)).toMatchObject({ mustChangePassword: false });
  });

  it('keeps nobody out of a folder that can only be read, also when that is found after the sign-in', async () => {
    await client.session.lock();
    const window = program('window');
    ({ client } = window);
    expect(await as('clerk')).toMatchObject({ mustChangePassword: true });
    window.session.open?.store.raise({ code: 'log-broken', facts: { from: 3 } });
    expect(await client.session.state()).toMatchObject({ mustChangePassword: false, alarm: { code: 'log-broken' } });
    await client.units.list();
  });

  it('from a setup file is asked for in the window only, so that scripts go on working (cli.md)', async () => {
    expect(await as('clerk')).toMatchObject({ mustChangePassword: false });
    await client.session.lock();
    ({ client } = program('window'));
    expect(await as('clerk')).toMatchObject({ mustChangePassword: true });
    expect(await as('admin')).toMatchObject({ mustChangePassword: false });
  });

  it('set anew for one who forgot his lets him in again, and only him', async () => {
    const user = await client.users.resetPassword({ id: await idOf('clerk'), password: TEMPORARY });
    expect(user.mustChangePassword).toBe(true);
    expect(await codeOf(as('clerk'))).toBe('bad-credentials');
    await as('clerk', TEMPORARY);
    await as('counsel');
    expect((await log('users.resetPassword'))[0]).toMatchObject({ user: 'admin', detail: { name: 'clerk' } });
  });

  it('is refused in this order: user, removed, oneself, weak', async () => {
    const reset = async (name: string, password = 'weak') =>
      codeOf(client.users.resetPassword({ id: name === 'nobody' ? 999 : await idOf(name), password }));
    await client.users.deactivate({ id: await idOf('counsel'), reason: '调离本行' });
    expect(await reset('nobody')).toBe('user-unknown');
    expect(await reset('counsel')).toBe('user-removed');
    expect(await reset('admin')).toBe('own-account');
    expect(await reset('clerk')).toBe('password-weak');
  });
});

describe('editing a user', () => {
  it('takes effect at his next sign-in and keeps before and after in the log', async () => {
    const { id, rev } = await userNamed('clerk');
    const roles = ['counsel' as const, 'archivist' as const];
    const edited = await client.users.edit({ id, rev, display: '张三', unit: '红岩分理处', roles });
    expect(edited).toMatchObject({ display: '张三', unit: '红岩分理处', rev: rev + 1 });
    const { user } = await as('clerk');
    expect([user?.unit, user?.roles.toSorted()]).toEqual(['红岩分理处', ['archivist', 'counsel']]);
    expect((await log('users.edit'))[0]?.detail).toMatchObject({
      before: { display: '测试clerk', roles: ['clerk'] },
      after: { display: '张三', roles: ['archivist', 'counsel'] },
    });
  });

  it('is refused in this order: unknown, removed, changed meanwhile, unit, own roles, last administrator', async () => {
    const clerk = await userNamed('clerk');
    const admin = await userNamed('admin');
    const edit = (given: Partial<typeof clerk>) =>
      codeOf(client.users.edit({ ...clerk, unit: '', ...given, roles: given.roles ?? ['clerk'] }));
    await client.users.deactivate({ id: await idOf('counsel'), reason: '调离本行' });
    expect(await edit({ id: 999 })).toBe('user-unknown');
    expect(await edit({ id: await idOf('counsel') })).toBe('user-removed');
    expect(await edit({ rev: clerk.rev + 1, unit: '没有的单位' })).toBe('stale-version');
    expect(await edit({ unit: '没有的单位' })).toBe('unit-unknown');
    expect(await edit({ ...admin, unit: '', roles: ['auditor'] })).toBe('own-roles');
    expect(await edit({ ...admin, unit: '', roles: ['administrator'], display: '本人' })).toBe('done');
  });

  it('never leaves the folder without an administrator', async () => {
    const own = program('command line');
    await client.session.lock();
    await own.session.signIn('admin', TEST_PASSWORD);
    const open = own.session.open as OpenFolder;
    const { id, rev } = await findUser(open.store.read, 'admin').then((user) => user as UserRow);
    // Somebody whose right ended on another computer while he was signed in here.
    const stale = { ...open, actor: { ...open.actor, userId: 999 } };
    const edit = editUser(stale, { id, rev, display: '管理员', unit: '', roles: ['auditor'] });
    await expect(edit).rejects.toThrow('last-administrator');
    await expect(deactivateUser(own.services, stale, { id, reason: '最后一位' })).rejects.toThrow('last-administrator');
    await own.session.lock();
  });
});

describe('removing a user', () => {
  it('shuts him out, gives the folder a new key, and everybody else works on with his own password', async () => {
    const own = program('command line');
    await client.session.lock();
    client = own.client;
    await as('admin');
    const before = Buffer.from(own.session.open?.key ?? []);
    const paper = own.session.open?.files.put(Buffer.from('旧的附件')) ?? '';
    const removed = await client.users.deactivate({ id: await idOf('clerk'), reason: '调离本行' });
    expect(removed).toMatchObject({ user: { name: 'clerk', active: false }, rotated: true });
    expect(own.session.open?.key).not.toEqual(before);
    expect(own.session.open?.files.get(paper).toString()).toBe('旧的附件');
    // The same person goes on in the same session.
    expect((await client.users.list()).length).toBe(6);
    await client.units.add({ name: '新设分理处', mark: '新' });
    expect(await codeOf(as('clerk'))).toBe('bad-credentials');
    for (const name of ['head', 'counsel', 'admin']) await as(name);
    expect(readFileSync(`${folder.dir}/keys.json`, 'utf8')).not.toContain('"clerk"');
    expect(existsSync(`${folder.dir}/qingshou.db.rotating`)).toBe(false);
    expect((await client.system.check()).ok).toBe(true);
    expect((await log('users.deactivate'))[0]?.detail).toMatchObject({ name: 'clerk', reason: '调离本行' });
    expect((await log('users.rotateKeys'))[0]?.detail).toEqual({ epoch: 2 });
  });

  it('stands when the key cannot be changed, which is then done at the next sign-in', async () => {
    const inTheWay = `${folder.dir}/qingshou.db.rotating`;
    mkdirSync(inTheWay);
    const keysBefore = readKeyFile(`${folder.dir}/keys.json`).slots.map((slot) => slot.sealed[0]?.database);
    const removed = await client.users.deactivate({ id: await idOf('clerk'), reason: '调离本行' });
    expect(removed).toMatchObject({ user: { active: false }, rotated: false });
    expect(await codeOf(as('clerk'))).toBe('bad-credentials');
    await as('admin');
    expect(readKeyFile(`${folder.dir}/keys.json`).slots[0]?.sealed[0]?.database).toBe(keysBefore[0]);
    rmdirSync(inTheWay);
    await as('head');
    const { slots } = readKeyFile(`${folder.dir}/keys.json`);
    expect(slots.map((slot) => [slot.sealed.length, slot.sealed[0]?.database === keysBefore[0]])).toEqual(
      slots.map(() => [1, false]),
    );
    expect((await log('users.rotateKeys')).map(({ user }) => user)).toEqual(['head']);
  });

  it('gives the new key to nobody whom the database does not know, whatever the key file says', async () => {
    const path = `${folder.dir}/keys.json`;
    const file = readKeyFile(path);
    const thief = newKeyPair();
    const slot = file.slots.find((each) => each.name === 'head') as Slot;
    const forged = { ...resealed({ ...slot, publicKey: thief.publicKey }, thief.publicKey, []) };
    writeKeyFile(path, withSlot(file, forged));
    await client.users.deactivate({ id: await idOf('clerk'), reason: '调离本行' });
    const after = readKeyFile(path).slots.find((each) => each.name === 'head') as Slot;
    const [box] = after.sealed;
    if (!box) throw new Error('a slot has a sealed key');
    const identity = `qingshou key ${JSON.stringify(['user', 'head', thief.publicKey, box.database])}`;
    expect(unseal(box, thief, identity)).toBeNull();
    await as('counsel');
  });

  it('is refused in this order: unknown, removed, oneself', async () => {
    const remove = (id: number) => codeOf(client.users.deactivate({ id, reason: '调离本行' }));
    const clerk = await idOf('clerk');
    expect([await remove(clerk), await remove(clerk)]).toEqual(['done', 'user-removed']);
    expect([await remove(999), await remove(await idOf('admin'))]).toEqual(['user-unknown', 'own-account']);
  });

  it('is taken back with a new password only', async () => {
    const id = await idOf('clerk');
    expect(await codeOf(client.users.reactivate({ id, password: TEMPORARY }))).toBe('user-active');
    await client.users.deactivate({ id, reason: '调离本行' });
    expect(await codeOf(client.users.reactivate({ id, password: 'weak' }))).toBe('password-weak');
    expect(await client.users.reactivate({ id, password: TEMPORARY })).toMatchObject({
      active: true,
      mustChangePassword: true,
    });
    expect(await codeOf(as('clerk'))).toBe('bad-credentials');
    await as('clerk', TEMPORARY);
  });
});

describe('the recovery code', () => {
  const newCode = async () => {
    const { recoveryCode } = await client.users.newRecoveryCode();
    await client.users.confirmRecoveryCode({ code: recoveryCode });
    return recoveryCode;
  };

  it('holds until the new one is confirmed as kept; a lock before that costs nothing', async () => {
    const old = await newCode();
    const { recoveryCode: lost } = await client.users.newRecoveryCode();
    const { recoveryCode: latest } = await client.users.newRecoveryCode();
    expect(await codeOf(client.users.confirmRecoveryCode({ code: lost }))).toBe('recovery-code-wrong');
    await client.session.lock();
    await as('admin');
    expect(await codeOf(client.users.confirmRecoveryCode({ code: latest }))).toBe('recovery-code-wrong');
    expect(await log('users.newRecoveryCode')).toHaveLength(1);
    expect(await codeOf(client.session.recover({ name: 'clerk', code: latest, password: OWN }))).toBe(
      'recovery-code-wrong',
    );
    await client.session.recover({ name: 'clerk', code: old, password: OWN });
    await as('clerk', OWN);
  });

  it('comes into force under the key of the folder at that time', async () => {
    const { recoveryCode: code } = await client.users.newRecoveryCode();
    await client.users.deactivate({ id: await idOf('counsel'), reason: '调离本行' });
    await client.users.confirmRecoveryCode({ code });
    await client.session.recover({ name: 'clerk', code, password: OWN });
    await as('clerk', OWN);
  });

  it('gives a forgotten password anew, once: the code that was seen opens nothing any more', async () => {
    const code = await newCode();
    const recover = (given: [string, string], name = 'clerk', password = OWN) =>
      client.session.recover({ name, code: given, password });
    const { recoveryCode: next } = await recover(code);
    expect((await client.session.state()).phase).toBe('locked');
    expect(await as('clerk', OWN)).toMatchObject({ mustChangePassword: false });
    expect(await codeOf(recover(code))).toBe('recovery-code-wrong');
    await recover(next, 'admin', 'Admin-2026-neu');
    await as('admin', 'Admin-2026-neu');
    expect((await log('session.recover')).map((entry) => entry.user)).toEqual(['admin', 'clerk']);
  });

  it('is refused in this order: wrong, user, weak, used before; wrong ones delay the next', async () => {
    const code = await newCode();
    const recover = (name: string, password: string, given = code) =>
      codeOf(client.session.recover({ name, code: given, password }));
    const swapped: [string, string] = [code[1], code[0]];
    expect(await recover('nobody', 'weak', swapped)).toBe('recovery-code-wrong');
    expect(await recover('nobody', 'weak')).toBe('user-unknown');
    expect(await recover('clerk', 'weak')).toBe('password-weak');
    expect(await recover('clerk', TEST_PASSWORD)).toBe('password-reused');
    for (let time = 0; time < 5; time += 1) await recover('clerk', OWN, swapped);
    expect(await recover('clerk', OWN)).toBe('signin-delayed');
    uptime += 60;
    expect(await recover('clerk', OWN)).toBe('done');
  });

  it('survives a removal: the new key is sealed to it as well', async () => {
    const code = await newCode();
    await client.users.deactivate({ id: await idOf('counsel'), reason: '调离本行' });
    await client.session.recover({ name: 'clerk', code, password: OWN });
    await as('clerk', OWN);
  });
});

describe('failed sign-ins', () => {
  it('delay alike for users and names of nobody, and are in the log after the next sign-in', async () => {
    const answers = async (name: string) => {
      const given: unknown[] = [];
      for (let time = 0; time < 6; time += 1) given.push(await refusalOf(as(name, 'Falsch-2026')));
      return given;
    };
    const known = await answers('clerk');
    expect(known).toEqual(await answers('Zhang-San-2026'));
    expect(known.at(-1)).toMatchObject({ code: 'signin-delayed', facts: { seconds: 60 } });
    await as('admin');
    const entries = (await log('session.signInFailed')).map(({ object, detail }) => [object, detail.times]);
    expect(entries).toContainEqual(['clerk', 5]);
    expect(entries).toContainEqual(['***', 5]);
  });
});
