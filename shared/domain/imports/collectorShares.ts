/** Who collected a receipt and with what share: `张三60%、李四40%` → millionths. */
import { WHOLE_PPM } from '../receipts/shares';
import { joinName } from './cleanText';
import { halfWidth } from './foldText';
import type { CollectorShare } from './records';

const PART = /^(.+?)[\s:：(-]*(\d{1,3}(?:\.\d{1,4})?)\s*(?:[%％]\)?|\)?)$/;

/**
 * The shares of one cell. A single name without a figure has all of it; several must each have one. Somebody who is named twice (王 某 is
 * 王某) has both shares.
 * Refuses `shares-not-100` when they do not add up to exactly 100 %, or cannot be read.
 */
export function readShares(text: string): readonly CollectorShare[] | 'shares-not-100' {
  const parts = halfWidth(text)
    .split(/[、,;，；\n+/]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const only = parts.length === 1 ? (parts[0] as string) : null;
  if (only !== null && !/\d/.test(only)) return [{ name: joinName(only).name, ppm: WHOLE_PPM }];
  const shares = new Map<string, number>();
  for (const part of parts) {
    const match = PART.exec(part);
    if (!match) return 'shares-not-100';
    const [whole = '', fraction = ''] = (match[2] as string).split('.');
    const { name } = joinName((match[1] as string).trim());
    shares.set(name, (shares.get(name) ?? 0) + Number(whole + fraction.padEnd(4, '0')));
  }
  const all = [...shares].map(([name, ppm]) => ({ name, ppm }));
  return all.reduce((sum, { ppm }) => sum + ppm, 0) === WHOLE_PPM ? all : 'shares-not-100';
}
