/** The log of a real folder: anchors in two places, alarms, verifying, accepting a break, exporting (APP-02, R8, R14). */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { Verification } from '@shared/contract/audit.contract';
import { headCode } from '@shared/domain/audit/chain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANCHOR_EVERY } from '../../../../electron/features/audit/anchors';
import { Session } from '../../../../electron/features/users/session';
import { openTable } from '../../../../electron/platform/sheets/openTable';
import { router } from '../../../../electron/router';
import type { Services } from '../../../../electron/services';
import { makeFolder, TEST_PASSWORD, type TestFolder, type TestUser } from '../../../support/openFolder';
import { dropTriggers } from '../../../support/tamper';

let folder: TestFolder;
let own: string;
beforeEach(async () => {
  folder = await makeFolder({ user: 'admin' });
  own = mkdtempSync(join(tmpdir(), 'qingshou-own-'));
});
afterEach(async () => {
  await folder.close();
  rmSync(own, { recursive: true, force: true });
});

interface Opened {
  readonly client: RouterClient<typeof router>;
  readonly session: Session;
}

/** The folder (or a copy of it) opened by somebody, with the program's own folder beside it. */
async function openAs(user: TestUser, dir = folder.dir): Promise<Opened> {
  await folder.services.session.lock();
  const session = new Session({ dataDir: dir, clock: folder.services.clock, program: 'command line', ownDir: own });
  const services: Services = { ...folder.services, session };
  const client = createRouterClient(router, { context: { services } });
  await client.session.signIn({ name: user, password: TEST_PASSWORD });
  return { client, session };
}

async function verified(client: Opened['client'], anchorFile: string | null = null): Promise<Verification> {
  for await (const event of await client.audit.verify({ anchorFile })) if (event.type === 'result') return event.result;
  throw new Error('no result');
}

/** Some entries, then locked. */
async function worked(times = 3): Promise<void> {
  const { client, session } = await openAs('clerk');
  for (let number = 0; number < times; number += 1)
    await client.units.add({ name: `分社${number}-${Math.random()}`, mark: '' });
  await session.lock();
}

const anchorsOf = (path: string) =>
  (JSON.parse(readFileSync(path, 'utf8')) as { anchors: { seq: number; mac: string }[] }).anchors;
const ownFile = () => join(own, 'anchors', readdirSync(join(own, 'anchors'))[0]!);
const ownAnchors = () => anchorsOf(ownFile());

describe('APP-02 anchors', () => {
  it('lie in the data folder and in the program’s own folder, at set-up, sign-in and lock', async () => {
    await folder.services.session.lock();
    expect(existsSync(join(folder.dir, 'anchors.json'))).toBe(true);
    const { session } = await openAs('clerk');
    const head = session.open!.store.auditLog.head();
    expect(ownAnchors().at(-1)).toMatchObject(head);
    await session.lock();
    await worked(2);
    expect(anchorsOf(join(folder.dir, 'anchors.json')).at(-1)?.seq).toBe(head.seq + 3);
    expect(ownAnchors().at(-1)?.seq).toBe(head.seq + 3);
  });

  it(`follow every ${ANCHOR_EVERY} entries, and only the last ones are kept`, async () => {
    const { session } = await openAs('admin');
    const { store, actor, log } = session.open!;
    const begun = store.auditLog.head().seq;
    const note = { action: 'units.add', objectKind: 'unit', objectId: '1' };
    for (let number = 0; number < 230; number += 1)
      await store.write(actor, async () => ({ result: null, audit: note }));
    expect(store.auditLog.head().seq - log.anchors.state.newest!.seq).toBeLessThan(ANCHOR_EVERY);
    const kept = ownAnchors().map(({ seq }) => seq);
    expect(kept.slice(-2)).toEqual([begun + ANCHOR_EVERY, begun + 2 * ANCHOR_EVERY]);
    await session.lock();
  });

  it('that cannot be written hinder nobody, and the state says so', async () => {
    writeFileSync(join(own, 'anchors'), 'a file in the way');
    const { client, session } = await openAs('auditor');
    expect((await client.audit.state()).anchor).toMatchObject({ failed: true });
    await session.lock();
  });
});

describe('R8 a folder whose log is not the one that was left', () => {
  it.each(['log-behind-anchor', 'log-differs'])('opens for reading only: %s', async (code) => {
    await worked();
    const copy = join(folder.dir, '..', 'yesterday');
    cpSync(folder.dir, copy, { recursive: true });
    await worked();
    if (code === 'log-differs') {
      // Somebody went on working in the copy, on a computer that knows nothing of this one's anchors.
      const { services } = folder;
      const elsewhere = new Session({ dataDir: copy, clock: services.clock, program: 'command line' });
      const client = createRouterClient(router, { context: { services: { ...services, session: elsewhere } } });
      await client.session.signIn({ name: 'clerk', password: TEST_PASSWORD });
      for (let number = 0; number < 8; number += 1) await client.units.add({ name: `外地${number}`, mark: '' });
      await elsewhere.lock();
    }
    const { client, session } = await openAs('clerk', copy);
    expect((await client.session.state()).alarm).toMatchObject({ code });
    await expect(client.units.add({ name: '新社', mark: '' })).rejects.toMatchObject({
      data: { code: 'folder-read-only' },
    });
    await session.lock();
  });

  it('opens for reading only when every anchor is gone (anchors-missing)', async () => {
    await worked();
    rmSync(join(folder.dir, 'anchors.json'));
    rmSync(ownFile());
    const { client, session } = await openAs('clerk');
    expect((await client.session.state()).alarm).toMatchObject({ code: 'anchors-missing' });
    await session.lock();
    expect(existsSync(join(folder.dir, 'anchors.json')), 'an alarm is not anchored away').toBe(false);
  });

  it('is written again when an administrator accepted it with a reason; the break stays on record', async () => {
    await worked();
    const copy = join(folder.dir, '..', 'yesterday');
    cpSync(folder.dir, copy, { recursive: true });
    await worked();
    const clerk = await openAs('clerk', copy);
    await expect(clerk.client.audit.acceptBreak({ reason: '恢复了昨天的副本' })).rejects.toMatchObject({
      data: { code: 'role-missing' },
    });
    await clerk.session.lock();
    const { client, session } = await openAs('admin', copy);
    const entries = session.open!.store.auditLog.head().seq;
    expect(await verified(client)).toMatchObject({ ok: false, fault: { fault: 'behind-anchor', from: entries + 1 } });
    expect(await client.audit.acceptBreak({ reason: '恢复了昨天的副本' })).toEqual({ accepted: 1 });
    expect((await client.session.state()).alarm).toBeNull();
    await client.units.add({ name: '新社', mark: '' });
    expect(await verified(client)).toMatchObject({ ok: true });
    await session.lock();
    const again = await openAs('clerk', copy);
    expect((await again.client.session.state()).alarm).toBeNull();
    await again.session.lock();
    const last = await openAs('admin', copy);
    await expect(last.client.audit.acceptBreak({ reason: '再次确认' })).rejects.toMatchObject({
      data: { code: 'log-unbroken' },
    });
    await last.session.lock();
  });
});

describe('APP-02 verifying', () => {
  it('names the first bad entry of a log that was changed, raises the alarm, and knows it as accepted later', async () => {
    await worked();
    const { client, session } = await openAs('admin');
    const { store, log } = session.open!;
    dropTriggers(store);
    store.sqlite.exec("UPDATE audit_entry SET user_name = 'somebody' WHERE id = 3");
    expect(await verified(client)).toMatchObject({ ok: false, fault: { fault: 'changed', from: 3, to: 3 } });
    expect((await client.system.check()).audit).toMatchObject({ ok: false, fault: { from: 3 } });
    await store.reading(async () => store.raise({ code: 'log-broken', facts: { ...log.last!.fault } }));
    expect(await client.audit.acceptBreak({ reason: '硬盘错误' })).toEqual({ accepted: 1 });
    expect(await verified(client)).toMatchObject({ ok: true, accepted: 1, fault: null });
    await session.lock();
  });

  it('lets others write while it goes on, and can be cancelled', async () => {
    const { client, session } = await openAs('admin');
    const { store, actor } = session.open!;
    const note = { action: 'units.add', objectKind: 'unit', objectId: '1' };
    await store.write(actor, async () => ({ result: null, audit: Array.from({ length: 20_000 }, () => note) }));
    const order: string[] = [];
    const whole = verified(client).then(() => order.push('verified'));
    await client.units.add({ name: '同时', mark: '' }).then(() => order.push('written'));
    await whole;
    expect(order).toEqual(['written', 'verified']);
    const abort = new AbortController();
    const events = await client.audit.verify({}, { signal: abort.signal });
    const entries = store.auditLog.head().seq;
    await expect(
      (async () => {
        for await (const event of events) if (event.type === 'progress') abort.abort();
      })(),
    ).rejects.toThrow();
    expect(store.auditLog.head().seq).toBe(entries);
    await session.lock();
  });

  it('compares anchors and earlier exports that somebody kept elsewhere', async () => {
    await worked();
    const { client, session } = await openAs('auditor');
    const path = join(own, 'log.jsonl');
    const { entries } = await client.audit.export({ format: 'jsonl', reason: '年度审计', path });
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect([lines.length, JSON.parse(lines[0]!).entries]).toEqual([entries + 1, entries]);
    const head = { seq: entries, mac: JSON.parse(lines.at(-1)!).mac };
    expect(JSON.parse(lines[0]!)).toMatchObject({
      kind: 'qingshou-audit-log',
      head,
      code: headCode(head),
      by: 'auditor',
    });
    await client.audit.verify({});
    expect(await verified(client, path)).toMatchObject({ ok: true, file: { entries, fault: null } });
    const forged = [...lines];
    forged[3] = forged[3]!.replace('session', 'sessiom').replace('units', 'unitz');
    const other = join(own, 'forged.jsonl');
    writeFileSync(other, forged.join('\n'));
    expect(await verified(client, other)).toMatchObject({ ok: false, fault: null, file: { fault: { from: 3 } } });
    writeFileSync(other, lines.slice(0, -1).join('\n'));
    expect(await verified(client, other)).toMatchObject({
      ok: false,
      file: { fault: { fault: 'gap', from: entries } },
    });
    writeFileSync(join(own, 'anchor.json'), JSON.stringify({ seq: 2, mac: 'a'.repeat(64) }));
    expect(await verified(client, join(own, 'anchor.json'))).toMatchObject({
      fault: { fault: 'differs-from-anchor', to: 2 },
    });
    writeFileSync(other, '{"kind":"something"}');
    await expect(verified(client, other)).rejects.toMatchObject({ data: { code: 'anchor-file-invalid' } });
    await expect(verified(client, join(own, 'nothing.json'))).rejects.toMatchObject({
      data: { code: 'anchor-file-invalid' },
    });
    await session.lock();
  });
});

describe('APP-02 reading and exporting', () => {
  it('filters by person, day, kind of action and object, newest first, page by page', async () => {
    await worked(4);
    const { client, session } = await openAs('auditor');
    const seen = async (filter: Parameters<typeof client.audit.count>[0]) => {
      const all: string[] = [];
      for (let cursor: number | null = null; ; ) {
        const page: Awaited<ReturnType<typeof client.audit.page>> = await client.audit.page({
          filter,
          cursor,
          limit: 2,
        });
        all.push(...page.entries.map(({ action }) => action));
        cursor = page.next;
        if (cursor === null) break;
      }
      expect((await client.audit.count(filter)).entries).toBe(all.length);
      return all;
    };
    const all = await seen({});
    expect([all[0], all.at(-1)]).toEqual(['session.signIn', 'session.setUp']);
    expect(await seen({ groups: ['people'] })).toEqual(Array.from({ length: 4 }, () => 'units.add'));
    expect(await seen({ user: 'auditor' })).toEqual(['session.signIn']);
    expect(await seen({ text: '分社2' })).toEqual(['units.add']);
    expect(await seen({ text: "%' OR 1" })).toEqual([]);
    expect((await seen({ from: '2026-11-22', to: '2026-11-22' })).length).toBe(all.length);
    expect(await seen({ to: '2026-11-21' })).toEqual([]);
    expect(await seen({ from: '2026-11-23' })).toEqual([]);
    await session.lock();
  });

  it('writes an .xlsx as filtered, with its code and watermark, and logs the export with its reason', async () => {
    await worked(2);
    const { client, session } = await openAs('head');
    const path = join(own, 'log.xlsx');
    const words = { action: '操作', 'action.units.add': '添加机构' };
    const filter = { groups: ['people' as const] };
    expect(await client.audit.export({ format: 'xlsx', reason: '检查人员变动', path, words, filter })).toMatchObject({
      entries: 2,
    });
    const table = await openTable(path);
    const rows: string[] = [];
    for await (const batch of table.rows(0)) rows.push(...batch.map((row) => JSON.stringify(row)));
    expect(rows.filter((row) => row.includes('添加机构')).length).toBe(2);
    const [entry] = (await client.audit.page({ filter: {} })).entries;
    expect(entry).toMatchObject({
      action: 'audit.export',
      detail: { reason: '检查人员变动', entries: 2, format: 'xlsx' },
    });
    await session.lock();
  });

  it('is refused without the right, without a reason, and where nothing can be written', async () => {
    const { client, session } = await openAs('clerk');
    const input = { format: 'xlsx' as const, reason: '想看看日志', path: join(own, 'x.xlsx') };
    await expect(client.audit.export(input)).rejects.toMatchObject({ data: { code: 'role-missing' } });
    await expect(client.audit.page({ filter: {} })).rejects.toMatchObject({ data: { code: 'role-missing' } });
    await session.lock();
    const auditor = await openAs('auditor');
    await expect(auditor.client.audit.export({ ...input, reason: '--' })).rejects.toMatchObject({
      data: { code: 'invalid-input' },
    });
    await expect(auditor.client.audit.export({ ...input, path: join(own, 'none', 'x.xlsx') })).rejects.toMatchObject({
      data: { code: 'path-unwritable' },
    });
    await auditor.session.lock();
  });
});
