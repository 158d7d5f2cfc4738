/** LOAN-05, LOAN-06: random filters, their totals and cells, against the plain SQL that says the same. */
import { Dice } from '@shared/domain/demo/random';
import { contractKey } from '@shared/domain/imports/foldText';
import { operatorFits } from '@shared/domain/loans/filterExpression';
import {
  DATE_COLUMNS,
  FILTER_COLUMNS,
  FILTER_OPERATORS,
  type FilterColumn,
  type LedgerCondition,
  MONEY_COLUMNS,
} from '@shared/domain/loans/ledger';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageOfIds } from '../../../../electron/features/loans/ledgerPage.repository';
import { ledgerSummary, ledgerTotals } from '../../../../electron/features/loans/ledgerTotals';
import { Builder } from '../../../support/builders';
import { makeFolder, TEST_UNITS, type TestFolder } from '../../../support/openFolder';

const SQL: Record<FilterColumn, string> = {
  household: "printf('H%06d', loan.party_id)",
  borrower: 'party.name',
  unit: 'unit.name',
  contract: 'loan.contract_key',
  receipt: 'loan.receipt_no',
  issueDate: 'loan.issue_date',
  dueDate: 'loan.due_date',
  extendedDueDate: 'loan.extended_due_date',
  principal: 'loan.principal',
  balance: 'loan.balance',
  interestOn: 'loan.interest_on',
  interestOff: 'loan.interest_off',
  guarantee: 'loan.guarantee_mode',
  fourLevel: 'loan.four_level',
  fiveLevel: 'loan.five_level',
  fineLevel: 'loan.fine_level',
  sheet: 'loan.sheet',
  sheetStatus: 'loan.sheet_status',
  subject: 'loan.subject',
  nplDate: 'loan.npl_date',
  purpose: 'loan.purpose',
  officer: 'loan.officer',
  approver: 'loan.approver',
  occupancy: 'loan.occupancy',
  actualUser: 'loan.actual_user',
  flags: 'loan.flags',
  status: 'loan.status',
};
const FROM = 'FROM loan JOIN party ON party.id = loan.party_id JOIN unit ON unit.id = loan.unit_id';

let folder: TestFolder;
const dice = new Dice(12, 5);

beforeAll(async () => {
  folder = await makeFolder();
  const build = new Builder(folder.open);
  const maybe = <T>(value: T) => (dice.chance(0.3) ? null : value);
  const day = () => maybe(`${dice.between(1995, 2024)}-${dice.pick(['01-01', '06-30', '12-31'])}`);
  const amount = () => dice.between(0, 9) * 123_456;
  build.batch(() => {
    const parties = Array.from({ length: 60 }, (_, at) =>
      build.party({ name: `${dice.pick(['张', '李', '𠮷'])}${at % 20}` }),
    );
    for (let at = 0; at < 600; at += 1) {
      build.loan({
        party_id: dice.pick(parties),
        unit_id: build.unitId(dice.pick(TEST_UNITS)),
        contract_no: `青石[${2000 + (at % 9)}]第${at}号`,
        receipt_no: maybe(`0003${at}`),
        issue_date: day(),
        due_date: day(),
        extended_due_date: day(),
        npl_date: day(),
        principal: amount(),
        balance: amount(),
        interest_on: amount(),
        interest_off: amount(),
        guarantee_mode: maybe(dice.pick(['信用', '保证', '抵押'])),
        four_level: maybe(dice.pick(['逾期', '呆账'])),
        five_level: maybe(dice.pick(['关注', '次级', '损失'])),
        fine_level: maybe(dice.pick(['次级一级', '损失级'])),
        sheet: dice.pick(['on', 'off']),
        sheet_status: maybe('已核销'),
        subject: maybe(dice.pick(['1301', '1302'])),
        // More words than one byte can count.
        purpose: maybe(`购${at % 290}`),
        officer: maybe(dice.pick(['龚强', '周柏福'])),
        approver: maybe(dice.pick(['甲', '乙'])),
        occupancy: maybe(dice.pick(['本人', '冒名贷款'])),
        actual_user: maybe(dice.pick(['某村', '某厂'])),
        flags: maybe('公职人员'),
        status: maybe(dice.pick(['死亡', '失踪'])),
      });
    }
  });
});
afterAll(() => folder.close());

function condition(): LedgerCondition {
  const column = dice.pick(FILTER_COLUMNS);
  const operator = dice.pick(FILTER_OPERATORS.filter((each) => operatorFits(column, each)));
  const { sqlite } = folder.open.store;
  const row = () =>
    sqlite.prepare(`SELECT ${SQL[column]} AS value ${FROM} WHERE loan.id = ?`).get(dice.between(1, 600));
  const value = () => (row() as { value: string | number | null }).value;
  if (operator === '~') return { column, operator, values: [String(value() ?? '甲').slice(dice.between(0, 2)) || '1'] };
  if (operator === '>=' || operator === '<=') return { column, operator, values: [value() ?? '2010-05-05'] };
  const values = Array.from({ length: operator === 'in' ? dice.between(1, 5) : 1 }, () => value() ?? '');
  return { column, operator, values };
}

function test({ column, operator, values }: LedgerCondition): { sql: string; values: (string | number)[] } {
  const name = SQL[column];
  const stored = values.map((value) => (column === 'contract' ? contractKey(String(value)) : value));
  if (operator === '~') return { sql: `instr(${name}, ?) > 0`, values: stored };
  if (operator === '>=' || operator === '<=') return { sql: `${name} ${operator} ?`, values: stored };
  // A missing date or word is asked for with an empty text; money is never missing.
  const key = MONEY_COLUMNS.includes(column) ? name : `ifnull(${name}, '')`;
  return { sql: `${key} IN (${stored.map(() => '?').join(', ')})`, values: stored };
}

const SUMS = `count(*) AS loans, count(DISTINCT loan.party_id) AS borrowers,
  coalesce(sum(loan.principal), 0) AS principal, coalesce(sum(loan.balance), 0) AS balance,
  coalesce(sum(loan.interest_on), 0) AS interestOn, coalesce(sum(loan.interest_off), 0) AS interestOff`;

it('finds, adds up and splits what plain SQL does', async () => {
  const { read, sqlite } = folder.open.store;
  let hits = 0;
  for (let round = 0; round < 400; round += 1) {
    const conditions = Array.from({ length: dice.between(1, 3) }, condition);
    const tests = conditions.map(test);
    const where = `WHERE ${tests.map(({ sql }) => sql).join(' AND ')}`;
    const values = tests.flatMap((each) => each.values);
    const what = JSON.stringify(conditions);

    const ids = sqlite.prepare(`SELECT loan.id ${FROM} ${where} ORDER BY loan.balance DESC, loan.id DESC`).pluck();
    const expected = ids.all(...values) as number[];
    const request = { filter: { conditions }, sort: { column: 'balance', descending: true }, cursor: null } as const;
    expect((await pageOfIds(read, { ...request, limit: 1_000 })).ids, what).toEqual(expected);
    hits += expected.length;

    const totals = sqlite.prepare(`SELECT ${SUMS} ${FROM} ${where}`).get(...values);
    expect(await ledgerTotals(read, { conditions }), what).toEqual(totals);

    const groups = `unit.name AS a, loan.five_level AS b, substr(loan.due_date, 1, 4) AS c`;
    const cells = sqlite.prepare(`SELECT ${groups}, ${SUMS} ${FROM} ${where} GROUP BY a, b, c`).all(...values);
    const found = await ledgerSummary(read, { conditions }, ['unit', 'five-level', 'due-year']);
    const flat = found.map(({ key: [a, b, c], ...sums }) => ({ a, b, c, ...sums }));
    expect(new Set(flat.map((cell) => JSON.stringify(cell))), what).toEqual(
      new Set(cells.map((cell) => JSON.stringify(cell))),
    );
  }
  expect(hits).toBeGreaterThan(10_000);
});

it('keeps cells apart whose codes need more room than an array gives', async () => {
  const { read, sqlite } = folder.open.store;
  const dims = ['unit', 'officer', 'due-year', 'actual-user'] as const;
  const cells = await ledgerSummary(read, { conditions: [] }, [
    ...dims,
    'fine-level',
    'four-level',
    'guarantee',
    'sheet-status',
  ]);
  const groups = `loan.unit_id, officer, substr(due_date, 1, 4), occupancy, fine_level, four_level, guarantee_mode, sheet_status`;
  const rows = sqlite.prepare(`SELECT ${groups}, ${SUMS} FROM loan GROUP BY 1, 2, 3, 4, 5, 6, 7, 8`).all();
  expect(cells).toHaveLength(rows.length);
});

it('refuses a date that is none, and money that is not whole fen', async () => {
  const { read } = folder.open.store;
  const wrong: LedgerCondition[] = [
    { column: DATE_COLUMNS[0] as 'issueDate', operator: '>=', values: ['2020'] },
    { column: 'balance', operator: '=', values: [0.5] },
    { column: 'officer', operator: '>=', values: ['a'] },
  ];
  for (const each of wrong) await expect(ledgerTotals(read, { conditions: [each] })).rejects.toThrow('filter-invalid');
});
