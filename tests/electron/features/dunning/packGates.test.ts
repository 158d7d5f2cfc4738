/** What a pack never does (issue 5 D): print everything, print a gap, count one guarantor's receipt for another, forget a missing receipt. */
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { NoticeView } from '@shared/contract/dunning.contract';
import { present } from '@shared/kernel/assert';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { router } from '../../../../electron/router';
import { Builder } from '../../../support/builders';
import { recordingEngine } from '../../../support/fillReport';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

const AREA = '永安镇';
const WHY = '台账利息已与核心系统核对';
const ASKED = { area: AREA, until: '2026-11-22' };

let folder: TestFolder;
let client: RouterClient<typeof router>;
let borrower: number;

/** A debt with two joint guarantors whose periods run, and one whose period is not known. */
beforeEach(async () => {
  folder = await makeFolder({ engine: recordingEngine() });
  client = createRouterClient(router, { context: { services: folder.services } });
  const build = new Builder(folder.open);
  build.batch(() => {
    const person = (name: string, tail: string, address: string | null) =>
      build.party({ name, id_no: `51222619700101${tail}`, address });
    borrower = person('张三', '9003', `奉节县${AREA}某街1号`);
    const loan = { issue_date: '2024-06-01', due_date: '2026-06-01', interest_on: 9_000 };
    const id = build.loan({ party_id: borrower, officer: '测试counsel', ...loan });
    for (const [name, tail] of [
      ['李四', '9011'],
      ['王五', '902X'],
    ] as const)
      build.guarantee({
        loan_id: id,
        party_id: person(name, tail, `奉节县${AREA}某街2号`),
        period_start: '2026-06-01',
        period_end: '2029-06-01',
      });
    // How long he stands for is not known: nothing may go out to him.
    build.guarantee({ loan_id: id, party_id: person('孙七', '9038', `奉节县${AREA}某街3号`) });
  });
});
afterEach(() => folder.close());

let requests = 0;
async function print(
  keys: readonly string[],
  given: { area?: string | null; contact?: string; warningsReason?: string | null } = {},
) {
  const requestId = `6a2b1c1e-6f0a-4b5e-9a54-${String(++requests).padStart(12, '0')}`;
  const sure = { warningsReason: WHY, order: 'name' as const, requestId };
  const request = { ...ASKED, keys: [...keys], chosen: AREA, ...sure, ...given };
  let last: unknown;
  for await (const event of await client.dunning.printPack(request)) last = event;
  return last as { job: { papers: number }; leftOut: string[] };
}
const entries = async (given = {}) => (await client.dunning.pack({ ...ASKED, ...given })).entries;
const keysOf = async () => (await entries()).map(({ key }) => key);
const rows = (table: string) =>
  folder.open.store.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
const spent = () => folder.open.store.sqlite.prepare('SELECT sum(next - 1) FROM number_series').pluck().get() as number;
const notices = async () => (await client.dunning.register({})).notices;
const noticeTo = async (name: string): Promise<NoticeView> =>
  present(
    (await notices()).find(({ addressee }) => addressee === name),
    `a notice to ${name}`,
  );

describe('REC-03 nothing is printed that was not asked for', () => {
  it('an empty filter is refused with every key there is, and no number is spent', async () => {
    const keys = await keysOf();
    await expect(print(keys, { area: null })).rejects.toMatchObject({ data: { code: 'pack-filter-empty' } });
    await expect(print([])).rejects.toMatchObject({ data: { code: 'papers-none' } });
    expect([rows('document'), rows('print_job'), spent()]).toEqual([0, 0, 0]);
  });

  it('a place of the paper that nobody filled blocks it, one by one, and no number is spent', async () => {
    const gaps = await entries({ contact: '{contact}' });
    expect(gaps.length).toBeGreaterThan(2);
    for (const { printable, blocked } of gaps) {
      expect(printable).toBe(false);
      expect(blocked.length).toBeGreaterThan(0);
    }
    expect(gaps.flatMap(({ blocked }) => blocked.map(({ code }) => code))).toContain('placeholder-left');
    await expect(print(await keysOf(), { contact: '{contact}' })).rejects.toMatchObject({
      data: { code: 'papers-none' },
    });
    expect([rows('document'), rows('print_job'), spent()]).toEqual([0, 0, 0]);
  });

  it('whoever cannot be printed is left out and said; the others are', async () => {
    const all = await entries();
    const blocked = all.filter(({ printable }) => !printable).map(({ key }) => key);
    const { job, leftOut } = await print(all.map(({ key }) => key));
    expect(blocked).toHaveLength(1);
    expect(leftOut).toEqual(blocked);
    expect(job.papers).toBe(all.length - blocked.length);
    expect(rows('notice')).toBe(job.papers);
  });
});

describe('documents.md §0.2 a warned notice goes out with a typed reason or not at all', () => {
  /** His loan is due in three days: a first notice, which says no interest that could be warned of. */
  const unwarned = () => {
    const build = new Builder(folder.open);
    build.batch(() => {
      const party_id = build.party({ name: '赵六', id_no: '512226197001019046', address: `奉节县${AREA}某街4号` });
      build.loan({
        party_id,
        contract_no: '奉信（2025）第66号',
        loan_key: '奉信（2025）第66号|',
        issue_date: '2025-11-25',
        due_date: '2026-11-25',
        officer: '测试counsel',
      });
    });
  };
  const kept = () =>
    (folder.open.store.sqlite.prepare('SELECT data FROM document').pluck().all() as string[]).map((data) => {
      const { facts, warnings, warningsReason } = JSON.parse(data);
      return [facts.addressee.name, warnings.length > 0, warningsReason];
    });

  it('without one nothing is printed and no number is spent; the list says which they are and why', async () => {
    unwarned();
    const all = await entries();
    const warnedOf = (name: string) => all.find(({ addressee }) => addressee === name)?.warned;
    expect(warnedOf('张三')).toMatchObject([{ code: 'interest-unsplit' }]);
    expect(warnedOf('赵六')).toEqual([]);
    const keys = all.map(({ key }) => key);
    await expect(print(keys, { warningsReason: null })).rejects.toMatchObject({
      data: { code: 'warnings-unexplained', facts: { count: 3 } },
    });
    await expect(print(keys, { warningsReason: '。。。。' })).rejects.toThrow();
    expect([rows('document'), rows('print_job'), spent()]).toEqual([0, 0, 0]);
  });

  it('with one it is kept with each of them, not with the others, and stands in the log', async () => {
    unwarned();
    await print(await keysOf());
    expect(kept().toSorted()).toEqual(
      [
        ['张三', true, WHY],
        ['李四', true, WHY],
        ['王五', true, WHY],
        ['赵六', false, null],
      ].toSorted(),
    );
    const log = "SELECT detail FROM audit_entry WHERE action = 'dunning.printPack'";
    const detail = folder.open.store.sqlite.prepare(log).pluck().get() as string;
    expect(JSON.parse(detail)).toMatchObject({ papers: 4, warned: 3, warningsReason: WHY });
  });

  it('what carries none is printed without a reason', async () => {
    unwarned();
    const free = (await entries()).filter(({ printable, warned }) => printable && warned.length === 0);
    const { job } = await print(
      free.map(({ key }) => key),
      { warningsReason: null },
    );
    expect(job.papers).toBe(1);
  });
});

const scanFor = (notice: NoticeView): void => {
  folder.open.store.sqlite.exec(`INSERT OR IGNORE INTO attachment VALUES ('s1', 'image/*', 1, '2026-11-22T00:00:00.000Z');
    INSERT INTO scan (sha256, page, paper_no, file_name, received_at, user_id, status, document_id)
      VALUES ('s1', 1, 1, '回执.jpg', '2026-11-22T00:00:00.000Z', 1, 'filed', ${notice.documentId})`);
};
const signedBy = (name: string) =>
  ({ method: 'in-person', outcome: 'signed', arrivedOn: '2026-11-22', signedBy: name, capacity: 'self' }) as const;

describe('REC-05 served on one guarantor never counts for another', () => {
  it('neither by a delivery, nor by a receipt filed to the wrong one', async () => {
    await print(await keysOf());
    const radar = async () => {
      const { lines } = await client.portfolio.radar({ household: borrower });
      return new Map(lines.map(({ key, expiry, verdict }) => [key, `${verdict} ${expiry}`]));
    };
    const before = await radar();
    scanFor(await noticeTo('王五'));
    expect(await radar()).toEqual(before);
    const { id, rev } = await noticeTo('李四');
    await client.dunning.recordDelivery({ id, rev, ...signedBy('李四') });
    const after = await radar();
    const guarantee = "SELECT guarantee.id FROM guarantee JOIN party ON party.id = party_id WHERE party.name = '李四'";
    const line = `g${folder.open.store.sqlite.prepare(guarantee).pluck().get()}`;
    expect([...after.keys()].filter((key) => after.get(key) !== before.get(key))).toEqual([line]);
    for (const other of ['王五', '张三'])
      expect(await noticeTo(other)).toMatchObject({ outcome: 'open', effect: 'none' });
  });
});

describe('REC-04 a missing receipt is chased', () => {
  const age = (days: number) =>
    folder.open.store.sqlite.exec(`UPDATE notice SET noticed_on = date('2026-11-22', '-${days} days')`);
  const work = async () => {
    const { items } = await client.workbench.list({ scope: 'all', kinds: ['receipt-missing', 'receipt-check'] });
    return items.map(({ kind, day, responsible, what }) => [kind, day, responsible, what.split(' ').at(-1)]);
  };

  it('is work of the officer from the day that the rule gives, else of whoever printed it', async () => {
    await print(await keysOf());
    folder.open.store.sqlite.exec("UPDATE notice SET officer = '外部人员' WHERE addressee = '王五'");
    expect(await work()).toEqual(
      expect.arrayContaining([
        ['receipt-missing', '2026-12-07', '测试counsel', '张三'],
        ['receipt-missing', '2026-12-07', '测试clerk', '王五'],
      ]),
    );
    expect((await client.dunning.register({ state: 'missing' })).missing).toBe(0);
    age(15);
    expect((await client.dunning.register({ state: 'missing' })).missing).toBe(0);
    age(16);
    const { missing, chaseAfterDays } = await client.dunning.register({ state: 'missing' });
    expect([missing, chaseAfterDays]).toEqual([rows('notice'), 15]);
    expect((await work())[0]?.[1]).toBe('2026-11-21');
    expect(await client.dunning.chase({ id: (await noticeTo('张三')).id })).toEqual({ chased: 1 });
    // It is still missing, and work again after the second interval.
    expect(await noticeTo('张三')).toMatchObject({ missing: true, chasedOn: '2026-11-22', chaseOn: '2026-12-07' });
    const day = async () => (await work()).find((item) => item[3] === '张三')?.[1];
    expect(await day()).toBe('2026-12-07');
    folder.open.store.sqlite.exec("UPDATE notice SET chased_on = '2026-11-07' WHERE chased = 1");
    expect(await day()).toBe('2026-11-22');
  });

  it('is no longer missing when it was scanned, but waits to be checked, and is done when it is recorded', async () => {
    await print(await keysOf());
    age(30);
    const { id, number } = await noticeTo('李四');
    scanFor(await noticeTo('李四'));
    expect(await work()).toContainEqual(['receipt-check', null, '测试counsel', '李四']);
    expect((await client.dunning.register({ state: 'missing' })).notices.map((each) => each.number)).not.toContain(
      number,
    );
    await expect(client.dunning.chase({ id })).rejects.toMatchObject({ data: { code: 'receipt-not-missing' } });
    const { rev } = await noticeTo('李四');
    await client.dunning.recordDelivery({ id, rev, ...signedBy('李四') });
    expect((await work()).map((item) => item[3])).not.toContain('李四');
  });
});
