/** Guarantees, collateral, receipts and month-end classes: records that hang on a loan by its contract number. */
import type {
  ClassificationRecord,
  CollateralRecord,
  GuaranteeRecord,
  ReceiptRecord,
} from '@shared/domain/imports/records';
import { type Applied, type Applier, type ApplyContext, changedFields, writerFor } from './applier';
import { ENTITIES, type EntityName, type EntityWriter, readImage } from './entityWriter.repository';
import { ExistingKeys, type Known } from './existingKeys.repository';
import { PartyDirectory } from './partyDirectory';
import { recordHash } from './recordHash';

interface LoanRef {
  readonly id: number;
  readonly unit_id: number;
}

const UNKNOWN_CONTRACT: Applied = { status: 'refused', code: 'contract-unknown', field: 'contractNo' };
const HIDDEN = new Set(['loan_id', 'party_id', 'record_hash', 'contract_key']);

/** The part that the kinds share: known rows by key, the writer, the three outcomes. */
class Dependents {
  readonly #context: ApplyContext;
  readonly #name: EntityName;
  readonly #known: ExistingKeys<Known>;
  readonly #writer: EntityWriter | null;
  readonly loans: ExistingKeys<LoanRef>;

  constructor(context: ApplyContext, name: EntityName, key: string) {
    this.#context = context;
    this.#name = name;
    const { db, expected } = context;
    this.#known = new ExistingKeys(db, {
      table: name,
      columns: 'id, record_hash',
      key,
      expected: Number.POSITIVE_INFINITY,
    });
    this.loans = new ExistingKeys(db, { table: 'loan', columns: 'id, unit_id', key: 'contract_key', expected });
    this.#writer = writerFor(context, name);
  }

  store(
    key: string,
    label: string,
    hash: string,
    values: () => readonly unknown[],
    children: readonly (readonly unknown[])[] = [],
  ): Applied {
    const known = this.#known.find(key);
    if (known?.record_hash === hash) return { status: 'unchanged' };
    const row = values();
    if (!known) {
      const id = this.#writer?.insert(row, children) ?? 0;
      this.#known.remember(key, { id, record_hash: hash });
      return { status: 'added' };
    }
    const before = known.id > 0 ? readImage(this.#context.db, this.#name, known.id).row : {};
    if (known.id > 0) this.#writer?.update(known.id, row, children);
    this.#known.remember(key, { id: known.id, record_hash: hash });
    return { status: 'changed', key: label, fields: changedFields(ENTITIES[this.#name].columns, before, row, HIDDEN) };
  }
}

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
    const known = this.#parties.find(input);
    const hash = recordHash(record);
    const key = `${loan.id}:${known?.id ?? `new ${input.idNo ?? input.name}`}:${record.guaranteeContractNo ?? ''}`;
    return this.#rows.store(key, record.contractNo, hash, () => [
      loan.id,
      this.#parties.take(input).id,
      record.guaranteeContractNo,
      record.kind,
      record.amountFen,
      record.periodStart,
      record.periodEnd,
      record.periodWording,
      record.relation,
      record.remark,
      hash,
    ]);
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
    const hash = recordHash(record);
    const values = () => [
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
      hash,
    ];
    const valued: [string | null, number | null][] = [
      [record.firstValuedOn, record.firstValueFen],
      [record.latestValuedOn, record.latestValueFen],
    ];
    const appraisals = valued.flatMap(([on, value], index) => (value === null ? [] : [[index + 1, on, value]]));
    return this.#rows.store(`${loan.id}:${record.itemNo}`, record.contractNo, hash, values, appraisals);
  }
}

export class ReceiptApplier implements Applier<'receipts'> {
  readonly #rows: Dependents;

  constructor(context: ApplyContext) {
    this.#rows = new Dependents(context, 'receipt', 'receipt_no');
  }

  apply(record: ReceiptRecord): Applied {
    const loan = this.#rows.loans.find(record.contractKey);
    if (!loan) return UNKNOWN_CONTRACT;
    const hash = recordHash(record);
    const values = () => [
      record.receiptNo,
      record.receivedOn,
      loan.id,
      record.principalFen,
      record.interestFen,
      record.method,
      record.payer,
      record.voucherNo,
      record.reversesNo,
      record.remark,
      hash,
    ];
    const shares = record.shares.map((share, index) => [index + 1, share.name, share.basisPoints]);
    return this.#rows.store(record.receiptNo, record.receiptNo, hash, values, shares);
  }
}

/** A contract in neither list was settled on the way: its months are kept without a loan (LOAN-08). */
export class ClassificationApplier implements Applier<'classification-history'> {
  readonly #rows: Dependents;

  constructor(context: ApplyContext) {
    this.#rows = new Dependents(context, 'month_end', "contract_key || ':' || month");
  }

  apply(record: ClassificationRecord): Applied {
    const hash = recordHash(record);
    const loan = this.#rows.loans.find(record.contractKey);
    return this.#rows.store(
      `${record.contractKey}:${record.month}`,
      `${record.contractNo} ${record.month}`,
      hash,
      () => [
        record.month,
        record.contractKey,
        record.contractNo,
        loan?.id ?? null,
        record.balanceFen,
        record.fiveLevel,
        hash,
      ],
    );
  }
}
