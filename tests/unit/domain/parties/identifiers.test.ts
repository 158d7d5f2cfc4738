/** Identity numbers, credit codes, masks (law.md ID-01 to ID-03, USC-01; LOAN-02). */
import {
  creditCheckCharacter,
  creditCodeValid,
  organisationCodeValid,
  organisationNumberName,
} from '@shared/domain/parties/creditCode';
import { classifyIdentifier, type IdentifierHints } from '@shared/domain/parties/identifier';
import { ageAt, idCheckCharacter, lengthenIdNumber, readIdNumber } from '@shared/domain/parties/idNumber';
import { maskIdNumber, maskPhone } from '@shared/domain/parties/mask';
import { decidePartyKind } from '@shared/domain/parties/partyKind';
import { regionMayExist } from '@shared/domain/parties/regionCodes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const HINTS: IdentifierHints = { statedType: null, organisation: false, asOf: '2026-10-31' };
const codes = (text: string, hints = HINTS) => classifyIdentifier(text, hints).findings.map((f) => f.code);
const withCheck = (digits: string): string => digits + idCheckCharacter(digits);

describe('LOAN-02 identity numbers', () => {
  // GB 11643-1999, example of the standard's annex.
  it('computes the check character', () => {
    expect(idCheckCharacter('11010519491231002')).toBe('X');
    expect(readIdNumber('11010519491231002X', null)).toMatchObject({
      birthDate: '1949-12-31',
      sex: 'female',
      findings: [],
    });
  });

  it('notices every single wrong digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const id = '51222619750217967';
        const other = id.slice(0, at) + ((Number(id[at]) + by) % 10) + id.slice(at + 1);
        expect(idCheckCharacter(other)).not.toBe(idCheckCharacter(id));
      }),
    );
  });

  it.each([
    ['51222619750217967', ['id-length']],
    ['512226197502179679', []],
    ['512226197502179678', ['id-checksum']],
    [withCheck('51222619700230901'), ['id-birthdate']],
    [withCheck('51222619700228901'), []],
    [withCheck('51222620261101901'), ['id-birthdate']],
    [withCheck('51222620261031901'), []],
    [withCheck('51222618790101901'), ['id-birthdate']],
    ['5.12226E+17', ['id-scientific']],
    [withCheck('99010119700101901'), ['id-region-unknown']],
    ['５１２２２６１９７５０２１７９６７９', ['id-fullwidth']],
    ['512226 19750217 9679', ['id-spaces']],
    ['512226750217967', ['id-15']],
    ['512226197502179', ['id-birthdate']],
    ['无', []],
    ['E12345678', []],
  ])('%s → %j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('lengthens 15 digits, with the century of 996–999', () => {
    expect(lengthenIdNumber('512226750217967')).toBe('512226197502179679');
    expect(lengthenIdNumber('512226950217998').slice(6, 14)).toBe('18950217');
  });

  it('folds case silently', () => {
    expect(classifyIdentifier('11010519491231002x', HINTS)).toMatchObject({ idNo: '11010519491231002X', findings: [] });
  });

  it('knows abolished codes and refuses to know impossible ones', () => {
    const known = ['512226', '500236', '110101', '429004', '445102', '659001', '810000', '911156', '310230', '522701'];
    expect(known.filter((c) => !regionMayExist(c))).toEqual([]);
    const unknown = ['990101', '000000', '160101', '500400', '510000', '112101', '519901', '820001', '447101'];
    expect(unknown.filter(regionMayExist)).toEqual([]);
  });

  it('counts whole years', () => {
    expect([ageAt('2001-03-05', '2019-03-04'), ageAt('2001-03-05', '2019-03-05')]).toEqual([17, 18]);
    expect([ageAt('2000-02-29', '2018-02-28'), ageAt('2000-02-29', '2018-03-01')]).toEqual([17, 18]);
  });
});

describe('LOAN-02 organisations', () => {
  it('checks credit codes and lets early ones pass with a warning', () => {
    expect(creditCodeValid('91350211M00013FA1N')).toBe(false);
    expect(creditCheckCharacter('91350211M00013FA1')).toBe('3');
    expect(classifyIdentifier('91350211M00013FA1N', HINTS)).toMatchObject({
      idKind: 'credit-code',
      idNo: '91350211M00013FA1N',
      findings: [{ severity: 'warn', code: 'uscc-checksum' }],
    });
    const digits = '91500236700000001';
    expect(codes(digits + creditCheckCharacter(digits))).toEqual([]);
  });

  it('credit codes of digits only are not identity numbers', () => {
    for (let n = 700_000_000; n < 700_000_100; n++) {
      const code = `91500236${n}`.slice(0, 17);
      const check = creditCheckCharacter(code);
      if (!/\d/.test(check)) continue;
      expect(classifyIdentifier(code + check, { ...HINTS, organisation: true }).idKind).toBe('credit-code');
    }
  });

  it.each([
    ['91500236MA00000158', '统一社会信用代码'],
    ['500236000100053', '营业执照注册号'],
    ['20840137-6', '组织机构代码'],
    ['208401376', '组织机构代码'],
    ['', '统一社会信用代码'],
  ])('a paper calls %s a %s (USC-02)', (code, name) => {
    expect(organisationNumberName(code)).toBe(name);
  });

  it('business licences and organisation codes', () => {
    expect(classifyIdentifier('500236000012345', { ...HINTS, organisation: true }).idKind).toBe('business-licence');
    expect(classifyIdentifier('500236000012345', { ...HINTS, statedType: '营业执照' }).idKind).toBe('business-licence');
    expect(codes('500236000012345')).toEqual(['id-birthdate']);
    expect(organisationCodeValid('D2143569X')).toBe(true);
    expect(classifyIdentifier('D2143569-X', HINTS)).toMatchObject({
      idKind: 'organisation-code',
      idNo: 'D2143569X',
      findings: [],
    });
    expect(codes('D2143569-1', { ...HINTS, statedType: '组织机构代码' })).toEqual(['uscc-checksum']);
  });

  it('decides the kind of party by type, identifier, name', () => {
    expect(decidePartyKind('某某茶厂', null, '自然人')).toBe('person');
    expect(decidePartyKind('青石镇竹园村茶厂', null, null)).toBe('organisation');
    expect(decidePartyKind('王中心', 'id-number', null)).toBe('person');
    expect(decidePartyKind('王小明', 'credit-code', null)).toBe('organisation');
    expect(decidePartyKind('王小明', null, null)).toBe('person');
  });
});

describe('masks', () => {
  it.each([
    ['maskIdNumber', maskIdNumber, '512226197502171234', '512226********1234'],
    ['maskPhone', maskPhone, '13812345678', '138****5678'],
    ['maskPhone', maskPhone, '', ''],
  ])('%s of %#', (_, mask, value, shown) => {
    expect(mask(value)).toBe(shown);
  });

  it('never shows a whole value', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{1,20}$/), (value) => {
        for (const mask of [maskIdNumber, maskPhone]) expect(mask(value)).toContain('*');
      }),
    );
  });
});
