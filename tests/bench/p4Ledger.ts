/** P4: ledger pages of random filters, orders and depths, from the contract's client to its reply, against raw SQL. */
import { Dice } from '@shared/domain/demo/random';
import type { LedgerCondition } from '@shared/domain/loans/ledger';
import type { Store } from '../../electron/database/store';
import { writeCursor } from '../../electron/features/loans/ledgerSort';
import { connect, filledFolder } from './folders';
import { type Line, percentile, ratios, spreadOf, timed } from './measure';

const PAGE = 50;
const REQUESTS = 400;

/** Orders whose key never misses, with their columns: for these the raw keyset comparison is a plain one. */
const ORDERS = [
  ['household', 'loan.party_id'],
  ['borrower', 'loan.sort_name'],
  ['contract', 'loan.contract_key'],
  ['balance', 'loan.balance'],
  ['principal', 'loan.principal'],
] as const;

const COLUMNS: Readonly<Record<string, string>> = {
  unit: 'unit.name',
  fiveLevel: 'loan.five_level',
  fourLevel: 'loan.four_level',
  guarantee: 'loan.guarantee_mode',
  sheet: 'loan.sheet',
  balance: 'loan.balance',
};

/** Every column of a ledger row, as one hand-written statement would fetch them. */
const SELECT = `SELECT loan.*, party.name, party.id_no, party.address, party.phone, unit.name,
  (SELECT group_concat(p.name, '、') FROM guarantee g JOIN party p ON p.id = g.party_id WHERE g.loan_id = loan.id),
  (SELECT group_concat(c.kind || ' ' || c.location, '；') FROM collateral c WHERE c.loan_id = loan.id)
  FROM loan JOIN party ON party.id = loan.party_id JOIN unit ON unit.id = loan.unit_id`;

/** As the contract takes it. */
type Condition = Omit<LedgerCondition, 'values'> & { values: (string | number)[] };

interface PageCase {
  readonly column: (typeof ORDERS)[number][0];
  readonly key: (typeof ORDERS)[number][1];
  readonly descending: boolean;
  readonly conditions: Condition[];
  /** The row behind which the page begins; null: the first page. */
  readonly start: { readonly key: string | number; readonly id: number } | null;
}

function conditionsOf(dice: Dice, units: readonly string[]): Condition[] {
  const choices: (() => Condition)[] = [
    () => ({ column: 'unit', operator: '=', values: [dice.pick(units)] }),
    () => ({ column: 'fiveLevel', operator: '=', values: [dice.pick(['正常', '关注', '次级', '可疑', '损失'])] }),
    () => ({ column: 'fourLevel', operator: '=', values: [dice.pick(['正常', '逾期', '呆滞', '呆账'])] }),
    () => ({ column: 'guarantee', operator: '=', values: [dice.pick(['信用', '保证', '抵押', '质押', '联保'])] }),
    () => ({ column: 'sheet', operator: '=', values: [dice.pick(['on', 'off'])] }),
    () => ({ column: 'balance', operator: '>=', values: [dice.between(0, 50_000_000)] }),
  ];
  const many = dice.between(0, 2);
  const first = dice.between(0, choices.length - 1);
  return Array.from({ length: many }, (_, index) =>
    (choices[(first + index * 2) % choices.length] as () => Condition)(),
  );
}

function caseOf(dice: Dice, store: Store, units: readonly string[], loans: number): PageCase {
  const [column, key] = dice.pick(ORDERS);
  const base = { column, key, descending: dice.chance(0.5), conditions: conditionsOf(dice, units) };
  if (dice.chance(0.3)) return { ...base, start: null };
  const id = dice.between(1, loans);
  const row = store.read.hot(`SELECT ${key} AS key, id FROM loan WHERE id = ?`).get(id);
  return { ...base, start: row as PageCase['start'] };
}

function rawPage(store: Store, page: PageCase): unknown[] {
  const { key, start, conditions } = page;
  const [beyond, direction] = page.descending ? ['<', 'DESC'] : ['>', 'ASC'];
  const tests = conditions.map((each) => `${COLUMNS[each.column]} ${each.operator} ?`);
  if (start) tests.push(`(${key}, loan.id) ${beyond} (?, ?)`);
  const where = tests.length === 0 ? '' : `WHERE ${tests.join(' AND ')}`;
  const sql = `${SELECT} ${where} ORDER BY ${key} ${direction}, loan.id ${direction} LIMIT ${PAGE}`;
  const values = [...conditions.flatMap((each) => [...each.values]), ...(start ? [start.key, start.id] : [])];
  return store.read.hot(sql).all(...values);
}

export async function p4(loans: number): Promise<Line[]> {
  const folder = await filledFolder(loans);
  const { store } = folder.open;
  const client = connect(folder.services);
  const dice = new Dice(loans, 40);
  const units = [...folder.units.keys()].slice(1);
  const pages = Array.from({ length: REQUESTS }, () => caseOf(dice, store, units, loans));
  const request = ({ column, descending, conditions, start }: PageCase) => ({
    filter: { conditions },
    sort: { column, descending },
    cursor: start ? writeCursor({ rank: 0, ...start }) : null,
    limit: PAGE,
  });
  // Both sides once unmeasured: statements get compiled, pages of the database come into the cache.
  for (const page of pages) {
    const { rows } = await client.api.loans.page(request(page));
    const raw = rawPage(store, page) as { id: number }[];
    if (rows.some((row, index) => row.id !== raw[index]?.id)) throw new Error('page and raw query disagree');
  }
  const times: number[] = [];
  const raws: number[] = [];
  for (const page of pages) {
    times.push(await timed(() => client.api.loans.page(request(page))));
    raws.push(await timed(() => rawPage(store, page)));
  }
  client.disconnect();
  await folder.remove();
  const p99 = percentile(times, 0.99);
  const ratio = percentile(times, 0.5) / percentile(raws, 0.5);
  const one = (value: number) => ({ min: value, median: value, max: value });
  const info = { goal: null, judged: 'median' } as const;
  return [
    { id: 'P4', work: 'ledger page, 99th percentile', unit: 'ms', spread: one(p99), goal: 16, judged: 'max' },
    { id: 'P4', work: 'ledger page, median / raw median', unit: 'x', spread: one(ratio), goal: 3, judged: 'median' },
    { id: '', work: 'ledger page', unit: 'ms', spread: spreadOf(times), ...info },
    { id: '', work: 'raw query', unit: 'ms', spread: spreadOf(raws), ...info },
    { id: '', work: 'page by page / raw', unit: 'x', spread: spreadOf(ratios(times, raws)), ...info },
  ];
}
