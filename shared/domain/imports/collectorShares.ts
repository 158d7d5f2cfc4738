/** Who collected a receipt and with what share: `张三60%、李四40%` → millionths. */
import { WHOLE_PPM } from '../receipts/shares';
import { halfWidth } from './foldText';
import type { CollectorShare } from './records';

const PART = /^(.+?)[\s:：(-]*(\d{1,3}(?:\.\d{1,4})?)\s*(?:[%％]\)?|\)?)$/;

/**
 * The shares of one cell. A single name without a figure has all of it; several must each have one.
 * Refuses `shares-not-100` when they do not add up to exactly 100 %, or cannot be read.
 */
export function readShares(text: string): readonly CollectorShare[] | 'shares-not-100' {
  const parts = halfWidth(text)
    .split(/[、,;，；\n+/]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const only = parts.length === 1 ? (parts[0] as string) : null;
  if (only !== null && !/\d/.test(only)) return [{ name: only, ppm: WHOLE_PPM }];
  const shares: CollectorShare[] = [];
  for (const part of parts) {
    const match = PART.exec(part);
    if (!match) return 'shares-not-100';
    const [whole = '', fraction = ''] = (match[2] as string).split('.');
    shares.push({ name: (match[1] as string).trim(), ppm: Number(whole + fraction.padEnd(4, '0')) });
  }
  return shares.reduce((sum, share) => sum + share.ppm, 0) === WHOLE_PPM ? shares : 'shares-not-100';
}
