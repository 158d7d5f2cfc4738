/** Values of an address for `useUrlState`. People edit addresses: what is no such value counts as not there. */
import { isCalendarDate } from '@shared/kernel/calendarDate';

/** Of a row; links write it as a number or as text. */
export function idIn(stored: unknown): number | null {
  const id = typeof stored === 'string' ? Number(stored) : stored;
  return Number.isSafeInteger(id) && (id as number) > 0 ? (id as number) : null;
}

export const textIn = (stored: unknown): string | null => (typeof stored === 'string' && stored !== '' ? stored : null);

export const dayIn = (stored: unknown): string | null =>
  typeof stored === 'string' && isCalendarDate(stored) ? stored : null;
