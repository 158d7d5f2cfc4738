/**
 * The bundled fonts (documents.md §2.3): which file plays which role, in which order they stand in for each other, and
 * where the files are: `fonts/` beside the program (packaged, or built into out/fonts) or, in a checkout, the pinned
 * packages themselves. Only OFL fonts; Windows' own are never copied.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FontRole } from '@shared/domain/documents/typesetting';

export type FontName = 'serif' | 'serifBold' | 'sans' | 'serifJp' | 'serifTc';

interface FontFile {
  readonly file: string;
  /** Folder of the file inside node_modules/@expo-google-fonts. */
  readonly source: string;
}

export const FONT_FILES: Readonly<Record<FontName, FontFile>> = {
  serif: { file: 'NotoSerifSC_400Regular.ttf', source: 'noto-serif-sc/400Regular' },
  serifBold: { file: 'NotoSerifSC_700Bold.ttf', source: 'noto-serif-sc/700Bold' },
  sans: { file: 'NotoSansSC_500Medium.ttf', source: 'noto-sans-sc/500Medium' },
  serifJp: { file: 'NotoSerifJP_400Regular.ttf', source: 'noto-serif-jp/400Regular' },
  serifTc: { file: 'NotoSerifTC_400Regular.ttf', source: 'noto-serif-tc/400Regular' },
};

/** The first font of a role; bold text of any serif role is the real bold weight, never a synthetic one. */
const ROLE_FONT: Readonly<Record<FontRole, FontName>> = {
  title: 'serifBold',
  body: 'serif',
  kai: 'serif',
  hei: 'sans',
  song: 'serif',
};

/** Fonts to try for a character, in order (§2.3 rule 0). */
export function fontChain(role: FontRole, bold: boolean): readonly FontName[] {
  const first = bold && role !== 'hei' ? 'serifBold' : ROLE_FONT[role];
  return [...new Set<FontName>([first, 'serif', 'serifJp', 'serifTc'])];
}

/** Folders above this module, nearest first; inside a package they lead to its resources folder. */
function ancestors(from: string): string[] {
  const up = dirname(from);
  return up === from ? [from] : [from, ...ancestors(up)];
}

/** Every place where a font file may be, in the order of trial. */
function fontCandidates(name: FontName, from: string = import.meta.dirname): string[] {
  const { file, source } = FONT_FILES[name];
  return ancestors(from).flatMap((folder) => [
    join(folder, 'fonts', file),
    join(folder, 'node_modules', '@expo-google-fonts', source, file),
  ]);
}

/** The bytes of a bundled font. A program without its fonts is broken, which is a bug of the build, not a refusal. */
export function readFont(name: FontName): Uint8Array {
  const path = fontCandidates(name).find((candidate) => existsSync(candidate));
  if (path === undefined) throw new Error(`bundled font ${FONT_FILES[name].file} is not installed`);
  return readFileSync(path);
}
