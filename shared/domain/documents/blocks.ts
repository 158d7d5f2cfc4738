/**
 * The small block language of papers: what a paper says and of which parts it is built, not how it is drawn.
 * The PDF and the Word file are both made from it, so their texts cannot differ. Pure data: it crosses the worker's wall.
 */
import { type CalendarDate, paperDate } from '@shared/kernel/calendarDate';
import { chineseDate } from '@shared/kernel/chineseDate';
import type { Fen } from '@shared/kernel/money';
import type { FontRole, LayoutName } from './typesetting';

/** A piece of a line: text, a space to fill in by hand, or a drawn check box with its label. */
export type Run =
  | { readonly text: string; readonly bold?: boolean; readonly role?: FontRole }
  /** Ink line, `blank` mm long. */
  | { readonly blank: number }
  | { readonly box: boolean; readonly label: string };

export type Align = 'left' | 'center' | 'right';

/** A cell of a form table: `label` is grey and centred, `value` is what the file or a person says. */
export interface FormCell {
  readonly kind: 'label' | 'value';
  readonly runs: readonly Run[];
  /** Columns that the cell takes (1 when absent). */
  readonly span?: number;
  readonly align?: Align;
}

export interface FormRow {
  readonly cells: readonly FormCell[];
  /** Least height in mm (8 when absent; opinion rows 28). */
  readonly minHeight?: number;
}

export interface DataColumn {
  readonly label: string;
  /** Width in mm. The widths of a table are scaled to the type area when they do not add up to it. */
  readonly width: number;
  readonly align?: Align;
}

export type DataRow = readonly (string | readonly Run[])[];

/** A column that is added up; null: no amount in that row. */
export interface PageSum {
  readonly label: string;
  readonly fen: readonly (Fen | null)[];
}

/** A signature line of K-SIGN: label, ink line of at least 45 mm, 年 月 日. `people` lines for one label. */
export interface SignatureLine {
  readonly label: string;
  readonly people?: number;
}

/** One party of the drawing of legal relations and its tie to the bank or the borrower. */
export interface DiagramTie {
  readonly party: string;
  readonly relation: string;
}

export type Block =
  | { readonly kind: 'title'; readonly lines: readonly string[] }
  /** The place of the number; what stands there is a mark of the print (allocated number or 〔编号待发〕). */
  | { readonly kind: 'number' }
  /** Flush left with a full-width colon: `诉讼保全管理委员会：`. */
  | { readonly kind: 'addressee'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | {
      readonly kind: 'paragraph';
      readonly runs: readonly Run[];
      readonly indent?: boolean;
      readonly align?: Align;
      /** Stands over what follows it, never alone at the foot of a page. */
      readonly leads?: true;
    }
  /** Small text under or over a table: unit line, note. */
  | { readonly kind: 'note'; readonly text: string; readonly align?: Align }
  | {
      readonly kind: 'formTable';
      readonly widths: readonly number[];
      readonly rows: readonly FormRow[];
      /** The first row stands again on every page that the table reaches: what a signature belongs to. */
      readonly isHeaded?: boolean;
    }
  | {
      readonly kind: 'dataTable';
      readonly columns: readonly DataColumn[];
      readonly rows: readonly DataRow[];
      /** Totals: kept on the page of the last data row. */
      readonly total?: DataRow;
      /** Of a ledger: what is added up page by page. */
      readonly pageSums?: readonly PageSum[];
    }
  | { readonly kind: 'signatures'; readonly lines: readonly SignatureLine[] }
  /** Issuer over date at the right, 45 × 45 mm free for the seal. `inWords`: 二〇二六年…, as for a court. */
  | { readonly kind: 'seal'; readonly issuer: string; readonly date: CalendarDate; readonly inWords?: true }
  | {
      readonly kind: 'diagram';
      readonly creditor: string;
      readonly debtor: DiagramTie;
      readonly others: readonly DiagramTie[];
    }
  /** Starts a page of its own. */
  | { readonly kind: 'annex'; readonly index: number; readonly title: string }
  /** A page of its own that is signed and comes back: the receipt of a notice (part R of the code). */
  | { readonly kind: 'slip'; readonly title: string }
  | { readonly kind: 'pageBreak' };

/** documents.md §0.5 */
export type PaperClass = 'OUT' | 'COURT' | 'INT' | 'SECRET';

export interface PaperDocument {
  /** `DOC-LIT-01` */
  readonly code: string;
  readonly title: string;
  /** Author of the file = the unit. */
  readonly unit: string;
  /** Date of the paper: fixes the creation date inside the file, so that equal input gives equal bytes. */
  readonly date: CalendarDate;
  readonly class: PaperClass;
  readonly layout: LayoutName;
  /** Line pitch of body text in pt; that of the layout unless the branch set another. */
  readonly pitch?: number;
  readonly blocks: readonly Block[];
}

export const sealLines = ({ issuer, date, inWords }: Extract<Block, { kind: 'seal' }>): readonly string[] => [
  issuer,
  inWords ? chineseDate(date) : paperDate(date),
];

export const text = (value: string): Run => ({ text: value });
/** Room to write in by hand, in mm. */
export const blank = (millimetres: number): Run => ({ blank: millimetres });
export const asRuns = (content: string | readonly Run[]): readonly Run[] =>
  typeof content === 'string' ? [text(content)] : content;
export const bold = (value: string): Run => ({ text: value, bold: true });
export const paragraph = (...runs: readonly (Run | string)[]): Block => ({
  kind: 'paragraph',
  runs: runs.map((run) => (typeof run === 'string' ? text(run) : run)),
});
export const heading = (level: 1 | 2 | 3 | 4, value: string): Block => ({ kind: 'heading', level, text: value });
export const note = (value: string, align: Align = 'left'): Block => ({ kind: 'note', text: value, align });
export const label = (value: string, span = 1): FormCell => ({ kind: 'label', runs: [text(value)], span });
export const value = (content: string | readonly Run[], span = 1, align: Align = 'left'): FormCell => ({
  kind: 'value',
  runs: asRuns(content),
  span,
  align,
});

/** Check boxes with spaces between them, where the line may break. */
export const choices = (options: readonly (readonly [label: string, ticked: boolean])[]): Run[] =>
  options.flatMap(([caption, ticked], index): Run[] => [
    ...(index > 0 ? [text('   ')] : []),
    { box: ticked, label: caption },
  ]);

/** K-SIGN as lines: label, ink line of 45 mm, 年 月 日 with room for each; labels end at one place. */
export function signatureRows(lines: readonly SignatureLine[]): Run[][] {
  const width = Math.max(...lines.map((line) => [...line.label].length));
  return lines.flatMap((line) => {
    const padding = '　'.repeat(width - [...line.label].length);
    const row: Run[] = [
      text(`${line.label}：${padding}`),
      { blank: 45 },
      text('　'),
      { blank: 13 },
      text('年'),
      { blank: 10 },
      text('月'),
      { blank: 10 },
      text('日'),
    ];
    return Array.from({ length: line.people ?? 1 }, () => row);
  });
}
