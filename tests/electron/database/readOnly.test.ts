/** A folder under an alarm: everything can be looked at, nothing is written, and who may mend it does (R8, APP-02). */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRouterClient, ORPCError } from '@orpc/server';
import type { Refusal } from '@shared/kernel/result';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { router } from '../../../electron/router';
import { Builder } from '../../support/builders';
import { makeFolder, TEST_PASSWORD, type TestFolder, type TestUser } from '../../support/openFolder';

let folder: TestFolder;
let party: number;
beforeAll(async () => {
  folder = await makeFolder();
  party = new Builder(folder.open).party({ name: '杨𠮷', id_no: '512226194403189114', id_kind: 'id-card' });
  await folder.services.session.lock();
  // As a crash leaves it, and then somebody removed qingshou.db-wal.
  const note = { program: 'window', pid: 1, since: '2026-11-22T02:30:00.000Z', workstation: 'pc' };
  writeFileSync(folder.services.session.folder.holder, JSON.stringify(note));
});
afterAll(() => folder.close());

const client = () => createRouterClient(router, { context: { services: folder.services } });
const signIn = (user: TestUser) => client().session.signIn({ name: user, password: TEST_PASSWORD });
const reveal = () => client().parties.reveal({ partyId: party, field: 'idNumber', purpose: '核对证件号码' });

async function refusalOf(work: Promise<unknown>): Promise<Refusal | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof ORPCError) return error.data as Refusal;
    throw error;
  }
}

it('opens to be read only: the state says why, queries answer, commands are refused, no byte changes', async () => {
  const { session } = folder.services;
  const before = readFileSync(session.folder.database);
  const state = await signIn('clerk');
  expect(state).toMatchObject({ phase: 'open', alarm: { code: 'log-lost' }, mustChangePassword: false });
  expect((await client().units.list()).length).toBeGreaterThan(1);
  expect(await refusalOf(reveal())).toMatchObject({ code: 'folder-read-only', facts: { alarm: 'log-lost' } });
  await session.lock();
  expect(readFileSync(session.folder.database).equals(before)).toBe(true);
  expect(existsSync(session.folder.holder)).toBe(true);
});

it('only an administrator accepts it, with a reason; from then on work goes on, and it stays in the log', async () => {
  await signIn('clerk');
  expect(await refusalOf(client().audit.acceptBreak({ reason: '日志文件确已无法找回' }))).toMatchObject({
    code: 'role-missing',
  });
  await signIn('admin');
  await client().audit.acceptBreak({ reason: '日志文件确已无法找回' });
  expect((await client().session.state()).alarm).toBeNull();
  const state = await signIn('clerk');
  expect(state.alarm).toBeNull();
  await reveal();
  expect(await client().system.check()).toMatchObject({ ok: true });
});

it('a folder of which a part is missing is not taken for a new one', async () => {
  const { session } = folder.services;
  await session.lock();
  const bytes = readFileSync(session.folder.database);
  rmSync(session.folder.database);
  expect((await client().session.state()).phase).toBe('locked');
  expect(await refusalOf(signIn('clerk'))).toMatchObject({
    code: 'folder-incomplete',
    facts: { missing: 'qingshou.db' },
  });
  writeFileSync(session.folder.database, bytes);
  expect((await signIn('clerk')).alarm).toBeNull();
});
