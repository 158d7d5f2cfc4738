/** backup create, verify and restore on the command line (APP-03, spec: exit codes 0 done, 1 refused, 2 unreadable, 3 storage). */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { cli, cliFolder, setupFile } from '../../support/runCli';

const folder = cliFolder();

it('a backup made, verified and restored is the same branch; nothing is ever written over', async () => {
  const data = folder.path('data');
  const admin = folder.signedIn(data, 'admin');
  const setup = folder.write('setup.json', setupFile());
  expect((await cli('init', ...admin, '--setup', setup, '--recovery-out', folder.path('code.txt'))).code).toBe(0);
  const out = folder.path('backup.zip');
  const made = await cli('backup', 'create', '--out', out, ...admin);
  expect([made.code, made.json()]).toMatchObject([0, { verified: true, attachments: 0, out }]);
  const verified = await cli('backup', 'verify', out, '--json');
  expect([verified.code, verified.json()]).toMatchObject([0, { ok: true, counts: { app_user: 3, unit: 7 } }]);

  const fresh = folder.path('fresh');
  const restored = await cli('backup', 'restore', out, ...folder.signedIn(fresh, 'admin'));
  expect([restored.code, restored.json()]).toMatchObject([0, { restored: true, data: fresh }]);
  const users = await cli('user', 'list', ...folder.signedIn(fresh, 'admin'));
  expect(users.out).toContain('clerk');
  expect((await cli('check', ...folder.signedIn(fresh, 'auditor'))).code).toBe(0);

  const again = await cli('backup', 'restore', out, ...folder.signedIn(fresh, 'admin'));
  expect([again.code, again.json().refusal?.code]).toEqual([1, 'folder-not-empty']);
  mkdirSync(folder.path('used'));
  writeFileSync(folder.path('used/notes.txt'), 'kept');
  const used = await cli('backup', 'restore', out, ...folder.signedIn(folder.path('used'), 'admin'));
  expect([used.code, used.json().refusal?.code]).toEqual([1, 'folder-not-empty']);
  expect(readFileSync(folder.path('used/notes.txt'), 'utf8')).toBe('kept');
  const clerk = await cli('backup', 'restore', out, ...folder.signedIn(folder.path('by-clerk'), 'clerk'));
  expect([clerk.code, clerk.json().refusal?.code]).toEqual([1, 'restore-administrator']);
  expect(existsSync(folder.path('by-clerk/qingshou.db'))).toBe(false);
  const right = await cli('backup', 'create', '--out', out, ...folder.signedIn(data, 'clerk'));
  expect([right.code, right.json().refusal?.code]).toEqual([1, 'role-missing']);
});

it('a file that is no backup or a damaged one ends with 2 and says so', async () => {
  const bytes = readFileSync(folder.path('backup.zip'));
  bytes[Math.floor(bytes.length / 2)]! ^= 1;
  writeFileSync(folder.path('damaged.zip'), bytes);
  const damaged = await cli('backup', 'verify', folder.path('damaged.zip'), '--json');
  expect([damaged.code, damaged.json().refusal?.code]).toEqual([2, 'backup-damaged']);
  const none = await cli('backup', 'verify', folder.write('text.zip', 'text'), '--json');
  expect([none.code, none.json().refusal?.code]).toEqual([2, 'backup-unreadable']);
});
