/** Passwords of a restore are slowed like those of a sign-in: counted together, and across restarts (APP-02, APP-03). */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Session } from '../../../../electron/features/users/session';
import { router } from '../../../../electron/router';
import type { Services } from '../../../../electron/services';
import { makeFolder, TEST_PASSWORD, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
let source: string;
/** Seconds since the computer started. */
let uptime = 1000;

const clientOf = (services: Services) => createRouterClient(router, { context: { services } });

/** The program as it is started anew. */
function started(dataDir: string, ownDir?: string): Services {
  const options = { dataDir, clock: folder.services.clock, program: 'command line' as const, uptime: () => uptime };
  return { ...folder.services, session: new Session({ ...options, ...(ownDir && { ownDir }) }) };
}

async function last<E>(stream: Promise<AsyncIterable<E>>): Promise<E> {
  let event: E | undefined;
  for await (const next of await stream) event = next;
  return event as E;
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { data?: { code: string } }) => error.data?.code,
  );

const restore = (services: Services, password: string, second: string | null = TEST_PASSWORD) =>
  codeOf(
    last(
      clientOf(services).backup.restore({
        source,
        administrator: { name: 'admin', password },
        second: second === null ? null : { name: 'head', password: second },
        reason: '演练恢复',
      }),
    ),
  );

const failures = (services: Services) =>
  services.session.open?.store.sqlite
    .prepare("SELECT json_extract(detail, '$.times') FROM audit_entry WHERE action = 'session.signInFailed'")
    .pluck()
    .all();

beforeEach(async () => {
  uptime = 1000;
  folder = await makeFolder({ user: 'admin' });
  const made = await last(clientOf(folder.services).backup.create({}));
  source = made.kind === 'made' ? made.generation.path : '';
  await folder.services.session.lock();
});
afterEach(() => folder.close());

it('APP-02 five wrong passwords of a restore make sign-in and restore wait, after a restart too', async () => {
  for (let round = 0; round < 5; round += 1)
    expect(await restore(started(folder.dir), `Wrong-${round}`)).toBe('bad-credentials');
  expect(await restore(started(folder.dir), TEST_PASSWORD)).toBe('signin-delayed');
  const signIn = clientOf(started(folder.dir)).session.signIn({ name: 'admin', password: TEST_PASSWORD });
  expect(await codeOf(signIn)).toBe('signin-delayed');
  uptime += 60;
  const services = started(folder.dir);
  expect(await restore(services, TEST_PASSWORD)).toBe('done');
  await services.session.signIn('admin', TEST_PASSWORD);
  expect(failures(services)).toEqual([5]);
  await services.session.lock();
});

it('APP-02 the second person is counted by his own name', async () => {
  for (let round = 0; round < 5; round += 1)
    expect(await restore(started(folder.dir), TEST_PASSWORD, `Wrong-${round}`)).toBe('bad-credentials');
  expect(await restore(started(folder.dir), TEST_PASSWORD)).toBe('signin-delayed');
});

it('APP-02 on a new computer the own folder remembers, and the new data folder stays empty', async () => {
  const fresh = join(folder.dir, '..', 'new-computer');
  const own = join(folder.dir, '..', 'own');
  for (let round = 0; round < 5; round += 1)
    expect(await restore(started(fresh, own), `Wrong-${round}`, null)).toBe('bad-credentials');
  expect(readdirSync(fresh)).toEqual([]);
  expect(await restore(started(fresh, own), TEST_PASSWORD, null)).toBe('signin-delayed');
  uptime += 60;
  const services = started(fresh, own);
  expect(await restore(services, TEST_PASSWORD, null)).toBe('done');
  await services.session.signIn('admin', TEST_PASSWORD);
  expect(failures(services)).toEqual([5]);
  expect(readdirSync(own)).not.toContain('signin.json');
  await services.session.lock();
});
