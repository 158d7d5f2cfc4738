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

/** How grave a word is where it stands; null: harmless there. `before`: the sentence up to it. */
export type LevelThere = (level: WordingLevel, before: string) => WordingLevel | null;

/** In the order of the text's sentences; the same word of the same level once. */
export function wordsIn(
  text: string,
  table: readonly WordingGroup[],
  levelThere: LevelThere = (level) => level,
): WordingFinding[] {
  const found = new Map<string, WordingFinding>();
  for (const sentence of folded(text).split(/(?<=[。；！？!?;])/)) {
    for (const { id, level, words, allowed, article } of table) {
      if (allowed && new RegExp(allowed).test(sentence)) continue;
      for (const hit of words.flatMap((word) => [...sentence.matchAll(new RegExp(word, 'g'))])) {
        const there = levelThere(level, sentence.slice(0, hit.index));
        if (there) found.set(`${id}:${hit[0]}:${there}`, { group: id, level: there, word: hit[0], article });
      }
    }
  }
  return [...found.values()];
}

/** Papers that stay inside are free. */
export const wordingFindings = (text: string, paper: PaperClass): WordingFinding[] =>
  paper === 'OUT' || paper === 'COURT' ? wordsIn(text, WORDING_TABLE) : [];

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
