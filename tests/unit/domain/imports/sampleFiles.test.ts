/** The branch's sample files against what a correct import must find, to the fen (samples' expected.json). */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { contractKey } from '@shared/domain/imports/foldText';
import { partyKey } from '@shared/domain/imports/kinds/readParty';
import type { LoanRecord } from '@shared/domain/imports/records';
import { describe, expect, it } from 'vitest';
import { guessOf, headingOf, interpret, mappedNames, readSample, sum, UNITS } from './interpretFile';

const EXPECTED = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../fixtures/samples/expected.json'), 'utf8'),
);
const FILES = EXPECTED.files;
const ON = '贷款五级分类明细表_202610.xlsx';
const OFF = '表外不良贷款台账.csv';
const GUARANTORS = '担保人清单.xlsx';
const COLLATERAL = '抵质押物清单.xlsx';
const RECEIPTS = '收回流水_202610.csv';
const SUBJECTS = '科目余额表_202610.xls';
const HISTORY = '五级分类月末_历史.csv';
const BAD = '坏数据_贷款导入.xlsx';

const loanTotals = (loans: readonly LoanRecord[]) => {
  const on = sum(loans, (l) => l.interestOnFen);
  const off = sum(loans, (l) => l.interestOffFen);
  return {
    loans: loans.length,
    borrowers: new Set(loans.map((l) => partyKey(l.borrower, l.unit))).size,
    principal_fen: sum(loans, (l) => l.principalFen),
    balance_fen: sum(loans, (l) => l.balanceFen),
    interest_on_fen: on,
    interest_off_fen: off,
    interest_total_fen: on + off,
  };
};

const totalsBy = (loans: readonly LoanRecord[], key: (l: LoanRecord) => string | null) =>
  Object.fromEntries([...Map.groupBy(loans, key)].map(([k, group]) => [k ?? '', loanTotals(group)]));

const countBy = <T>(items: readonly T[], key: (item: T) => string) =>
  Object.fromEntries([...Map.groupBy(items, key)].map(([k, group]) => [k, group.length]));

const loansOf = async (file: string) => interpret('loans', await readSample(file));

describe('IMP-01 loans on the balance sheet', () => {
  it('finds the two-row heading, the hidden column and the declared unit', async () => {
    const table = await readSample(ON);
    const heading = headingOf(table);
    expect(heading).toMatchObject({ headerRows: [3, 4], firstDataRow: 5, declaredScale: 10000, asOf: '2026-10-31' });
    expect(heading.columns.filter((c) => c.hidden).map((c) => c.name)).toEqual(['金额/上期余额']);
    expect(heading.columns.map((c) => c.name)).toEqual(FILES[ON].columns.map((c: string) => c.replace(/^[A-Z]+ /, '')));
    const { mapping, missing, amountUnit } = guessOf(table);
    expect(mapping.kind).toBe('loans');
    expect({ missing, amountUnit }).toEqual({ missing: [], amountUnit: 'declared' });
    expect(mappedNames(mapping)).toMatchObject({ balance: '金额/贷款余额', borrowerName: '借款人信息/名称' });
  });

  it('counts 295 loans to the fen, refuses nothing and warns of nothing', async () => {
    const { accepted, refused, warned, skipped } = await loansOf(ON);
    expect(refused).toEqual([]);
    expect(warned).toEqual([]);
    // Two lines of title, two of heading, six subtotals, a total, four notes, two blanks.
    expect(skipped).toBe(17);
    expect(loanTotals(accepted)).toEqual(FILES[ON].total);
    expect(totalsBy(accepted, (l) => l.unit)).toEqual(FILES[ON].by_unit);
    expect(totalsBy(accepted, (l) => l.fiveLevel)).toEqual(FILES[ON].by_class);
    expect(totalsBy(accepted, (l) => l.guaranteeMode)).toEqual(FILES[ON].by_guarantee_mode);
    expect(totalsBy(accepted, (l) => l.fourLevel)).toEqual(FILES[ON].by_form);
    expect(accepted.filter((l) => l.extendedDueDate !== null)).toHaveLength(FILES[ON].extended);
    expect(accepted.filter((l) => l.borrower.idNo === null)).toHaveLength(FILES[ON].missing_id_rows);
    expect(accepted.filter((l) => l.balanceFen === 0)).toHaveLength(FILES[ON].settled_loans_with_zero_balance);
    expect(accepted.every((l) => l.sheet === 'on')).toBe(true);
  });

  it('has no list in its second sheet', async () => {
    const table = await readSample(ON, 1);
    expect(() => headingOf(table)).toThrow('heading');
  });
});

describe('IMP-01 loans off the balance sheet', () => {
  it('counts 105 loans to the fen, with all interest off the sheet', async () => {
    const { accepted, refused, warned, skipped } = await loansOf(OFF);
    expect(refused).toEqual([]);
    expect(skipped).toBe(3);
    expect(loanTotals(accepted)).toEqual(FILES[OFF].total);
    expect(totalsBy(accepted, (l) => l.unit)).toEqual(FILES[OFF].by_unit);
    expect(totalsBy(accepted, (l) => l.sheetStatus)).toEqual(FILES[OFF].by_sheet_status);
    expect(accepted.every((l) => l.sheet === 'off' && l.offBalanceDate !== null)).toBe(true);
    expect(warned.map((w) => w.codes)).toEqual(Array(FILES[OFF].id_protection.fifteen).fill(['id-15']));
    const withoutId = accepted.filter((l) => l.borrower.idNo === null).map((l) => l.contractNo);
    expect(withoutId.sort()).toEqual([...FILES[OFF].missing_id_contracts].sort());
    expect(accepted.every((l) => /^\d{8}$/.test(l.receiptNo ?? ''))).toBe(true);
    expect(accepted.some((l) => l.borrower.name === '李㛃')).toBe(true);
  });

  it('knows the borrowers of both lists by their lengthened numbers', async () => {
    const both = [...(await loansOf(ON)).accepted, ...(await loansOf(OFF)).accepted];
    expect(loanTotals(both)).toEqual(EXPECTED.combined_files_1_and_2.total);
    expect(totalsBy(both, (l) => l.unit)).toEqual(EXPECTED.combined_files_1_and_2.by_unit);
    expect(countBy(both, (l) => l.occupancy ?? '')).toEqual(EXPECTED.combined_files_1_and_2.actual_user);
  });
});

describe('LOAN-04 guarantors and collateral', () => {
  it('reads 382 guarantees, their phrases and their contracts', async () => {
    const { accepted, refused, warned } = interpret('guarantors', await readSample(GUARANTORS));
    expect([refused, warned]).toEqual([[], []]);
    const e = FILES[GUARANTORS];
    expect(accepted).toHaveLength(e.rows);
    expect(sum(accepted, (g) => g.amountFen ?? 0)).toBe(e.amount_fen);
    expect(new Set(accepted.map((g) => g.guarantor.idNo)).size).toBe(e.distinct_guarantors);
    expect(new Set(accepted.map((g) => g.contractKey)).size).toBe(e.loans_covered);
    const names = { joint: '连带责任', general: '一般', unstated: '未约定' };
    expect(countBy(accepted, (g) => names[g.kind])).toEqual(e.by_kind);
    const phrases = accepted.flatMap((g) => g.periodWording ?? []);
    expect(phrases).toHaveLength(e.period_end_is_text.rows);
    expect([...new Set(phrases)].sort()).toEqual([...e.period_end_is_text.texts].sort());
    expect(accepted.filter((g) => g.guarantor.name !== g.guarantor.name.trim())).toEqual([]);
    const loans = [...(await loansOf(ON)).accepted, ...(await loansOf(OFF)).accepted];
    const known = new Set(loans.map((l) => l.contractKey));
    expect(accepted.filter((g) => !known.has(g.contractKey))).toEqual([]);
  });

  it('reads 120 items, fills merged contracts down and keeps two units apart', async () => {
    const { accepted, refused, warned } = interpret('collateral', await readSample(COLLATERAL));
    expect([refused, warned]).toEqual([[], []]);
    const e = FILES[COLLATERAL];
    expect(accepted).toHaveLength(e.items);
    expect(sum(accepted, (c) => c.firstValueFen ?? 0)).toBe(e.first_value_fen);
    expect(sum(accepted, (c) => c.latestValueFen ?? 0)).toBe(e.latest_value_fen);
    expect(countBy(accepted, (c) => c.kind)).toEqual(e.by_kind);
    const contracts = [...Map.groupBy(accepted, (c) => c.contractKey).values()];
    expect(contracts).toHaveLength(e.loans_covered);
    expect(contracts.filter((items) => items.length > 1)).toHaveLength(e.loans_with_several_items);
  });
});

describe('IMP-01 receipts, subject balances, history', () => {
  it('accepts 492 of 500 receipts and refuses 8 with their codes', async () => {
    const contracts = new Set(
      [...(await loansOf(ON)).accepted, ...(await loansOf(OFF)).accepted].map((l) => l.contractKey),
    );
    const knowsContract = (key: string) => contracts.has(key);
    const { accepted, refused, warned } = interpret('receipts', await readSample(RECEIPTS), { knowsContract });
    const e = FILES[RECEIPTS];
    expect(warned).toEqual([]);
    expect(refused).toEqual(e.refused.map((r: { row: number; code: string }) => ({ row: r.row, codes: [r.code] })));
    expect(accepted).toHaveLength(e.accepted.rows);
    expect(sum(accepted, (r) => r.principalFen)).toBe(e.accepted.principal_fen);
    expect(sum(accepted, (r) => r.interestFen)).toBe(e.accepted.interest_fen);
    expect(accepted.filter((r) => r.reversesNo !== null)).toHaveLength(e.accepted.reversal_rows);
  });

  it('leaves out the parents of subjects and agrees with every balance', async () => {
    const { accepted, refused, skipped } = interpret('subject-balances', await readSample(SUBJECTS));
    expect(refused).toEqual([]);
    const found = accepted.map((b) => ({
      unit: b.unit,
      subject: b.subject,
      statement_fen: b.closingDebitFen - b.closingCreditFen,
    }));
    const expected = FILES[SUBJECTS].balances.map((b: Record<string, unknown>) => ({
      unit: b.unit,
      subject: b.subject,
      statement_fen: b.statement_fen,
    }));
    expect(found).toEqual(expected);
    // Title, unit line, two headings, a blank, the signatures, and the parent of each unit.
    expect(skipped).toBe(6 + UNITS.length);
  });

  it('reads 4,032 month-ends', async () => {
    const { accepted, refused, warned } = interpret('classification-history', await readSample(HISTORY));
    expect([refused, warned]).toEqual([[], []]);
    expect(accepted).toHaveLength(FILES[HISTORY].rows);
    const months = [...Map.groupBy(accepted, (h) => h.month)].map(([month, rows]) => ({
      month,
      loans: rows.length,
      balance_fen: sum(rows, (r) => r.balanceFen),
      npl_fen: sum(
        rows.filter((r) => ['次级', '可疑', '损失'].includes(r.fiveLevel)),
        (r) => r.balanceFen,
      ),
    }));
    expect(months).toEqual(FILES[HISTORY].months);
  });
});

describe('IMP-03 rows that are wrong on purpose', () => {
  it('gives every row its verdict and its one code', async () => {
    const { rows, refused, warned } = await loansOf(BAD);
    const verdict = (row: number) => {
      const r = refused.find((x) => x.row === row);
      const w = warned.find((x) => x.row === row);
      return { row, verdict: r ? 'refuse' : w ? 'warn' : 'accept', codes: (r ?? w)?.codes ?? [] };
    };
    const expected = FILES[BAD].expected.map((e: { row: number; verdict: string; code: string }) => ({
      row: e.row,
      verdict: e.verdict,
      codes: e.verdict === 'accept' ? [] : [e.code],
    }));
    expect(rows.map((r) => verdict(r.row))).toEqual(expected);
    const names = rows.map((r) => r.record?.borrower.name);
    expect(names).toEqual(expect.arrayContaining(['王小明', '李四', '杨𠮷', '李㛃', '阿依·古丽']));
  });

  it('keeps an address that begins with @ as text', async () => {
    const { accepted } = await loansOf(BAD);
    expect(accepted.find((l) => l.contractKey === contractKey('坏数据（2026）第031号'))?.borrower.address).toMatch(
      /^@SUM/,
    );
  });
});

describe('IMP-02 auto', () => {
  it.each([
    [ON, 'loans'],
    [OFF, 'loans'],
    [BAD, 'loans'],
    [GUARANTORS, 'guarantors'],
    [COLLATERAL, 'collateral'],
    [RECEIPTS, 'receipts'],
    [SUBJECTS, 'subject-balances'],
    [HISTORY, 'classification-history'],
    ['催收通知书登记簿.xlsx', 'notices'],
    ['诉讼案件台账.xlsx', 'cases'],
  ])('%s is a list of %s', async (file, kind) => {
    expect(guessOf(await readSample(file)).mapping.kind).toBe(kind);
  });
});
