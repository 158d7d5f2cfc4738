/** G-LANG: looks at what a person typed on a paper that goes out or to a court, and at a finished letter for what was left unfilled. */
import type { PaperClass, PaperDocument } from './blocks';
import { visibleText } from './typesetting';
import { WORDING_TABLE, type WordingGroup, type WordingLevel } from './wordingTable';

export interface WordingFinding {
  readonly group: WordingGroup['id'];
  readonly level: WordingLevel;
  /** As it stands in the text. */
  readonly word: string;
  readonly article: string;
}

/** Full-width and spaced letters do not hide a word. */
const folded = (text: string): string => visibleText(text).normalize('NFKC').replace(/\s+/g, '');

/** In the order of the text's sentences; the same word once. Papers that stay inside are free. */
export function wordingFindings(text: string, paper: PaperClass): WordingFinding[] {
  if (paper !== 'OUT' && paper !== 'COURT') return [];
  const found = new Map<string, WordingFinding>();
  for (const sentence of folded(text).split(/(?<=[。；！？!?;])/)) {
    for (const { id, level, words, allowed, article } of WORDING_TABLE) {
      if (allowed && new RegExp(allowed).test(sentence)) continue;
      for (const word of words) {
        const hit = new RegExp(word).exec(sentence)?.[0];
        if (hit) found.set(`${id}:${hit}`, { group: id, level, word: hit, article });
      }
    }
  }
  return [...found.values()];
}

const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(textsIn)
      : [];

/** Marks of a field that nobody filled: a template's braces, or a value that was none. */
const UNFILLED = /\{\{?[^}]*\}\}?|\bundefined\b|\bnull\b|\bNaN\b|Invalid Date|＿{2,}/;

/** The first place of a finished paper where a field was left unfilled; null when there is none. */
export const unfilledPlace = (paper: PaperDocument): string | null =>
  textsIn(paper.blocks).find((text) => UNFILLED.test(text)) ?? null;
