/** Days in Chinese numerals, as court papers and agreements date themselves (documents.md §2.7). */
import { type CalendarDate, dateParts } from './calendarDate';

const DIGITS = '〇一二三四五六七八九';

/** 1 to 99: 九, 十, 二十六. */
export function chineseCount(count: number): string {
  const tens = Math.floor(count / 10);
  const ones = count % 10;
  const high = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return `${high}${ones === 0 && tens > 0 ? '' : DIGITS[ones]}`;
}

/** 二〇二六年十月十二日 */
export function chineseDate(date: CalendarDate): string {
  const { year, month, day } = dateParts(date);
  const figures = [...String(year)].map((digit) => DIGITS[Number(digit)]).join('');
  return `${figures}年${chineseCount(month)}月${chineseCount(day)}日`;
}
