/** Rows of loans and others: each code just inside and just outside its edge, and checks over the whole file (IMP-03). */
import { unitResolver } from '@shared/domain/imports/interpretContext';
import { applyCorrections, decideMapping } from '@shared/domain/imports/mapping';
import type { ImportKind } from '@shared/domain/imports/records';
import type { RawCell, SheetLayout } from '@shared/domain/imports/sheet';
import { idCheckCharacter } from '@shared/domain/parties/idNumber';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AS_OF, guessOf, interpret, PLAIN, tableOf } from './interpretFile';

const HEAD = [
  '分理处',
  '合同号',
  '借据号',
  '借款人',
  '证件号码',
  '借款日期',
  '到期日期',
  '展期到期日',
  '借款金额(元)',
  '贷款余额(元)',
  '表内欠息',
  '担保方式',
  '五级分类',
  '住址',
  '形成不良日期',
  '细分级次',
  '月利率(‰)',
];
const withCheck = (digits: string): string => digits + idCheckCharacter(digits);
const ADULT = withCheck('51222619750217967');

interface LoanCells {
  unit?: RawCell;
  contract?: RawCell;
  receipt?: RawCell;
  name?: RawCell;
  id?: RawCell;
  issue?: RawCell;
  due?: RawCell;
  extended?: RawCell;
  principal?: RawCell;
  balance?: RawCell;
  interest?: RawCell;
  mode?: RawCell;
  five?: RawCell;
  address?: RawCell;
  npl?: RawCell;
  fine?: RawCell;
  rate?: RawCell;
}

const GOOD: Required<LoanCells> = {
  unit: '青石分理处',
  contract: '借字001号',
  receipt: '0001',
  name: '王小明',
  id: ADULT,
  issue: '2019-03-05',
  due: '2020-03-05',
  extended: null,
  principal: 50_000,
  balance: 40_000,
  interest: 1.5,
  mode: '保证',
  five: '次级',
  address: '一村',
  npl: null,
  fine: null,
  rate: 5.8,
};
const cellsOf = (over: LoanCells): RawCell[] => Object.values({ ...GOOD, ...over });
/** Filler rows keep the guess of the columns out of the way of the one wrong row. */
const FILLER = ['900', '901', '902'].map((n) =>
  cellsOf({ contract: `借字${n}号`, receipt: n, extended: '2021-03-05', npl: '2022-01-01', fine: '次级一级' }),
);
const loans = (...rows: LoanCells[]) => interpret('loans', tableOf([HEAD, ...FILLER, ...rows.map(cellsOf)]));
const FIRST = 2 + FILLER.length;

function verdict(over: LoanCells): string {
  const { refused, warned } = loans(over);
  const of = (list: typeof refused) => list.find((r) => r.row === FIRST)?.codes.join();
  const refusal = of(refused);
  return refusal !== undefined ? `refuse ${refusal}` : of(warned) === undefined ? 'accept' : `warn ${of(warned)}`;
}

describe('IMP-03 edges of a loan row', () => {
  it.each<[string, LoanCells, string]>([
    ['nothing wrong', {}, 'accept'],
    ['due on the day of issue', { due: '2019-03-05' }, 'accept'],
    ['due the day before', { due: '2019-03-04' }, 'refuse due-before-issue'],
    ['extended to the due day', { extended: '2020-03-05' }, 'accept'],
    ['extended to before it', { extended: '2020-03-04' }, 'refuse due-before-issue'],
    ['issued on the import date', { issue: AS_OF, due: '2027-01-01' }, 'accept'],
    ['issued the day after', { issue: '2026-11-01', due: '2027-01-01' }, 'refuse date-future'],
    ['non-performing tomorrow', { npl: '2026-11-01' }, 'refuse date-future'],
    ['balance equal to principal', { balance: 50_000 }, 'accept'],
    ['balance a fen over it', { balance: 50_000.01 }, 'refuse balance-over-principal'],
    ['balance zero', { balance: 0 }, 'accept'],
    ['balance blank', { balance: null }, 'refuse amount-text'],
    ['balance negative', { balance: -0.01 }, 'refuse amount-negative'],
    ['principal of a fen', { principal: 0.01, balance: 0.01 }, 'accept'],
    ['principal zero', { principal: 0, balance: 0 }, 'refuse amount-zero'],
    ['interest blank', { interest: null }, 'accept'],
    ['interest negative', { interest: -0.01 }, 'refuse interest-negative'],
    ['eighteen on the day', { id: withCheck('51222620010305901'), issue: '2019-03-05' }, 'accept'],
    ['eighteen a day later', { id: withCheck('51222620010306901'), issue: '2019-03-05' }, 'warn id-age'],
    ['an address of 1,000 characters', { address: '长'.repeat(1000) }, 'accept'],
    ['one of 1,001', { address: '长'.repeat(1001) }, 'refuse field-too-long'],
    ['unit with a space', { unit: '青石 分理处' }, 'accept'],
    ['unit blank', { unit: null }, 'refuse unit-unknown'],
    ['class with its number', { five: '3-次级' }, 'accept'],
    ['class blank', { five: null }, 'accept'],
    ['fine class of another class', { fine: '可疑一级' }, 'refuse class-unknown'],
    ['mode mixed', { mode: '抵押、保证' }, 'warn guarantee-mode-unknown'],
    ['contract as a number of 16 digits', { contract: 5_002_360_420_140_000 }, 'accept'],
    ['ID as a number of 15 digits', { id: 512226750217967 }, 'warn id-15'],
    ['ID blank', { id: null }, 'accept'],
    ['contract by formula', { contract: { kind: 'formula', formula: 'A1', value: 'x1' } }, 'refuse formula-cell'],
    ['balance by formula', { balance: { kind: 'formula', formula: 'A1', value: 12.5 } }, 'accept'],
    ['rate of words', { rate: '面议' }, 'warn amount-text'],
  ])('%s', (_, over, expected) => {
    expect(verdict(over)).toBe(expected);
  });

  it('a contract number that lost its digits is refused', () => {
    expect(verdict({ contract: 5.00236042014e17 })).toBe('refuse id-scientific');
    expect(verdict({ contract: '5.00236E+17' })).toBe('refuse id-scientific');
  });

  it('one row may have several findings, each with its column and value', () => {
    const { rows } = loans({ name: ' ', five: '六级', balance: '约四万' });
    expect(rows.at(-1)?.issues).toEqual([
      { severity: 'refuse', code: 'name-missing', column: 3, value: ' ' },
      { severity: 'refuse', code: 'amount-text', column: 9, value: '约四万' },
      { severity: 'refuse', code: 'class-unknown', column: 12, value: '六级' },
    ]);
  });

  it('--create-units lets an unknown unit stand for itself', () => {
    const table = tableOf([HEAD, cellsOf({ unit: '新建分理处' })]);
    expect(interpret('loans', table).refused).toHaveLength(1);
    expect(interpret('loans', table, { resolveUnit: unitResolver([], true) }).accepted).toMatchObject([
      { unit: '新建分理处' },
    ]);
  });
});

describe('IMP-03 checks over the whole file', () => {
  const over = (o: LoanCells) => ({ contract: '借字100号', ...o });

  it('of identical rows the first counts, however they are written', () => {
    const { refused } = loans(over({}), over({ issue: '2019/3/5', principal: '50,000.00' }), over({}));
    expect(refused).toEqual([FIRST + 1, FIRST + 2].map((row) => ({ row, codes: ['duplicate-in-file'] })));
  });

  it('of contradicting rows none counts, nor does a third', () => {
    const { refused, accepted } = loans(over({}), over({ balance: 39_999.99 }), over({}));
    expect(refused).toEqual([FIRST, FIRST + 1, FIRST + 2].map((row) => ({ row, codes: ['duplicate-conflict'] })));
    expect(accepted).toHaveLength(FILLER.length);
  });

  it('two receipts of one contract are two loans; a refused row does not take part', () => {
    expect(loans(over({}), over({ receipt: '0002', balance: 1 })).refused).toEqual([]);
    expect(loans(over({ five: '六级' }), over({ balance: 1 })).refused).toEqual([
      { row: FIRST, codes: ['class-unknown'] },
    ]);
  });

  it('one identifier with two names warns all its rows, before and after', () => {
    const rows = [{ name: '甲某' }, { name: '甲某' }, { name: '乙某' }, { name: '甲某' }];
    const { warned } = loans(
      ...rows.map((r, i) => ({ ...r, contract: `借字10${i}号`, id: withCheck('51222619660707901') })),
    );
    expect(warned).toEqual([0, 1, 2, 3].map((i) => ({ row: FIRST + i, codes: ['id-name-conflict'] })));
  });

  it('a value that moves to another cell is another content', () => {
    expect(loans(over({ mode: '保证', five: null }), over({ mode: null, five: null })).refused).toHaveLength(2);
    expect(loans(over({ due: null, extended: '2020-03-05' }), over({ due: '2020-03-05' })).refused).toHaveLength(2);
  });
});

describe('IMP-01 lines that are no records', () => {
  it('skips and counts totals, notes, signatures, blanks and repeated headings', () => {
    const table = tableOf([
      ['某支行贷款台账'],
      HEAD,
      ...FILLER,
      ['青石分理处小计', '', '', '', '', '', '', '', 150_000, 120_000],
      ['', ' ', ''],
      HEAD,
      cellsOf({}),
      ['合  计', '4笔', '', '', '', '', '', '', 200_000, 160_000],
      ['', '合计', '', '', '', '', '', '', 200_000, 160_000],
      ['注：1、本表按借据逐笔填列。'],
      ['2、余额为0的为已结清。'],
      ['负责人：张三', '', '', '复核：', '', '', '', '', '', '制表：李四2026.10.31'],
    ]);
    const { accepted, refused, skipped } = interpret('loans', table);
    expect(accepted).toHaveLength(FILLER.length + 1);
    expect(refused).toEqual([]);
    expect(skipped).toBe(table.rows.length - accepted.length);
  });

  it('counts rows that the reader left out', () => {
    const { rows, ...rest } = tableOf([HEAD, ...FILLER]);
    const gap = { ...rest, rows: rows.map((r, i) => (i === 3 ? { ...r, row: 10 } : r)) };
    expect(interpret('loans', gap).skipped).toBe(1 + 6);
  });
});

describe('IMP-01 merged cells, off-balance lists, parents of subjects', () => {
  const merged: SheetLayout = {
    ...PLAIN,
    merges: [
      { top: 1, bottom: 3, left: 0, right: 0 },
      { top: 1, bottom: 3, left: 3, right: 3 },
    ],
  };

  it('fills merged contracts down, amounts not; items without numbers are counted', () => {
    const rows = [
      ['合同号', '抵押物名称', '坐落', '初次评估价值(元)'],
      ['H1', '房产', '一街', 100],
      [null, '土地', '二街', null],
      [null, '车辆', '三街', null],
      [null, '车辆', '四街', null],
    ];
    const { accepted, refused } = interpret('collateral', tableOf(rows, merged));
    expect(accepted.map((c) => [c.contractNo, c.itemNo, c.firstValueFen])).toEqual([
      ['H1', '1', 10_000],
      ['H1', '2', null],
      ['H1', '3', null],
    ]);
    expect(refused).toEqual([{ row: 5, codes: ['contract-missing'] }]);
  });

  it('欠息 belongs where the loan is', () => {
    const head = ['单位', '户名', '合同编号', '贷款金额', '贷款余额', '欠息', '科目'];
    const row = (n: number, subject: string): RawCell[] => ['青石分理处', '王小明', `H${n}`, 5, 4, 3, subject];
    const both = interpret('loans', tableOf([head, row(1, '1303'), row(2, '110')])).accepted;
    expect(both.map((l) => [l.sheet, l.interestOnFen, l.interestOffFen])).toEqual([
      ['on', 300, 0],
      ['off', 0, 300],
    ]);
    const titled = interpret('loans', tableOf([['表外贷款台账'], head, row(1, '')])).accepted;
    expect(titled).toMatchObject([{ sheet: 'off', interestOffFen: 300 }]);
  });

  it('a parent that is not the sum of its leaves stays, with a warning', () => {
    const head = ['机构', '科目代码', '科目名称', '期末借方', '期末贷方'];
    const unit = '青石分理处';
    const rows = (sum: number): RawCell[][] => [
      head,
      [unit, 13, '贷款合计', sum, 0],
      [unit, 1301, '正常', 5, 0],
      [unit, '1302', '逾期', 2, 0],
      [unit, '130201', '逾期一', 2, 0],
    ];
    expect(interpret('subject-balances', tableOf(rows(7))).accepted.map((r) => r.subject)).toEqual(['1301', '130201']);
    const wrong = interpret('subject-balances', tableOf(rows(8)));
    expect(wrong.warned).toEqual([{ row: 2, codes: ['total-mismatch'] }]);
  });
});

describe('IMP-01 receipts and history', () => {
  const head = ['流水号', '收款日期', '合同号', '收回本金', '收回利息', '合计', '清收人及比例', '被冲正流水号'];
  const receipt = (...cells: RawCell[]) => {
    const good: RawCell[] = ['S1', '2026-10-01', 'H1', 100, 10, 110, '张三100%', null];
    const { refused, warned } = interpret(
      'receipts',
      tableOf([head, good.map((g, i) => (cells[i] === undefined ? g : (cells[i] as RawCell)))]),
    );
    return (refused[0] ?? warned[0])?.codes.join() ?? 'accept';
  };
  const keep = undefined as unknown as RawCell;

  it.each<[string, RawCell[], string]>([
    ['good', [], 'accept'],
    ['on the import date', [keep, AS_OF], 'accept'],
    ['the day after', [keep, '2026-11-01'], 'date-future'],
    ['no date', [keep, null], 'date-text'],
    ['no number', [null], 'receipt-no-missing'],
    ['sum a fen off', [keep, keep, keep, 100, 10, 110.01], 'total-mismatch'],
    ['no sum', [keep, keep, keep, 100, 10, null], 'accept'],
    ['nothing received', [keep, keep, keep, 0, 0, 0], 'amount-zero'],
    ['negative', [keep, keep, keep, -100, 0, -100], 'amount-negative'],
    ['negative, naming what it reverses', [keep, keep, keep, -100, 0, -100, keep, 'S0'], 'accept'],
    ['shares of 99.99', [keep, keep, keep, keep, keep, keep, '张三60%、李四39.99%'], 'shares-not-100'],
  ])('%s', (_, cells, expected) => {
    expect(receipt(...cells)).toBe(expected);
  });

  it('months up to that of the import', () => {
    const table = tableOf([
      ['月份', '合同号', '余额', '五级分类'],
      ['202610', 'H1', 1, '正常'],
      ['202611', 'H1', 1, '正常'],
      ['202609', 'H1', 1, null],
    ]);
    expect(interpret('classification-history', table).refused).toEqual([
      { row: 3, codes: ['date-future'] },
      { row: 4, codes: ['class-unknown'] },
    ]);
  });
});

describe('IMP-02 corrections', () => {
  it('a corrected column moves, a constant unit stands for its column', () => {
    const table = tableOf([
      ['客户', '合同编号', '金额A', '金额B'],
      ['王小明', 'H1', 5, 4],
    ]);
    const guess = guessOf(table, 'loans');
    expect(guess.missing).toEqual(['unit', 'principal', 'balance']);
    const fixed = applyCorrections(guess.mapping, {
      unit: '青石分理处',
      columns: [
        { field: 'principal', column: 2, scale: 10000 },
        { field: 'balance', column: 3 },
      ],
    });
    expect(decideMapping(fixed).kind).toBe('granted');
    expect(interpret('loans', table, {}, fixed).accepted).toMatchObject([
      { unit: '青石分理处', principalFen: 5_000_000, balanceFen: 400 },
    ]);
    const without = applyCorrections(fixed, { columns: [{ field: 'principal', column: null }] });
    expect(decideMapping(without)).toMatchObject({ refusal: { facts: { missing: ['principal'] } } });
  });
});

describe('R19 whatever stands in the cells', () => {
  const cell: fc.Arbitrary<RawCell> = fc.oneof(
    fc.constant(null),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.double(),
    fc.boolean(),
    fc.constantFrom('合计', '2019-02-30', '=1', '__proto__', 'constructor', '5万元', '张三60%'),
    fc.double().map((serial) => ({ kind: 'date', serial }) as const),
    fc.constant({ kind: 'error', code: '#REF!' } as const),
    fc.double().map((value) => ({ kind: 'formula', formula: 'A1', value }) as const),
  );

  it.each<[ImportKind, string[]]>([
    ['loans', HEAD],
    ['receipts', ['流水号', '收款日期', '合同号', '收回本金', '收回利息', '合计', '清收人及比例']],
    ['collateral', ['合同号', '抵押物名称', '坐落', '初次评估价值', '登记日期', '所有权人']],
    ['guarantors', ['合同号', '保证人', '保证方式', '保证期间止', '证件号码']],
  ])('%s: every row is a record, refused with a reason, or skipped', (kind, head) => {
    const mapping = guessOf(tableOf([head]), kind).mapping;
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: head.length }), { maxLength: 5 }), (rows) => {
        const outcome = interpret(kind, tableOf([head, ...rows]), {}, mapping);
        expect(outcome.rows.length + outcome.skipped).toBe(rows.length + 1);
        for (const row of outcome.rows)
          if (row.record === null) expect(row.issues.some((i) => i.severity === 'refuse')).toBe(true);
      }),
    );
  });
});
