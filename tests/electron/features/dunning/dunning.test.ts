/** The day's pack, the register and deliveries on the sample branch (REC-03 to REC-05, APP-04); returned scans: scans.test.ts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { PackEntry } from '@shared/contract/dunning.contract';
import { present } from '@shared/kernel/assert';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { papersOfJob } from '../../../../electron/features/documents/documents.repository';
import { directEngine } from '../../../../electron/platform/render/renderEngine';
import { openTable } from '../../../../electron/platform/sheets/openTable';
import { router } from '../../../../electron/router';
import { importFile, SAMPLE, samplePath } from '../../../support/importFiles';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

const REGISTER = '催收通知书登记簿.xlsx';
const UNTIL = '2026-11-22';
const UNIT = '云台分理处';
const uuid = (number: number) => `5a2b1c1e-6f0a-4b5e-9a54-${String(number).padStart(12, '0')}`;

let folder: TestFolder;
let client: RouterClient<typeof router>;
const beside = (name: string) => join(folder.dir, '..', name);

async function last<T>(events: AsyncIterable<T>): Promise<T> {
  let newest: T | undefined;
  for await (const event of events) newest = event;
  return present(newest, 'a stream ends with its result');
}

beforeAll(async () => {
  folder = await makeFolder({ engine: directEngine() });
  client = createRouterClient(router, { context: { services: folder.services } });
  for (const name of [SAMPLE.on, SAMPLE.off, SAMPLE.guarantors, SAMPLE.collateral, SAMPLE.receipts])
    await importFile(folder, samplePath(name));
}, 120_000);
afterAll(() => folder.close());

const rows = (sql: string) => folder.open.store.sqlite.prepare(sql).all();
const count = (sql: string) => folder.open.store.sqlite.prepare(sql).pluck().get();
const look = (given = {}) => client.dunning.pack({ unit: UNIT, until: UNTIL, ...given });
const print = (keys: string[], request: number, given = {}) =>
  client.dunning.printPack({
    unit: UNIT,
    until: UNTIL,
    keys,
    chosen: UNIT,
    warningsReason: '台账利息已核对',
    order: 'name',
    requestId: uuid(request),
    ...given,
  });

describe('IMP-01 REC-04 the old register', () => {
  it('comes in whole: 279 persons notified of 148 notices, 63 without receipt; the same file twice changes nothing', async () => {
    const result = await importFile(folder, samplePath(REGISTER));
    expect(result).toMatchObject({ kind: 'notices', added: 279, refused: 0, warned: 0 });
    expect(count('SELECT count(DISTINCT legacy_no) FROM notice')).toBe(148);
    expect(count("SELECT count(*) FROM notice WHERE outcome = 'signed'")).toBe(216);
    expect(rows('SELECT role, count(*) AS n FROM notice GROUP BY role ORDER BY role')).toEqual([
      { role: 'borrower', n: 148 },
      { role: 'guarantor', n: 126 },
      { role: 'owner', n: 5 },
    ]);
    // Each guarantor's notice hangs on his own guarantee.
    expect(
      count(
        "SELECT count(*) FROM notice_item JOIN notice ON notice.id = notice_id WHERE role = 'guarantor' AND guarantee_id IS NULL",
      ),
    ).toBe(0);
    expect(await importFile(folder, samplePath(REGISTER))).toMatchObject({ added: 0, changed: 0, unchanged: 279 });
  });

  it('names a refusal without a day, and whoever signed for another is no proof', async () => {
    const refused = count("SELECT count(*) FROM notice WHERE outcome = 'refused' AND arrived_on IS NULL");
    expect(refused).toBeGreaterThan(0);
    const { notices } = await client.dunning.register({ state: 'signed', limit: 5_000 });
    const byOthers = notices.filter(
      (each) => each.capacity === 'other' && each.form === 'DOC-REC-01' && each.method === 'in-person',
    );
    expect(new Set(byOthers.map(({ effect }) => effect))).toEqual(new Set(['disputed']));
  });

  it('chases what is out for more than the days of the rule', async () => {
    const { missing, chaseAfterDays, notices } = await client.dunning.register({ state: 'missing', limit: 5_000 });
    expect([missing, chaseAfterDays]).toEqual([notices.length, 15]);
    const [first] = notices;
    expect(await client.dunning.chase({ id: present(first, 'a missing receipt').id })).toEqual({ chased: 1 });
  });
});

describe('REC-03 the day’s pack', () => {
  let entries: PackEntry[];

  it('refuses an empty filter: it never prints everybody', async () => {
    await expect(client.dunning.pack({ until: UNTIL })).rejects.toMatchObject({ data: { code: 'pack-filter-empty' } });
    await expect(print(['x'], 90, { unit: null }).then(last)).rejects.toMatchObject({
      data: { code: 'pack-filter-empty' },
    });
  });

  it('refuses a sub-branch that does not exist, which would read as nothing due', async () => {
    await expect(client.dunning.pack({ unit: '青石分里处', until: UNTIL })).rejects.toMatchObject({
      data: { code: 'unit-unknown', facts: { unit: '青石分里处' } },
    });
  });

  it('lists each borrower and each guarantor by himself, with the form that fits or why none does', async () => {
    ({ entries } = await look());
    const printable = entries.filter((entry) => entry.printable);
    expect(printable.length).toBeGreaterThan(2);
    expect(new Set(printable.map(({ form }) => form))).toContain('DOC-REC-01');
    for (const entry of entries) {
      expect(entry.printable).toBe(entry.blocked.length === 0);
      expect(entry.trace.length).toBeGreaterThan(0);
    }
    const codes = new Set(entries.flatMap(({ blocked }) => blocked.map(({ code }) => code)));
    expect([...codes]).toEqual(expect.arrayContaining(['consent-alone', 'guarantee-period-over']));
    // After expiry nothing is printed in a batch.
    expect(entries.filter(({ form }) => form === 'DOC-REC-04').every(({ printable: yes }) => !yes)).toBe(true);
  });

  it('prints what was chosen in one job: one block of numbers, a file of all and one of each, in the register', async () => {
    const keys = entries.filter((entry) => entry.printable).map((entry) => entry.key);
    const event = await last(await print(keys, 1));
    if (event.type !== 'result') throw new Error('no result');
    const { job, leftOut } = event;
    expect(leftOut).toEqual([]);
    expect(job).toMatchObject({ number: 'B20261122-01', papers: keys.length, unfinished: false });
    const papers = await papersOfJob(folder.open.store.read, job.id);
    for (const paper of papers) {
      expect(paper.issuing).toBe(false);
      expect(folder.open.files.get(present(paper.pdfSha256, 'a file of its own')).subarray(0, 5).toString()).toBe(
        '%PDF-',
      );
    }
    for (const word of ['催', '担']) {
      const numbers = papers.map(({ view }) => view.number).filter((number) => number.includes(`${word}字`));
      expect(numbers).toEqual(
        numbers.map((_, index) => `奉支${word}字〔2026〕第${String(index + 1).padStart(4, '0')}号`),
      );
    }
    expect(count('SELECT count(*) FROM notice WHERE document_id IS NOT NULL')).toBe(keys.length);
    expect((await client.documents.jobs())[0]).toMatchObject({ id: job.id, papers: keys.length });
    expect(await client.system.check()).toMatchObject({ ok: true });
  });

  it('gives the same job to the same request, and refuses it with other content', async () => {
    const keys = entries.filter((entry) => entry.printable).map((entry) => entry.key);
    const again = await last(await print(keys, 1));
    expect(again).toMatchObject({ type: 'result', job: { number: 'B20261122-01' } });
    expect(count('SELECT count(*) FROM print_job')).toBe(1);
    await expect(print(keys.slice(1), 1).then(last)).rejects.toMatchObject({ data: { code: 'request-conflict' } });
    await expect(print([], 2).then(last)).rejects.toMatchObject({ data: { code: 'papers-none' } });
  });

  it('does not ask again while the receipt may still come', async () => {
    const { entries: after } = await look();
    expect(after.filter((entry) => entry.printable)).toEqual([]);
  });
});

describe('REC-05 a recorded delivery', () => {
  const clocks = async (id: number) => (await client.dunning.notice({ id })).clocks.map(({ expiry }) => expiry);

  it('moves the clock of its signatory and of nobody else', async () => {
    const { notices } = await client.dunning.register({ state: 'open', limit: 5_000 });
    const mine = notices.filter(({ documentId }) => documentId !== null);
    const guarantor = present(
      mine.find(({ form }) => form === 'DOC-REC-03'),
      'a guarantor was notified',
    );
    const others = (await client.dunning.register({ household: guarantor.household })).notices.filter(
      ({ role, addressee, documentId }) =>
        documentId !== null && !(role === 'guarantor' && addressee === guarantor.addressee),
    );
    const before = await Promise.all(others.map(({ id }) => clocks(id)));
    const typed = {
      method: 'in-person',
      outcome: 'signed',
      arrivedOn: '2026-11-22',
      signedBy: guarantor.addressee,
      capacity: 'self',
    } as const;
    expect(await client.dunning.weighDelivery({ id: guarantor.id, ...typed })).toMatchObject({
      effect: 'interrupts',
      refusal: null,
    });
    await client.dunning.recordDelivery({ id: guarantor.id, rev: guarantor.rev, ...typed });
    expect(await clocks(guarantor.id)).toEqual(['2029-11-22']);
    expect(await Promise.all(others.map(({ id }) => clocks(id)))).toEqual(before);
    await expect(
      client.dunning.recordDelivery({ id: guarantor.id, rev: guarantor.rev, ...typed }),
    ).rejects.toMatchObject({
      data: { code: 'stale-version' },
    });
  });
});

describe('LED-03 the register as a file', () => {
  it.each(['xlsx', 'pdf'] as const)(
    '%s holds every notice and is logged',
    async (format) => {
      const path = beside(`register.${format}`);
      const result = await client.dunning.exportRegister({ format, path, reason: '季度检查', officer: null });
      expect(result.notices).toBe(count('SELECT count(*) FROM notice'));
      expect(readFileSync(path).length).toBeGreaterThan(10_000);
      expect(rows("SELECT action FROM audit_entry WHERE action = 'dunning.exportRegister'").length).toBeGreaterThan(0);
    },
    60_000,
  );

  it('says in words which notices were chosen', async () => {
    const path = beside('signed.xlsx');
    await client.dunning.exportRegister({ format: 'xlsx', path, reason: '季度检查', state: 'signed' });
    const cells: string[] = [];
    for await (const batch of (await openTable(path)).rows(0)) cells.push(JSON.stringify(batch));
    expect(cells.join()).toContain('筛选：签收');
  });
});
