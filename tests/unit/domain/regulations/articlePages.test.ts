/** RUL-01: which page an article stands on, from typed and pasted lines; the page and the edition of what a rule cites. */
import {
  articleName,
  chineseNumeral,
  editionOn,
  pageOf,
  readArticleLines,
  wholeArticle,
} from '@shared/domain/regulations/articlePages';
import { describe, expect, test } from 'vitest';

describe('chineseNumeral', () => {
  test.each([
    [1, '一'],
    [9, '九'],
    [10, '十'],
    [11, '十一'],
    [19, '十九'],
    [20, '二十'],
    [21, '二十一'],
    [99, '九十九'],
    [100, '一百'],
    [101, '一百零一'],
    [110, '一百一十'],
    [111, '一百一十一'],
    [188, '一百八十八'],
    [200, '二百'],
    [999, '九百九十九'],
  ])('%i is %s', (number, numeral) => expect(chineseNumeral(number)).toBe(numeral));

  test('1 to 999 are all different', () => {
    const all = Array.from({ length: 999 }, (_, index) => chineseNumeral(index + 1));
    expect(new Set(all).size).toBe(999);
  });
});

test.each([
  ['第20条', '第二十条'],
  [' 第 ２０ 条 ', '第二十条'],
  ['第20条之一', '第二十条之一'],
  ['第二十条', '第二十条'],
  ['第0条', '第0条'],
  ['附件一', '附件一'],
])('articleName %s', (typed, article) => expect(articleName(typed)).toBe(article));

describe('readArticleLines', () => {
  test('lines as people type them and as a table of contents or Excel gives them', () => {
    const text = '第一条 1\n第2条\t2\r\n\r\n第三条……3\n第四条：第5页\n第 五 条  7\n附件一 · 12\n';
    expect(readArticleLines(text)).toEqual({
      pages: [
        { article: '第一条', page: 1 },
        { article: '第二条', page: 2 },
        { article: '第三条', page: 3 },
        { article: '第四条', page: 5 },
        { article: '第五条', page: 7 },
        { article: '附件一', page: 12 },
      ],
      unread: [],
    });
  });

  test('an article twice: the last line counts', () =>
    expect(readArticleLines('第一条 1\n第1条 2').pages).toEqual([{ article: '第一条', page: 2 }]));

  test.each(['第一条', '12', '第一条 0', '第一条 页', '第一条12'])('%s says no article with a page', (line) =>
    expect(readArticleLines(`第二条 3\n${line}`)).toEqual({ pages: [{ article: '第二条', page: 3 }], unread: [2] }),
  );
});

describe('pageOf', () => {
  const pages = [
    { article: '第十三条', page: 4 },
    { article: '第十三条第二款', page: 5 },
  ];
  test.each([
    ['第十三条', 4],
    ['第十三条第二款', 5],
    ['第十三条第三款第一项', 4],
    ['第十条', null],
    ['附件一', null],
  ])('%s: %s', (cited, page) => expect(pageOf(pages, cited)).toBe(page));

  test.each([
    ['第二百九十三条之一', '第二百九十三条之一'],
    ['第二百九十三条之一第一款', '第二百九十三条之一'],
    ['第五条至第七条', '第五条'],
    ['全文', '全文'],
  ])('the article of %s is %s', (cited, article) => expect(wholeArticle(cited)).toBe(article));
});

describe('editionOn', () => {
  const editions = [
    { document: 'B4', effectiveFrom: '2020-01-01' },
    { document: 'B4', effectiveFrom: '2010-01-01' },
    { document: 'B2', effectiveFrom: '2000-01-01' },
  ];
  test.each([
    ['2009-12-31', '2010-01-01'],
    ['2010-01-01', '2010-01-01'],
    ['2019-12-31', '2010-01-01'],
    ['2020-01-01', '2020-01-01'],
  ])('on %s the edition of %s', (day, from) => expect(editionOn(editions, 'B4', day)?.effectiveFrom).toBe(from));
  test('none of another document', () => expect(editionOn(editions, 'B3', '2020-01-01')).toBeNull());
});
