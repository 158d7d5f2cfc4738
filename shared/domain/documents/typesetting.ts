/**
 * Typesetting of papers (documents.md §2): sizes by name, page layouts, line pitch, font roles, and the rules of where a
 * line may break. Both engines (PDF, Word) read these; neither has numbers of its own.
 */

/** Points per millimetre. */
const PT_PER_MM = 2.83465;
export const mm = (millimetres: number): number => millimetres * PT_PER_MM;

/** Type sizes in pt by their Chinese name (§2.2); no other size is used. */
export const SIZE = {
  chu: 42,
  xiaoChu: 36,
  one: 26,
  xiaoOne: 24,
  two: 22,
  xiaoTwo: 18,
  three: 16,
  xiaoThree: 15,
  four: 14,
  xiaoFour: 12,
  five: 10.5,
  eight: 8,
  xiaoFive: 9,
  six: 7.5,
} as const;

/** Steps by which a number that must not break shrinks until it fits its cell (§2.8). */
export const SHRINK_STEPS = [SIZE.five, SIZE.xiaoFive, SIZE.eight, SIZE.six] as const;

/** Line pitch of body text in pt, and how far a stranded signature may press it (§2.2, §2.7). */
export const PITCH = 28;
export const LEAST_PITCH = 26;
export const TITLE_PITCH = 36;
export const SIGNATURE_PITCH = 34;
/** Lines in tables: 1.35 of the size, rounded to half a point. */
export const tablePitch = (size: number): number => Math.round(size * 1.35 * 2) / 2;

/** 小标宋 titles · 仿宋 body · 楷体 second-level headings · 黑体 headings and labels · 宋体 table values (§2.3). */
export type FontRole = 'title' | 'body' | 'kai' | 'hei' | 'song';

/** Roles of headings by level (§2.4). */
export const HEADING_ROLE = { 1: 'hei', 2: 'kai', 3: 'body', 4: 'body' } as const satisfies Record<number, FontRole>;

/** Names that Word asks Windows for; it substitutes where one is absent. */
export const WORD_FONT: Readonly<Record<FontRole, string>> = {
  title: '方正小标宋简体',
  body: '仿宋',
  kai: '楷体',
  hei: '黑体',
  song: '宋体',
};

export interface PageLayout {
  readonly landscape: boolean;
  /** mm */
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export type LayoutName = 'official' | 'letter' | 'form' | 'ledger';

export interface BodyStyle {
  /** pt */
  readonly size: number;
  readonly pitch: number;
  readonly titleSize: number;
  readonly titlePitch: number;
}

const OFFICIAL_BODY: BodyStyle = { size: SIZE.three, pitch: PITCH, titleSize: SIZE.two, titlePitch: TITLE_PITCH };

/**
 * Body text by layout. A letter that goes out with a receipt on the back of its sheet has to end on its page, so it is set
 * in 小四 on 18.5 pt.
 */
export const BODY: Readonly<Record<LayoutName, BodyStyle>> = {
  official: OFFICIAL_BODY,
  letter: { size: SIZE.xiaoFour, pitch: 18.5, titleSize: SIZE.xiaoTwo, titlePitch: 28 },
  form: OFFICIAL_BODY,
  ledger: { size: SIZE.five, pitch: 16, titleSize: SIZE.xiaoTwo, titlePitch: 28 },
};

/** §2.1; the official type area is 156 × 225 mm (GB/T 9704-2012 5.2.1). */
export const PAGE: Readonly<Record<LayoutName, PageLayout>> = {
  official: { landscape: false, width: 210, height: 297, top: 37, right: 26, bottom: 35, left: 28 },
  letter: { landscape: false, width: 210, height: 297, top: 32, right: 24, bottom: 20, left: 26 },
  form: { landscape: false, width: 210, height: 297, top: 25, right: 20, bottom: 20, left: 25 },
  ledger: { landscape: true, width: 297, height: 210, top: 20, right: 15, bottom: 15, left: 15 },
};

export const typeAreaWidth = (page: PageLayout): number => page.width - page.left - page.right;

/** Marks of the classes in the head of each page (§0.5). */
export const CLASS_MARK = { OUT: '', COURT: '', INT: '内部资料 注意保管', SECRET: '商业秘密 内部使用' } as const;
export const DRAFT_MARK = '草稿 不得对外使用';
export const NUMBER_PENDING = '〔编号待发〕';
/** Printed for what does not apply; what is to be filled in by hand stays empty (§2.5). */
export const NOT_APPLICABLE = '——';

/** Characters of a title line of 2号 on the official type area. */
const TITLE_WIDTH = 20;

/**
 * Lines of a title (§2.9): one when it fits, else what stands before the name with the name in lines of even length, and
 * the rest below. A long name breaks before its legal form where that is near the even cut.
 */
export function titleLines(before: string, name: string, after: string): readonly string[] {
  const upper = [...(before + name)];
  if (upper.length + after.length <= TITLE_WIDTH) return [upper.join('') + after];
  const count = Math.ceil(upper.length / TITLE_WIDTH);
  const even = Math.ceil(upper.length / count);
  const lines: string[] = [];
  for (let from = 0; from < upper.length; ) {
    const isLast = upper.length - from <= TITLE_WIDTH;
    const to = isLast ? upper.length : (legalForm(upper, from, from + even) ?? from + even);
    lines.push(upper.slice(from, to).join(''));
    from = to;
  }
  return [...lines, after];
}

/** Index of 股份, 有限 or 支行 within six characters of `near` that a line from `from` can reach; null when none is there. */
function legalForm(characters: readonly string[], from: number, near: number): number | null {
  for (let away = 0; away <= 6; away++) {
    for (const at of [near - away, near + away]) {
      const fits = at - from <= TITLE_WIDTH && at > from;
      if (fits && ['股份', '有限', '支行'].includes(`${characters[at] ?? ''}${characters[at + 1] ?? ''}`)) return at;
    }
  }
  return null;
}

const JOINER = '\u2060';

/** Joins every character with U+2060 so that no line breaks inside: ids, contract, receipt and certificate numbers. */
export const noBreak = (value: string): string => [...value].join(JOINER);

const withoutInvisible = (value: string): string =>
  value.replace(/[\u200b-\u200d]|\ufeff|\u00ad|[\ufe00-\ufe0f]/g, '').replace(/[\t\r\n\f\v]+/g, ' ');

/** What reaches the paper: joiners and other invisible code points carry no ink and have no glyph. */
export const visibleText = (value: string): string => withoutInvisible(value).replaceAll(JOINER, '');

/** Names keep one middle dot, U+00B7 (§2.9). */
export const nameDot = (name: string): string => name.replace(/[・•‧．]/g, '·');

const NOT_AT_START = new Set('，。、；：？！）》”’％%〕】」』…—·,.;:?!)]}-/');
const NOT_AT_END = new Set('（《“‘￥〔【「『([{$');
const UNITS = '年月日元角分万亿个份页次期条项号户名倍笔票天时㎡人字公平％';
const LATIN = /[A-Za-z0-9\u00b7#&*+\-./:=@_~,%]/;
/** Numbers with their frame, which never break (§2.4, §2.8). */
const FRAMED =
  /〔\d{4}〕(?:第?\d+号)?|（\d{4}）[^\s，。；、（）]{0,12}?\d+号|第[\d零一二三四五六七八九十百]+[条款项号]/gy;

const isSpace = (char: string): boolean => char === ' ' || char === '　';

function joins(left: string, right: string): boolean {
  if (NOT_AT_START.has(right) || NOT_AT_END.has(left)) return true;
  if (LATIN.test(left) && LATIN.test(right)) return true;
  return /\d/.test(left) && UNITS.includes(right);
}

/**
 * Text cut at every place where a line may break; each unit stays whole. Joined are forbidden line starts and ends,
 * Latin words and numbers, a number with its unit, framed numbers and whatever U+2060 ties. The units put together are
 * the visible text, spaces included (a space ends its unit).
 */
export function lineUnits(value: string): string[] {
  const source = withoutInvisible(value);
  const units: string[] = [];
  let unit = '';
  let last = '';
  let tied = false;
  for (let at = 0; at < source.length; ) {
    FRAMED.lastIndex = at;
    const framed = FRAMED.exec(source);
    const piece = framed ? framed[0] : String.fromCodePoint(source.codePointAt(at) as number);
    at += piece.length;
    if (piece === JOINER) {
      tied = true;
      continue;
    }
    const first = String.fromCodePoint(piece.codePointAt(0) as number);
    if (unit !== '' && !tied && (isSpace(last) || !(isSpace(first) || joins(last, first)))) {
      units.push(unit);
      unit = '';
    }
    unit += piece;
    last = framed ? piece.slice(-1) : first;
    tied = false;
  }
  if (unit !== '') units.push(unit);
  return units;
}
