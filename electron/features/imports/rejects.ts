/** The refused and held-back rows as an Excel file: the row as it was, the wrong cells marked, the reasons beside them. */
import type { ImportRunInput } from '@shared/contract/imports.contract';
import type { CellIssue } from '@shared/domain/imports/records';
import type { SheetRow } from '@shared/domain/imports/sheet';
import { sentenceOf } from '../../platform/sentences';
import { openTable } from '../../platform/sheets/openTable';
import { writeTable } from '../../platform/sheets/writeTable';
import type { ParsedFile } from './readImport';
import { shownCell } from './shownCell';
import type { Tally } from './tally';

const TITLES = { row: '原行号', verdict: '处理', codes: '代码', reasons: '原因' } as const;
const LEAD = 4;

export async function writeRejects(path: string, input: ImportRunInput, file: ParsedFile, tally: Tally): Promise<void> {
  const source = await openTable(input.path);
  const sheet = source.sheets.findIndex((each) => each.name === file.sheetName);
  const width = Math.max(...file.heading.columns.map((column) => column.column)) + 1;
  const titles = new Map(file.heading.columns.map((column) => [column.column, column.name]));
  const columns = [
    { title: TITLES.row, width: 8, kind: 'count' as const },
    { title: TITLES.verdict, width: 8, kind: 'text' as const },
    { title: TITLES.codes, width: 22, kind: 'text' as const },
    { title: TITLES.reasons, width: 60, kind: 'text' as const },
    ...Array.from({ length: width }, (_, index) => ({
      title: titles.get(index) ?? '',
      width: 18,
      kind: 'text' as const,
    })),
  ];
  const rows = rejectedRows(source.rows(sheet), tally.rejected, width, titles);
  await writeTable(path, { sheets: [{ name: file.sheetName, columns, rows }] });
}

async function* rejectedRows(
  batches: AsyncIterable<SheetRow[]>,
  rejected: ReadonlyMap<number, readonly CellIssue[]>,
  width: number,
  titles: ReadonlyMap<number, string>,
) {
  for await (const batch of batches) {
    for (const row of batch) {
      const issues = rejected.get(row.row);
      if (issues) yield rejectedRow(row, issues, width, titles);
    }
  }
}

function rejectedRow(row: SheetRow, issues: readonly CellIssue[], width: number, titles: ReadonlyMap<number, string>) {
  const wrong = new Set(issues.map((issue) => issue.column));
  const verdict = issues.some((issue) => issue.severity === 'refuse') ? '拒绝' : '待确认';
  const reasons = issues.map((issue) => {
    const column = titles.get(issue.column);
    const sentence = sentenceOf(issue.code, { value: issue.value });
    return column ? `${column}：${sentence}` : sentence;
  });
  const cells = Array.from({ length: width }, (_, index) => {
    const value = shownCell(row.cells[index] ?? null);
    return wrong.has(index) ? { value, mark: true as const } : value;
  });
  const codes = issues.map((issue) => issue.code).join(' ');
  const lead = [row.row, verdict, codes, reasons.join('；')];
  return [...lead.slice(0, LEAD), ...cells];
}
