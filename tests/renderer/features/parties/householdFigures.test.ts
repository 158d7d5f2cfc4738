/** What the household file derives from the server's answer (ARC-01): unknown stays unknown, reversals stay visible. */
import { detailParts } from '@shared/domain/audit/detailParts';
import { describe, expect, it } from 'vitest';
import {
  classesOf,
  classStrip,
  firstDue,
  latestAppraisal,
  monthsByYear,
  type Receipt,
  receivedTotals,
  reversedNumbers,
  signatories,
} from '../../../../renderer/features/parties/householdFigures';
import { otherHouseholds } from '../../../../renderer/features/parties/otherHouseholds';
import { groupHits, householdOf, idTail, type PartyHit } from '../../../../renderer/features/parties/searchGroups';

describe('household figures', () => {
  it('name the worst class first, fine levels in place of the five', () => {
    const loan = (fiveLevel: string | null, fineLevel: string | null = null) => ({ fiveLevel, fineLevel });
    expect(
      classesOf([loan('次级', '次级一级'), loan('损失', '损失级'), loan('正常'), loan(null), loan('正常')]),
    ).toEqual(['损失级', '次级一级', '正常']);
  });

  it('take the extended day for the due day and know when there is none', () => {
    expect(
      firstDue([
        { dueDate: '2019-01-01', extendedDueDate: '2020-01-01' },
        { dueDate: '2019-06-01', extendedDueDate: null },
      ]),
    ).toBe('2019-06-01');
    expect(firstDue([{ dueDate: null, extendedDueDate: null }])).toBeNull();
  });

  it('REC-10 net a reversal against what it reverses, and mark both', () => {
    const receipt = {
      id: 1,
      receiptNo: 'A',
      receivedOn: '2025-09-01',
      contract: 'c',
      method: null,
      payer: null,
      costs: 0,
      shares: [],
      voucherNo: null,
      remark: null,
    };
    const receipts: Receipt[] = [
      { ...receipt, principal: 76_900, interest: 0, reverses: null },
      { ...receipt, id: 2, receiptNo: 'B', principal: -76_900, interest: 0, reverses: 'A' },
    ];
    expect(receivedTotals(receipts)).toEqual({ principal: 0, interest: 0 });
    expect([...reversedNumbers(receipts)]).toEqual(['A']);
  });

  it('LOAN-08 put month-ends into one strip per contract, gaps left open', () => {
    const entry = (month: string, contract: string) => ({ month, contract, balance: 1, fiveLevel: '次级' });
    const { months, contracts } = classStrip([entry('2026-10', 'b'), entry('2025-12', 'b'), entry('2026-10', 'a')]);
    expect(months).toEqual(['2025-12', '2026-10']);
    expect(contracts.map(({ contract, byMonth }) => [contract, byMonth.size])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(monthsByYear(months)).toEqual([
      { year: '2025', months: ['2025-12'] },
      { year: '2026', months: ['2026-10'] },
    ]);
  });

  it('LOAN-04 keep the wording of a guarantee period that names no day', () => {
    const guarantee = {
      id: 1,
      contract: 'c',
      guaranteeContract: null,
      guarantor: '李四',
      partyId: 2,
      kind: 'joint' as const,
      amount: null,
      periodStart: null,
      periodEnd: null,
      periodWording: '直至主债务本息还清为止',
      relation: null,
    };
    const [line] = signatories({ guarantees: [guarantee], collateral: [] });
    expect(line).toMatchObject({ name: '李四', until: null, wording: '直至主债务本息还清为止' });
  });

  it('LOAN-04 take the newest appraisal, an undated one last', () => {
    expect(latestAppraisal({ appraisals: [] })).toBeNull();
    const appraisals = [
      { valuedOn: null, value: 3 },
      { valuedOn: '2019-01-01', value: 1 },
      { valuedOn: '2024-01-01', value: 2 },
    ];
    expect(latestAppraisal({ appraisals })?.value).toBe(2);
  });
});

describe('header search', () => {
  const hit = (given: Partial<PartyHit>): PartyHit => ({
    partyId: 1,
    name: '张三',
    idNumber: '512226********1234',
    household: null,
    unit: null,
    capacity: [],
    secures: null,
    ...given,
  });

  it('shows a borrower who also guarantees in both groups, each leading to its household', () => {
    const both = hit({ capacity: ['borrower', 'guarantor'], household: 'H000001', secures: 'H000009' });
    const groups = groupHits([both]);
    expect(groups.map(({ key }) => key)).toEqual(['borrower', 'guarantor']);
    expect(groups.map(({ key }) => householdOf(key, both))).toEqual(['H000001', 'H000009']);
  });

  it('leads nowhere when a party stands for nobody', () => {
    expect(householdOf('other', hit({}))).toBeNull();
    expect(idTail('512226********1234')).toBe('1234');
    expect(idTail(null)).toBeNull();
  });
});

describe('refused keys and log entries', () => {
  it('offer the households that the key can mean', () => {
    expect(otherHouseholds({ secures: ['H000001'] })).toEqual([{ household: 'H000001', unit: null }]);
    expect(otherHouseholds({ candidates: [{ household: 'H000002', unit: '青石分理处' }, {}] })).toEqual([
      { household: 'H000002', unit: '青石分理处' },
    ]);
    expect(otherHouseholds(undefined)).toEqual([]);
  });

  it('leave out what only the program compares', () => {
    expect(detailParts({ number: '奉支论字〔2026〕第0001号', sha256: 'ab', pages: 12, purpose: null })).toEqual([
      { key: 'number', value: '奉支论字〔2026〕第0001号' },
      { key: 'pages', value: '12' },
    ]);
  });
});
