/**
 * Runs → pdfmake inlines: each unit that must not break becomes one inline of one font. What is drawn later (check box,
 * ink line) is a space that carries a mark.
 */
import type { Run } from '@shared/domain/documents/blocks';
import { type FontRole, lineUnits, mm, visibleText } from '@shared/domain/documents/typesetting';
import { fontSpans, textWidth } from '../fonts/glyphs';

/** Where a line of the finished layout comes from: block index and, in a table, its row. */
export interface Origin {
  readonly block: number;
  readonly row?: number;
}

export interface TextStyle {
  readonly role: FontRole;
  readonly size: number;
  readonly bold?: boolean;
  readonly origin: Origin;
  /** Named in the refusal of a missing glyph. */
  readonly where: string;
}

export interface PdfInline {
  readonly text: string;
  readonly font: string;
  readonly fontSize: number;
  readonly noWrap: true;
  /** No line break after it. */
  readonly tied?: boolean;
  readonly origin: Origin;
  readonly box?: boolean;
  readonly ink?: boolean;
  readonly preserveLeadingSpaces?: boolean;
  readonly preserveTrailingSpaces?: boolean;
}

const SPACE = '　';

/**
 * What pdfmake would otherwise look up in its style stack for every inline; half of the time of a layout. Empty text
 * stands for "none" where it would take null for "not set".
 */
const PLAIN = {
  bold: false,
  italics: false,
  characterSpacing: 0,
  color: 'black',
  opacity: 1,
  sup: false,
  sub: false,
  fontFeatures: '',
  decoration: '',
  decorationColor: '',
  decorationStyle: '',
  decorationThickness: '',
  background: '',
  linkToPage: '',
  linkToDestination: '',
  preserveLeadingSpaces: false,
  preserveTrailingSpaces: false,
} as const;

function unitInlines(unit: string, style: TextStyle, role: FontRole, bold: boolean): PdfInline[] {
  const spans = fontSpans(unit, role, bold, style.where);
  return spans.map((span, index) => ({
    ...PLAIN,
    text: span.text,
    ...(index < spans.length - 1 ? { tied: true } : {}),
    font: span.font,
    fontSize: style.size,
    noWrap: true,
    origin: style.origin,
    ...(span.text.includes(SPACE) ? { preserveLeadingSpaces: true, preserveTrailingSpaces: true } : {}),
  }));
}

/** A label of a check box stays on the line of its box. */
function boxInlines(label: string, ticked: boolean, style: TextStyle): PdfInline[] {
  const [first = '', ...rest] = lineUnits(label).length > 12 ? lineUnits(label) : [visibleText(label)];
  const marked = unitInlines(SPACE + first, style, style.role, style.bold ?? false);
  return [
    { ...(marked[0] as PdfInline), box: ticked, preserveLeadingSpaces: true },
    ...marked.slice(1),
    ...rest.flatMap((unit) => unitInlines(unit, style, style.role, style.bold ?? false)),
  ];
}

function inkInline(millimetres: number, style: TextStyle): PdfInline {
  const count = Math.max(1, Math.round(mm(millimetres) / style.size));
  const [space] = unitInlines(SPACE.repeat(count), style, style.role, false);
  return { ...(space as PdfInline), ink: true, preserveLeadingSpaces: true, preserveTrailingSpaces: true };
}

/** A unit wider than the line would run over the edge: it is cut into characters. */
function fitting(unit: string, style: TextStyle, role: FontRole, bold: boolean, width: number): string[] {
  return unit.length > 1 && textWidth(unit, role, bold, style.size) > width ? [...unit] : [unit];
}

/** Inlines of runs for lines of `width` pt; refuses `glyph-missing`. */
export function inlines(runs: readonly Run[], style: TextStyle, width: number): PdfInline[] {
  return runs.flatMap((run, index) => {
    const next = runs[index + 1];
    if ('blank' in run) return [{ ...inkInline(run.blank, style), ...(isUnit(next) ? { tied: true } : {}) }];
    if ('box' in run) return boxInlines(run.label, run.box, style);
    const role = run.role ?? style.role;
    const bold = run.bold ?? style.bold ?? false;
    const made = lineUnits(run.text)
      .flatMap((unit) => fitting(unit, style, role, bold, width))
      .flatMap((unit) => unitInlines(unit, style, role, bold));
    const last = made.at(-1);
    // What is to be written stays with its caption.
    if (last === undefined || next === undefined || !('blank' in next)) return made;
    return [...made.slice(0, -1), { ...last, tied: true }];
  });
}

/** Text that a number written by hand stands before: 年, 月, 元 … */
const isUnit = (run: Run | undefined): boolean => run !== undefined && 'text' in run && /^[年月日时元]/.test(run.text);

/** Width in pt of the widest unit of runs: what a cell needs at least. */
export function widestUnit(runs: readonly Run[], role: FontRole, size: number): number {
  return Math.max(
    0,
    ...runs.flatMap((run) =>
      'text' in run
        ? lineUnits(run.text).map((u) => textWidth(u.trimEnd(), run.role ?? role, run.bold ?? false, size))
        : [0],
    ),
  );
}
