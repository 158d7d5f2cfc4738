/** Registers of targets say what the screen says (ui.md: print what you see). */
import { SOURCES } from '@shared/domain/targets/sources';
import { STEPS } from '@shared/domain/targets/steps';
import { STEP_WORD, TARGET_COLUMNS } from '@shared/domain/targets/targetRegisters';
import { expect, it } from 'vitest';
import words from '../../../../resources/locales/zh-CN/targets.json';

it('TEAM-03 the nine steps by the names of the screen', () => {
  for (const step of STEPS) expect(STEP_WORD[step]).toBe((words.step as Record<string, string>)[step]);
});

it('TEAM-02 every source has a word on paper', () => {
  const column = TARGET_COLUMNS.find(({ title }) => title === '来源渠道');
  for (const source of SOURCES) expect(column?.cell({ source } as never, 0)).toMatch(/\p{Script=Han}/u);
});
