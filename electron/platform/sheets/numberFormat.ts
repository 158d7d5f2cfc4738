/** Whether a number format shows a calendar date: the only way a workbook tells dates from amounts. */

/** Built-in formats that show a date; 27–36 and 50–58 do so in Chinese versions of Excel (ECMA-376 part 1, 18.8.30). */
const BUILT_IN = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** Format code as in the file, e.g. `yyyy"年"m"月"d"日";@`. A pure time of day is no date. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.has(id);
  const shown = code
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .replace(/am\/pm|a\/p|general/gi, '')
    .toLowerCase();
  return /[yd]/.test(shown) || (shown.includes('m') && !/[hs]/.test(shown));
}
