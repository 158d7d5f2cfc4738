/** Loans against the ledger: added, changed, unchanged; new, settled, worsened, absent (IMP-04). */
import { FIVE_LEVELS } from '@shared/domain/classification/classes';
import { foldText } from '@shared/domain/imports/foldText';
import type { LoanRecord } from '@shared/domain/imports/records';
import { searchTextOf } from '@shared/domain/search/searchText';
import { present } from '@shared/kernel/assert';
import {
  type Applied,
  type Applier,
  type ApplyContext,
  changedFields,
  type Differences,
  sameValues,
  writerFor,
} from './applier';
import { ENTITIES, type EntityWriter } from './entityWriter.repository';
import { PartyDirectory, type PartyInput, partyChanges } from './partyDirectory';

interface KnownLoan extends Readonly<Record<string, unknown>> {
  readonly id: number;
  readonly balance: number;
  readonly five_level: string | null;
  readonly loan_key: string;
}

const COLUMNS = ENTITIES.loan.columns;
/** Derived or internal columns that a person comparing two months does not want to read. */
const HIDDEN = new Set(['party_id', 'unit_id', 'sort_name', 'search_text', 'as_of', 'contract_key', 'loan_key']);

/** What may differ although the list says of the loan what it said before. */
const INCIDENTAL = new Set(['as_of', 'sort_name', 'search_text']);

export class LoanApplier implements Applier<'loans'> {
  readonly #context: ApplyContext;
  readonly #parties: PartyDirectory;
  readonly #writer: EntityWriter | null;
  readonly #seen = { on: new Set<string>(), off: new Set<string>() };
  /** Newest loan before this import; only loans up to it can be absent from the file. */
  readonly #newest: number;
  readonly #differences: Differences = { new: 0, settled: 0, worsened: 0, absent: 0 };

  constructor(context: ApplyContext) {
    this.#context = context;
    this.#newest = (context.db.hot('SELECT coalesce(max(id), 0) AS id FROM loan').get() as { id: number }).id;
    this.#parties = new PartyDirectory(context);
    this.#writer = writerFor(context, 'loan');
  }

  apply(record: LoanRecord, acceptWarnings: boolean): Applied {
    const known = this.#find(record);
    if (this.#newest > 0) this.#seen[record.sheet].add(known?.loan_key ?? loanKey(record));
    const unitId = present(this.#context.units.get(record.unit), 'the interpreter lets only known units through');
    const party: PartyInput = { ...record.borrower, unitId };
    if (!acceptWarnings && this.#parties.conflicts(party))
      return { status: 'warned', code: 'id-name-conflict', field: 'borrower' };
    const before = known && this.#parties.find(party);
    const borrower = this.#parties.take(party);
    const values = loanValues(record, borrower, unitId, this.#context.asOf, known?.loan_key ?? loanKey(record));
    if (!known) return this.#add(values);
    if (!sameValues(COLUMNS, known, values, INCIDENTAL)) return this.#change(known, record, values);
    const fields = before ? partyChanges(before, borrower) : [];
    return fields.length > 0 ? { status: 'changed', key: record.contractNo, fields } : { status: 'unchanged' };
  }

  /**
   * By contract and receipt; a list without receipt numbers means the contract's only loan, if it has only one.
   * Loans of this import are not looked for: the file's own checks let no key through twice.
   */
  #find(record: LoanRecord): KnownLoan | undefined {
    if (this.#newest === 0) return undefined;
    const key = loanKey(record);
    const exact = this.#context.db.hot('SELECT * FROM loan WHERE loan_key = ? AND id <= ?').get(key, this.#newest);
    return (exact as KnownLoan | undefined) ?? this.#findByContract(record);
  }

  /** Only loans that were there before and that the file has not named itself: two of its rows are two loans. */
  #findByContract(record: LoanRecord): KnownLoan | undefined {
    const sql = 'SELECT * FROM loan WHERE contract_key = ? AND id <= ?';
    const drawn = this.#context.db.hot(sql).all(record.contractKey, this.#newest) as KnownLoan[];
    const bare = loanKey({ ...record, receiptNo: null });
    const meant =
      record.receiptNo === null ? drawn.length === 1 && drawn[0] : drawn.find((loan) => loan.loan_key === bare);
    return meant && !this.#seen[record.sheet].has(meant.loan_key) ? meant : undefined;
  }

  #add(values: readonly unknown[]): Applied {
    this.#writer?.insert(values);
    this.#differences.new += 1;
    return { status: 'added' };
  }

  #change(known: KnownLoan, record: LoanRecord, values: readonly unknown[]): Applied {
    this.#writer?.update(known.id, values);
    if (known.balance > 0 && record.balanceFen === 0) this.#differences.settled += 1;
    if (isWorse(known.five_level, record.fiveLevel)) this.#differences.worsened += 1;
    return { status: 'changed', key: record.contractNo, fields: changedFields(COLUMNS, known, values, HIDDEN) };
  }

  /** Loans of the same sheet that still have a balance and that the file no longer names. */
  finish(differences: Differences): void {
    this.#parties.finish();
    this.#writer?.finish();
    Object.assign(differences, this.#differences);
    for (const sheet of ['on', 'off'] as const) {
      if (this.#seen[sheet].size === 0) continue;
      const rows = this.#context.db
        .hot('SELECT loan_key AS key FROM loan WHERE id <= ? AND sheet = ? AND balance > 0')
        .iterate(this.#newest, sheet);
      for (const row of rows) if (!this.#seen[sheet].has((row as { key: string }).key)) differences.absent += 1;
    }
  }
}

/** A contract may be drawn in several receipts (借据), each a loan of its own. */
const loanKey = (record: { contractKey: string; receiptNo: string | null }): string =>
  `${record.contractKey}|${foldText(record.receiptNo ?? '')}`;

/** -1: no class of the five. */
const rankOf = (level: string): number => (FIVE_LEVELS as readonly string[]).indexOf(level);

const isWorse = (from: string | null, to: string | null): boolean =>
  from !== null && to !== null && rankOf(to) > rankOf(from);

const joined = (words: readonly string[]): string | null => (words.length > 0 ? words.join('、') : null);

/** In the order of ENTITIES.loan.columns. */
function loanValues(
  record: LoanRecord,
  borrower: { id: number; sort_name: string | number | null },
  unitId: number,
  asOf: string,
  key: string,
): readonly unknown[] {
  return [
    borrower.id,
    unitId,
    record.contractNo,
    record.contractKey,
    key,
    record.receiptNo,
    record.issueDate,
    record.dueDate,
    record.extendedDueDate,
    record.principalFen,
    record.balanceFen,
    record.interestOnFen,
    record.interestOffFen,
    record.annualRate,
    record.guaranteeMode,
    record.purpose,
    record.subject,
    record.sheet,
    record.sheetStatus,
    record.offBalanceDate,
    record.fourLevel,
    record.fiveLevel,
    record.fineLevel,
    record.nplDate,
    record.officer,
    record.approver,
    record.occupancy,
    record.actualUser,
    joined(record.specialFlags),
    record.borrowerStatus,
    record.guarantorNames,
    record.remark,
    asOf,
    borrower.sort_name,
    searchTextOf([record.contractNo, record.receiptNo]),
  ];
}
