/** Suspension and relief of interest: the edges (REC-12, B1 §19). */
import { type MeasureDraft, measureProblems } from '@shared/domain/receipts/interestMeasure';
import { expect, it } from 'vitest';

const TODAY = '2026-11-22';
const codes = (given: Partial<MeasureDraft>) =>
  measureProblems(
    { measure: 'partial-suspension', amount: 40_000, investigators: ['甲', '乙'], until: null, ...given },
    50_000,
    TODAY,
  ).map(({ code }) => code);

it.each<[string, Partial<MeasureDraft>, string[]]>([
  ['a part', {}, []],
  ['all that is owed', { measure: 'full-suspension', amount: 50_000 }, []],
  ['a full suspension of less', { measure: 'full-suspension', amount: 49_999 }, ['measure-not-all']],
  ['relief of all', { measure: 'relief', amount: 50_000 }, []],
  ['a fen more than is owed', { measure: 'relief', amount: 50_001 }, ['measure-exceeds-interest']],
  ['one investigator named twice', { investigators: ['甲', '甲'] }, ['measure-investigators']],
  ['until tomorrow', { until: '2026-11-23' }, []],
  ['until today', { until: TODAY }, ['measure-until-past']],
])('%s', (_, given, expected) => {
  expect(codes(given)).toEqual(expected);
});
