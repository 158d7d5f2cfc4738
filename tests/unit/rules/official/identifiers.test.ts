/** Identifiers that are printed in the standards themselves or in registers open to everybody. */
import { describe, expect, test } from 'vitest';
import { result } from '../support/ask';

const ID_NUMBERS: readonly (readonly [string, boolean, string])[] = [
  ['11010519491231002X', true, 'GB 11643-1999 example 1'],
  ['440524188001010014', true, 'GB 11643-1999 example 2'],
  ['110105194912310021', false, 'the same with another check character'],
];

const CREDIT_CODES: readonly (readonly [string, boolean, string])[] = [
  ['91350100M000100Y43', true, 'GB 32100-2015 example'],
  ['91350211M00013FA1N', false, 'issued in the pilot with a wrong check character (law.md USC-01)'],
];

describe('LOAN-02 identifiers', () => {
  test.each(ID_NUMBERS)('identifier/id-number %s', (value, valid) => {
    expect(result('identifier/id-number', { value })).toMatchObject({ valid });
  });
  test.each(CREDIT_CODES)('identifier/credit-code %s', (value, valid) => {
    expect(result('identifier/credit-code', { value })).toMatchObject({ valid });
  });
});
