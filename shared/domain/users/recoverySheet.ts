/**
 * The recovery code on paper (APP-02): two pages, one per keeper, so that neither page alone opens anything. The words stand
 * in recoverySheet.words.ts.
 */
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { type Block, label, type PaperDocument, paragraph, value } from '../documents/blocks';

export interface SheetWords {
  readonly title: string;
  /** Which half a page carries, first and second. */
  readonly halves: readonly [string, string];
  readonly purpose: string;
  readonly rules: readonly string[];
  readonly label: { readonly bank: string; readonly date: string; readonly half: string };
  readonly signature: { readonly keeper: string; readonly hander: string };
  readonly envelope: string;
}

export interface SheetFacts {
  /** Empty where it is not known: before sign-in the folder is closed. */
  readonly bank: string;
  readonly date: CalendarDate;
  readonly code: readonly [string, string];
}

/** Widths in mm of the table's two columns on the official type area. */
const COLUMNS = [36, 120];

function page(words: SheetWords, facts: SheetFacts, half: 0 | 1): Block[] {
  const row = (name: string, text: string) => ({ cells: [label(name), value(text)] });
  return [
    { kind: 'title', lines: [words.title] },
    paragraph(words.purpose),
    {
      kind: 'formTable',
      widths: COLUMNS,
      rows: [
        ...(facts.bank === '' ? [] : [row(words.label.bank, facts.bank)]),
        row(words.label.date, facts.date),
        row(words.label.half, words.halves[half]),
      ],
    },
    // As large as body text: it is read letter by letter.
    { kind: 'paragraph', align: 'center', runs: [{ text: facts.code[half], bold: true, role: 'hei' }] },
    ...words.rules.map((rule) => paragraph(rule)),
    {
      kind: 'signatures',
      lines: [{ label: words.signature.keeper }, { label: words.signature.hander }],
    },
    paragraph(words.envelope),
  ];
}

/** Two pages; class INT, since the bank's own people keep them. */
export function recoverySheet(words: SheetWords, facts: SheetFacts): PaperDocument {
  return {
    code: 'SYS-01',
    title: words.title,
    unit: facts.bank,
    date: facts.date,
    class: 'INT',
    layout: 'official',
    blocks: [...page(words, facts, 0), { kind: 'pageBreak' }, ...page(words, facts, 1)],
  };
}
