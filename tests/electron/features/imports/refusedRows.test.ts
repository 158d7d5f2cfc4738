/** What is not written, and why: the bad rows, unknown units, reject files, whole files that cannot be read (IMP-03). */
import { createHash } from 'node:crypto';
import { closeSync, copyFileSync, existsSync, ftruncateSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SheetRow } from '@shared/domain/imports/sheet';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shownCell } from '../../../../electron/features/imports/shownCell';
import { openTable } from '../../../../electron/platform/sheets/openTable';
import { dump } from '../../../support/dump';
import {
  cell,
  counts,
  EXPECTED,
  importFile,
  plainLoans,
  SAMPLE,
  samplePath,
  writeList,
} from '../../../support/importFiles';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

interface Verdict {
  readonly row: number;
  readonly verdict: 'refuse' | 'warn' | 'accept';
  readonly code: string;
}
const BAD: readonly Verdict[] = EXPECTED.files[SAMPLE.bad].expected;
const withVerdict = (verdict: Verdict['verdict']) =>
  BAD.filter((each) => each.verdict === verdict).map(({ row, code }) => ({ row, code }));

let folder: TestFolder;
beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(() => folder.close());

const scratch = (name: string) => join(folder.dir, '..', name);
const loans = () => folder.open.store.sqlite.prepare('SELECT count(*) FROM loan').pluck().get();
const places = (list: readonly { row: number; code: string }[]) =>
  list.map(({ row, code }) => ({ row, code })).toSorted((a, b) => a.row - b.row);

describe('IMP-03 bad rows', () => {
  it('are refused or held back with exactly their codes; the rest is written', async () => {
    const result = await importFile(folder, samplePath(SAMPLE.bad), { acceptWarnings: false });
    expect(counts(result)).toEqual({ added: 5, changed: 0, unchanged: 0, warned: 12, refused: 33 });
    expect(places(result.refusals)).toEqual(withVerdict('refuse'));
    expect(places(result.warnings)).toEqual(withVerdict('warn'));
    for (const issue of [...result.refusals, ...result.warnings]) {
      expect(issue.sheet).toBe('导入');
      expect(issue.message, issue.code).not.toBe(issue.code);
    }
    expect(loans()).toBe(5);
  });

  it('with a warning are written when a person accepts them, and the warnings are still told', async () => {
    const result = await importFile(folder, samplePath(SAMPLE.bad), { acceptWarnings: true });
    expect(counts(result)).toEqual({ added: 17, changed: 0, unchanged: 0, warned: 0, refused: 33 });
    expect(places(result.warnings)).toEqual(withVerdict('warn'));
    expect(loans()).toBe(17);
  });

  it('APP-02 ORG-06 come back as an Excel file with the reasons beside the cells; the log tells of it', async () => {
    const path = scratch('rejects.xlsx');
    const result = await importFile(folder, samplePath(SAMPLE.bad), { acceptWarnings: false, rejectsPath: path });
    expect(result.rejectsPath).toBe(path);
    const rows: SheetRow[] = [];
    for await (const batch of (await openTable(path)).rows(0)) rows.push(...batch);
    const [heading, ...lines] = rows.map((row) => row.cells.map(shownCell));
    expect(heading?.slice(0, 6)).toEqual(['原行号', '处理', '代码', '原因', '分理处', '合同号']);
    const expected = BAD.filter((each) => each.verdict !== 'accept');
    expect(lines.map((line) => [line[0], line[1], line[2]])).toEqual(
      expected.map((each) => [String(each.row), each.verdict === 'refuse' ? '拒绝' : '待确认', each.code]),
    );
    const log = folder.open.store.sqlite
      .prepare("SELECT object_id, json_extract(detail, '$.rows') FROM audit_entry WHERE action = 'imports.saveRejects'")
      .raw()
      .all();
    expect(log).toEqual([['rejects.xlsx', expected.length]]);
    for (const line of lines) expect(line[3], `row ${line[0]}`).toMatch(/[\u4e00-\u9fff]{4}/);
  });

  it('are not asked for in a file that has none', async () => {
    const path = scratch('none.xlsx');
    const result = await importFile(folder, samplePath(SAMPLE.on), { rejectsPath: path });
    expect([result.rejectsPath, existsSync(path)]).toEqual([null, false]);
  });

  it('that cannot be saved refuse the whole import before anything is written (path-unwritable)', async () => {
    const before = dump(folder.open.store.sqlite);
    const rejectsPath = scratch('no such folder/rejects.xlsx');
    await expect(importFile(folder, samplePath(SAMPLE.bad), { rejectsPath })).rejects.toThrow('path-unwritable');
    expect(dump(folder.open.store.sqlite)).toEqual(before);
  });
});

describe('units', () => {
  it('are never made silently: rows of an unknown one are refused, and the unit is named', async () => {
    const list = await plainLoans();
    for (const row of [3, 4]) cell(list, row, '分理处', '新设分理处');
    cell(list, 5, '分理处', '另一分理处');
    const path = await writeList(scratch('units.xlsx'), list, ['单位：万元']);
    for (const dryRun of [true, false]) {
      const result = await importFile(folder, path, { dryRun });
      expect(counts(result)).toMatchObject({ added: 292, refused: 3 });
      expect(result.unknownUnits).toEqual(['新设分理处', '另一分理处']);
      expect(new Set(result.refusals.map((issue) => issue.code))).toEqual(new Set(['unit-unknown']));
    }
    const planned = await importFile(folder, path, { dryRun: true, createUnits: true });
    expect(counts(planned)).toMatchObject({ added: 3, unchanged: 292, refused: 0 });
    const made = await importFile(folder, path, { createUnits: true });
    expect(counts(made)).toEqual(counts(planned));
    const names = folder.open.store.sqlite.prepare('SELECT name FROM unit ORDER BY id DESC LIMIT 2').pluck().all();
    expect(names).toEqual(['另一分理处', '新设分理处']);
  });
});

describe('whole files', () => {
  async function expectRefused(path: string, code: string): Promise<void> {
    const before = dump(folder.open.store.sqlite);
    const bytes = () => createHash('sha256').update(readFileSync(path)).digest('hex');
    const digest = code === 'file-too-large' ? '' : bytes();
    for (const dryRun of [true, false]) await expect(importFile(folder, path, { dryRun })).rejects.toThrow(code);
    expect(dump(folder.open.store.sqlite)).toEqual(before);
    if (digest) expect(bytes()).toBe(digest);
  }

  it('that are empty, cut, no tables, or without a list are refused by name', async () => {
    writeFileSync(scratch('空.xlsx'), '');
    await expectRefused(scratch('空.xlsx'), 'file-empty');
    const sound = readFileSync(samplePath(SAMPLE.on));
    writeFileSync(scratch('半.xlsx'), sound.subarray(0, sound.length / 2));
    await expectRefused(scratch('半.xlsx'), 'file-truncated');
    writeFileSync(scratch('文.xlsx'), '%PDF-1.7\n');
    await expectRefused(scratch('文.xlsx'), 'file-type');
    writeFileSync(scratch('无.csv'), '这里没有表格\n只有两行字\n');
    await expectRefused(scratch('无.csv'), 'no-heading');
    await expect(importFile(folder, scratch('nowhere.xlsx'))).rejects.toThrow('file-unreadable');
  });

  it('of 200 MB are refused without being read', async () => {
    const path = scratch('大.xlsx');
    const file = openSync(path, 'w');
    ftruncateSync(file, 200 * 1024 * 1024);
    closeSync(file);
    const started = performance.now();
    await expectRefused(path, 'file-too-large');
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('under a wrong name are read for what they are', async () => {
    copyFileSync(samplePath(SAMPLE.on), scratch('台账.csv'));
    copyFileSync(samplePath(SAMPLE.off), scratch('表外.xlsx'));
    copyFileSync(samplePath(SAMPLE.subjects), scratch('余额.xlsx'));
    expect((await importFile(folder, scratch('台账.csv'))).added).toBe(295);
    expect((await importFile(folder, scratch('表外.xlsx'))).added).toBe(105);
    expect((await importFile(folder, scratch('余额.xlsx'))).kind).toBe('subject-balances');
  });

  it('of another kind than asked for lack columns (mapping-incomplete)', async () => {
    await expectRefusedKind();
  });

  async function expectRefusedKind(): Promise<void> {
    const before = dump(folder.open.store.sqlite);
    await expect(importFile(folder, samplePath(SAMPLE.history), { kind: 'loans' })).rejects.toThrow(
      /mapping-incomplete|no-heading/,
    );
    expect(dump(folder.open.store.sqlite)).toEqual(before);
  }
});
