/** Whether the bundled fonts have every character of a paper (G-GLYPH), told without laying it out. */
import type { PaperDocument } from '@shared/domain/documents/blocks';
import { visibleText } from '@shared/domain/documents/typesetting';
import { type Refusal, RefusalError } from '@shared/kernel/result';
import { fontSpans } from '../fonts/glyphs';

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsIn);
}

/** The refusal `glyph-missing` that drawing the paper would end in; null when it would not. */
export function missingGlyph(document: PaperDocument): Refusal | null {
  try {
    for (const text of textsIn(document.blocks)) {
      for (const role of ['body', 'hei'] as const) fontSpans(visibleText(text), role, false, document.title);
    }
    return null;
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
}
