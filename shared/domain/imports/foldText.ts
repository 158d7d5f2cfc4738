/** Folding of text for comparison only: what is stored stays as written. */

const FULL_WIDTH = /[\uff01-\uff5e]/g;
/** What folding touches: spaces and invisible characters, full-width forms, brackets of every kind. */
const FOLDABLE = /[\s\u200b-\u200d\ufeff\u3000\uff01-\uff5e[\]【】〔〕﹝﹞「」]/g;
/** Nothing to fold: plain Han characters, digits and upper case. */
const FOLDED = /^[\u4e00-\u9fff0-9A-Z]*$/;
/** The usual contract number: only its full-width brackets need folding. */
const BRACKETS_ONLY = /^[\u4e00-\u9fff0-9A-Z()（）-]*$/;

function foldCharacter(character: string): string {
  if ('（［【〔﹝「['.includes(character)) return '(';
  if ('）］】〕﹞」]'.includes(character)) return ')';
  const code = character.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : '';
}

/** Full-width forms (and the ideographic space) → ASCII. */
export const halfWidth = (text: string): string =>
  text.replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ');

/** Width, brackets, case and spaces folded away: 青石（2008）字 = 青石[2008] 字. Names, units and words are compared so. */
export function foldText(text: string): string {
  if (FOLDED.test(text)) return text;
  if (BRACKETS_ONLY.test(text)) return text.replaceAll('（', '(').replaceAll('）', ')');
  return text.replace(FOLDABLE, foldCharacter).toUpperCase();
}

/**
 * The key under which contracts are matched between lists: brackets （）()[]【】〔〕 and width folded, upper case, no spaces,
 * dashes of any length as one hyphen.
 */
export function contractKey(contractNo: string): string {
  if (FOLDED.test(contractNo)) return contractNo;
  return foldText(contractNo).replace(/[‐-―−]/g, '-');
}
