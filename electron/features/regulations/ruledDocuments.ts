/** The documents that rules rest on, each with its articles: from the indexes of the sources and from the rules themselves. */
import type { RuledDocument } from '@shared/contract/regulations.contract';
import { wholeArticle } from '@shared/domain/regulations/articlePages';
import type { ReadDb } from '../../database/store';
import { rulesToRead } from '../rules/rulesInForce';

export async function ruledDocuments(db: ReadDb): Promise<RuledDocument[]> {
  const { sources, book } = await rulesToRead(db);
  const articles = new Map<string, Set<string>>();
  const add = (document: string, ...names: readonly string[]): void => {
    const known = articles.get(document) ?? new Set();
    for (const name of names) known.add(name);
    articles.set(document, known);
  };
  for (const source of sources) add(source.document, ...source.articles.map(({ article }) => article));
  for (const rule of book.rules)
    for (const { document, article } of rule.versions) add(document, article, wholeArticle(article));
  return [...articles].map(([document, names]) => ({ document, articles: [...names] }));
}
