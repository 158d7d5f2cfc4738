/** Deadline pills change tone just after 3, 10, 30 and 90 days (ui.md §5). */
import { expect, it } from 'vitest';
import { tonePill } from '../../../../renderer/features/workbench/pills';

it.each([
  ['2026-11-21', 'over'],
  ['2026-11-22', 'days3'],
  [null, 'days3'],
  ['2026-11-25', 'days3'],
  ['2026-11-26', 'days10'],
  ['2026-12-02', 'days10'],
  ['2026-12-03', 'days30'],
  ['2026-12-22', 'days30'],
  ['2026-12-23', 'days90'],
  ['2027-02-20', 'days90'],
  ['2027-02-21', 'far'],
])('%s is %s', (day, tone) => {
  expect(tonePill(day, '2026-11-22')).toBe(tone);
});
