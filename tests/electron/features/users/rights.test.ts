/** Role × message (R16, ORG-02): the door lets in exactly whom the declared table names, and nobody who is not signed in. */
import { createRouterClient } from '@orpc/server';
import { contract } from '@shared/contract';
import type { EntryMeta } from '@shared/contract/entry';
import { may, PERMISSIONS, ROLES, type Role } from '@shared/domain/users/roles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { router } from '../../../../electron/router';
import type { Services } from '../../../../electron/services';
import { dump } from '../../../support/dump';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

interface Entry {
  readonly path: string;
  readonly meta: EntryMeta;
}

function entriesOf(node: object, path: readonly string[] = []): Entry[] {
  if ('~orpc' in node)
    return [{ path: path.join('.'), meta: (node as { '~orpc': { meta: EntryMeta } })['~orpc'].meta }];
  return Object.entries(node).flatMap(([name, child]) => entriesOf(child as object, [...path, name]));
}

const ENTRIES = entriesOf(contract);
const PROTECTED = ENTRIES.filter((entry) => entry.meta.access !== 'public');

let folder: TestFolder;
let locked: Services;
beforeAll(async () => {
  folder = await makeFolder();
  locked = { ...folder.services, session: Object.create(folder.services.session, { open: { value: null } }) };
});
afterAll(() => folder.close());

/** The folder as it is open, in the hands of somebody with these roles. */
function asRoles(roles: readonly Role[]): Services {
  const open = { ...folder.open, actor: { ...folder.open.actor, roles } };
  const session = Object.create(folder.services.session, { open: { value: open } });
  return { ...folder.services, session };
}

/** Sends a message with nonsense in it: whoever is let in gets another answer than a refused right. */
async function answer(services: Services, path: string): Promise<string> {
  const client = createRouterClient(router, { context: { services } }) as unknown;
  const call = path.split('.').reduce((node, name) => (node as Record<string, unknown>)[name], client);
  try {
    await (call as (input: unknown) => Promise<unknown>)({ nonsense: true, draftId: -1, id: -1 });
    return 'answered';
  } catch (error) {
    return (error as { data?: { code?: string } }).data?.code ?? String(error);
  }
}

describe('R16 the declared table', () => {
  it('gives every message to somebody, and every role something', () => {
    for (const [permission, roles] of Object.entries(PERMISSIONS))
      expect([permission, roles.length > 0]).toEqual([permission, true]);
    for (const { path, meta } of PROTECTED)
      expect([path, meta.access === 'signed-in' || meta.access in PERMISSIONS]).toEqual([path, true]);
    for (const role of ROLES)
      expect(Object.values(PERMISSIONS).some((roles) => (roles as readonly Role[]).includes(role))).toBe(true);
  });

  it('leaves only sign-in and set-up to strangers', () => {
    const open = ENTRIES.filter((entry) => entry.meta.access === 'public').map((entry) => entry.path);
    expect(open.filter((path) => !path.startsWith('session.'))).toEqual([]);
  });

  it('never lets an administrator see a debtor, nor an auditor write', () => {
    const names = Object.keys(PERMISSIONS) as (keyof typeof PERMISSIONS)[];
    const own = names.filter((name) => may(['administrator'], name));
    expect(own.sort()).toEqual(['demo.fill', 'system.check', 'unit.manage', 'user.manage', 'user.view']);
    const commands = PROTECTED.filter(({ meta }) => meta.kind === 'command' && meta.access !== 'signed-in');
    const auditors = commands.filter(({ meta }) => may(['auditor'], meta.access as keyof typeof PERMISSIONS));
    // What remains changes no file: taking a paper out, keeping views of his own, looking at a number in clear.
    const harmless = ['documents.print', 'documents.saveCopy', 'loans.deleteView', 'loans.saveView', 'parties.reveal'];
    expect(auditors.map((entry) => entry.path).sort()).toEqual(harmless);
  });
});

describe('R16 the door', () => {
  it.each(PROTECTED.map((entry) => entry.path))('%s asks for sign-in', async (path) => {
    expect(await answer(locked, path)).toBe('not-signed-in');
  });

  it.each(PROTECTED)('$path lets in exactly the roles that it names', async ({ path, meta }) => {
    const before = dump(folder.open.store.sqlite);
    for (const role of ROLES) {
      const allowed = meta.access === 'signed-in' || may([role], meta.access as keyof typeof PERMISSIONS);
      if (allowed && SIDE_EFFECTS.has(path)) continue;
      const said = await answer(asRoles([role]), path);
      expect([role, said === 'role-missing']).toEqual([role, !allowed]);
    }
    expect(dump(folder.open.store.sqlite)).toEqual(before);
  });

  it('adds up the roles of a person who holds several', async () => {
    expect(await answer(asRoles(['archivist', 'administrator']), 'users.list')).toBe('answered');
    expect(await answer(asRoles(['archivist']), 'users.list')).toBe('role-missing');
    expect(await answer(asRoles([]), 'loans.page')).toBe('role-missing');
  });
});

/** Would open a dialog: there is no window here. */
const SIDE_EFFECTS = new Set(['imports.chooseFile']);
