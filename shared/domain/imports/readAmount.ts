/** Amounts as clerks and systems write them → fen. Nothing is guessed: what is not plainly an amount is refused. */
import { type Fen, parseFen } from '../../kernel/money';
import { halfWidth } from './foldText';
import type { RawCell } from './sheet';

/** 1 元, 1,000 千元, 10,000 万元. */
export type AmountScale = 1 | 1000 | 10000;

export type AmountReading = Fen | 'blank' | 'amount-text' | 'amount-precision' | 'amount-error-cell';

const FEN_PER_UNIT: Readonly<Record<AmountScale, number>> = { 1: 100, 1000: 100_000, 10000: 1_000_000 };
const SUFFIX: Readonly<Record<string, AmountScale>> = { 元: 1, 圆: 1, 千元: 1000, 万元: 10000, 万: 10000 };
const PLAIN = /^-?\d{1,12}(?:\.\d{1,2})?$/;
const BLANK = /^(?:[-—－/]+|无|空|NULL|N\/A)?$/i;

/**
 * A number cell. Division by a power of ten is correctly rounded, so `n` holds whole fen exactly when it is the double
 * nearest to k / units. Otherwise it is sums' noise (12.340000000000001: a long expansion, off by less than 1e-9)
 * or a real fraction of a fen, which is refused.
 */
function fenOfNumber(n: number, scale: AmountScale): AmountReading {
  if (!Number.isFinite(n)) return 'amount-text';
  const units = FEN_PER_UNIT[scale];
  const fen = Math.round(n * units);
  if (!Number.isSafeInteger(fen)) return 'amount-text';
  if (fen / units === n) return fen === 0 ? 0 : fen;
  const digits = String(Math.abs(n)).replace(/e.*$/, '').replace('.', '').replace(/^0+/, '').length;
  const noise = digits >= 15 && Math.abs(fen / units - n) < 1e-9 * Math.abs(n);
  return noise ? fen : 'amount-precision';
}

/** Text with separators, full-width digits, ￥, 元/万元 in the cell, or brackets for a negative amount. */
function fenOfText(raw: string, columnScale: AmountScale): AmountReading {
  let text = halfWidth(raw).replace(/\s+/g, '');
  if (BLANK.test(text)) return 'blank';
  if (/^#(?:REF|DIV\/0|VALUE|NAME|NUM|N\/A|NULL)[!?]?$/i.test(text)) return 'amount-error-cell';
  text = text
    .replace(/^'/, '')
    .replace(/^="(.*)"$/, '$1')
    .replace(/^(-?)(?:人民币|RMB|CNY)?[¥￥]?/i, '$1');
  let negative = false;
  const bracketed = /^\((.+)\)$/.exec(text);
  if (bracketed) {
    negative = true;
    text = (bracketed[1] as string).replace(/^[¥￥]/, '');
  }
  let scale = columnScale;
  const suffix = /(千元|万元|元|圆|万)整?$/.exec(text);
  if (suffix) {
    scale = SUFFIX[suffix[1] as string] as AmountScale;
    text = text.slice(0, suffix.index);
  }
  if (text.includes(',')) {
    if (!/^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(text)) return 'amount-text';
    text = text.replaceAll(',', '');
  }
  if (/^[+-]?\.\d+$/.test(text)) text = text.replace('.', '0.');
  if (negative && /^[+-]/.test(text)) return 'amount-text';
  const fen = parseFen(text, scale);
  if (fen === 'precision') return 'amount-precision';
  if (fen === null || fen === 'range') return 'amount-text';
  return negative && fen !== 0 ? -fen : fen;
}

/**
 * Reads a cell of a column in `scale`; a 元 or 万元 written in the cell wins over the column.
 * Refusals: `amount-text`, `amount-precision` (finer than a fen), `amount-error-cell`.
 */
export function readAmount(cell: RawCell | undefined, scale: AmountScale): AmountReading {
  if (typeof cell === 'number') return fenOfNumber(cell, scale);
  if (cell === null || cell === undefined || cell === '') return 'blank';
  if (typeof cell === 'string') {
    // Twelve digits and a point: the number is exact enough for the rounding below.
    if (scale === 1 && PLAIN.test(cell)) return Math.round(Number(cell) * 100) + 0;
    return fenOfText(cell, scale);
  }
  if (typeof cell === 'boolean') return 'amount-text';
  if (cell.kind === 'formula') return readAmount(cell.value, scale);
  return cell.kind === 'error' ? 'amount-error-cell' : 'amount-text';
}
