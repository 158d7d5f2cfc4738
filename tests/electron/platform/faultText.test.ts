/** Logs carry no personal data (R12): what an error quotes is cut out, where it happened stays. */
import { assert } from '@shared/kernel/assert';
import { describe, expect, it } from 'vitest';
import { faultText } from '../../../electron/platform/faultText';

function thrown(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return faultText(error);
  }
  throw new Error('nothing was thrown');
}

describe('R12 an error in the log', () => {
  it('quotes nothing of the text that could not be read', () => {
    const text = thrown(() => JSON.parse('{"name": 张三丰, "id": 512226194403189114}'));
    expect(text).toContain('SyntaxError');
    expect(text).toContain('faultText.test.ts');
    expect(text).not.toMatch(/张|512226/);
  });

  it('keeps our own words', () => {
    expect(thrown(() => assert(false, 'a household has its borrower'))).toContain('a household has its borrower');
  });

  it('takes anything that can be thrown', () => {
    expect(faultText('欧阳雪 51222619440526910X 13812345678')).toBe('… # #');
    expect(faultText(undefined)).toBe('undefined');
  });
});
