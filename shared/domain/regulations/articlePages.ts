/** Which page of a file an article stands on: typed or pasted lines, and finding the page of what a rule cites. */

export interface ArticlePage {
  readonly article: string;
  /** From 1, as the file counts its pages. */
  readonly page: number;
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 → 一, 20 → 二十, 108 → 一百零八; to 999, more articles no regulation has. */
export function chineseNumeral(number: number): string {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  const above = hundreds > 0 ? `${DIGITS[hundreds]}百` : '';
  const gap = hundreds > 0 && tens === 0 && ones > 0 ? '零' : '';
  const ten = tens > 0 ? `${tens > 1 || hundreds > 0 ? DIGITS[tens] : ''}十` : '';
  return above + gap + ten + DIGITS[ones];
}

/** 第20条 and 第 20 条 are 第二十条. */
export const articleName = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/第(\d{1,3})条/g, (whole, digits: string) =>
      Number(digits) > 0 ? `第${chineseNumeral(Number(digits))}条` : whole,
    );

export interface ReadLines {
  readonly pages: readonly ArticlePage[];
  /** Numbers (from 1) of lines that say no article with a page. */
  readonly unread: readonly number[];
}

/** Lines such as `第二十条 12`, `第20条<tab>第12页` or `第二十条……12`; empty lines count for nothing, the last of two on one article counts. */
export function readArticleLines(text: string): ReadLines {
  const pages = new Map<string, number>();
  const unread: number[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    const match = /^(.*?\S)[\s.,:…·，：]+第?(\d{1,5})页?$/.exec(line.trim());
    const page = Number(match?.[2]);
    if (match && page > 0) pages.set(articleName(match[1] as string), page);
    else unread.push(index + 1);
  });
  return { pages: [...pages].map(([article, page]) => ({ article, page })), unread };
}

/** The article itself of a citation such as 第十三条第二款; the whole text where there is none. */
export const wholeArticle = (cited: string): string =>
  /^第[^第条]+条(?:之[一二三四五六七八九十]+)?/.exec(cited)?.[0] ?? cited;

/** The page of what is cited: of the very words, else of the article that they belong to; null when neither has one. */
export function pageOf(pages: readonly ArticlePage[], cited: string): number | null {
  const find = (article: string) => pages.find((each) => each.article === article)?.page;
  return find(cited) ?? find(wholeArticle(cited)) ?? null;
}

interface Edition {
  readonly document: string;
  /** First day of the edition. */
  readonly effectiveFrom: string;
}

/** The file of a document that holds on `day`: the latest begun one, else the earliest to come. */
export function editionOn<E extends Edition>(editions: readonly E[], document: string, day: string): E | null {
  const own = editions
    .filter((each) => each.document === document)
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  return own.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? own[0] ?? null;
}
