/**
 * What people type about contacts and measures is read before it is recorded (documents.md §8, law.md §15): threats, insults and
 * telling others refuse with their article, a doubtful tone is passed with a reason. Nobody is kept from recording what the other
 * side said: a word in reported speech warns, and one that is denied says nothing.
 */
import { refuse } from '../../kernel/result';
import { type LevelThere, type WordingFinding, wordsIn } from '../documents/wordingGate';
import type { WordingGroup } from '../documents/wordingTable';
import type { ConductFinding } from './conduct';
import type { Counterpart } from './contact';
import { LOCATING_TABLE, TALK_TABLE } from './talkTable';

/** `未张贴`, `不会被拘留`. */
const DENIED = /(?:不得|不会|不能|没有|未|禁止|勿|不予|不再)(?:被|再|将)?$/;

/** `对方称…`, `借款人当场说，…`; not `对他说…`: those are the bank's words. Commas are folded to ASCII. */
const REPORTED =
  /(?<!对|跟|向|和|与|给|同|告诉|告知|通知)(?:借款人|债务人|保证人|担保人|抵押人|对方|本人|家属|邻居|其|他|她)[^,]{0,6}(?:称|表示|说|讲|问|反映|扬言|抱怨)[,:"“]*[^,]*$/;

const inTalk: LevelThere = (level, before) => {
  if (DENIED.test(before)) return null;
  return level === 'block' && !REPORTED.test(before) ? 'block' : 'warn';
};

/** Of a plan, a step or its result. `except`: groups that the act itself is about. */
export function typedFindings(texts: readonly string[], except: readonly WordingGroup['id'][] = []): WordingFinding[] {
  return wordsIn(texts.join('。'), TALK_TABLE, inTalk).filter(({ group }) => !except.includes(group));
}

/** What of a contact the scan reads. */
export interface Talk {
  readonly counterpart: Counterpart;
  readonly said: string;
  readonly next: { readonly what: string } | null;
}

/** A block-word of the other side's is told as such, whichever it is. */
export function wordCode({ group, level }: WordingFinding, table = TALK_TABLE): ConductFinding['code'] {
  const isReported = level === 'warn' && table.some((each) => each.id === group && each.level === 'block');
  return isReported ? 'word-reported' : `word-${group}`;
}

/** One finding per code, in the words of the rules of conduct; blocks first. */
export function talkFindings({ counterpart, said, next }: Talk): ConductFinding[] {
  const table = counterpart === 'third-person' ? LOCATING_TABLE : TALK_TABLE;
  const found = wordsIn(`${said}。${next?.what ?? ''}`, table, inTalk);
  const byCode = Map.groupBy(found, (each) => wordCode(each, table));
  const findings = [...byCode].flatMap(([code, [first, ...more]]): ConductFinding[] => {
    if (!first) return [];
    const words = [first, ...more].map(({ word }) => word).join('、');
    return [{ code, level: first.level === 'block' ? 'block' : 'warn', article: first.article, words }];
  });
  return findings.toSorted((a, b) => Number(a.level === 'warn') - Number(b.level === 'warn'));
}

/** As `typedFindings`; refuses wording-blocked {words} with the article of the first. */
export function refuseWords(texts: readonly string[], except: readonly WordingGroup['id'][] = []): void {
  const blocked = typedFindings(texts, except).filter(({ level }) => level === 'block');
  const [first] = blocked;
  if (first) refuse('wording-blocked', { words: blocked.map(({ word }) => word).join('、') }, first.article);
}
