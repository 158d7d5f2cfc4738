/** A change of keys tells the windows how far it is, before each of its long parts (ORG-02, APP-04). */
import { createRouterClient } from '@orpc/server';
import { ROTATION_PARTS } from '@shared/domain/users/rotation';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { demandRotation } from '../../../../electron/features/users/access.repository';
import { router } from '../../../../electron/router';
import { makeFolder, TEST_PASSWORD, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
beforeEach(async () => {
  folder = await makeFolder({ user: 'admin' });
});
afterEach(() => folder.close());

const client = () => createRouterClient(router, { context: { services: folder.services } });

/** What a window hears while `work` is done. */
async function heardDuring(work: () => Promise<unknown>): Promise<unknown[]> {
  const gone = new AbortController();
  const heard: unknown[] = [];
  const notices = await client().window.notices(undefined, { signal: gone.signal });
  const listening = (async () => {
    for await (const notice of notices) heard.push(notice.kind === 'rotating' ? notice.part : notice.kind);
  })();
  await work();
  gone.abort();
  await listening;
  return heard;
}

it('ORG-02 during a removal, and at a sign-in that makes up for one', async () => {
  const counsel = (await client().users.list()).find(({ name }) => name === 'counsel');
  const removal = () => client().users.deactivate({ id: counsel?.id ?? 0, reason: '调离本行' });
  expect(await heardDuring(removal)).toEqual([...ROTATION_PARTS, null]);
  const { open } = folder.services.session;
  await open?.store.write(open.actor, async (tx) => {
    await demandRotation(tx);
    return { result: null, audit: { action: 'users.deactivate', objectKind: 'user', objectId: '0' } };
  });
  await folder.services.session.lock();
  const signIn = () => client().session.signIn({ name: 'clerk', password: TEST_PASSWORD });
  expect(await heardDuring(signIn)).toEqual([...ROTATION_PARTS, null]);
});
