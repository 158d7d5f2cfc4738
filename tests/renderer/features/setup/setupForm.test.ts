/** The set-up assistant's values become one command; refusals lead to the step that repairs them. */
import { setupInput as contractInput } from '@shared/contract/session.contract';
import { describe, expect, it } from 'vitest';
import { type SetupForm, setupInput, stepOfRefusal, unitLines } from '../../../../renderer/features/setup/setupForm';

const PERSON = { name: ' wang ', display: '王经办', password: 'Qingshou-2026', repeat: 'Qingshou-2026' };
const FORM: SetupForm = {
  dataDir: '"D:\\清收数据"',
  bank: { name: '奉节县某支行 ', creditCode: '91500236ma' },
  mark: '奉支',
  units: [{ name: '青石分理处', mark: '青石', level: 'sub-branch' }, { name: ' ' }],
  series: { 论: 13 },
  administrator: { ...PERSON, name: 'admin', display: '李管理' },
  user: { ...PERSON, unit: '青石分理处', roles: ['clerk'] },
};

describe('unit lines pasted from a table', () => {
  it('takes a name and its mark behind a tab, a comma or spaces', () => {
    expect(unitLines('青石分理处\t青石\r\n红岩分理处,红岩\n\n白水分理处  白水\n信贷部')).toEqual([
      { name: '青石分理处', mark: '青石', level: 'sub-branch' },
      { name: '红岩分理处', mark: '红岩', level: 'sub-branch' },
      { name: '白水分理处', mark: '白水', level: 'sub-branch' },
      { name: '信贷部', mark: '', level: 'department' },
    ]);
  });
});

describe('setupInput', () => {
  it('fits the contract, without empty lines, quotes and spaces', () => {
    const input = setupInput(FORM);
    expect(contractInput.safeParse(input).success).toBe(true);
    expect(input.dataDir).toBe('D:\\清收数据');
    expect(input.bank).toMatchObject({ name: '奉节县某支行', creditCode: '91500236MA', address: '' });
    expect(input.units).toEqual([{ name: '青石分理处', mark: '青石', level: 'sub-branch' }]);
    expect(input.series).toEqual({ 论: { next: 13 } });
    expect(input.users).toEqual([
      { name: 'wang', display: '王经办', unit: '青石分理处', roles: ['clerk'], password: 'Qingshou-2026' },
    ]);
  });

  it('never sends the repeated password', () => {
    expect(JSON.stringify(setupInput(FORM))).not.toContain('repeat');
  });
});

describe('stepOfRefusal', () => {
  it.each([
    ['folder-not-empty', 'folder'],
    ['setup-exists', 'folder'],
    ['unit-exists', 'bank'],
    ['user-exists', 'people'],
    ['password-weak', 'people'],
    ['invalid-input', 'bank'],
  ])('%s is repaired on %s', (code, step) => expect(stepOfRefusal(code)).toBe(step));
});
