/** First set-up, further units and people (ORG-01, ORG-02, APP-02). */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SERIES_WORDS } from '@shared/domain/documents/series';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addUnit } from '../../../../electron/features/users/addUnit';
import { addUser } from '../../../../electron/features/users/addUser';
import { setUp } from '../../../../electron/features/users/setUp';
import { listUnits, listUsers } from '../../../../electron/features/users/users.repository';
import { readKeyFile } from '../../../../electron/platform/keyFile';
import { openWithRecoveryCode } from '../../../../electron/platform/keySlots';
import { dump } from '../../../support/dump';
import { makeFolder, TEST_PASSWORD, TEST_UNITS, type TestFolder } from '../../../support/openFolder';

type Input = Parameters<typeof setUp>[1];

const root = mkdtempSync(join(tmpdir(), 'qingshou-setup-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folder: TestFolder;
beforeEach(async () => {
  folder = await makeFolder({ user: 'admin' });
});
afterEach(() => folder.close());

const person = (name: string, given: Partial<Input['users'][number]> = {}) => ({
  name,
  display: name,
  unit: '',
  roles: ['clerk' as const],
  password: TEST_PASSWORD,
  ...given,
});

function input(dir: string, given: Partial<Input> = {}): Input {
  return {
    dataDir: join(root, dir),
    bank: {
      name: '奉节县某支行',
      creditCode: '',
      address: '',
      phone: '',
      principal: { name: '', title: '' },
      account: { name: '', number: '', bank: '' },
    },
    mark: '奉支',
    units: [{ name: '青石分理处', mark: '青石', level: 'sub-branch' }],
    administrator: { name: 'admin', display: '', password: TEST_PASSWORD },
    users: [person('zhang', { unit: '青石分理处' })],
    series: { 诉: { next: 12 } },
    ...given,
  };
}

describe('set-up', () => {
  it('makes units, people, series, key slots and one audit row', async () => {
    const { recoveryCode } = await setUp(folder.services, input('new'));
    const { session } = folder.services;
    await session.signIn('zhang', TEST_PASSWORD);
    const open = session.open;
    expect(open?.actor).toMatchObject({ name: 'zhang', unit: '青石分理处', roles: ['clerk'] });
    const { store } = open as NonNullable<typeof open>;
    expect((await listUnits(store.read)).map((unit) => [unit.name, unit.mark, unit.level])).toEqual([
      ['奉节县某支行', '奉支', 'branch'],
      ['青石分理处', '青石', 'sub-branch'],
    ]);
    // Every word of the forms begins at 1, unless the set-up says where the branch's own numbers stand.
    expect(store.sqlite.prepare('SELECT word, year, next FROM number_series ORDER BY id').raw().all()).toEqual([
      ...SERIES_WORDS.map((word) => [word, 2026, 1]),
      ['诉', 2026, 12],
    ]);
    expect(store.sqlite.prepare('SELECT action FROM audit_entry').pluck().all()).toEqual([
      'session.setUp',
      'session.signIn',
    ]);
    const byCode = openWithRecoveryCode(readKeyFile(join(root, 'new/keys.json')), recoveryCode.join('-'));
    expect(byCode?.keys).toEqual([{ database: open?.databaseMark, key: open?.key }]);
    expect(readFileSync(join(root, 'new/keys.backup.json'))).toEqual(readFileSync(join(root, 'new/keys.json')));
    expect(readdirSync(join(root, 'new')).sort()).toEqual([
      'anchors.json',
      'files',
      'holder.json',
      'keys.backup.json',
      'keys.json',
      'qingshou.db',
      'qingshou.db-wal',
    ]);
  });

  it('refuses in this order: network, unit twice, user twice, unit unknown, weak password, taken folder', async () => {
    mkdirSync(join(root, 'taken'));
    writeFileSync(join(root, 'taken/私人.txt'), '');
    const unit = { name: '青石分理处', mark: '', level: 'sub-branch' as const };
    const everything = input('taken', {
      dataDir: '\\\\server\\share',
      units: [unit, unit],
      users: [person('zhang', { unit: '没有的单位' }), person('zhang', { password: 'weak' })],
    });
    const refusals = async (change: Partial<Input>) => {
      Object.assign(everything, change);
      return setUp(folder.services, everything).then(
        () => 'done',
        (error: Error) => error.message,
      );
    };
    expect(await refusals({})).toBe('folder-network');
    expect(await refusals({ dataDir: join(root, 'taken') })).toBe('unit-exists');
    expect(await refusals({ units: [unit] })).toBe('user-exists');
    expect(
      await refusals({ users: [person('zhang', { unit: '没有的单位' }), person('li', { password: 'weak' })] }),
    ).toBe('unit-unknown');
    expect(await refusals({ users: [person('zhang'), person('li', { password: 'weak' })] })).toBe('password-weak');
    expect(await refusals({ users: [person('zhang')] })).toBe('folder-not-empty');
    expect(readdirSync(join(root, 'taken'))).toEqual(['私人.txt']);
    expect(await refusals({ dataDir: join(root, 'taken', '私人.txt') })).toBe('path-unwritable');
    expect(await refusals({ dataDir: folder.dir })).toBe('setup-exists');
    expect(folder.services.session.open?.actor.name).toBe('admin');
  });

  it('that was interrupted can be run again', async () => {
    const again = input('interrupted');
    const broken = { ...folder.services, clock: { ...folder.services.clock, today: () => Promise.reject() as never } };
    const { clock } = folder.services;
    broken.clock.today = () => {
      throw new Error('power cut');
    };
    await expect(setUp(broken, again)).rejects.toThrow('power cut');
    expect(readdirSync(again.dataDir).sort()).toEqual(['files', 'qingshou.db.new']);
    await setUp({ ...folder.services, clock }, again);
    await folder.services.session.signIn('zhang', TEST_PASSWORD);
    expect(folder.services.session.phase).toBe('open');
  });
});

describe('further units and people', () => {
  it('are added once, with their audit row and a slot that opens', async () => {
    const { open, services } = folder;
    await addUnit(open, { name: '新设分理处', mark: '新' });
    await expect(addUnit(open, { name: '新设分理处', mark: '新' })).rejects.toThrow('unit-exists');
    const user = await addUser(
      services,
      open,
      person('wang', { unit: '新设分理处', roles: ['counsel', 'clerk', 'counsel'] }),
    );
    expect(user).toMatchObject({ name: 'wang', unit: '新设分理处' });
    const actions = open.store.sqlite
      .prepare('SELECT action, detail FROM audit_entry ORDER BY id DESC LIMIT 2')
      .raw()
      .all();
    expect(actions).toMatchObject([
      ['users.add', expect.stringContaining('wang')],
      ['units.add', expect.anything()],
    ]);
    expect(JSON.stringify(actions)).not.toContain(TEST_PASSWORD);
    await services.session.signIn('wang', TEST_PASSWORD);
    expect(services.session.open?.actor.roles.toSorted()).toEqual(['clerk', 'counsel']);
  });

  it('are refused in this order, and nothing changes: unit, name, password', async () => {
    const { open, services } = folder;
    const before = [dump(open.store.sqlite), readFileSync(open.folder.keys, 'utf8')];
    const add = (given: Parameters<typeof person>[1], name = 'clerk') => addUser(services, open, person(name, given));
    await expect(add({ unit: '没有的单位', password: 'weak' })).rejects.toThrow('unit-unknown');
    for (const name of ['clerk', 'Clerk', 'ＣＬＥＲＫ'])
      await expect(add({ password: 'weak' }, name)).rejects.toThrow('user-exists');
    for (const password of ['weak', 'Short-1', 'onlylower', 'lower1234', '１２３４５６７８'])
      await expect(add({ password }, 'zhao')).rejects.toThrow('password-weak');
    expect([dump(open.store.sqlite), readFileSync(open.folder.keys, 'utf8')]).toEqual(before);
  });

  it('without a unit belong to the branch', async () => {
    const user = await addUser(folder.services, folder.open, person('zhou'));
    expect(user.unit).toBe('奉节县某支行');
    expect((await listUsers(folder.open.store.read)).at(-1)).toMatchObject({ name: 'zhou', active: true });
    expect((await listUnits(folder.open.store.read)).map((unit) => unit.name)).toEqual(['奉节县某支行', ...TEST_UNITS]);
  });
});
