/** How a loan and a receipt stand in the reward table (B2 §30(1)), read from the words of the core banking system. */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { RecoveryForm } from '../receipts/channels';
import { formationDay } from '../targets/responsibility';
import type { Exclusion, LoanClass } from './rewardSheet';

export interface RewardLoan {
  readonly nplDate: CalendarDate | null;
  readonly dueDate: CalendarDate | null;
  readonly extendedDueDate: CalendarDate | null;
  readonly fourLevel: string | null;
  readonly sheetStatus: string | null;
  readonly offBalanceDate: CalendarDate | null;
}

/** `on`: the day of the receipt; a loan that left the balance sheet later was ordinary then. */
export function statusOn({ sheetStatus, offBalanceDate }: RewardLoan, on: CalendarDate): LoanClass['status'] {
  if (sheetStatus === null || (offBalanceDate !== null && offBalanceDate > on)) return 'ordinary';
  if (/票据/.test(sheetStatus)) return 'bill-swapped';
  return /核销/.test(sheetStatus) ? 'written-off' : 'ordinary';
}

/** Only 呆滞 and 呆账 are rewarded; 正常 and 逾期 are not in the table. What was written off was 呆账, whatever list it stands in now. */
export function loanClass(loan: RewardLoan, on: CalendarDate): LoanClass | Exclusion {
  const formedOn = formationDay(loan);
  if (formedOn === null) return 'formation-unknown';
  const status = statusOn(loan, on);
  const form = status === 'written-off' ? '呆账' : loan.fourLevel;
  if (form !== '呆滞' && form !== '呆账') return 'form-unrewarded';
  return { formedOn, form, status };
}

const NEW_FOR_OLD = /借新还旧|收旧放新|重组|转据|换据|展期|置换/;
const IN_KIND = /以物|抵债|实物|折价/;

/** Cash, or things that were turned into cash; `form` null: imported. A thing taken counts when it is sold. */
export function moneyFault(method: string | null, form: RecoveryForm | null): Exclusion | null {
  const word = method ?? '';
  if ((form !== null && form !== 'money') || NEW_FOR_OLD.test(word)) return 'not-money';
  return IN_KIND.test(word) && !/变现/.test(word) ? 'not-realised' : null;
}

/** Money from a thing that was sold is a column of its own on the sheet. */
export const isRealised = (method: string | null): boolean => /变现|拍卖/.test(method ?? '');
