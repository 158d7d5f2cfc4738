/** Court fees by the tariff of the day on which the case or the application was accepted (law.md §4). All in exact fen. */
import type { CalendarDate } from '../../kernel/calendarDate';
import { type Exact, lesser, times, whole } from '../../kernel/exact';
import { type Fen, yuanText } from '../../kernel/money';
import type { Inquiry, TraceInputs } from '../../rules/inquiry';

/** 诉讼费用交纳办法 13; `name` is the fact that the trace shows as the amount. */
function tariff(inquiry: Inquiry, amount: Fen, acceptedOn: CalendarDate, name: string): Exact {
  return inquiry.tiers('court-fee/acceptance', acceptedOn, whole(amount), { [name]: yuanText(amount) }).amount;
}

/** Halved once only, however many grounds there are (民诉法解释 206). */
export function acceptanceFee(inquiry: Inquiry, claim: Fen, acceptedOn: CalendarDate, halved: boolean): Exact {
  const fee = tariff(inquiry, claim, acceptedOn, 'claimAmount');
  if (!halved) return fee;
  return times(fee, inquiry.values('court-fee/half', acceptedOn, { halved }).exact('share'));
}

/** `amount` null: the application concerns no amount, which costs as much as the lowest band. */
export function preservationFee(inquiry: Inquiry, amount: Fen | null, acceptedOn: CalendarDate): Exact {
  const inputs: TraceInputs = { amount: amount === null ? null : yuanText(amount) };
  return inquiry.tiers('court-fee/preservation', acceptedOn, whole(amount ?? 0), inputs).amount;
}

export function enforcementFee(inquiry: Inquiry, amount: Fen, acceptedOn: CalendarDate): Exact {
  return inquiry.tiers('court-fee/enforcement', acceptedOn, whole(amount), { amount: yuanText(amount) }).amount;
}

export function paymentOrderFee(inquiry: Inquiry, claim: Fen, acceptedOn: CalendarDate): Exact {
  const share = inquiry.values('court-fee/payment-order', acceptedOn).exact('share');
  return times(tariff(inquiry, claim, acceptedOn, 'claimAmount'), share);
}

export function bankruptcyFee(inquiry: Inquiry, estate: Fen, acceptedOn: CalendarDate): Exact {
  const rule = inquiry.values('court-fee/bankruptcy', acceptedOn);
  const fee = times(tariff(inquiry, estate, acceptedOn, 'estateAmount'), rule.exact('share'));
  return lesser(fee, whole(rule.fen('cap')));
}
