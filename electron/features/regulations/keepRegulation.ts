/** The table of articles and pages of an attached file, and taking a file off again. */
import { type ArticlePage, articleName, wholeArticle } from '@shared/domain/regulations/articlePages';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import { deleteRegulation, regulationById, replacePages, type StoredRegulation } from './regulations.repository';
import { ruledDocuments } from './ruledDocuments';

export interface RegulationRef {
  readonly id: number;
  readonly rev: number;
}

/** Refusals in order: regulation-unknown, stale-version. */
async function asSeen(db: ReadDb, { id, rev }: RegulationRef): Promise<StoredRegulation> {
  const regulation = (await regulationById(db, id)) ?? refuse('regulation-unknown');
  return regulation.rev === rev ? regulation : refuse('stale-version');
}

const noteOf = (action: string, { id, document, title }: StoredRegulation) => ({
  action,
  objectKind: 'regulation',
  objectId: String(id),
  detail: { document, title },
});

/** Refusals in order: regulation-unknown, stale-version, article-unknown {article}, page-beyond {article, page, pages}. */
export async function setPages(
  open: OpenFolder,
  { articles, ...ref }: RegulationRef & { readonly articles: readonly ArticlePage[] },
): Promise<RegulationRef> {
  return open.store.write(open.actor, async (tx) => {
    const regulation = await asSeen(tx, ref);
    const { document, pages } = regulation;
    const known = new Set((await ruledDocuments(tx)).find((each) => each.document === document)?.articles);
    const named = articles.map(({ article, page }) => ({ article: articleName(article), page }));
    const unknown = named.find(({ article }) => !known.has(article) && !known.has(wholeArticle(article)));
    if (unknown) refuse('article-unknown', { article: unknown.article, document });
    const beyond = named.find(({ page }) => page > pages);
    if (beyond) refuse('page-beyond', { ...beyond, pages });
    // Two lines on one article: the last one counts.
    const table = [...new Map(named.map((each) => [each.article, each])).values()];
    const result = await replacePages(tx, regulation, table);
    const note = noteOf('regulations.setPages', regulation);
    const detail = { ...note.detail, articles: table.length };
    return { result, audit: { ...note, detail, before: regulation.articles, after: table } };
  });
}

/** Refusals in order: regulation-unknown, stale-version. */
export async function removeRegulation(open: OpenFolder, ref: RegulationRef): Promise<{ id: number }> {
  return open.store.write(open.actor, async (tx) => {
    const regulation = await asSeen(tx, ref);
    await deleteRegulation(tx, regulation.id);
    const { document, title, number, effectiveFrom, pages, sha256, articles } = regulation;
    const before = { document, title, number, effectiveFrom, pages, sha256, articles };
    return { result: { id: regulation.id }, audit: { ...noteOf('regulations.remove', regulation), before } };
  });
}
