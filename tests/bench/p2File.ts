/** P2: a workbook of 30 columns, from the file to committed, against reading it alone and the raw load of its rows. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_AS_OF, demoLoans } from '@shared/domain/demo/demoLoans';
import type { LoanRecord } from '@shared/domain/imports/records';
import { runImport } from '../../electron/features/imports/runImport';
import type { ColumnKind, WrittenCell } from '../../electron/platform/sheets/cellXml';
import { openTable } from '../../electron/platform/sheets/openTable';
import { writeTable } from '../../electron/platform/sheets/writeTable';
import { newFolder } from './folders';
import { interleaved, type Line, scaled, spreadOf, timed } from './measure';
import { rawTime } from './p1Import';
import { gramRows, type RawTable, readTables } from './rawLoad';

type Column = readonly [title: string, kind: ColumnKind, value: (loan: LoanRecord, index: number) => WrittenCell];

const COLUMNS: readonly Column[] = [
  ['序号', 'count', (_, index) => index + 1],
  ['分理处', 'text', (loan) => loan.unit],
  ['合同号', 'text', (loan) => loan.contractNo],
  ['借据号', 'text', (loan) => loan.receiptNo],
  ['借款人名称', 'text', (loan) => loan.borrower.name],
  ['客户类型', 'text', (loan) => (loan.borrower.kind === 'person' ? '自然人' : '企业')],
  ['证件号码', 'text', (loan) => loan.borrower.idNo],
  ['住址', 'text', (loan) => loan.borrower.address],
  ['联系电话', 'text', (loan) => loan.borrower.phone],
  ['借款日期', 'date', (loan) => loan.issueDate],
  ['到期日期', 'date', (loan) => loan.dueDate],
  ['展期到期日', 'date', (loan) => loan.extendedDueDate],
  ['借款金额(元)', 'amount', (loan) => loan.principalFen],
  ['贷款余额(元)', 'amount', (loan) => loan.balanceFen],
  ['表内欠息(元)', 'amount', (loan) => loan.interestOnFen],
  ['表外欠息(元)', 'amount', (loan) => loan.interestOffFen],
  ['年利率(%)', 'text', (loan) => (Number(loan.annualRate) * 100).toFixed(3)],
  ['担保方式', 'text', (loan) => loan.guaranteeMode],
  ['贷款用途', 'text', (loan) => loan.purpose],
  ['科目', 'text', (loan) => loan.subject],
  ['表外类别', 'text', (loan) => loan.sheetStatus],
  ['四级形态', 'text', (loan) => loan.fourLevel],
  ['五级分类', 'text', (loan) => loan.fiveLevel],
  ['形成不良日期', 'date', (loan) => loan.nplDate],
  ['信贷员', 'text', (loan) => loan.officer],
  ['审批人', 'text', (loan) => loan.approver],
  ['用款性质', 'text', (loan) => loan.occupancy],
  ['实际用款人', 'text', (loan) => loan.actualUser],
  ['借款人状态', 'text', (loan) => loan.borrowerStatus],
  ['备注', 'text', (loan) => loan.remark],
];

function* rowsOf(loans: number): Generator<WrittenCell[]> {
  let index = 0;
  for (const { loan } of demoLoans(loans)) {
    const at = index;
    yield COLUMNS.map(([, , value]) => value(loan, at));
    index += 1;
  }
}

async function writeWorkbook(path: string, loans: number): Promise<void> {
  const columns = COLUMNS.map(([title, kind]) => ({ title, kind, width: 14 }));
  await writeTable(path, { sheets: [{ name: '贷款明细', columns, rows: rowsOf(loans) }] });
}

async function readAlone(path: string): Promise<number> {
  const source = await openTable(path);
  let rows = 0;
  for await (const batch of source.rows(0)) rows += batch.length;
  return rows;
}

/** Imports the file into a new folder; the raw rows that it left, when they are wanted. */
async function importFile(path: string, loans: number, keepRows: boolean): Promise<{ time: number; rows: RawTable[] }> {
  const folder = await newFolder(loans);
  const given = { path, mapping: null, mappingName: null, kind: 'loans', asOf: DEMO_AS_OF, dryRun: false } as const;
  const options = { acceptWarnings: true, createUnits: false, rejectsPath: null, requestId: null };
  let added = 0;
  const time = await timed(async () => {
    ({ added } = await runImport(folder.services, folder.open, { ...given, ...options }, () => {}));
  });
  if (added !== loans) throw new Error(`${added} of ${loans} loans were taken in`);
  const rows = keepRows ? readTables(folder.open.store, ['party', 'loan']) : [];
  await folder.remove();
  return { time, rows };
}

/** What an office program needs to open the same file and export it; null where none is installed. */
async function officeTime(path: string, directory: string): Promise<number | null> {
  const profile = `-env:UserInstallation=file://${join(directory, 'office')}`;
  const args = [profile, '--headless', '--convert-to', 'csv', '--outdir', directory, path];
  const run = () => spawnSync('soffice', args, { stdio: 'ignore' });
  // The first start makes its profile.
  if (run().status !== 0) return null;
  return timed(run);
}

export async function p2(loans: number, rounds: number): Promise<Line[]> {
  const directory = mkdtempSync(join(tmpdir(), 'qingshou-bench-file-'));
  const path = join(directory, 'loans.xlsx');
  await writeWorkbook(path, loans);
  const { rows } = await importFile(path, loans, true);
  const tables = [...rows, ...gramRows(rows)];
  const times = await interleaved(rounds, {
    whole: async () => (await importFile(path, loans, false)).time,
    read: () => timed(() => readAlone(path)),
    raw: () => rawTime(loans, tables),
  });
  const office = await officeTime(path, directory);
  rmSync(directory, { recursive: true, force: true });
  const ratio = times.whole.map((time, round) => time / ((times.read[round] ?? 0) + (times.raw[round] ?? 0)));
  const seconds = (name: keyof typeof times) => spreadOf(scaled(times[name], 0.001));
  const info = { goal: null, judged: 'median' } as const;
  const work = `import of a file of ${loans} x ${COLUMNS.length} / (reading alone + raw load)`;
  return [
    { id: 'P2', work, unit: 'x', spread: spreadOf(ratio), goal: 1.5, judged: 'median' },
    { id: '', work: 'import of the file', unit: 's', spread: seconds('whole'), ...info },
    { id: '', work: 'reading alone', unit: 's', spread: seconds('read'), ...info },
    { id: '', work: 'raw load', unit: 's', spread: seconds('raw'), ...info },
    ...(office === null
      ? []
      : [
          {
            id: '',
            work: 'LibreOffice: open and export',
            unit: 's',
            spread: spreadOf([office / 1000]),
            ...info,
          } as const,
        ]),
  ];
}
