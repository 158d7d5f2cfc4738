/**
 * Capitals of amounts (大写) and back, by 支付结算办法 附一 (RMB-01, RMB-02, RMB-04).
 *
 * The optional zeros are settled one way for every paper: a 零 stands wherever a group's thousands place is empty
 * after a higher non-zero group, and never merely because the last group ends in zeros ("壹拾万元整", "壹拾万零伍佰元").
 */
import { assert } from './assert';
import { type Fen, yuanGrouped } from './money';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'] as const;
const GROUPS = ['', '万', '亿', '万亿'] as const;

/** One group of four digits, e.g. 5 → `零零零伍` collapsed to `伍`; leading zeros are the caller's business. */
function groupCapitals(group: number): string {
  let text = '';
  let zero = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(group / 10 ** place) % 10;
    if (digit === 0) {
      zero = text !== '';
      continue;
    }
    text += (zero ? '零' : '') + DIGITS[digit] + PLACES[place];
    zero = false;
  }
  return text;
}

/** Whole yuan > 0 in capitals without 元. */
function yuanCapitals(yuan: number): string {
  const groups: number[] = [];
  for (let rest = yuan; rest > 0; rest = Math.floor(rest / 10_000)) groups.push(rest % 10_000);
  let text = '';
  for (let index = groups.length - 1; index >= 0; index--) {
    const group = groups[index] as number;
    if (group === 0) continue;
    const skipped = text !== '' && (group < 1000 || groups[index + 1] === 0);
    text += (skipped ? '零' : '') + groupCapitals(group) + GROUPS[index];
  }
  // 万亿 is written once: its 亿 belongs to the group below when that is not empty.
  return text.replace(/万亿(.*亿)/, '万$1');
}

/**
 * Fen ≥ 0 → capitals with the prefix 人民币, e.g. 154144176 → 人民币壹佰伍拾肆万壹仟肆佰肆拾壹元柒角陆分.
 * Ends at 元 or 角 → 整; ends at 分 → no 整. A negative or fractional amount is a bug of the caller: papers refuse it first.
 */
export function rmbCapitals(fen: Fen): string {
  assert(Number.isSafeInteger(fen) && fen >= 0, 'capitals are written for whole, non-negative fen');
  const yuan = Math.floor(fen / 100);
  const jiao = Math.floor(fen / 10) % 10;
  const cent = fen % 10;
  if (fen === 0) return '人民币零元整';
  const whole = yuan > 0 ? `${yuanCapitals(yuan)}元` : '';
  if (jiao === 0 && cent === 0) return `人民币${whole}整`;
  // RMB-02: an empty 角 before a 分 needs its zero; after an empty 元 place the zero before 角 is optional and left out.
  const tenth = jiao > 0 ? `${DIGITS[jiao]}角` : whole ? '零' : '';
  return `人民币${whole}${tenth}${cent > 0 ? `${DIGITS[cent]}分` : '整'}`;
}

/** Both forms, as papers name a sum: `人民币壹佰伍拾肆万…（￥1,541,441.76）` (documents.md §2.8). */
export const amountPair = (fen: Fen): string => `${rmbCapitals(fen)}（￥${yuanGrouped(fen)}）`;

export interface ParsedCapitals {
  readonly fen: Fen;
  /** False when the text is readable but not in the standard form (圆, 正, 〇, 拾 without 壹, missing 整 …; RMB-04). */
  readonly standard: boolean;
}

const DIGIT_OF = new Map([...DIGITS].map((c, i) => [c, i] as const));
const PLACE_OF = new Map([...'拾佰仟'].map((c, i) => [c, 10 ** (i + 1)] as const));
const WORDS: Readonly<Record<string, string>> = { 圆: '元', 正: '整', 〇: '零' };

function readWhole(text: string): number | null {
  let total = 0;
  let group = 0;
  let digit: number | null = null;
  for (const char of text) {
    const value = DIGIT_OF.get(char);
    const place = PLACE_OF.get(char);
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (place !== undefined) {
      group += (digit || 1) * place;
      digit = null;
    } else if (char === '万' || char === '亿') {
      group += digit ?? 0;
      digit = null;
      if (char === '万') total += group * 10_000;
      else total = (total + group) * 100_000_000;
      group = 0;
    } else return null;
  }
  return total + group + (digit ?? 0);
}

/** The optional parts taken out or put in as rmbCapitals does: 零 before a 仟 or 角 that is there, 整 after 角 (RMB-01, 02). */
const withoutOptional = (text: string): string =>
  text
    .replace(/(?<=[万亿])零(?=[^零]仟)/g, '')
    .replace(/元零(?=[^零]角)/, '元')
    .replace(/角$/, '角整');

/** Capitals → fen, or null when the text is not an amount in capitals (RMB-04). */
export function parseRmbCapitals(text: string): ParsedCapitals | null {
  const plain = [...text.trim()].map((c) => WORDS[c] ?? c).join('');
  const match =
    /^(?:人民币)?(?:([零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+)元)?零?(?:([零壹贰叁肆伍陆柒捌玖])角)?零?(?:([零壹贰叁肆伍陆柒捌玖])分)?整?$/.exec(
      plain,
    );
  if (!match || (!match[1] && !match[2] && !match[3])) return null;
  const whole = match[1] ? readWhole(match[1]) : 0;
  if (whole === null) return null;
  const fen = whole * 100 + (DIGIT_OF.get(match[2] ?? '零') ?? 0) * 10 + (DIGIT_OF.get(match[3] ?? '零') ?? 0);
  if (!Number.isSafeInteger(fen)) return null;
  return { fen, standard: rmbCapitals(fen) === withoutOptional(text) };
}

/** Each text with and without an optional part. */
const branching = (texts: readonly string[], pattern: RegExp, other: string): string[] => [
  ...new Set(texts.flatMap((text) => [text, text.replace(pattern, other)])),
];

/**
 * The other correct forms of an amount: without 人民币, with 正 for 整, without 整 after 角, with or without the zeros
 * that RMB-02 leaves open. The form of `rmbCapitals` itself is not among them.
 */
export function capitalsAlternatives(fen: Fen): string[] {
  const standard = rmbCapitals(fen);
  const yuan = Math.floor(fen / 100);
  let texts = [standard];
  // An empty place of 万, 亿 or 元 before a filled 仟 or 角: its zero may be written or left out.
  for (const [group, value] of [
    ['万', Math.floor(yuan / 10_000)],
    ['亿', Math.floor(yuan / 100_000_000)],
  ] as const)
    if (value > 0 && value % 10 === 0) texts = branching(texts, new RegExp(`${group}(?=[^零]仟)`), `${group}零`);
  if (yuan > 0 && yuan % 10 === 0) texts = branching(texts, /元(?=[^零]角)/, '元零');
  texts = branching(texts, /角整$/, '角');
  texts = branching(texts, /整$/, '正');
  texts = branching(texts, /^人民币/, '');
  return texts.filter((text) => text !== standard);
}
