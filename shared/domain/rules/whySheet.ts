/**
 * 依据 on paper: one figure with what it rests on, as the person saw it on screen. A working paper of class INT: no number, no
 * archive. Its words come with it, in the language of the screen.
 */
import { present } from '../../kernel/assert';
import type { CalendarDate } from '../../kernel/calendarDate';
import { type Block, label, note, type PaperDocument, paragraph, value } from '../documents/blocks';

export interface SheetLine {
  readonly label: string;
  readonly text: string;
}

export interface WhySheet {
  readonly title: string;
  /** The figure as it stands on screen. */
  readonly value: string;
  readonly sentence: string;
  /** Inputs, formula, as-of. */
  readonly lines: readonly SheetLine[];
  /** Headings of the rules' columns: name, article, version, row, layer and how sure it is. */
  readonly columns: readonly string[];
  /** Every rule that was asked, cell by cell. */
  readonly rules: readonly (readonly string[])[];
}

export interface Printing {
  /** The bank's name. */
  readonly unit: string;
  readonly date: CalendarDate;
  /** Who printed it and when. */
  readonly mark: string;
}

/** Widths in mm on the official type area: of the facts, and of the rules. */
const FACTS = [36, 120];
const RULES = [36, 56, 22, 24, 18];

const table = (lines: readonly SheetLine[]): Block[] =>
  lines.length === 0
    ? []
    : [
        {
          kind: 'formTable',
          widths: FACTS,
          rows: lines.map((line) => ({ cells: [label(line.label), value(line.text)] })),
        },
      ];

export function whySheet(sheet: WhySheet, { unit, date, mark }: Printing): PaperDocument {
  const columns = sheet.columns.map((caption, index) => ({
    label: caption,
    width: present(RULES[index], 'five columns'),
  }));
  return {
    code: 'RUL-WHY',
    title: sheet.title,
    unit,
    date,
    class: 'INT',
    layout: 'official',
    blocks: [
      { kind: 'title', lines: [sheet.title] },
      { kind: 'paragraph', align: 'center', runs: [{ text: sheet.value, bold: true }] },
      paragraph(sheet.sentence),
      ...table(sheet.lines),
      ...(sheet.rules.length > 0 ? [{ kind: 'dataTable', columns, rows: sheet.rules } as const] : []),
      note(mark, 'right'),
    ],
  };
}
