/** R6: the disk is full during each key action, then has room again: nothing confirmed is lost, and work goes on. */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient, ORPCError } from '@orpc/server';
import { present } from '@shared/kernel/assert';
import type { Refusal } from '@shared/kernel/result';
import { RefusalError } from '@shared/kernel/result';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Session } from '../../electron/features/users/session';
import { router } from '../../electron/router';
import { printFigure } from '../support/figure';
import { REPORT, recordingEngine, reportHousehold, typedFor } from '../support/fillReport';
import { importFile, SAMPLE, samplePath } from '../support/importFiles';
import { makeFolder, TEST_PASSWORD, type TestFolder, type TestUser } from '../support/openFolder';
import { ROUNDS } from './killing';
import { type SmallDisk, smallDisk } from './mounts';

/** Roomy enough for what a run leaves behind, however slow the machine is: only the filler makes it full. */
const disk = smallDisk(192 * 1024 * 1024);
/** Bytes left on the disk when the action begins: failing at the first write, at a later one, or not at all. */
const ROOMS = ROUNDS ? [0, 4, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 512, 1024, 2048] : [0, 24];
const EXPECTED = /^(storage-failed|state-unknown|path-unwritable|backup-no-space|paper-unfinished)$/;

let folder: TestFolder;
let party: number;
let household: string;
let fields: Record<string, unknown>;
let password: string = TEST_PASSWORD;
const passwordOf = (user: TestUser) => (user === 'counsel' ? password : TEST_PASSWORD);
const seen = { actions: 0, refused: 0, done: 0 };
const client = () => createRouterClient(router, { context: { services: folder.services } });

beforeAll(async () => {
  if (!disk) return;
  const { TMPDIR } = process.env;
  process.env.TMPDIR = disk.dir;
  folder = await makeFolder({ engine: recordingEngine(), host: { reloadWindows: async () => {} } });
  process.env.TMPDIR = TMPDIR ?? '/tmp';
  ({ party, household } = reportHousehold(folder));
  fields = (await typedFor(folder, party)) as unknown as Record<string, unknown>;
}, 120_000);
afterAll(async () => {
  if (!disk) return;
  await folder.close();
  disk.remove();
  const what = `key actions on a full disk: ${seen.refused} times refused, ${seen.done} times done, nothing lost`;
  printFigure({ id: 'R6', done: seen.actions, of: Object.keys(ACTIONS).length, what, bad: 0 });
});

async function refusalOf(work: () => Promise<unknown>): Promise<Refusal | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    if (error instanceof ORPCError && error.code === 'REFUSED') return error.data as Refusal;
    throw error;
  }
}

const openNow = () => present(folder.services.session.open, 'somebody is signed in');
const count = (table: string) =>
  openNow().store.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;

interface Action {
  readonly user: TestUser;
  /** The same act under the same name or request each time it is called; `n` tells rounds apart. */
  readonly act: (n: number) => Promise<unknown>;
  /** What a second call may answer when the first one was done after all. */
  readonly repeated?: string;
  /** How far a done act is to be seen. */
  readonly trace?: () => number;
  /** Before the next round. */
  readonly tidy?: () => Promise<void>;
}

const requests = new Map<number, string>();
function requestOf(n: number): string {
  const known = requests.get(n) ?? randomUUID();
  requests.set(n, known);
  return known;
}
const drained = async (stream: AsyncIterable<unknown>) => {
  for await (const _ of stream);
};

const ACTIONS: Record<string, Action> = {
  import: {
    user: 'clerk',
    act: () => importFile({ services: folder.services, open: openNow() }, samplePath(SAMPLE.on)),
    tidy: async () => {
      const batches = await client().imports.batches();
      for (const { batch, status } of batches) if (status === 'written') await client().imports.undo({ batch });
    },
  },
  'add user': {
    user: 'admin',
    act: (n) =>
      client().users.add({ name: `u${n}`, display: '新人', unit: '', roles: ['clerk'], password: TEST_PASSWORD }),
    repeated: 'user-exists',
    trace: () => count('app_user'),
  },
  'remove user': {
    user: 'admin',
    act: async (n) => {
      const user = (await client().users.list()).find((each) => each.name === `u${n}`);
      if (user) await client().users.deactivate({ id: user.id, reason: '调离本支行' });
    },
    repeated: 'user-removed',
  },
  'edit draft': {
    user: 'clerk',
    act: async (n) => {
      const draft = await client().documents.openDraft({ form: REPORT, subject: household });
      await client().documents.saveDraft({ draftId: draft.id, rev: draft.rev, fields: { limitationText: `第${n}次` } });
    },
  },
  issue: {
    user: 'clerk',
    act: (n) => client().documents.issueTyped({ form: REPORT, subject: household, fields, requestId: requestOf(n) }),
    trace: () => count('document'),
  },
  reveal: {
    user: 'clerk',
    act: () => client().parties.reveal({ partyId: party, field: 'idNumber', purpose: '核对证件号码' }),
    trace: () => count("audit_entry WHERE action = 'parties.reveal'"),
  },
  'sign in': {
    user: 'director',
    act: async () => {
      await folder.services.session.lock();
      await client().session.signIn({ name: 'director', password: TEST_PASSWORD });
    },
  },
  'change password': {
    user: 'counsel',
    act: async (n) => {
      const next = `${TEST_PASSWORD}-${n}`;
      if (password === next) return;
      await client().session.changePassword({ old: password, password: next });
      password = next;
    },
  },
  lock: { user: 'head', act: () => client().session.lock() },
  backup: { user: 'admin', act: async () => drained(await client().backup.create({ reason: 'manual' })) },
  'set up': {
    user: 'admin',
    act: async (n) => {
      const dataDir = join(folder.dir, '..', `other-${n}`);
      const session = new Session({ dataDir, clock: folder.services.clock, program: 'command line' });
      const own = { ...folder.services, session };
      const administrator = { name: 'admin', display: '', password: TEST_PASSWORD };
      const bank = {
        name: '某支行',
        creditCode: '',
        address: '',
        phone: '',
        principal: { name: '', title: '' },
        account: { name: '', number: '', bank: '' },
      };
      await createRouterClient(router, { context: { services: own } }).session.setUp({
        dataDir,
        bank,
        mark: '某',
        units: [],
        administrator,
        users: [],
        series: {},
      });
      rmSync(dataDir, { recursive: true });
    },
  },
};

const signIn = (user: TestUser) => client().session.signIn({ name: user, password: passwordOf(user) });

describe.runIf(disk)('R6 the disk is full', () => {
  it.each(ROUNDS ? Object.keys(ACTIONS) : ['import', 'issue', 'change password', 'set up'])(
    'during %s',
    async (name) => {
      const { user, act, repeated, trace, tidy } = ACTIONS[name] as Action;
      for (const [round, room] of ROOMS.entries()) {
        const n = Object.keys(ACTIONS).indexOf(name) * 100 + round;
        if (name === 'remove user') {
          await signIn('admin');
          await client().users.add({
            name: `u${n}`,
            display: '离任',
            unit: '',
            roles: ['clerk'],
            password: TEST_PASSWORD,
          });
        }
        await signIn(user);
        const before = trace?.();
        (disk as SmallDisk).fill(room * 1024);
        const first = await refusalOf(() => act(n));
        if (first) expect(first.code, `${name} with ${room} KiB`).toMatch(EXPECTED);
        seen[first ? 'refused' : 'done'] += 1;
        (disk as SmallDisk).empty();
        if (first === null && trace) expect(trace()).toBe((before as number) + 1);
        const second = await refusalOf(() => act(n));
        if (second) expect(second.code, `${name} again with ${room} KiB`).toBe(repeated);
        await signIn(user);
        await tidy?.();
      }
      expect(await client().system.check()).toMatchObject({ ok: true });
      seen.actions += 1;
    },
    300_000,
  );
});
