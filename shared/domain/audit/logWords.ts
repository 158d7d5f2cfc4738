/**
 * The words in which an exported log is written for people: taken from the texts of one language, by window and command line
 * alike. What has no word keeps its code.
 */
import { allParts } from './detailParts';

/** `action.<code>`, `object.<kind>`, `detail.<fact>`, `value.<fact>.<code>`, `column.<column>`, `role.<role>`. */
export type LogWords = Readonly<Record<string, string>>;

/** A file of texts, or a part of one. */
export interface Texts {
  readonly [key: string]: string | Texts;
}

/** The parts of the log's own texts that an export needs. */
const PARTS = ['action', 'object', 'detail', 'value', 'column'] as const;

/** `audit`: the texts of the log screen; `roles`, `fields`: names of roles, and of what can be revealed about a person. */
export function logWords(texts: { audit: Texts; roles: Texts; fields: Texts }): LogWords {
  const parts = PARTS.map((part) => [part, texts.audit[part] ?? {}] as const);
  return Object.fromEntries(
    [...parts, ['role', texts.roles] as const, ['value.field', texts.fields] as const].flatMap(([path, tree]) =>
      flat(path, tree),
    ),
  );
}

const flat = (path: string, tree: string | Texts): [string, string][] =>
  typeof tree === 'string'
    ? [[path, tree]]
    : Object.entries(tree).flatMap(([key, below]) => flat(`${path}.${key}`, below));

/** `操作` and its like for one code. */
export const wordOf = (words: LogWords, part: string, code: string): string => words[`${part}.${code}`] ?? code;

/** Every fact of an entry in one line: `格式：xlsx；条数：12`. */
export const factsLine = (words: LogWords, detail: Readonly<Record<string, unknown>>): string =>
  allParts(detail)
    .map(({ key, value }) => `${wordOf(words, 'detail', key)}：${wordOf(words, `value.${key}`, value)}`)
    .join('；');
