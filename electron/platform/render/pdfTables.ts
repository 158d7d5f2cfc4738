/** Form tables and data tables → pdfmake tables (documents.md §2.5). Widths are millimetres of the type area. */
import { asRuns, type Block, type DataRow, type FormCell, type Run } from '@shared/domain/documents/blocks';
import { type FontRole, mm, SHRINK_STEPS, SIZE, tablePitch } from '@shared/domain/documents/typesetting';
import { lineHeight } from './pdfmakeEngine';
import { inlines, type Origin, widestUnit } from './pdfText';

type FormTable = Extract<Block, { kind: 'formTable' }>;
export type DataTable = Extract<Block, { kind: 'dataTable' }>;

const PADDING = mm(1.5);
const LABEL_FILL = '#F2F2F2';
const FRAME = 1;
const INNER = 0.5;

interface TableNode {
  readonly table: { readonly body: readonly unknown[]; readonly widths: readonly unknown[] };
}

const edge = (index: number, last: number): number => (index === 0 || index === last ? FRAME : INNER);

/** Frame 1 pt, inner lines 0.5 pt. */
const LAYOUT = {
  hLineWidth: (index: number, node: TableNode) => edge(index, node.table.body.length),
  vLineWidth: (index: number, node: TableNode) => edge(index, node.table.widths.length),
  paddingLeft: () => PADDING,
  paddingRight: () => PADDING,
  paddingTop: () => PADDING * 0.8,
  paddingBottom: () => PADDING * 0.8,
};

/** Content widths in pt of columns that together fill the type area. */
function columnWidths(millimetres: readonly number[], area: number): number[] {
  const total = millimetres.reduce((sum, width) => sum + width, 0);
  const lines = 2 * FRAME + (millimetres.length - 1) * INNER;
  return millimetres.map((width) => ((area - lines) * width) / total - 2 * PADDING);
}

interface CellStyle {
  readonly role: FontRole;
  readonly size: number;
  readonly align: string;
  readonly origin: Origin;
  readonly where: string;
  readonly fill?: string;
  readonly bold?: boolean;
}

const BOLD_ROOM = 0.9;

/** A cell whose type shrinks 10.5 → 9 → 8 → 7.5 until its widest number fits (§2.8); where no size fits, none is gained. */
function cell(runs: readonly Run[], width: number, style: CellStyle): Record<string, unknown> {
  const steps = SHRINK_STEPS.filter((step) => step <= style.size);
  // Widths are measured in the regular face: a bold figure of a total is wider.
  const room = style.bold ? width * BOLD_ROOM : width;
  const size = steps.find((step) => widestUnit(runs, style.role, step) <= room) ?? style.size;
  return {
    text: inlines(runs, { ...style, size }, width),
    lineHeight: lineHeight(tablePitch(size), size),
    alignment: style.align,
    verticalAlignment: 'middle',
    ...(style.fill ? { fillColor: style.fill } : {}),
  };
}

const rowHeight = (millimetres: number): number => mm(millimetres) - 1.6 * PADDING;

function formCells(cells: readonly FormCell[], widths: readonly number[], origin: Origin): Record<string, unknown>[] {
  let column = 0;
  return cells.flatMap((item) => {
    const span = item.span ?? 1;
    const width = widths.slice(column, column + span).reduce((sum, w) => sum + w + 2 * PADDING, -2 * PADDING);
    column += span;
    const isLabel = item.kind === 'label';
    const node = cell(item.runs, width, {
      role: isLabel ? 'hei' : 'song',
      size: SIZE.five,
      align: isLabel ? 'center' : (item.align ?? 'left'),
      origin,
      where: 'table',
      ...(isLabel ? { fill: LABEL_FILL } : {}),
    });
    return [{ ...node, colSpan: span }, ...Array.from({ length: span - 1 }, () => ({}))];
  });
}

export function formTable(block: FormTable, index: number, area: number): Record<string, unknown> {
  const widths = columnWidths(block.widths, area);
  return {
    layout: LAYOUT,
    margin: [0, 4, 0, 8],
    table: {
      widths,
      dontBreakRows: true,
      ...(block.isHeaded ? { headerRows: 1, keepWithHeaderRows: 1 } : {}),
      heights: block.rows.map((row) => rowHeight(row.minHeight ?? 8)),
      body: block.rows.map((row, at) => formCells(row.cells, widths, { block: index, row: at })),
    },
  };
}

/** Lines that a cell will take, roughly: enough to tell a row that is longer than half a page. */
const estimatedLines = (content: string | readonly Run[], width: number, size: number): number => {
  const length = asRuns(content).reduce((sum, run) => sum + ('text' in run ? run.text.length : 8), 0);
  return Math.ceil((length * size) / width);
};

/** Header, the given rows, and the total when `withTotal`. Rows keep their index in `origin` for the layout check. */
function dataBody(block: DataTable, index: number, from: number, to: number, withTotal: boolean, area: number) {
  const widths = columnWidths(
    block.columns.map((column) => column.width),
    area,
  );
  const size = block.columns.length > 5 ? SIZE.xiaoFive : SIZE.five;
  const head = block.columns.map((column, at) =>
    cell([{ text: column.label }], widths[at] as number, {
      role: 'hei',
      size,
      align: 'center',
      origin: { block: index },
      where: column.label,
      fill: LABEL_FILL,
    }),
  );
  const line = (row: DataRow, at: number, isTotal: boolean) =>
    block.columns.map((column, position) =>
      cell(asRuns(row[position] ?? ''), widths[position] as number, {
        role: 'song',
        size,
        align: column.align ?? 'left',
        origin: { block: index, row: at },
        where: column.label,
        bold: isTotal,
      }),
    );
  const rows = block.rows.slice(from, to);
  const body = [
    head,
    ...rows.map((row, at) => line(row, from + at, false)),
    ...(withTotal && block.total ? [line(block.total, block.rows.length, true)] : []),
  ];
  const tallest = Math.max(
    0,
    ...rows.flatMap((row) => row.map((content, at) => estimatedLines(content, widths[at] ?? 1, size))),
  );
  return { widths, body, isLong: tallest * tablePitch(size) > mm(110) };
}

/** `split`: index of the data row that starts on the next page, so that a total never stands there alone. */
export function dataTable(block: DataTable, index: number, area: number, split?: number): Record<string, unknown> {
  const part = (from: number, to: number, withTotal: boolean, pageBreak: boolean): Record<string, unknown> => {
    const { widths, body, isLong } = dataBody(block, index, from, to, withTotal, area);
    return {
      layout: LAYOUT,
      margin: [0, 2, 0, 6],
      ...(pageBreak ? { pageBreak: 'before' } : {}),
      table: {
        widths,
        body,
        headerRows: 1,
        keepWithHeaderRows: isLong ? 0 : 1,
        dontBreakRows: !isLong,
        heights: rowHeight(7),
      },
    };
  };
  if (split === undefined || split <= 0) return part(0, block.rows.length, true, split === 0);
  return { stack: [part(0, split, false, false), part(split, block.rows.length, true, true)] };
}
