/** The next month's list: what is new, changed, settled, worse, gone; taking an import back (IMP-03, IMP-04). */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { undoImport } from '../../../../electron/features/imports/undoImport';
import { dump } from '../../../support/dump';
import {
  cell,
  counts,
  IN_ORDER,
  importFile,
  type PlainList,
  plainLoans,
  SAMPLE,
  samplePath,
  writeList,
} from '../../../support/importFiles';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

const NOTES = ['单位：万元'];
/** What an import leaves besides the ledger itself. */
const OWN = ['audit_entry', 'import_batch', 'import_change', 'request'];

let folder: TestFolder;
let october: PlainList;
beforeEach(async () => {
  folder = await makeFolder();
  october = fewOf(await plainLoans());
});
afterEach(() => folder.close());

/** All substandard loans and sixty others: enough to compare months. */
function fewOf(list: PlainList): PlainList {
  const isSubstandard = (_: string[], row: number) => cell(list, row, '五级分类') === '次级';
  const rest = list.rows.filter((cells, row) => !isSubstandard(cells, row)).slice(0, 60);
  return { titles: list.titles, rows: [...list.rows.filter(isSubstandard), ...rest] };
}

const scratch = (name: string) => join(folder.dir, '..', name);
const copyOf = (list: PlainList): PlainList => ({ titles: list.titles, rows: list.rows.map((row) => [...row]) });
const ledger = () => dump(folder.open.store.sqlite, { except: OWN, without: ['rev'] });
const value = (sql: string) => folder.open.store.sqlite.prepare(sql).pluck().get();
const batchOf = (result: { batch: string | null }) => result.batch as string;

/** Rows with a balance and a class that can get worse. */
const doubtful = (list: PlainList) =>
  list.rows.flatMap((_, row) =>
    cell(list, row, '五级分类') === '次级' && Number(cell(list, row, '贷款余额')) > 0 ? [row] : [],
  );

/** November: two settled, three worse, one balance lower, one phone new, four gone, two new. */
function november(): PlainList {
  const list = copyOf(october);
  const [a, b, c, d, e, f] = doubtful(list) as number[];
  for (const row of [a, b]) cell(list, row as number, '贷款余额', '0');
  for (const row of [c, d, e]) {
    cell(list, row as number, '五级分类', '损失');
    cell(list, row as number, '细分级次', '');
  }
  cell(list, f as number, '贷款余额', '0.01');
  cell(list, f as number, '联系电话', '15400009999');
  const gone = list.rows
    .map((_, row) => row)
    .filter((row) => cell(list, row, '五级分类') === '正常' && Number(cell(list, row, '贷款余额')) > 0)
    .slice(0, 4);
  const kept = list.rows.filter((_, row) => !gone.includes(row));
  const added = [0, 1].map((index) => {
    const fresh = copyOf({ titles: list.titles, rows: [kept[index] as string[]] });
    cell(fresh, 0, '合同号', `奉信（2026）新第${index}号`);
    cell(fresh, 0, '借据号', `9900000${index}`);
    return fresh.rows[0] as string[];
  });
  return { titles: list.titles, rows: [...kept, ...added] };
}

async function twoMonths() {
  const first = await importFile(folder, await writeList(scratch('明细_202610.xlsx'), october, NOTES));
  const before = ledger();
  const second = await importFile(folder, await writeList(scratch('明细_202611.xlsx'), november(), NOTES), {
    asOf: '2026-11-22',
  });
  return { first, before, second };
}

describe('IMP-04 the next month', () => {
  it('is compared with the ledger: new, settled, worsened, absent', async () => {
    const path = await writeList(scratch('明细_202611.xlsx'), november(), NOTES);
    await importFile(folder, await writeList(scratch('明细_202610.xlsx'), october, NOTES));
    const before = ledger();
    const dry = await importFile(folder, path, { dryRun: true });
    expect(ledger()).toEqual(before);
    const result = await importFile(folder, path);
    for (const each of [dry, result]) {
      expect(counts(each)).toEqual({ added: 2, changed: 6, unchanged: 60, warned: 0, refused: 0 });
      expect(each.differences).toEqual({ new: 2, settled: 2, worsened: 3, absent: 4 });
    }
    expect(result.changes).toHaveLength(6);
    const worse = result.changes.filter((change) => change.fields.some((field) => field.field === 'five_level'));
    expect(worse.map((change) => change.fields.find((field) => field.field === 'five_level'))).toEqual(
      Array(3).fill({ field: 'five_level', from: '次级', to: '损失' }),
    );
    expect(value("SELECT count(*) FROM party WHERE phone = '15400009999'")).toBe(1);
    // Gone from the list is a finding, not a deletion.
    expect(value('SELECT count(*) FROM loan')).toBe(72);
  });

  it('that only tells a new phone counts as a change, named by the phone, and leaves the loan alone', async () => {
    await importFile(folder, await writeList(scratch('明细_202610.xlsx'), october, NOTES));
    const list = copyOf(october);
    cell(list, 0, '联系电话', '15400009999');
    const path = await writeList(scratch('电话.xlsx'), list, NOTES);
    const result = await importFile(folder, path);
    expect(counts(result)).toEqual({ added: 0, changed: 1, unchanged: 69, warned: 0, refused: 0 });
    expect(result.changes[0]?.fields.map((field) => [field.field, field.to])).toEqual([['phone', '154****9999']]);
    expect(value('SELECT count(*) FROM loan WHERE rev > 1')).toBe(0);
    expect(counts(await importFile(folder, path))).toMatchObject({ changed: 0, unchanged: 70 });
  });

  it('leaves every row in the search index', async () => {
    const { second } = await twoMonths();
    expect(second.added).toBe(2);
    for (const table of ['loan', 'party'])
      expect(value(`SELECT count(*) FROM ${table}_gram`)).toBe(value(`SELECT count(*) FROM ${table}`));
  });

  it('twice changes nothing the second time', async () => {
    const { second } = await twoMonths();
    const again = await importFile(folder, scratch('明细_202611.xlsx'), { asOf: '2026-11-22' });
    expect(again.batch).toBeNull();
    expect(again.unchanged).toBe(second.added + second.changed + second.unchanged);
  });
});

describe('IMP-03 undo', () => {
  it('of the only import leaves the folder as it was before', async () => {
    const before = ledger();
    const done = [];
    for (const name of IN_ORDER) done.push(batchOf(await importFile(folder, samplePath(name))));
    for (const batch of done.toReversed()) await undoImport(folder.open, batch);
    expect(ledger()).toEqual(before);
    expect(value("SELECT count(*) FROM import_batch WHERE status = 'undone'")).toBe(done.length);
    expect(value("SELECT count(*) FROM audit_entry WHERE action = 'imports.undo'")).toBe(done.length);
  });

  it('of the second month brings the first back, and then the first can go too', async () => {
    const empty = ledger();
    const { first, before, second } = await twoMonths();
    expect(await undoImport(folder.open, batchOf(second))).toMatchObject({ removed: 2, restored: 7 });
    expect(ledger()).toEqual(before);
    await undoImport(folder.open, batchOf(first));
    expect(ledger()).toEqual(empty);
  });

  it('takes back the units that the import made', async () => {
    const before = ledger();
    for (const row of [0, 1]) cell(october, row, '分理处', '新设分理处');
    const path = await writeList(scratch('新单位.xlsx'), october, NOTES);
    const result = await importFile(folder, path, { createUnits: true });
    expect(value('SELECT count(*) FROM unit')).toBe(8);
    await undoImport(folder.open, batchOf(result));
    expect(ledger()).toEqual(before);
  });

  it('is refused for an unknown or undone batch', async () => {
    const { second } = await twoMonths();
    await undoImport(folder.open, batchOf(second));
    await expect(undoImport(folder.open, batchOf(second))).rejects.toThrow('batch-undone');
    await expect(undoImport(folder.open, 'B19990101-01')).rejects.toThrow('batch-unknown');
  });

  it('is refused while a later import changed its rows, and changes nothing', async () => {
    const { first } = await twoMonths();
    const before = ledger();
    await expect(undoImport(folder.open, batchOf(first))).rejects.toThrow('undo-blocked');
    expect(ledger()).toEqual(before);
  });

  it('is refused while something hangs on it: guarantees, collateral, receipts of later imports', async () => {
    const loans = await importFile(folder, samplePath(SAMPLE.on));
    await importFile(folder, samplePath(SAMPLE.off));
    await importFile(folder, samplePath(SAMPLE.guarantors));
    const refusal = await undoImport(folder.open, batchOf(loans)).catch((error) => error.refusal);
    expect(refusal).toMatchObject({
      code: 'undo-blocked',
      facts: { blockers: expect.arrayContaining([expect.objectContaining({ kind: 'guarantee' })]) },
    });
  });

  it('is refused while a draft or a paper was begun on one of its households', async () => {
    const loans = await importFile(folder, samplePath(SAMPLE.on));
    const draft = `INSERT INTO document_draft (form, subject_kind, subject_id, party_id, user_id, as_of, fields, facts_digest, saved_at)
      SELECT 'DOC-LIT-01', 'household', min(party_id), min(party_id), (SELECT min(id) FROM app_user), '2026-10-31', '{}', '', '' FROM loan`;
    folder.open.store.sqlite.exec(draft);
    const refusal = await undoImport(folder.open, batchOf(loans)).catch((error) => error.refusal);
    expect(refusal).toMatchObject({ code: 'undo-blocked', facts: { blockers: [{ kind: 'draft', count: 1 }] } });
    folder.open.store.sqlite.exec('DELETE FROM document_draft');
    await undoImport(folder.open, batchOf(loans));
  });
});
