/** Rows, totals, summary, saved views and export of the ledger on a real folder (LOAN-05, LOAN-06). */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LEDGER_COLUMNS, SUMMARY_DIMENSIONS } from '@shared/domain/loans/ledger';
import { cellConditions } from '@shared/domain/loans/summaryBands';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deleteView } from '../../../../electron/features/loans/deleteView';
import { exportLedger } from '../../../../electron/features/loans/exportLedger';
import { ledgerPage } from '../../../../electron/features/loans/ledgerRows.repository';
import { ledgerOptions, ledgerSummary, ledgerTotals } from '../../../../electron/features/loans/ledgerTotals';
import { listViews } from '../../../../electron/features/loans/savedViews.repository';
import { saveView } from '../../../../electron/features/loans/saveView';
import { openTable } from '../../../../electron/platform/sheets/openTable';
import { Builder } from '../../../support/builders';
import { makeFolder, TEST_UNITS, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
const ALL = { conditions: [] };
const BY_CONTRACT = { column: 'contract', descending: false } as const;

beforeAll(async () => {
  folder = await makeFolder();
  const build = new Builder(folder.open);
  build.batch(() => {
    const li = build.party({ name: '李㛃', id_no: '51222619440318911X', phone: '15400001234', address: '人民路12号' });
    const yang = build.party({ name: '杨𠮷' });
    const guarantor = build.party({ name: '保证人甲', phone: '15400009999' });
    const first = build.loan({
      party_id: li,
      contract_no: '=A1（2008）第1号',
      receipt_no: '00036005',
      balance: 1_000_000,
      issue_date: '1996-12-31',
      due_date: '1997-12-31',
      five_level: '损失',
      guarantor_names: '冉世清、邹东',
    });
    const second = build.loan({
      party_id: li,
      contract_no: '500236012024000402',
      unit_id: build.unitId(TEST_UNITS[1]),
      balance: 1_000_001,
      issue_date: '1997-01-01',
      sheet: 'off',
      sheet_status: '已核销',
      guarantor_names: '冉世清',
    });
    build.loan({
      party_id: yang,
      contract_no: 'Z',
      balance: 5_580,
      issue_date: '2000-01-01',
      five_level: '次级',
      interest_off: 7,
    });
    build.guarantee({ loan_id: second, party_id: guarantor });
    build.guarantee({ loan_id: second });
    build.collateral({ loan_id: first, location: '青石镇' });
    build.collateral({ loan_id: first, kind: '车辆' });
  });
});
afterAll(() => folder.close());

describe('LOAN-05 rows', () => {
  it('are joined, and identity and phone are masked', async () => {
    const { rows, next } = await ledgerPage(folder.open.store.read, {
      filter: ALL,
      sort: BY_CONTRACT,
      cursor: null,
      limit: 10,
    });
    expect(next).toBeNull();
    const [second, first] = rows;
    expect(first).toMatchObject({
      household: 'H000001',
      borrower: '李㛃',
      unit: TEST_UNITS[0],
      idNumber: '512226********911X',
      phone: '154****1234',
      guarantors: '冉世清、邹东',
      collateral: '房产 青石镇；车辆',
    });
    expect(second?.guarantors).toMatch(/^保证人甲、借款人\d+$/);
    expect(JSON.stringify(rows)).not.toContain('51222619440318911X');
    expect(JSON.stringify(rows)).not.toContain('15400001234');
  });

  it('have totals over the whole filter, a borrower of two units counted once', async () => {
    const { read } = folder.open.store;
    expect(await ledgerTotals(read, ALL)).toEqual({
      loans: 3,
      borrowers: 2,
      principal: 3_000_000,
      balance: 2_005_581,
      interestOn: 0,
      interestOff: 7,
    });
    expect(await ledgerTotals(read, { text: '人民路12号', conditions: [] })).toMatchObject({ loans: 2, borrowers: 1 });
    expect(await ledgerTotals(read, { text: '没有这个人', conditions: [] })).toMatchObject({ loans: 0, balance: 0 });
  });

  it('offer the values that occur', async () => {
    expect(await ledgerOptions(folder.open.store.read)).toMatchObject({ sheetStatuses: ['已核销'], officers: [] });
  });
});

describe('LOAN-06 summary', () => {
  it('adds up to the totals in any choice of dimensions, and each cell leads to its loans', async () => {
    const { read } = folder.open.store;
    const totals = await ledgerTotals(read, ALL);
    for (const first of SUMMARY_DIMENSIONS) {
      for (const second of SUMMARY_DIMENSIONS.filter((dim) => dim !== first)) {
        const dims = [first, second];
        const cells = await ledgerSummary(read, ALL, dims);
        for (const column of ['loans', 'principal', 'balance', 'interestOn', 'interestOff'] as const) {
          expect(cells.reduce((sum, cell) => sum + cell[column], 0)).toBe(totals[column]);
        }
        for (const { key, ...sums } of cells) {
          expect(await ledgerTotals(read, { conditions: [...cellConditions(dims, key)] }), `${dims} ${key}`).toEqual(
            sums,
          );
        }
      }
    }
  });

  it('cuts periods by the date of issue and bands at their upper end; a missing value stays missing', async () => {
    const { read } = folder.open.store;
    const keys = async (dim: (typeof SUMMARY_DIMENSIONS)[number]) =>
      (await ledgerSummary(read, ALL, [dim])).map((cell) => [cell.key[0], cell.loans]);
    expect(await keys('formation-period')).toEqual([
      ['<=1996', 1],
      ['1997-1999', 1],
      ['2000+', 1],
    ]);
    expect(await keys('amount-band')).toEqual([
      ['<=1万', 2],
      ['1-5万', 1],
    ]);
    expect(await keys('five-level')).toEqual([
      ['次级', 1],
      ['损失', 1],
      [null, 1],
    ]);
    expect(await keys('unit')).toEqual([
      [TEST_UNITS[0], 2],
      [TEST_UNITS[1], 1],
    ]);
    expect(await keys('cause')).toEqual([[null, 3]]);
  });
});

describe('LOAN-05 saved views', () => {
  it('belong to whoever made them; shared ones are seen by all', async () => {
    const columns = ['borrower', 'balance'] as const;
    const view = { name: '大额', shared: true, filter: ALL, sort: BY_CONTRACT, columns: [...columns] };
    const saved = await saveView(folder.open, view);
    await saveView(folder.open, { ...view, name: '自用', shared: false });
    await expect(saveView(folder.open, view)).rejects.toThrow('view-exists');
    const counsel = await folder.signInAs('counsel');
    expect(await listViews(counsel.store.read, counsel.actor.userId)).toEqual([{ ...saved, own: false }]);
    await expect(deleteView(counsel, saved.id)).rejects.toThrow('view-unknown');
    const clerk = await folder.signInAs('clerk');
    await deleteView(clerk, saved.id);
    expect((await listViews(clerk.store.read, clerk.actor.userId)).map((each) => each.name)).toEqual(['自用']);
    Object.assign(folder, { open: clerk });
  });
});

describe('LOAN-05 ORG-06 export', () => {
  it('writes what is seen, masked, identifiers as text, with a sheet that says what was chosen', async () => {
    const path = join(folder.dir, '..', 'ledger.xlsx');
    const filter = { text: '李㛃', conditions: [] };
    const columns = ['contract', 'receipt', 'idNumber', 'balance', 'sheet'] as const;
    const input = {
      filter,
      sort: BY_CONTRACT,
      columns,
      titles: ['合同', '', '证件'],
      amountUnit: 'yuan',
      reason: '安排催收工作，联系 13812345678',
      path,
    } as const;
    expect(await exportLedger(folder.services, folder.open, input)).toEqual({ path, rows: 2 });
    const table = await openTable(path);
    const cells = async (sheet: number) => {
      const rows = [];
      for await (const batch of table.rows(sheet)) rows.push(...batch);
      return JSON.stringify(rows);
    };
    const ledger = await cells(0);
    for (const text of ['合同', '借据号', '500236012024000402', '00036005', '512226********911X', '表外', '=A1']) {
      expect(ledger).toContain(text);
    }
    expect(ledger).not.toContain('杨𠮷');
    const note = await cells(1);
    for (const text of ['搜索 李㛃', '安排催收工作', '20261122023000000']) expect(note).toContain(text);
    const audit = folder.open.store.sqlite
      .prepare("SELECT detail FROM audit_entry WHERE action = 'loans.export'")
      .all();
    expect(audit).toHaveLength(1);
    expect(JSON.stringify(audit)).not.toContain('李㛃');
    expect(JSON.parse((audit[0] as { detail: string }).detail)).toMatchObject({
      number: '20261122023000000',
      reason: '安排催收工作，联系 138****5678',
      rows: 2,
    });
  });

  it('is refused where nothing can be written', async () => {
    const path = join(folder.dir, 'no', 'such', 'folder', 'ledger.xlsx');
    const input = {
      filter: ALL,
      sort: BY_CONTRACT,
      columns: LEDGER_COLUMNS,
      titles: [],
      amountUnit: 'wan',
      reason: '安排催收工作',
      path,
    } as const;
    await expect(exportLedger(folder.services, folder.open, input)).rejects.toThrow('path-unwritable');
    expect(existsSync(path)).toBe(false);
  });
});
