/** Choices over the guessed columns become a mapping (IMP-02). */
import { type Inspection, mapping } from '@shared/contract/imports.contract';
import { describe, expect, it } from 'vitest';
import {
  choicesOf,
  chooseColumn,
  columnLetters,
  FRESH,
  fieldsInOrder,
  fileSize,
  mappingOf,
  missingFields,
  runInput,
  undecidedFields,
  unusedColumns,
} from '../../../../renderer/features/imports/wizard';

const column = (index: number, title: string, hidden = false) => ({ index, title, hidden, samples: [] });

/** A loan list without a unit column, with two balances that differ, and a hidden one. */
const LIST: Inspection = {
  path: 'D:\\loans.xlsx',
  fileName: 'loans.xlsx',
  byteLength: 10,
  format: 'xlsx',
  encoding: null,
  sheets: ['Sheet1'],
  declaredScale: 10000,
  asOf: '2026-10-31',
  columns: [
    column(0, '户名'),
    column(1, '合同号'),
    column(2, '贷款余额'),
    column(3, '本金余额'),
    column(4, '上期余额', true),
  ],
  mapping: {
    kind: 'loans',
    sheet: 0,
    headerRows: [1],
    firstDataRow: 2,
    columns: [
      { field: 'borrowerName', column: 0, heading: '户名' },
      { field: 'contractNo', column: 1, heading: '合同号' },
    ],
    offBalance: true,
  },
  fields: [
    { field: 'unit', required: true, amount: false },
    { field: 'contractNo', required: true, amount: false },
    { field: 'borrowerName', required: true, amount: false },
    { field: 'balance', required: true, amount: true },
    { field: 'remark', required: false, amount: false },
  ],
  missing: ['unit', 'balance'],
  ambiguous: [{ field: 'balance', columns: [2, 3] }],
  amountUnit: 'declared',
  remembered: null,
  head: [],
};

describe('IMP-02 choosing columns', () => {
  it('begins with the guess and knows what is missing and what to decide', () => {
    const choices = choicesOf(LIST);
    expect(missingFields(LIST, choices)).toEqual(['unit', 'balance']);
    expect(undecidedFields(LIST, choices)).toEqual(['balance']);
    expect(fieldsInOrder(LIST).map(({ field }) => field)).toEqual([
      'unit',
      'balance',
      'contractNo',
      'borrowerName',
      'remark',
    ]);
  });

  it('a column has one field: taking it leaves the other field without', () => {
    const choices = chooseColumn(choicesOf(LIST), 'remark', 1);
    expect(choices.columns).toMatchObject({ remark: 1, contractNo: null });
    expect(missingFields(LIST, choices)).toContain('contractNo');
  });

  it('leaving out two fields does not make them share anything', () => {
    const choices = chooseColumn(chooseColumn(choicesOf(LIST), 'contractNo', null), 'borrowerName', null);
    expect(choices.columns).toMatchObject({ contractNo: null, borrowerName: null });
  });

  it('deciding an ambiguous field, also by leaving it out, settles it', () => {
    expect(undecidedFields(LIST, chooseColumn(choicesOf(LIST), 'balance', null))).toEqual([]);
  });

  it('names the columns that nothing takes, hidden ones among them', () => {
    const choices = chooseColumn(choicesOf(LIST), 'balance', 2);
    expect(unusedColumns(LIST, choices).map(({ title }) => title)).toEqual(['本金余额', '上期余额']);
  });
});

describe('IMP-02 the mapping that is sent', () => {
  const decided = { ...chooseColumn(choicesOf(LIST), 'balance', 2), unit: '青石分理处' };

  it('carries headings, the unit of amounts, the constant unit and the date, and fits the contract', () => {
    const sent = mappingOf(LIST, decided);
    expect(mapping.safeParse(sent).success).toBe(true);
    expect(sent).toMatchObject({ unit: '青石分理处', asOf: '2026-10-31', offBalance: true, firstDataRow: 2 });
    expect(sent.columns).toContainEqual({ field: 'balance', column: 2, heading: '贷款余额', scale: 10000 });
    expect(missingFields(LIST, decided)).toEqual([]);
  });

  it('a list guessed as off the balance sheet can be put on it', () => {
    expect(mappingOf(LIST, { ...decided, offBalance: false }).offBalance).toBe(false);
  });

  it('a unit column wins over a constant unit', () => {
    expect(mappingOf(LIST, chooseColumn(decided, 'unit', 3)).unit).toBeUndefined();
  });

  it('becomes a dry run or a write of the same choices', () => {
    const wizard = { ...FRESH, inspection: LIST, choices: decided, newUnits: ['长滩分理处'] };
    const dry = runInput(wizard, true, null);
    const write = runInput(wizard, false, 'a');
    expect(dry).toMatchObject({ dryRun: true, createUnits: true, acceptWarnings: false });
    expect({ ...write, dryRun: true, requestId: null }).toEqual(dry);
    expect(runInput(FRESH, true, null)).toBeNull();
  });
});

describe('small words', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('column %i is %s', (index, letters) => expect(columnLetters(index)).toBe(letters));

  it.each([
    [512, '512 B'],
    [60_566, '59.1 KB'],
    [3_145_728, '3.0 MB'],
  ])('%i bytes', (bytes, text) => expect(fileSize(bytes)).toBe(text));
});
