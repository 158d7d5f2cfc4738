/** What a clerk types as an amount → fen, exactly: decimal text, separators, `5w` and `5万` (ui.md §4). */
import { type Fen, parseFen } from '@shared/kernel/money';

export type AmountProblem = 'not-a-number' | 'precision' | 'range' | 'negative';
export type TypedAmount = { readonly fen: Fen | null } | { readonly problem: AmountProblem };

const WAN = /[w万萬]$/i;

/** Full-width digits and signs, as an input method leaves them, to ASCII; separators, spaces and 元 go. */
function narrow(typed: string): string {
  return typed
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/。/g, '.')
    .replace(/[，,\s¥￥元]/g, '')
    .replace(/\u2212/g, '-');
}

/** Empty text → fen null. Negative amounts only where the field allows them (reversals). */
export function parseTypedAmount(typed: string, allowNegative = false): TypedAmount {
  const text = narrow(typed);
  if (text === '') return { fen: null };
  const fen = parseFen(text.replace(WAN, ''), WAN.test(text) ? 10_000 : 1);
  if (fen === null) return { problem: 'not-a-number' };
  if (typeof fen === 'string') return { problem: fen };
  if (fen < 0 && !allowNegative) return { problem: 'negative' };
  return { fen };
}
