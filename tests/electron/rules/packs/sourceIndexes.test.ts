/** Every article of every source stands in its index once and in order, with its rules or the reason why it has none (RUL-01). */
import { describe, expect, test } from 'vitest';
import { RuleShelf } from '../../../../electron/rules/ruleShelf';
import { BRANCH_ARTICLES, NATIONAL_ARTICLES } from './sourceArticles';

const { book, faults, sources } = new RuleShelf().current;
const folderOf = (file: string) => file.slice(0, file.lastIndexOf('/'));
const byFolder = new Map(sources.map((source) => [folderOf(source.file), source]));
const expected = { ...BRANCH_ARTICLES, ...NATIONAL_ARTICLES };

describe('source indexes', () => {
  test('RUL-05 the packs and their indexes load without a fault', () => {
    expect(faults).toEqual([]);
  });

  test('every indexed source is listed here, and every listed source has an index', () => {
    expect([...byFolder.keys()].sort()).toEqual(Object.keys(expected).sort());
  });

  test.each(Object.entries(expected))('RUL-01 %s: each article once and in order', (folder, articles) => {
    expect(new Set(articles).size).toBe(articles.length);
    expect(byFolder.get(folder)?.articles.map((each) => each.article)).toEqual(articles);
  });

  test.each(sources.map((source) => [source.file, source] as const))(
    '%s: rules that exist, or one short sentence why there are none',
    (_, source) => {
      for (const { article, gist, rules, none } of source.articles) {
        expect([article, rules.filter((id) => book.find(id) === null)]).toEqual([article, []]);
        expect([article, new Set(rules).size]).toEqual([article, rules.length]);
        expect([article, none === null]).toEqual([article, rules.length > 0]);
        expect(gist).toMatch(/^[^。]{2,40}。$/);
        expect(none ?? '没有。').toMatch(/^[^。]{2,60}。$/);
      }
    },
  );

  test('every rule file is named by the index of its folder', () => {
    const unnamed = book.rules.filter((rule) => {
      const index = byFolder.get(folderOf(rule.file));
      return !index?.articles.some((each) => each.rules.includes(rule.id));
    });
    expect(unnamed.map((rule) => rule.file)).toEqual([]);
  });

  test.each(Object.keys(BRANCH_ARTICLES))(
    '%s: a rule stands in the index under the article that it cites',
    (folder) => {
      const index = byFolder.get(folder);
      const own = book.rules.flatMap((rule) => rule.versions.map((version) => ({ id: rule.id, version })));
      const cited = own.filter(
        ({ version }) => version.document === index?.document && /^第[^条]+条$/.test(version.article),
      );
      const astray = cited.filter(
        ({ id, version }) =>
          !index?.articles.some((each) => each.article === version.article && each.rules.includes(id)),
      );
      expect(astray.map(({ id, version }) => `${id} ${version.article}`)).toEqual([]);
    },
  );
});
