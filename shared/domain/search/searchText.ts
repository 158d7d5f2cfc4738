/**
 * Search by any part of a text, two characters or more (LOAN-05). A text is indexed by its grams: every pair of
 * neighbouring characters except two digits, and every run of three digits. A query's grams narrow the rows;
 * the text itself then decides, so there is no false hit and no miss.
 */

/** Separates fields within a search text; a query never holds it, so no hit spans two fields. */
const FIELD_BREAK = '\n';

const FULL_WIDTH = /[！-～]/g;

/** Width, case, brackets and spaces folded alike for texts and queries. */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFC')
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[〔【［]/g, '(')
    .replace(/[〕】］]/g, ')')
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

const isDigit = (code: number) => code >= 48 && code <= 57;

/** A gram as an index token: ASCII letters and digits only, so that no tokenizer can split or fold it. */
function token(codes: readonly number[]): string {
  return codes.every(isDigit) ? String.fromCharCode(...codes) : `g${codes.map((code) => code.toString(36)).join('z')}`;
}

/** The distinct grams of a folded text; of a query the same function gives what its hits must contain. */
export function grams(folded: string): string[] {
  const found = new Set<string>();
  for (const field of folded.split(FIELD_BREAK)) {
    const codes = Array.from(field, (character) => character.codePointAt(0) as number);
    for (let at = 0; at + 1 < codes.length; at += 1) {
      const [a, b, c] = [codes[at] as number, codes[at + 1] as number, codes[at + 2]];
      if (!isDigit(a) || !isDigit(b)) found.add(token([a, b]));
      else if (c !== undefined && isDigit(c)) found.add(token([a, b, c]));
    }
  }
  return [...found];
}
