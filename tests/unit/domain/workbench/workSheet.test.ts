/** The day's work sheet (S02): what a person typed is masked, numbers of contracts are not, a step is called by its name. */
import { STEP_TITLES } from '@shared/domain/measures/conductSteps';
import { WORK_KINDS, type WorkKind } from '@shared/domain/workbench/workItem';
import { KIND_WORD, SHEET_COLUMNS, type SheetRow } from '@shared/domain/workbench/workSheet';
import { expect, it, test } from 'vitest';
import words from '../../../../resources/locales/zh-CN/workbench.json';

const cell = (kind: WorkKind, what: string, postponed: SheetRow['postponed'] = null) =>
  SHEET_COLUMNS.find(({ title }) => title === '内容')?.cell(
    { kind, what, postponed, span: 'today', day: null, borrower: null, amount: null, responsible: null, unit: null },
    0,
  );

test.each([
  ['next-contact', '再打13800001111', '再打138****1111'],
  ['liability', '500236042014000004', '500236042014000004'],
  ['step', 'deduct-account', STEP_TITLES['deduct-account']],
] as const)('%s: %s', (kind, what, shown) => expect(cell(kind, what)).toBe(shown));

it('S02 says which day an item had before it was put off', () => {
  const shown = cell('measure', '面谈', { from: '2026-11-20', times: 2 });
  expect(shown).toBe('面谈（原期限2026-11-20，已延后2次）');
});

it('S02 calls what is to be done as the bench does', () => {
  for (const kind of WORK_KINDS) expect(KIND_WORD[kind]).toBe((words.kind as Record<string, string>)[kind]);
});
