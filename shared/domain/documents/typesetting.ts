/**
 * Typesetting of papers (documents.md §2): sizes by name, page layouts, line pitch, font roles, and the rules of where a
 * line may break. Both engines (PDF, Word) read these; neither has numbers of its own.
 */

/** Points per millimetre. */
export const PT_PER_MM = 2.83465;
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
/** Lines in tables: 1.35 of the size, rounded to half a point. */
export const tablePitch = (size: number): number => Math.round(size * 1.35 * 2) / 2;

/** 小标宋 titles · 仿宋 body · 楷体 second-level headings · 黑体 headings and labels · 宋体 table values (§2.3). */
export type FontRole = 'title' | 'body' | 'kai' | 'hei' | 'song';

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

/** §2.1; the official type area is 156 × 225 mm (GB/T 9704-2012 5.2.1). */
export const PAGE: Readonly<Record<'official' | 'form' | 'ledger', PageLayout>> = {
  official: { landscape: false, width: 210, height: 297, top: 37, right: 26, bottom: 35, left: 28 },
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

/** Lines of a title: over 20 characters they become a trapezoid of 2–3 lines, never broken inside a name (§2.9). */
export function titleLines(before: string, name: string, after: string): readonly string[] {
  const whole = before + name + after;
  if (whole.length <= 20) return [whole];
  if (before.length + name.length <= 24) return [before + name, after];
  const cut = nameBreak(name);
  return [before + name.slice(0, cut), name.slice(cut), after].filter((line) => line !== '');
}

/** Where a long name may break: before 有限, 股份 or 支行, else in its middle. */
function nameBreak(name: string): number {
  for (const word of ['股份', '有限', '支行']) {
    const at = name.indexOf(word);
    if (at > 3 && at <= 24) return at;
  }
  return Math.min(22, Math.ceil(name.length / 2));
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
