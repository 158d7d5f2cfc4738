/**
 * R16, ORG-02: role × message. The declared table as people may read it, then every message for every role through the real
 * door on a real folder: admitted or `role-missing`, exactly as declared. The handlers behind the door are stand-ins here.
 */
import { createRouterClient } from '@orpc/server';
import { may, PERMISSIONS, type Permission, ROLES, type Role } from '@shared/domain/users/roles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { door } from '../../../../electron/ipc/door';
import { router } from '../../../../electron/router';
import type { Services } from '../../../../electron/services';
import { callByPath, ENTRIES } from '../../../support/contractEntries';
import { printFigure } from '../../../support/figure';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

const PROTECTED = ENTRIES.filter((entry) => entry.meta.access !== 'public');
const NAMES = Object.keys(PERMISSIONS) as Permission[];
const roleMay = (role: Role, access: string) => access === 'signed-in' || may([role], access as Permission);

let folder: TestFolder;
let locked: Services;
let tried = 0;
beforeAll(async () => {
  folder = await makeFolder();
  locked = { ...folder.services, session: Object.create(folder.services.session, { open: { value: null } }) };
});
afterAll(async () => {
  await folder.close();
  const all = PROTECTED.length * ROLES.length;
  printFigure({ id: 'R16', done: tried, of: all, what: 'pairs of role and message, declared and tried', bad: 0 });
});

/** The folder as it is open, in the hands of somebody with these roles. */
function asRoles(roles: readonly Role[]): Services {
  const open = { ...folder.open, actor: { ...folder.open.actor, roles } };
  const session = Object.create(folder.services.session, { open: { value: open } });
  return { ...folder.services, session };
}

interface Implementer {
  handler(work: () => never): unknown;
}

/** The door as it is, with handlers that only fail: whoever reaches one was let in. */
const behindTheDoor = (() => {
  const features: Record<string, Record<string, unknown>> = {};
  for (const { path } of ENTRIES) {
    const [feature = '', name = ''] = path.split('.');
    const implementer = (door as unknown as Record<string, Record<string, Implementer>>)[feature]?.[name];
    const reached = () => {
      throw new Error('reached');
    };
    features[feature] = { ...features[feature], [name]: implementer?.handler(reached) };
  }
  return door.router(features as never);
})();

async function answer(services: Services, path: string): Promise<string> {
  const client: unknown = createRouterClient(behindTheDoor as typeof router, { context: { services } });
  return callByPath(client, path, { nonsense: true }).then(
    () => 'answered',
    (error) => (error as { data?: { code?: string } }).data?.code ?? String(error),
  );
}

describe('R16 the declared table', () => {
  it('names a right of the table for every message, somebody for every right, and something for every role', () => {
    expect(ENTRIES.filter(({ meta }) => !['public', 'signed-in', ...NAMES].includes(meta.access))).toEqual([]);
    expect(NAMES.filter((name) => PERMISSIONS[name].length === 0)).toEqual([]);
    expect(ROLES.filter((role) => !NAMES.some((name) => may([role], name)))).toEqual([]);
  });

  it('denies by default: no role, no right, and a role of another program gives none', () => {
    for (const name of NAMES) {
      expect([name, may([], name)]).toEqual([name, false]);
      expect([name, may(['owner' as Role], name)]).toEqual([name, false]);
    }
  });

  it('lets nobody read data before sign-in', () => {
    const queries = ENTRIES.filter(({ meta }) => meta.access === 'public' && meta.kind === 'query');
    // The state says whether somebody is signed in and, only then, who; the sources of a restore are times and sizes; the
    // notices say that the window is about to be locked, and how far a change of keys is.
    const known = ['backup.sources', 'session.state', 'window.notices'];
    expect(queries.map(({ path }) => path).filter((path) => !known.includes(path))).toEqual([]);
    const commands = ENTRIES.filter(({ meta }) => meta.access === 'public' && meta.kind === 'command');
    // Signing in, setting up, and bringing a backup back where no folder can be opened.
    expect(commands.filter(({ path }) => !/^(session|window|backup)\./.test(path))).toEqual([]);
  });

  it('keeps every debtor from the administrator', () => {
    const own = NAMES.filter((name) => may(['administrator'], name));
    expect(own.filter((name) => /^(ledger|personal-data|import|report|archive)\./.test(name))).toEqual([]);
    const debtors = /^(loans|parties|imports|documents)\./;
    const reached = ENTRIES.filter(({ path, meta }) => debtors.test(path) && roleMay('administrator', meta.access));
    // The list of forms names no debtor.
    expect(reached.map(({ path }) => path)).toEqual(['documents.forms']);
  });

  it('lets an auditor read, and nothing else', () => {
    const commands = PROTECTED.filter(({ meta }) => meta.kind === 'command' && meta.access !== 'signed-in');
    const his = commands.filter(({ meta }) => roleMay('auditor', meta.access)).map(({ path }) => path);
    // Looking at a number in clear leaves a line in the log, so it is a command; it changes no file. Verifying the log and
    // taking it out as evidence is his office.
    const permitted = ['audit.export', 'audit.verify', 'parties.reveal'];
    expect(his.filter((path) => !permitted.includes(path))).toEqual([]);
  });

  it('agrees with the modules of ui.md §2', () => {
    const holders = (name: Permission) => [...PERMISSIONS[name]].sort();
    expect(holders('report.prepare')).toEqual(['asset-preservation-head', 'clerk', 'counsel']);
    const edits = ['asset-preservation-head', 'clerk', 'credit-director', 'sub-branch-director'];
    expect(holders('import.run')).toEqual(edits);
    for (const name of ['user.view', 'backup.view', 'audit.view'] as const)
      expect([name, holders(name)]).toEqual([name, ['administrator', 'auditor', 'branch-head', 'deputy-head']]);
    for (const name of ['archive.view', 'archive.hand-out', 'ledger.export', 'personal-data.reveal'] as const)
      expect([name, may(['committee-member'], name)]).toEqual([name, false]);
  });

  it('adds up the roles of a person who holds several', () => {
    for (const first of ROLES)
      for (const second of ROLES)
        for (const name of NAMES) expect(may([first, second], name)).toBe(may([first], name) || may([second], name));
  });
});

describe('R16 the door', () => {
  it('stands before every handler of the program', () => {
    type Bound = { '~orpc': { middlewares: unknown[] } };
    const bound = (tree: unknown, path: string) =>
      path.split('.').reduce((node, name) => (node as Record<string, unknown>)[name], tree) as Bound;
    for (const { path } of ENTRIES) {
      const [guard] = bound(behindTheDoor, path)['~orpc'].middlewares;
      expect([path, bound(router, path)['~orpc'].middlewares[0] === guard && guard !== undefined]).toEqual([
        path,
        true,
      ]);
    }
  });

  it.each(PROTECTED.map((entry) => entry.path))('%s asks for sign-in', async (path) => {
    expect(await answer(locked, path)).toBe('not-signed-in');
  });

  it.each(PROTECTED)('$path lets in exactly the roles that it names', async ({ path, meta }) => {
    const said = await Promise.all(ROLES.map(async (role) => [role, await answer(asRoles([role]), path)] as const));
    const letIn = said.filter(([, code]) => code === 'invalid-input' || code === 'internal-error');
    const refused = said.filter(([, code]) => code === 'role-missing');
    expect(letIn.map(([role]) => role)).toEqual(ROLES.filter((role) => roleMay(role, meta.access)));
    expect(letIn.length + refused.length).toBe(ROLES.length);
    tried += ROLES.length;
  });

  it('adds up roles, and lets nobody in who has none', async () => {
    expect(await answer(asRoles(['archivist', 'administrator']), 'users.list')).not.toBe('role-missing');
    expect(await answer(asRoles(['archivist']), 'users.list')).toBe('role-missing');
    expect(await answer(asRoles([]), 'loans.page')).toBe('role-missing');
  });
});
