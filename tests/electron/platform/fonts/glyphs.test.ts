/** Coverage of the bundled fonts and the order in which they stand in for each other (G-GLYPH, documents.md §2.3). */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FONT_FILES } from '../../../../electron/platform/fonts/fontFiles';
import { fontSpans, textWidth } from '../../../../electron/platform/fonts/glyphs';

const folder = mkdtempSync(join(tmpdir(), 'qingshou-fonts-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('fontSpans (DOC)', () => {
  it.each([
    ['何大川', 'body', [['何大川', 'serif']]],
    [
      '何𠮷川',
      'body',
      [
        ['何', 'serif'],
        ['𠮷', 'serifJp'],
        ['川', 'serif'],
      ],
    ],
    ['标题', 'hei', [['标题', 'sans']]],
    ['㛃𬱖䶮', 'title', [['㛃𬱖䶮', 'serifBold']]],
  ] as const)('%s', (text, role, spans) => {
    expect(fontSpans(text, role, false, 'text').map((span) => [span.text, span.font])).toEqual(spans);
  });

  it('measures a Chinese character as one em', () => {
    expect(textWidth('人民币', 'song', false, 10.5)).toBeCloseTo(31.5, 5);
  });
});

describe('copyFonts', () => {
  it('copies every bundled font with its licence', () => {
    execFileSync(process.execPath, [resolve('scripts/copyFonts.mjs'), folder]);
    for (const { file, source } of Object.values(FONT_FILES)) {
      expect(existsSync(join(folder, file)), file).toBe(true);
      expect(existsSync(join(folder, `${source.split('/')[0]}.OFL.txt`))).toBe(true);
    }
  });
});
