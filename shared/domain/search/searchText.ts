/**
 * Search by any part of a text, two characters or more (LOAN-05). A text is indexed by its grams: every pair of
 * neighbouring characters except two digits, and every run of three digits. A query's grams narrow the rows;
 * the text itself then decides, so there is no false hit and no miss.
 */

/** Separates fields within a search text; a query never holds it, so no hit spans two fields. */
const FIELD_BREAK = '\n';
const BREAK_CODE = 10;
/** In place of a code point before the beginning of a field. */
const NONE = -1;

const FULL_WIDTH = /[！-～]/g;
/** Nothing to fold: most names, numbers and addresses. */
const FOLDED = /^[\u4e00-\u9fff0-9a-z]*$/;
/** The usual contract number and address: only full-width brackets need folding. */
const BRACKETS_ONLY = /^[\u4e00-\u9fff0-9a-z()（）-]*$/;

/** Width, case, brackets, dashes and spaces folded alike for texts and queries, as the keys of contracts fold them. */
export function foldForSearch(text: string): string {
  if (FOLDED.test(text)) return text;
  if (BRACKETS_ONLY.test(text)) return text.replaceAll('（', '(').replaceAll('）', ')');
  return text
    .normalize('NFC')
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[[〔【﹝「]/g, '(')
    .replace(/[\]〕】﹞」]/g, ')')
    .replace(/[‐-―−]/g, '-')
    .replace(/[\s\u3000]+/g, '')
    .toLowerCase();
}

/** The folded fields of a row as one text. */
export function searchTextOf(fields: readonly (string | null | undefined)[]): string {
  return fields
    .filter((field): field is string => typeof field === 'string' && field !== '')
    .map(foldForSearch)
    .join(FIELD_BREAK);
}

const ZERO = 48;
const isDigit = (code: number) => code >= ZERO && code <= 57;

/** Every run of three digits as an index token. */
const TRIPLES = Array.from({ length: 1000 }, (_, value) => `${String(value).padStart(3, '0')} `);

/**
 * Tokens of the index consist of ASCII letters and digits only, so that no tokenizer can split or fold them: `g` and the
 * first code point, `z` and the second, in base 36. Common pairs are kept: an import writes the same ones all the time.
 */
const pairs = new Map<number, string>();
const PAIRS_KEPT = 50_000;
/** Code points of one UTF-16 unit: a pair of them fits 32 bits, which a map finds fastest. */
const ONE_UNIT = 0xffff;

function pairToken(first: number, second: number): string {
  if (first > ONE_UNIT || second > ONE_UNIT) return newToken(first, second);
  const key = (first << 16) | second;
  const known = pairs.get(key);
  if (known !== undefined) return known;
  const token = newToken(first, second);
  if (pairs.size < PAIRS_KEPT) pairs.set(key, token);
  return token;
}

const newToken = (first: number, second: number): string => `g${first.toString(36)}z${second.toString(36)} `;

/** What the index holds for a folded text: its grams, a space after each, one that occurs twice written twice. */
export function gramText(folded: string): string {
  let text = '';
  let first = NONE;
  let second = NONE;
  for (let at = 0; at < folded.length; at += 1) {
    const third = folded.codePointAt(at) as number;
    if (third > 0xffff) at += 1;
    if (third === BREAK_CODE) {
      first = second = NONE;
      continue;
    }
    if (!isDigit(second) || !isDigit(third)) {
      if (second !== NONE) text += pairToken(second, third);
    } else if (isDigit(first)) text += TRIPLES[(first - ZERO) * 100 + (second - ZERO) * 10 + third - ZERO];
    first = second;
    second = third;
  }
  return text;
}

/** The distinct grams of a folded query: what the index text of its hits must contain. */
export function grams(folded: string): string[] {
  const text = gramText(folded).trimEnd();
  return text === '' ? [] : [...new Set(text.split(' '))];
}
