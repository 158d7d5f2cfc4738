/**
 * Money is a whole number of fen (0.01 yuan) in a JS number; it never passes through a fraction.
 * The safe range (±90 trillion yuan) is far beyond a branch; products of money and rates use BigInt.
 */

export type Fen = number;

const AMOUNT = /^([+-])?(\d+)(?:\.(\d*))?$/;

/**
 * Exact decimal text → fen at `scale` (1 for 元, 1,000 for 千元, 10,000 for 万元).
 * null when the text is not a plain decimal; 'precision' when it is finer than a fen; 'range' when unsafe.
 */
export function parseFen(text: string, scale: 1 | 1000 | 10000 = 1): Fen | null | 'precision' | 'range' {
  const match = AMOUNT.exec(text);
  if (!match) return null;
  const [, sign, whole, fraction = ''] = match as unknown as [string, string | undefined, string, string | undefined];
  const decimals = 2 + (scale === 10000 ? 4 : scale === 1000 ? 3 : 0);
  const kept = fraction.slice(0, decimals).padEnd(decimals, '0');
  if (/[1-9]/.test(fraction.slice(decimals))) return 'precision';
  const value = Number(BigInt(whole + kept));
  if (!Number.isSafeInteger(value)) return 'range';
  return sign === '-' && value !== 0 ? -value : value;
}

/** Fen → yuan with two places and no separators, e.g. `2300.00`; the form of the command line's JSON. */
export function yuanText(fen: Fen): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Fen → yuan with thousands separators, e.g. `1,541,441.76`; the form of tables and papers. */
export function yuanGrouped(fen: Fen): string {
  const [whole, fraction] = yuanText(fen).split('.') as [string, string];
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`;
}

/** Fen → 万元 with two places, half up, and separators. Sum in fen first, convert last (documents §2.8). */
export function wanGrouped(fen: Fen): string {
  const hundredths = Math.floor((Math.abs(fen) + 5_000) / 10_000);
  return yuanGrouped(fen < 0 ? -hundredths : hundredths);
}
