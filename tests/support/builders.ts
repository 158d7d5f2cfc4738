/** Rows for tests, put into the database directly: a test names what matters to it, the rest is plausible. */
import { contractKey } from '@shared/domain/imports/foldText';
import { grams, searchTextOf } from '@shared/domain/search/searchText';
import { sortKey } from '@shared/domain/search/sortKey';
import type { Insertable } from 'kysely';
import type {
  AppraisalTable,
  CollateralTable,
  GuaranteeTable,
  LoanTable,
  MonthEndTable,
  PartyTable,
  ReceiptTable,
} from '../../electron/database/schema';
import type { OpenFolder } from '../../electron/openFolder';

type Given<T> = Partial<Insertable<T>>;

export class Builder {
  readonly #open: OpenFolder;
  #count = 0;

  constructor(open: OpenFolder) {
    this.#open = open;
  }

  /** Several rows at once in one transaction; without it each row is flushed to the disk on its own. */
  batch<T>(work: () => T): T {
    this.#open.store.sqlite.exec('BEGIN');
    try {
      const result = work();
      this.#open.store.sqlite.exec('COMMIT');
      return result;
    } catch (error) {
      this.#open.store.sqlite.exec('ROLLBACK');
      throw error;
    }
  }

  unitId(name: string): number {
    const row = this.#open.store.sqlite.prepare('SELECT id FROM unit WHERE name = ?').get(name);
    if (!row) throw new Error(`no unit ${name}`);
    return (row as { id: number }).id;
  }

  /** A person without identifier unless given. */
  party(given: Given<PartyTable> = {}): number {
    const name = given.name ?? `借款人${this.#next()}`;
    const row = {
      kind: 'person',
      name,
      sort_name: sortKey(name),
      search_text: searchTextOf([name, given.id_no, given.phone, given.address]),
      ...given,
    };
    return this.#insertSearched('party', row);
  }

  /** Balance 10,000.00 yuan on the balance sheet, in the first sub-branch, as of 2026-10-31. */
  loan(given: Given<LoanTable> = {}): number {
    const number = this.#next();
    const party = given.party_id ?? this.party();
    const contract = given.contract_no ?? `测试（2020）第${String(number).padStart(6, '0')}号`;
    const row = {
      party_id: party,
      unit_id: this.unitId('青石分理处'),
      contract_no: contract,
      contract_key: contractKey(contract),
      loan_key: `${contractKey(contract)}|`,
      principal: 1_000_000,
      balance: 1_000_000,
      interest_on: 0,
      interest_off: 0,
      sheet: 'on',
      as_of: '2026-10-31',
      sort_name: this.#sortName(party),
      search_text: searchTextOf([contract, given.receipt_no]),
      ...given,
    };
    return this.#insertSearched('loan', row);
  }

  guarantee(given: Given<GuaranteeTable> & { loan_id: number }): number {
    const party = given.party_id ?? this.party();
    return this.#insert('guarantee', { party_id: party, kind: 'joint', ...given });
  }

  collateral(given: Given<CollateralTable> & { loan_id: number }): number {
    const number = this.#next();
    return this.#insert('collateral', {
      item_no: String(number),
      security: '抵押',
      kind: '房产',
      ...given,
    });
  }

  appraisal(given: Given<AppraisalTable> & { collateral_id: number }): void {
    this.#insert('appraisal', { seq: 1, valued_on: '2020-01-01', value: 10_000_000, ...given });
  }

  receipt(given: Given<ReceiptTable> & { loan_id: number }): number {
    const number = this.#next();
    return this.#insert('receipt', {
      receipt_no: `SH${String(number).padStart(8, '0')}`,
      received_on: '2026-10-15',
      principal: 100_000,
      interest: 0,
      ...given,
    });
  }

  share(given: { receipt_id: number; seq: number; name: string; ppm: number }): void {
    this.#insert('receipt_share', given);
  }

  monthEnd(given: Given<MonthEndTable> & { contract_no: string }): number {
    return this.#insert('month_end', {
      month: '2026-10',
      contract_key: contractKey(given.contract_no),
      balance: 1_000_000,
      five_level: '次级',
      ...given,
    });
  }

  #next(): number {
    this.#count += 1;
    return this.#count;
  }

  #sortName(party: number): string {
    const row = this.#open.store.read.hot('SELECT sort_name FROM party WHERE id = ?').get(party);
    return (row as { sort_name: string }).sort_name;
  }

  #insert(table: string, row: Record<string, unknown>): number {
    const columns = Object.keys(row);
    const marks = columns.map(() => '?').join(', ');
    const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`;
    return Number(this.#open.store.read.hot(sql).run(...Object.values(row)).lastInsertRowid);
  }

  #insertSearched(table: 'party' | 'loan', row: Record<string, unknown> & { search_text: string }): number {
    const id = this.#insert(table, row);
    const index = `INSERT INTO ${table}_gram (rowid, grams) VALUES (?, ?)`;
    this.#open.store.read.hot(index).run(id, grams(row.search_text).join(' '));
    return id;
  }
}
