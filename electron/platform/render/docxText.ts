/** Runs → Word runs: Windows font names for every script, check boxes as content controls, ink lines as underlines. */
import type { Run } from '@shared/domain/documents/blocks';
import { type FontRole, visibleText, WORD_FONT } from '@shared/domain/documents/typesetting';
import { AlignmentType, CheckBox, LineRuleType, Paragraph, type ParagraphChild, TextRun } from 'docx';

/** Twips (1/20 pt), Word's unit of lengths. */
export const twips = (points: number): number => Math.round(points * 20);

export interface WordStyle {
  readonly role: FontRole;
  /** pt */
  readonly size: number;
  readonly pitch: number;
  readonly align?: 'left' | 'center' | 'right' | 'justify';
  readonly bold?: boolean;
  readonly indent?: boolean;
  readonly keepNext?: boolean;
  readonly pageBreakBefore?: boolean;
  /** pt before the paragraph. */
  readonly before?: number;
}

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const;

const fontOf = (role: FontRole) => ({
  ascii: WORD_FONT[role],
  hAnsi: WORD_FONT[role],
  eastAsia: WORD_FONT[role],
  cs: WORD_FONT[role],
});

function textRun(content: string, style: WordStyle, role: FontRole, bold: boolean, ink = false): TextRun {
  return new TextRun({
    text: content,
    font: fontOf(role),
    // Half points.
    size: style.size * 2,
    bold,
    ...(ink ? { underline: {} } : {}),
  });
}

function children(runs: readonly Run[], style: WordStyle): ParagraphChild[] {
  return runs.flatMap((run): ParagraphChild[] => {
    if ('blank' in run) {
      const spaces = Math.max(1, Math.round((run.blank * 2.83465) / style.size));
      return [textRun('　'.repeat(spaces), style, style.role, false, true)];
    }
    if ('box' in run) {
      const symbol = { font: 'MS Gothic' };
      return [
        new CheckBox({
          checked: run.box,
          checkedState: { value: '2611', ...symbol },
          uncheckedState: { value: '2610', ...symbol },
        }),
        textRun(visibleText(run.label), style, style.role, style.bold ?? false),
      ];
    }
    return [textRun(visibleText(run.text), style, run.role ?? style.role, run.bold ?? style.bold ?? false)];
  });
}

/** A paragraph of exact lines: 28 pt = 560 twips (documents.md §2.2). */
export function wordParagraph(runs: readonly Run[], style: WordStyle): Paragraph {
  return new Paragraph({
    children: children(runs, style),
    alignment: ALIGN[style.align ?? 'left'],
    spacing: { line: twips(style.pitch), lineRule: LineRuleType.EXACT, before: twips(style.before ?? 0), after: 0 },
    // Two characters in hundredths of a character follow the size if someone changes it.
    ...(style.indent ? { indent: { firstLine: twips(2 * style.size) } } : {}),
    ...(style.keepNext ? { keepNext: true } : {}),
    ...(style.pageBreakBefore ? { pageBreakBefore: true } : {}),
  });
}
