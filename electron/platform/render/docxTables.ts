/** Form tables, data tables and the drawing of relations → Word tables with fixed widths (documents.md §2.5). */
import { type Align, asRuns, type Block, type Run } from '@shared/domain/documents/blocks';
import { type FontRole, mm, SIZE, tablePitch } from '@shared/domain/documents/typesetting';
import {
  BorderStyle,
  HeightRule,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { twips, wordParagraph } from './docxText';

type FormTable = Extract<Block, { kind: 'formTable' }>;
type DataTable = Extract<Block, { kind: 'dataTable' }>;
type Diagram = Extract<Block, { kind: 'diagram' }>;

interface WordCell {
  readonly runs: readonly Run[];
  readonly span: number;
  readonly isLabel: boolean;
  readonly align: Align;
  readonly bold?: boolean;
  readonly keepNext?: boolean;
}

// Word counts borders in eighths of a point.
const frame = { style: BorderStyle.SINGLE, size: 8, color: '000000' };
const inner = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

function cell(item: WordCell, size: number, width: number): TableCell {
  const role: FontRole = item.isLabel ? 'hei' : 'song';
  return new TableCell({
    children: [
      wordParagraph(item.runs, {
        role,
        size,
        pitch: tablePitch(size),
        align: item.isLabel ? 'center' : item.align,
        bold: item.bold,
        keepNext: item.keepNext,
      }),
    ],
    columnSpan: item.span,
    width: { size: twips(mm(width)), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(item.isLabel ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F2F2F2' } } : {}),
  });
}

interface WordRow {
  readonly cells: readonly WordCell[];
  /** mm */
  readonly minHeight: number;
  readonly isHead?: boolean;
}

function table(rows: readonly WordRow[], widths: readonly number[], size: number): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths.map((width) => twips(mm(width))),
    width: { size: twips(mm(widths.reduce((sum, width) => sum + width, 0))), type: WidthType.DXA },
    borders: { top: frame, bottom: frame, left: frame, right: frame, insideHorizontal: inner, insideVertical: inner },
    margins: { left: twips(mm(1.5)), right: twips(mm(1.5)), top: 40, bottom: 40, marginUnitType: WidthType.DXA },
    rows: rows.map((row) => {
      let column = 0;
      return new TableRow({
        cantSplit: true,
        tableHeader: row.isHead ?? false,
        height: { value: twips(mm(row.minHeight)), rule: HeightRule.ATLEAST },
        children: row.cells.map((item) => {
          const width = widths.slice(column, column + item.span).reduce((sum, w) => sum + w, 0);
          column += item.span;
          return cell(item, size, width);
        }),
      });
    }),
  });
}

/** Widths in mm scaled to the type area. */
function scaled(widths: readonly number[], area: number): number[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => (width * area) / total);
}

export function wordFormTable(block: FormTable, area: number): Table {
  const rows = block.rows.map((row, at) => ({
    isHead: block.isHeaded === true && at === 0,
    minHeight: row.minHeight ?? 8,
    cells: row.cells.map((item) => ({
      runs: item.runs,
      span: item.span ?? 1,
      isLabel: item.kind === 'label',
      align: item.align ?? ('left' as const),
    })),
  }));
  return table(rows, scaled(block.widths, area), SIZE.five);
}

export function wordDataTable(block: DataTable, area: number): Table {
  const head: WordRow = {
    isHead: true,
    minHeight: 7,
    cells: block.columns.map((column) => ({
      runs: [{ text: column.label }],
      span: 1,
      isLabel: true,
      align: 'center',
      keepNext: true,
    })),
  };
  const all = block.total ? [...block.rows, block.total] : block.rows;
  const rows = all.map((row, at) => ({
    minHeight: 7,
    cells: block.columns.map((column, position) => ({
      runs: asRuns(row[position] ?? ''),
      span: 1,
      isLabel: false,
      align: column.align ?? ('left' as const),
      bold: at === block.rows.length,
      // The last data row is kept with the total.
      keepNext: block.total !== undefined && at === block.rows.length - 1,
    })),
  }));
  const widths = scaled(
    block.columns.map((column) => column.width),
    area,
  );
  return table([head, ...rows], widths, block.columns.length > 5 ? SIZE.xiaoFive : SIZE.five);
}

/** Word has no drawing here: the same names and relations stand in a table. */
export function wordDiagram(block: Diagram, area: number): Table {
  const rows = [block.debtor, ...block.others].map((tie, index) => ({
    minHeight: 8,
    cells: [index === 0 ? block.creditor : '', tie.relation, tie.party].map((content) => ({
      runs: [{ text: content }],
      span: 1,
      isLabel: false,
      align: 'center' as const,
    })),
  }));
  return table(rows, scaled([52, 52, 52], area), SIZE.five);
}
