/** A work plan as it is typed (TEAM-05): the months a goal may be set for. */
import { expect, test } from 'vitest';
import { monthsOf } from '../../../../renderer/features/team/planForm';

test.each([
  ['2026-10-15', '2027-01-01', ['2026-10', '2026-11', '2026-12', '2027-01']],
  ['2026-10-31', '2026-10-31', ['2026-10']],
  ['2026-10-31', '2026-09-30', []],
  [null, '2026-09-30', []],
])('TEAM-05 a plan from %s to %s has the months %s', (firstDay, lastDay, months) => {
  expect(monthsOf({ firstDay, lastDay })).toEqual(months);
});
