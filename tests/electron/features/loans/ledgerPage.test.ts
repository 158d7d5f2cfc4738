/** LOAN-05: pages of the ledger, every way of finding them, against a plain filter and sort in JavaScript. */
import { FIVE_LEVELS, type LedgerFilter, SORT_COLUMNS, type SortColumn } from '@shared/domain/loans/ledger';
import { foldForSearch } from '@shared/domain/search/searchText';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PageLimits, pageOfIds } from '../../../../electron/features/loans/ledgerPage.repository';
import { Builder } from '../../../support/builders';
import { makeFolder, TEST_UNITS, type TestFolder } from '../../../support/openFolder';

const WAYS: Record<string, PageLimits> = {
  'as it comes': { shortList: 5_000, walkRows: 3_000, walkRowsPerHit: 30 },
  'always walking': { shortList: -1, walkRows: 1_000_000, walkRowsPerHit: 1 },
  'giving up at once': { shortList: -1, walkRows: 2, walkRowsPerHit: 0 },
  'giving up on the way': { shortList: 20, walkRows: 37, walkRowsPerHit: 0 },
};

/** Reproducible numbers from 0 to below `n`. */
function dice(seed: number) {
  let state = seed;
  return (n: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

interface Row {
  id: number;
  party_id: number;
  unit: string;
  unit_id: number;
  name: string;
  sort_name: string;
  contract_key: string;
  due_date: string | null;
  npl_date: string | null;
  issue_date: string | null;
  balance: number;
  principal: number;
  five_level: string | null;
  officer: string | null;
  receipt_no: string | null;
  text: string;
}

let folder: TestFolder;
let rows: Row[];

const NAMES = ['张三', '李四', '杨𠮷', '李㛃', '阿依·古丽', '奉节县某某有限公司', '王某', '王小某', '罗二'];
const ROADS = [
  '人民路12号',
  '人民路112号',
  '人民路1号2单元',
  '人民路21号',
  '人民南路12号',
  '竹园村（3）组',
  '竹园村3组',
  '解放路88号',
];

beforeAll(async () => {
  folder = await makeFolder();
  const build = new Builder(folder.open);
  const next = dice(20_261_122);
  const pick = <T>(values: readonly T[]) => values[next(values.length)] as T;
  const day = () => (next(6) === 0 ? null : `20${10 + next(9)}-0${1 + next(9)}-1${next(10)}`);
  build.batch(() => {
    const parties = Array.from({ length: 120 }, (_, index) =>
      build.party({
        name: pick(NAMES) + (index % 3 === 0 ? '' : String(index % 7)),
        phone: `154${10_000_000 + next(90_000_000)}`,
        id_no: next(4) === 0 ? null : `51222619${100_000 + index}${1000 + next(9000)}`,
        address: `奉节县${pick(ROADS)}`,
      }),
    );
    for (let index = 0; index < 700; index += 1) {
      build.loan({
        party_id: pick(parties),
        unit_id: build.unitId(pick(TEST_UNITS)),
        contract_no: `青石[${2000 + next(20)}]字（${index % 2 ? '' : 'A'}）第${index}号`,
        receipt_no: next(5) === 0 ? null : `000${36_000 + next(400)}`,
        due_date: day(),
        npl_date: day(),
        issue_date: day(),
        balance: next(12) * 100_000,
        principal: 1_000_000 + next(20) * 100_000,
        five_level: next(7) === 0 ? null : pick(FIVE_LEVELS),
        officer: next(5) === 0 ? null : pick(['龚强', '周柏福', '李小蓉']),
      });
    }
  });
  rows = folder.open.store.sqlite
    .prepare(
      `SELECT loan.*, unit.name AS unit, party.name AS name, party.search_text || char(10) || loan.search_text AS text
       FROM loan JOIN party ON party.id = party_id JOIN unit ON unit.id = loan.unit_id`,
    )
    .all() as Row[];
});
afterAll(() => folder.close());

const KEYS: Record<SortColumn, (row: Row) => string | number | null> = {
  household: (row) => row.party_id,
  borrower: (row) => row.sort_name,
  unit: (row) => row.unit_id,
  contract: (row) => row.contract_key,
  dueDate: (row) => row.due_date,
  balance: (row) => row.balance,
  principal: (row) => row.principal,
  fiveLevel: (row) => (row.five_level === null ? null : FIVE_LEVELS.indexOf(row.five_level as '正常')),
  nplDate: (row) => row.npl_date,
};

const compare = (a: string | number, b: string | number) =>
  typeof a === 'number' && typeof b === 'number' ? a - b : Buffer.compare(Buffer.from(`${a}`), Buffer.from(`${b}`));

function expectedIds(fits: (row: Row) => boolean, column: SortColumn, descending: boolean): number[] {
  const sign = descending ? -1 : 1;
  return rows
    .filter(fits)
    .sort((left, right) => {
      const [a, b] = [KEYS[column](left), KEYS[column](right)];
      if (a === null || b === null) return a === b ? sign * (left.id - right.id) : a === null ? 1 : -1;
      return sign * (compare(a, b) || left.id - right.id);
    })
    .map((row) => row.id);
}

async function allPages(
  filter: LedgerFilter,
  column: SortColumn,
  descending: boolean,
  limit: number,
  limits: PageLimits,
) {
  const ids: number[] = [];
  let cursor: string | null = null;
  do {
    const request = { filter, sort: { column, descending }, cursor, limit };
    const page: { ids: number[]; next: string | null } = await pageOfIds(folder.open.store.read, request, limits);
    expect(page.ids.length).toBeLessThanOrEqual(limit);
    ids.push(...page.ids);
    cursor = page.next;
  } while (cursor !== null);
  return ids;
}

const includes = (text: string) => (row: Row) => row.text.includes(foldForSearch(text));

const FILTERS: [LedgerFilter, (row: Row) => boolean][] = [
  [{ conditions: [] }, () => true],
  [{ conditions: [{ column: 'unit', operator: '=', values: ['白水分理处'] }] }, (row) => row.unit === '白水分理处'],
  [
    { conditions: [{ column: 'unit', operator: 'in', values: ['长滩分理处', '青石分理处'] }] },
    (row) => /长滩|青石/.test(row.unit),
  ],
  [{ conditions: [{ column: 'unit', operator: '=', values: ['没有的单位'] }] }, () => false],
  [{ conditions: [{ column: 'fiveLevel', operator: '=', values: ['损失'] }] }, (row) => row.five_level === '损失'],
  [{ conditions: [{ column: 'fiveLevel', operator: '=', values: [''] }] }, (row) => row.five_level === null],
  [
    { conditions: [{ column: 'fiveLevel', operator: 'in', values: ['可疑', ''] }] },
    (row) => row.five_level === '可疑' || row.five_level === null,
  ],
  [
    {
      conditions: [
        { column: 'balance', operator: '>=', values: [300_000] },
        { column: 'balance', operator: '<=', values: [700_000] },
        { column: 'dueDate', operator: '>=', values: ['2013-01-01'] },
      ],
    },
    (row) => row.balance >= 300_000 && row.balance <= 700_000 && (row.due_date ?? '') >= '2013-01-01',
  ],
  [
    {
      conditions: [
        { column: 'dueDate', operator: '<=', values: ['2015-06-30'] },
        { column: 'officer', operator: '=', values: ['龚强'] },
      ],
    },
    (row) => row.due_date !== null && row.due_date <= '2015-06-30' && row.officer === '龚强',
  ],
  [{ conditions: [{ column: 'balance', operator: '=', values: [500_000] }] }, (row) => row.balance === 500_000],
  [{ conditions: [{ column: 'officer', operator: '=', values: [''] }] }, (row) => row.officer === null],
  [{ conditions: [{ column: 'borrower', operator: '~', values: ['𠮷'] }] }, (row) => row.name.includes('𠮷')],
  [{ conditions: [{ column: 'borrower', operator: '=', values: ['王某'] }] }, (row) => row.name === '王某'],
  [
    { conditions: [{ column: 'contract', operator: '~', values: ['（2008）字'] }] },
    (row) => row.contract_key.includes('(2008)字'),
  ],
  [
    { conditions: [{ column: 'receipt', operator: '~', values: ['0360'] }] },
    (row) => row.receipt_no?.includes('0360') === true,
  ],
  [{ text: '人民路12号', conditions: [] }, includes('人民路12号')],
  [
    { text: '12', conditions: [{ column: 'fiveLevel', operator: '=', values: ['次级'] }] },
    (row) => row.five_level === '次级' && row.text.includes('12'),
  ],
];

describe('LOAN-05 pages of the ledger', () => {
  for (const [way, limits] of Object.entries(WAYS)) {
    it(`show every row once, in order, missing values last: ${way}`, async () => {
      for (const [filter, fits] of FILTERS) {
        for (const column of SORT_COLUMNS) {
          for (const descending of [false, true]) {
            const found = await allPages(filter, column, descending, 53, limits);
            const wanted = expectedIds(fits, column, descending);
            expect(found, JSON.stringify([filter, column, descending])).toEqual(wanted);
          }
        }
      }
    });
  }

  it('show what was written since the page before', async () => {
    const filter: LedgerFilter = { conditions: [{ column: 'officer', operator: '=', values: ['新来的'] }] };
    const limits = WAYS['giving up at once'] as PageLimits;
    expect(await allPages(filter, 'balance', false, 10, limits)).toEqual([]);
    const { sqlite } = folder.open.store;
    sqlite.exec("BEGIN; UPDATE loan SET officer = '新来的' WHERE id IN (5, 6)");
    expect(new Set(await allPages(filter, 'balance', false, 10, limits))).toEqual(new Set([5, 6]));
    sqlite.exec('ROLLBACK');
    sqlite.exec('UPDATE loan SET remark = NULL WHERE id = 1');
    expect(await allPages(filter, 'balance', false, 10, limits)).toEqual([]);
  });

  it('stay the same for any page length', async () => {
    const [filter, fits] = FILTERS[7] as (typeof FILTERS)[number];
    for (const limit of [1, 2, 7, 200]) {
      const found = await allPages(filter, 'dueDate', true, limit, WAYS['as it comes'] as PageLimits);
      expect(found).toEqual(expectedIds(fits, 'dueDate', true));
    }
  });

  it('refuse a cursor and a condition that make no sense', async () => {
    const request = { filter: { conditions: [] }, sort: { column: 'balance', descending: false }, limit: 5 } as const;
    await expect(pageOfIds(folder.open.store.read, { ...request, cursor: 'x' })).rejects.toThrow('cursor-invalid');
    const filter: LedgerFilter = { conditions: [{ column: 'officer', operator: '>=', values: ['a'] }] };
    await expect(pageOfIds(folder.open.store.read, { ...request, filter, cursor: null })).rejects.toThrow(
      'filter-invalid',
    );
  });
});

describe('LOAN-05 search by any part of a text', () => {
  it('has no false hit and no miss for any substring', async () => {
    const next = dice(7);
    const texts = [
      '杨𠮷',
      '𠮷',
      '·古',
      '（3）',
      '(3)',
      '[2008]',
      '〔2008〕',
      '路1',
      '12',
      '2号',
      '00360',
      '奉节',
      'a)第',
      '第7',
    ];
    for (let index = 0; index < 300; index += 1) {
      const fields = (rows[next(rows.length)] as Row).text.split('\n');
      const field = [...(fields[next(fields.length)] as string)];
      const from = next(Math.max(1, field.length - 1));
      texts.push(field.slice(from, from + 2 + next(8)).join(''));
    }
    for (const text of texts) {
      for (const limits of Object.values(WAYS)) {
        const found = await allPages({ text, conditions: [] }, 'balance', false, 200, limits);
        expect(found, text).toEqual(expectedIds(includes(text), 'balance', false));
      }
    }
  });

  it('does not take 人民路112号 or 人民路1号2单元 for 人民路12号', async () => {
    const found = await allPages(
      { text: '人民路12号', conditions: [] },
      'contract',
      false,
      200,
      WAYS['as it comes'] as PageLimits,
    );
    expect(found.length).toBeGreaterThan(0);
    const others = rows.filter((row) => found.includes(row.id) && !row.text.includes('人民路12号'));
    expect(others).toEqual([]);
  });
});
