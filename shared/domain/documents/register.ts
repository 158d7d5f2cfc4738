/** Ledgers and registers (documents.md §6): one list of columns makes the Excel sheet and the page, in the same order. */
import type { CalendarDate } from '../../kernel/calendarDate';
import { type Fen, yuanGrouped } from '../../kernel/money';
import { type Block, type DataRow, note, type PageSum, type PaperClass, type PaperDocument } from './blocks';
import { noBreak } from './typesetting';

export type RegisterCell = string | Fen | null;

export interface RegisterColumn<Row> {
  readonly title: string;
  readonly kind: 'text' | 'amount' | 'date';
  /** mm on paper. */
  readonly width: number;
  /** A number of something, never broken over two lines. */
  readonly whole?: true;
  /** Of a register that is wider than the page: the part in which it prints; columns without one stand before each part. */
  readonly part?: string;
  /** Added up under the last row. */
  readonly summed?: true;
  readonly cell: (row: Row, index: number) => RegisterCell;
}

export type RegisterHead = Omit<RegisterColumn<never>, 'cell'>;

/** A register with its rows worked out. */
export interface Register {
  readonly code: string;
  readonly title: string;
  readonly class: PaperClass;
  /** What was chosen of it, or what its letters mean, in words. */
  readonly chosen: string | null;
  /** Who signs it beside whoever made it. */
  readonly signers: readonly string[];
  readonly heads: readonly RegisterHead[];
  readonly cells: readonly (readonly RegisterCell[])[];
}

interface Kind<Row> {
  readonly code: string;
  readonly title: string;
  readonly class?: PaperClass;
  readonly chosen?: string | null;
  readonly signers?: readonly string[];
  readonly columns: readonly RegisterColumn<Row>[];
}

export const register = <Row>(
  { code, title, class: level = 'INT', chosen = null, signers = ['复核人', '负责人'], columns }: Kind<Row>,
  rows: readonly Row[],
): Register => ({
  code,
  title,
  class: level,
  chosen,
  signers,
  heads: columns.map(({ cell: _, ...head }) => head),
  cells: rows.map((row, index) => columns.map(({ cell }) => cell(row, index))),
});

/** As on paper. */
export const cellText = (cell: RegisterCell | undefined): string =>
  typeof cell === 'number' ? yuanGrouped(cell) : (cell ?? '');

const sumOf = (cells: Register['cells'], at: number): Fen =>
  cells.reduce((sum, row) => sum + (typeof row[at] === 'number' ? row[at] : 0), 0);

/** The row under the last one; undefined: nothing is added up. */
function totalRow({ heads, cells }: Pick<Register, 'heads' | 'cells'>): DataRow | undefined {
  if (cells.length === 0 || !heads.some(({ summed }) => summed)) return undefined;
  const label = heads.findIndex(({ kind, title }) => kind === 'text' && title !== '序号');
  return heads.map(({ summed }, at) => (summed ? noBreak(yuanGrouped(sumOf(cells, at))) : at === label ? '合计' : ''));
}

/** What is added up, page by page. */
const pageSumsOf = ({ heads, cells }: Pick<Register, 'heads' | 'cells'>): PageSum[] =>
  heads.flatMap(({ title, summed }, at) =>
    summed ? [{ label: title, fen: cells.map((row) => (typeof row[at] === 'number' ? row[at] : null)) }] : [],
  );

/** The rows as a block. */
export function registerTable({ heads, cells }: Pick<Register, 'heads' | 'cells'>): Block {
  const total = totalRow({ heads, cells });
  return {
    kind: 'dataTable',
    columns: heads.map(({ title, width, kind, whole }) => ({
      label: whole ? noBreak(title) : title,
      width,
      align: kind === 'amount' ? 'right' : 'left',
    })),
    rows: cells.map(
      (row): DataRow =>
        heads.map(({ whole, kind }, at) => (whole || kind !== 'text' ? noBreak(cellText(row[at])) : cellText(row[at]))),
    ),
    ...(total ? { total, pageSums: pageSumsOf({ heads, cells }) } : {}),
  };
}

export interface RegisterMaker {
  readonly bank: string;
  readonly date: CalendarDate;
  readonly madeBy: string;
}

/** What was chosen, unit and day, under the title on paper and above the sheet. */
export const registerNote = ({ chosen, cells, heads }: Register, { bank, date }: RegisterMaker): string =>
  [bank, chosen, `共${cells.length}行`, heads.some(({ kind }) => kind === 'amount') && '单位：元', date]
    .filter(Boolean)
    .join('　');

/** The whole register, or one table for each of its parts, each on a page of its own. */
function tables(list: Register): Block[] {
  const parts = [...new Set(list.heads.flatMap(({ part }) => part ?? []))];
  if (parts.length === 0) return [registerTable(list)];
  return parts.flatMap((part, at): Block[] => {
    const isIn = (_: unknown, column: number): boolean => (list.heads[column]?.part ?? part) === part;
    const heads = list.heads.filter(isIn);
    const cells = list.cells.map((row) => row.filter(isIn));
    const before: Block[] = at === 0 ? [] : [{ kind: 'pageBreak' }];
    return [...before, note(`${part}（${at + 1}/${parts.length}）`), registerTable({ heads, cells })];
  });
}

export function registerPaper(list: Register, maker: RegisterMaker): PaperDocument {
  const { code, title, class: level } = list;
  return {
    code,
    title,
    unit: maker.bank,
    date: maker.date,
    class: level,
    layout: 'ledger',
    blocks: [
      { kind: 'title', lines: [title] },
      note(registerNote(list, maker)),
      ...tables(list),
      note([`制表人：${maker.madeBy}`, ...list.signers.map((who) => `${who}：`)].join('　　　　　')),
    ],
  };
}
