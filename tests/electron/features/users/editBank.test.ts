/** The branch as its papers name it: put right by the administrator alone, with both texts in the log, and at once on new papers. */
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { router } from '../../../../electron/router';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
beforeAll(async () => {
  folder = await makeFolder({ user: 'admin' });
});
afterAll(() => folder.close());

it('says what changed, and nobody else may', async () => {
  const client = createRouterClient(router, { context: { services: folder.services } });
  const before = await client.units.bank();
  const after = { ...before, principal: { name: '新某某', title: '副行长' } };
  expect(await client.units.editBank(after)).toEqual(after);
  expect(await client.units.bank()).toEqual(after);
  const logged = folder.open.store.sqlite
    .prepare("SELECT detail FROM audit_entry WHERE action = 'units.editBank'")
    .pluck()
    .all();
  expect(logged.map((detail) => JSON.parse(String(detail)))).toEqual([{ before, after }]);
  await expect(client.units.editBank({ ...after, name: '' })).rejects.toMatchObject({
    data: { code: 'invalid-input' },
  });
  await folder.signInAs('clerk');
  await expect(client.units.editBank(before)).rejects.toMatchObject({ data: { code: 'role-missing' } });
});
