/** LOAN-05: pages of the ledger, every way of finding them, against a plain filter and sort in JavaScript. */
import { FIVE_LEVELS } from '@shared/domain/classification/classes';
import { type LedgerFilter, SORT_COLUMNS, type SortColumn } from '@shared/domain/loans/ledger';
import { foldForSearch } from '@shared/domain/search/searchText';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadDb } from '../../../../electron/database/store';
import { ledgerMemory } from '../../../../electron/features/loans/ledgerMemory.repository';
import { pageOfIds } from '../../../../electron/features/loans/ledgerPage.repository';
import type { SearchLimits } from '../../../../electron/features/loans/ledgerSearch.repository';
import { ledgerTotals } from '../../../../electron/features/loans/ledgerTotals';
import { Builder } from '../../../support/builders';
import { makeFolder, TEST_UNITS, type TestFolder } from '../../../support/openFolder';

/** How a search finds its rows: all that may match at once, row by row along the order, or first one, then the other. */
const SEARCHES: Record<string, SearchLimits> = {
  'as it comes': { few: 20_000, patience: 2_000 },
  'row by row': { few: 0, patience: Number.POSITIVE_INFINITY },
  'changing on the way': { few: 0, patience: 60 },
};
const USUAL = SEARCHES['as it comes'] as SearchLimits;

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

/** The same folder as somebody sees it who has not asked anything yet. */
const freshDb = (): ReadDb => ({ ...folder.open.store.read });

async function allPages(
  filter: LedgerFilter,
  column: SortColumn,
  descending: boolean,
  limit: number,
  limits = USUAL,
  db = folder.open.store.read,
) {
  const ids: number[] = [];
  let cursor: string | null = null;
  do {
    const request = { filter, sort: { column, descending }, cursor, limit };
    const page: { ids: number[]; next: string | null } = await pageOfIds(db, request, limits);
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
  for (const [way, limits] of Object.entries(SEARCHES)) {
    it(`show every row once, in order, missing values last: ${way}`, async () => {
      const db = freshDb();
      for (const [filter, fits] of FILTERS) {
        for (const column of SORT_COLUMNS) {
          for (const descending of [false, true]) {
            const found = await allPages(filter, column, descending, 53, limits, db);
            const wanted = expectedIds(fits, column, descending);
            expect(found, JSON.stringify([filter, column, descending])).toEqual(wanted);
          }
        }
      }
    });
  }

  it('begin alike before the ledger is read', async () => {
    for (const column of SORT_COLUMNS) {
      for (const descending of [false, true]) {
        for (const limit of [53, 699]) {
          const db = freshDb();
          const request = { filter: { conditions: [] }, sort: { column, descending }, limit };
          const first = await pageOfIds(db, { ...request, cursor: null });
          expect(ledgerMemory(db).ready).toBe(false);
          const second = await pageOfIds(db, { ...request, cursor: first.next });
          const wanted = expectedIds(() => true, column, descending);
          expect([...first.ids, ...second.ids], `${column} ${descending}`).toEqual(wanted.slice(0, 2 * limit));
        }
      }
    }
  });

  it('go on behind a loan that is gone', async () => {
    const [filter] = FILTERS[0] as (typeof FILTERS)[number];
    const { read } = folder.open.store;
    for (const column of SORT_COLUMNS) {
      const request = { filter, sort: { column, descending: true }, limit: 40 };
      const first = await pageOfIds(read, { ...request, cursor: null });
      read.hot('UPDATE loan SET id = 9000 + id WHERE id = ?').run(first.ids.at(-1));
      const { ids } = await pageOfIds(read, { ...request, cursor: first.next });
      read.hot('UPDATE loan SET id = id - 9000 WHERE id > 9000').run();
      const expected = expectedIds(() => true, column, true).slice(40, 80);
      // Under its new number it stands before its former place, in the same direction.
      expect(ids, column).toEqual(expected);
    }
  });

  it('show what was written since the page before, and a write elsewhere leaves the ledger in memory', async () => {
    const filter: LedgerFilter = { conditions: [{ column: 'officer', operator: '=', values: ['新来的'] }] };
    const { store, actor } = folder.open;
    expect(await allPages(filter, 'balance', false, 10)).toEqual([]);
    const audit = { action: 'test.change', objectKind: 'loan', objectId: '5' };
    const change = store.write(actor, async (tx) => {
      await tx.q.updateTable('loan').set({ officer: '新来的' }).where('id', 'in', [5, 6]).execute();
      return { result: null, audit };
    });
    const meanwhile = store.reading(() => allPages(filter, 'balance', false, 10));
    await change;
    expect((await meanwhile).toSorted()).toEqual([5, 6]);
    const before = ledgerMemory(store.read);
    await store.write(actor, async (tx) => {
      const draft = { definition: '{}', name: 'loan', shared: 0, user_id: actor.userId as number };
      await tx.q.insertInto('saved_view').values(draft).execute();
      return { result: null, audit };
    });
    expect(ledgerMemory(store.read)).toBe(before);
    const failing = store.write(actor, async (tx) => {
      tx.hot('UPDATE loan SET officer = NULL WHERE id = ?').run(5);
      expect(await allPages(filter, 'balance', false, 10, USUAL, store.read)).toEqual([6]);
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    expect((await allPages(filter, 'balance', false, 10)).toSorted()).toEqual([5, 6]);
    for (const row of rows.filter(({ id }) => id === 5 || id === 6)) {
      store.read.hot('UPDATE loan SET officer = ? WHERE id = ?').run(row.officer, row.id);
    }
  });

  it('stay the same for any page length', async () => {
    const [filter, fits] = FILTERS[7] as (typeof FILTERS)[number];
    for (const limit of [1, 2, 7, 200]) {
      expect(await allPages(filter, 'dueDate', true, limit)).toEqual(expectedIds(fits, 'dueDate', true));
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
    for (let index = 0; index < 100; index += 1) {
      const fields = (rows[next(rows.length)] as Row).text.split('\n');
      const field = [...(fields[next(fields.length)] as string)];
      const from = next(Math.max(1, field.length - 1));
      texts.push(field.slice(from, from + 2 + next(8)).join(''));
    }
    for (const limits of Object.values(SEARCHES)) {
      const db = freshDb();
      for (const text of texts) {
        const filter = { text, conditions: [] };
        const expected = expectedIds(includes(text), 'balance', false);
        expect(await allPages(filter, 'balance', false, 200, limits, db), text).toEqual(expected);
        expect((await ledgerTotals(db, filter)).loans, text).toBe(expected.length);
        expect(await allPages(filter, 'balance', false, 200, limits, db), text).toEqual(expected);
      }
    }
  });

  it('does not take 人民路112号 or 人民路1号2单元 for 人民路12号', async () => {
    const found = await allPages({ text: '人民路12号', conditions: [] }, 'contract', false, 200);
    expect(found.length).toBeGreaterThan(0);
    const others = rows.filter((row) => found.includes(row.id) && !row.text.includes('人民路12号'));
    expect(others).toEqual([]);
  });
});
