/** Halves of a recovery code as people type and paste them (APP-02). */
import { describe, expect, it } from 'vitest';
import { grouped, halfLength, splitCode } from '../../../../renderer/features/session/recoveryInput';
import { clockText } from '../../../../renderer/features/session/useCountdown';

describe('APP-02 typing a recovery code', () => {
  it('groups what was typed as on paper, whatever stands between', () => {
    expect(grouped('abcd efgh-jkmn　pqrs')).toBe('ABCD-EFGH-JKMN-PQRS');
    expect(grouped('ABCDE')).toBe('ABCD-E');
    expect(grouped('')).toBe('');
  });

  it('counts letters and digits only', () => {
    expect(halfLength('ABCD-EFGH-JKMN-PQRS')).toBe(16);
    expect(halfLength('ABCD-EFGH')).toBe(8);
  });

  it('splits a whole code that was pasted into one field, and nothing else', () => {
    expect(splitCode('ABCD-EFGH-JKMN-PQRS\nT0V1-W2X3-Y4Z5-6789')).toEqual([
      'ABCD-EFGH-JKMN-PQRS',
      'T0V1-W2X3-Y4Z5-6789',
    ]);
    expect(splitCode('ABCD-EFGH-JKMN-PQRS')).toBeNull();
    expect(splitCode('ABCD-EFGH-JKMN-PQRS-T0V1-W2X3-Y4Z5-678')).toBeNull();
  });

  it('shows a wait in minutes and seconds', () => {
    expect([0, 9, 60, 3599].map(clockText)).toEqual(['0:00', '0:09', '1:00', '59:59']);
  });
});
