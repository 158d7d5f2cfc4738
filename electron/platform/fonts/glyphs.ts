/**
 * Which font has which character (G-GLYPH, documents.md §2.9): every character is looked up before anything is drawn,
 * because the engines draw a missing glyph as a silent box. Widths for fitting numbers into cells come from here too.
 */
import type { FontRole } from '@shared/domain/documents/typesetting';
import { refuse } from '@shared/kernel/result';
import { create, type Font } from 'fontkit';
import { type FontName, fontChain, readFont } from './fontFiles';

const loaded = new Map<FontName, Font>();

/** The parsed font; parsed once per thread. */
export function loadFont(name: FontName): Font {
  const known = loaded.get(name);
  if (known) return known;
  const font = create(readFont(name));
  loaded.set(name, font);
  return font;
}

const isPrivateUse = (codePoint: number): boolean =>
  (codePoint >= 0xe000 && codePoint <= 0xf8ff) || codePoint >= 0xf0000;

const chosen = new Map<string, FontName>();

/** The first font of the role's chain that has the character; refuses `glyph-missing` when none has. */
function fontFor(character: string, role: FontRole, bold: boolean, where: string): FontName {
  const key = `${role}${bold ? 'b' : ''}${character}`;
  const known = chosen.get(key);
  if (known) return known;
  const codePoint = character.codePointAt(0) as number;
  const found = isPrivateUse(codePoint)
    ? undefined
    : fontChain(role, bold).find((name) => loadFont(name).hasGlyphForCodePoint(codePoint));
  if (!found) {
    const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
    return refuse('glyph-missing', { character, codePoint: code, where }, 'G-GLYPH');
  }
  chosen.set(key, found);
  return found;
}

export interface FontSpan {
  readonly text: string;
  readonly font: FontName;
}

/** Text cut where the font changes. `where` names the place for the refusal. */
export function fontSpans(text: string, role: FontRole, bold: boolean, where: string): FontSpan[] {
  const spans: { text: string; font: FontName }[] = [];
  for (const character of text) {
    const font = fontFor(character, role, bold, where);
    const last = spans.at(-1);
    if (last?.font === font) last.text += character;
    else spans.push({ text: character, font });
  }
  return spans;
}

const advances = new Map<string, number>();

/** Advance of a character in ems. */
function advance(character: string, role: FontRole, bold: boolean): number {
  const name = fontFor(character, role, bold, 'text');
  const key = name + character;
  const known = advances.get(key);
  if (known !== undefined) return known;
  const font = loadFont(name);
  const width = font.glyphForCodePoint(character.codePointAt(0) as number).advanceWidth / font.unitsPerEm;
  advances.set(key, width);
  return width;
}

/** Width of visible text in pt at a size in pt. */
export function textWidth(text: string, role: FontRole, bold: boolean, size: number): number {
  let width = 0;
  for (const character of text) width += advance(character, role, bold);
  return width * size;
}
