/** Values, findings and figures of the form: pure parts of the editor (LIT-01, G-STALE). */
import type { MissingItem } from '@shared/contract/documents.contract';
import { describe, expect, it } from 'vitest';
import { fromBase64 } from '../../../../renderer/features/documents/base64';
import { isTyped, usableSuggestion } from '../../../../renderer/features/documents/effectiveValue';
import { figureChanges } from '../../../../renderer/features/documents/figureChanges';
import { findingLines, isSaidByMark } from '../../../../renderer/features/documents/findings';
import { cellOf, isAboutFile } from '../../../../renderer/features/documents/formFocus';

const finding = (id: string, code: string, subject: string | null = null): MissingItem => ({
  id,
  code,
  subject,
  section: '1',
  severity: 'block',
  gate: 'G-SHORT',
});

describe('effective value', () => {
  it('counts blank text as nothing typed and an emptied table as typed', () => {
    expect([undefined, '', '  ', '甲', [], false].map(isTyped)).toEqual([false, false, false, true, true, true]);
  });

  it('uses a suggestion only where it says something', () => {
    expect([null, '', [], 3, '金融借款合同纠纷'].map(usableSuggestion)).toEqual([
      null,
      null,
      null,
      null,
      '金融借款合同纠纷',
    ]);
  });
});

describe('findings', () => {
  it('reads the cell that a finding is about', () => {
    expect(cellOf(finding('limitation', 'field-missing', '12.expiry'))).toEqual({ row: 12, column: 'expiry' });
    expect(cellOf(finding('claims', 'security-not-claimed', '房产（2.5亩）'))).toBeNull();
  });

  it('tells findings about the file from findings about fields', () => {
    expect([finding('party', 'party-incomplete'), finding('court', 'field-missing')].map(isAboutFile)).toEqual([
      true,
      false,
    ]);
  });

  it('says the same finding of several rows once', () => {
    const items = ['1.level', '2.level', '2.note', '3.level'].map((cell) => finding('risks', 'field-missing', cell));
    const lines = findingLines([...items, finding('court', 'field-missing')]);
    expect(lines.map(({ item, rows }) => [item.subject, rows])).toEqual([
      ['1.level', 3],
      ['2.note', 1],
      [null, 1],
    ]);
  });

  it('leaves what a mark already says to the mark', () => {
    expect(isSaidByMark(finding('court', 'field-missing'))).toBe(true);
    expect(isSaidByMark(finding('risks', 'field-missing', '1.level'))).toBe(true);
    expect(isSaidByMark(finding('claims', 'field-missing'))).toBe(false);
    expect(isSaidByMark(finding('court', 'text-too-long'))).toBe(false);
  });
});

describe('G-STALE figures that an update of the file changed', () => {
  const figure = (label: string, value: string) => ({ label, value, source: '贷款台账', asOf: '2026-10-31' });

  it('lists changed, new and vanished figures and nothing else', () => {
    const before = [figure('甲 尚欠本金', '100.00'), figure('甲 发放本金', '200.00'), figure('乙 尚欠本金', '5.00')];
    const after = [figure('甲 尚欠本金', '90.00'), figure('甲 发放本金', '200.00'), figure('2026-11-02 收回', '10.00')];
    expect(figureChanges(before, after)).toEqual([
      { label: '甲 尚欠本金', before: '100.00', after: '90.00' },
      { label: '乙 尚欠本金', before: '5.00', after: null },
      { label: '2026-11-02 收回', before: null, after: '10.00' },
    ]);
  });

  it('keeps figures of the same label apart', () => {
    const day = '2026-10-12 收回';
    expect(figureChanges([figure(day, '1.00')], [figure(day, '1.00'), figure(day, '2.00')])).toEqual([
      { label: `${day} (2)`, before: null, after: '2.00' },
    ]);
  });
});

describe('base64', () => {
  it('gives the bytes back', () => {
    expect([...fromBase64('JVBERgD/')]).toEqual([37, 80, 68, 70, 0, 255]);
  });
});
