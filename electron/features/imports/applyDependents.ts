/** Guarantees, collateral, receipts and month-end classes: records that hang on a loan by its contract number. */
import type {
  ClassificationRecord,
  CollateralRecord,
  GuaranteeRecord,
  ReceiptRecord,
} from '@shared/domain/imports/records';
import { type HandReceipt, handReceipts } from '../receipts/receipts.repository';
import { type Applied, type Applier, type ApplyContext, changedFields, sameValues, writerFor } from './applier';
import {
  type BeforeImage,
  ENTITIES,
  type EntityName,
  type EntityWriter,
  imageOf,
  readImage,
} from './entityWriter.repository';
import { ExistingKeys } from './existingKeys.repository';
import { PartyDirectory, partyChanges } from './partyDirectory';

interface LoanRef {
  readonly id: number;
  readonly unit_id: number;
}

const UNKNOWN_CONTRACT: Applied = { status: 'refused', code: 'contract-unknown', field: 'contractNo' };
const HIDDEN = new Set(['loan_id', 'party_id', 'contract_key']);

/** A row by its key; `image` when this import stored it, and in a dry run it then has no id. */
interface KnownRow {
  readonly id: number;
  readonly image?: BeforeImage;
}

/** The part that the kinds share: known rows by key, the writer, the three outcomes. */
export class Dependents {
  readonly #context: ApplyContext;
  readonly #name: EntityName;
  readonly #columns: readonly string[];
  readonly #known: ExistingKeys<KnownRow>;
  readonly #writer: EntityWriter | null;
  readonly loans: ExistingKeys<LoanRef>;

  constructor(context: ApplyContext, name: EntityName, key: string) {
    this.#context = context;
    this.#name = name;
    this.#columns = ENTITIES[name].columns;
    const { db, expected } = context;
    this.#known = new ExistingKeys(db, {
      table: name,
      columns: 'id',
      key,
      expected: Number.POSITIVE_INFINITY,
    });
    this.loans = new ExistingKeys(db, { table: 'loan', columns: 'id, unit_id', key: 'contract_key', expected });
    this.#writer = writerFor(context, name);
  }

  /** What is stored under the key, by this import or before. */
  known(key: string): BeforeImage | null {
    const known = this.#known.find(key);
    return known ? (known.image ?? readImage(this.#context.db, this.#name, known.id)) : null;
  }

  /** From now on the row is known by this key as well. */
  adopt(key: string, id: number): void {
    this.#known.remember(key, { id });
  }

  /** `stored`: what is known under the key, for whoever has looked already. */
  store(
    key: string,
    label: string,
    row: readonly unknown[],
    children: readonly (readonly unknown[])[] = [],
    stored: BeforeImage | null = null,
  ): Applied {
    const known = this.#known.find(key);
    const image = imageOf(this.#name, row, children);
    if (!known) {
      const id = this.#writer?.insert(row, children) ?? 0;
      this.#known.remember(key, { id, image });
      return { status: 'added' };
    }
    const before = stored ?? known.image ?? readImage(this.#context.db, this.#name, known.id);
    if (sameValues(this.#columns, before.row, row) && sameChildren(before, image)) return { status: 'unchanged' };
    this.#writer?.update(known.id, row, children);
    this.#known.remember(key, { id: known.id, image });
    return { status: 'changed', key: label, fields: changedFields(this.#columns, before.row, row, HIDDEN) };
  }

  finish(): void {
    this.#writer?.finish();
  }
}

const sameChildren = (before: BeforeImage, after: BeforeImage): boolean =>
  before.children.length === after.children.length &&
  after.children.every((child, index) =>
    Object.entries(child).every(([column, value]) => before.children[index]?.[column] === value),
  );

export class GuaranteeApplier implements Applier<'guarantors'> {
  readonly #rows: Dependents;
  readonly #parties: PartyDirectory;

  constructor(context: ApplyContext) {
    this.#rows = new Dependents(
      context,
      'guarantee',
      "loan_id || ':' || party_id || ':' || coalesce(guarantee_contract_no, '')",
    );
    this.#parties = new PartyDirectory(context);
  }

  apply(record: GuaranteeRecord, acceptWarnings: boolean): Applied {
    const loan = this.#rows.loans.find(record.contractKey);
    if (!loan) return UNKNOWN_CONTRACT;
    const input = { ...record.guarantor, unitId: loan.unit_id, employer: record.employer };
    if (!acceptWarnings && this.#parties.conflicts(input))
      return { status: 'warned', code: 'id-name-conflict', field: 'guarantor' };
    const before = this.#parties.find(input);
    const guarantor = this.#parties.take(input);
    const key = `${loan.id}:${guarantor.id}:${record.guaranteeContractNo ?? ''}`;
    const applied = this.#rows.store(key, record.contractNo, [
      loan.id,
      guarantor.id,
      record.guaranteeContractNo,
      record.kind,
      record.amountFen,
      record.periodStart,
      record.periodEnd,
      record.periodWording,
      record.relation,
      record.remark,
    ]);
    const fields = before ? partyChanges(before, guarantor) : [];
    const tellsOnlyOfParty = applied.status === 'unchanged' && fields.length > 0;
    return tellsOnlyOfParty ? { status: 'changed', key: record.contractNo, fields } : applied;
  }

  finish(): void {
    this.#parties.finish();
    this.#rows.finish();
  }
}

export class CollateralApplier implements Applier<'collateral'> {
  readonly #rows: Dependents;

  constructor(context: ApplyContext) {
    this.#rows = new Dependents(context, 'collateral', "loan_id || ':' || item_no");
  }

  apply(record: CollateralRecord): Applied {
    const loan = this.#rows.loans.find(record.contractKey);
    if (!loan) return UNKNOWN_CONTRACT;
    const values = [
      loan.id,
      record.itemNo,
      record.security,
      record.kind,
      record.location,
      record.quantity,
      record.ownerName,
      record.ownerIdNo,
      record.certificateNo,
      record.registeredOn,
      record.registrationExpiry,
      record.sufficient,
      record.validity,
    ];
    const valued: [string | null, number | null][] = [
      [record.firstValuedOn, record.firstValueFen],
      [record.latestValuedOn, record.latestValueFen],
    ];
    const appraisals = valued.flatMap(([on, value], index) => (value === null ? [] : [[index + 1, on, value]]));
    return this.#rows.store(`${loan.id}:${record.itemNo}`, record.contractNo, values, appraisals);
  }

  finish(): void {
    this.#rows.finish();
  }
}

const RECEIPT_COLUMNS = ENTITIES.receipt.columns;

/**
 * The core banking system's record of money that was recorded here by hand is the same receipt: it takes that row over, with
 * its number and the way in which it was booked. What a file does not say of a receipt is left as it is.
 */
export class ReceiptApplier implements Applier<'receipts'> {
  readonly #rows: Dependents;
  readonly #byHand: Map<string, HandReceipt>;

  constructor(context: ApplyContext) {
    this.#rows = new Dependents(context, 'receipt', 'receipt_no');
    const sameMoney = (receipt: HandReceipt) =>
      [receipt.receivedOn, receipt.bookedOn].map((on) => moneyKey(receipt.loanId, on, receipt.voucherNo));
    const receipts = handReceipts(context.db);
    this.#byHand = new Map(receipts.flatMap((receipt) => sameMoney(receipt).map((key) => [key, receipt])));
  }

  apply(record: ReceiptRecord, acceptWarnings: boolean): Applied {
    const loan = this.#rows.loans.find(record.contractKey);
    if (!loan) return UNKNOWN_CONTRACT;
    const { receiptNo, receivedOn, voucherNo, principalFen, interestFen } = record;
    let stored = this.#rows.known(receiptNo);
    const byHand =
      stored || record.reversesNo !== null ? undefined : this.#byHand.get(moneyKey(loan.id, receivedOn, voucherNo));
    if (byHand && byHand.total !== principalFen + interestFen && !acceptWarnings)
      return { status: 'warned', code: 'receipt-by-hand-differs', field: 'principal' };
    if (byHand) stored = this.#take(receiptNo, byHand);
    const said = (column: (typeof RECEIPT_COLUMNS)[number], value: string | null) =>
      value ?? stored?.row[column] ?? null;
    const values = [
      receiptNo,
      receivedOn,
      loan.id,
      principalFen,
      interestFen,
      said('method', record.method),
      said('payer', record.payer),
      said('voucher_no', voucherNo),
      record.reversesNo,
      said('remark', record.remark),
    ];
    const shares = record.shares.map((share, index) => [index + 1, share.name, share.ppm]);
    const kept = (stored?.children ?? []).map(({ seq, name, ppm }) => [seq, name, ppm]);
    return this.#rows.store(receiptNo, receiptNo, values, shares.length > 0 ? shares : kept, stored);
  }

  /** Once: a second record of the same money is another receipt. */
  #take(receiptNo: string, byHand: HandReceipt): BeforeImage | null {
    this.#rows.adopt(receiptNo, byHand.id);
    for (const on of [byHand.receivedOn, byHand.bookedOn])
      this.#byHand.delete(moneyKey(byHand.loanId, on, byHand.voucherNo));
    return this.#rows.known(receiptNo);
  }

  finish(): void {
    this.#rows.finish();
  }
}

const moneyKey = (loanId: number, on: string, voucherNo: string | null): string => `${loanId} ${on} ${voucherNo}`;

/** A contract in neither list was settled on the way: its months are kept without a loan (LOAN-08). */
export class ClassificationApplier implements Applier<'classification-history'> {
  readonly #rows: Dependents;

  constructor(context: ApplyContext) {
    this.#rows = new Dependents(context, 'month_end', "contract_key || ':' || month");
  }

  apply(record: ClassificationRecord): Applied {
    const loan = this.#rows.loans.find(record.contractKey);
    const key = `${record.contractKey}:${record.month}`;
    return this.#rows.store(key, `${record.contractNo} ${record.month}`, [
      record.month,
      record.contractKey,
      record.contractNo,
      loan?.id ?? null,
      record.balanceFen,
      record.fiveLevel,
    ]);
  }

  finish(): void {
    this.#rows.finish();
  }
}
