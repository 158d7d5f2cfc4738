/**
 * The index of one source: every article with the rules that carry it, or the reason why it needs none. It lies as
 * `index.json` beside the rules of the source, so that nobody has to guess whether an article was forgotten.
 */
import { FaultList, isFields, PackCursor } from './packCursor';
import { readPackText } from './packText';
import type { PackFault } from './ruleTypes';

export interface IndexedArticle {
  readonly article: string;
  readonly gist: string;
  /** Ids of the rules; empty where `none` says why. */
  readonly rules: readonly string[];
  readonly none: string | null;
  readonly line: number;
}

export interface SourceIndex {
  readonly document: string;
  readonly title: string;
  readonly file: string;
  readonly articles: readonly IndexedArticle[];
}

export type CheckedIndex =
  | { readonly ok: true; readonly index: SourceIndex }
  | { readonly ok: false; readonly faults: readonly PackFault[] };

function readArticle(item: PackCursor, seen: Set<string>): IndexedArticle {
  const article = item.text('article');
  if (seen.has(article)) item.fault('article', 'id-duplicate', `${article} is listed twice`);
  seen.add(article);
  const rules = item.raw('rules');
  const none = item.optionalText('none');
  const ids = Array.isArray(rules) ? rules.filter((id) => typeof id === 'string') : [];
  if (ids.length === 0 && none === null)
    item.fault('article', 'field-missing', `${article} names its rules, or says in "none" why it has none`);
  const gist = item.text('gist');
  item.done();
  return { article, gist, rules: ids, none, line: item.list.line(item.path) };
}

export function checkIndex(file: string, text: string): CheckedIndex {
  const read = readPackText(text);
  if (!read.ok) return { ok: false, faults: [{ file, line: read.line, code: 'json', detail: read.message }] };
  const list = new FaultList(file, read.lineOf);
  if (!isFields(read.value)) list.add('', 'field-invalid', 'an index is one object');
  const cursor = new PackCursor(isFields(read.value) ? read.value : {}, '', list);
  const seen = new Set<string>();
  const index: SourceIndex = {
    document: cursor.text('document'),
    title: cursor.text('title'),
    file,
    articles: cursor.objects('articles').map((item) => readArticle(item, seen)),
  };
  cursor.done();
  return list.faults.length > 0 ? { ok: false, faults: list.faults } : { ok: true, index };
}

/** Rules that an index names and nobody has. */
export function checkIndexedRules(index: SourceIndex, known: ReadonlySet<string>): PackFault[] {
  return index.articles.flatMap(({ article, rules, line }) =>
    rules
      .filter((id) => !known.has(id))
      .map(
        (id): PackFault => ({ file: index.file, line, code: 'rule-unknown', detail: `${article}: no rule "${id}"` }),
      ),
  );
}
