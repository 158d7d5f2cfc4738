/** Rows of the old register of notices: each hangs on the loan of its contract and, for a guarantor, on his guarantee. */
import type { NoticeForm } from '@shared/domain/dunning/noticeFacts';
import type { NoticeRecord } from '@shared/domain/imports/records';
import { present } from '@shared/kernel/assert';
import type { Applied, Applier, ApplyContext } from './applier';
import { Dependents } from './applyDependents';
import { ExistingKeys } from './existingKeys.repository';

interface Guarantee {
  readonly id: number;
}

interface Loan {
  readonly id: number;
  readonly party_id: number;
  readonly due: string | null;
}

const NAME_KEY = `loan_id || ':' || (SELECT name FROM party WHERE party.id = guarantee.party_id)`;

/** What the paper would be today: before the due date nothing but a reminder, to a guarantor his own notice. */
function formOf({ role, noticedOn }: NoticeRecord, due: string | null): NoticeForm {
  if (due !== null && noticedOn <= due) return 'DOC-REC-00';
  if (role === 'guarantor') return 'DOC-REC-03';
  return role === 'owner' ? 'DOC-REC-03M' : 'DOC-REC-01';
}

export class NoticeApplier implements Applier<'notices'> {
  readonly #context: ApplyContext;
  readonly #rows: Dependents;
  readonly #loans: ExistingKeys<Loan>;
  readonly #guarantees: ExistingKeys<Guarantee>;
  readonly #confirmed: ReadonlySet<string>;

  constructor(context: ApplyContext) {
    this.#context = context;
    const item = '(SELECT loan_id FROM notice_item WHERE notice_id = notice.id AND seq = 0)';
    const key = `legacy_no || ':' || ${item} || ':' || addressee`;
    this.#rows = new Dependents(context, 'notice', key);
    const { db, expected } = context;
    const columns = 'id, party_id, coalesce(extended_to, due_date) AS due';
    this.#loans = new ExistingKeys(db, { table: 'loan', columns, key: 'contract_key', expected });
    this.#guarantees = new ExistingKeys(db, {
      table: 'guarantee',
      columns: 'id',
      key: NAME_KEY,
      expected: Number.POSITIVE_INFINITY,
    });
    const sql = `SELECT ${key} FROM notice WHERE legacy_no IS NOT NULL AND confirmed_by IS NOT NULL`;
    this.#confirmed = new Set(db.hot(sql).pluck().all() as string[]);
  }

  apply(record: NoticeRecord, acceptWarnings: boolean): Applied {
    const loan = this.#loans.find(record.contractKey);
    if (!loan) return { status: 'refused', code: 'contract-unknown', field: 'contractNo' };
    const guarantee = record.role === 'guarantor' ? this.#guarantees.find(`${loan.id}:${record.addressee}`) : undefined;
    if (record.role === 'guarantor' && !guarantee && !acceptWarnings)
      return { status: 'warned', code: 'addressee-unknown', field: 'addressee' };
    const key = `${record.noticeNo}:${loan.id}:${record.addressee}`;
    // What a person recorded since is better known than the old list.
    if (this.#confirmed.has(key)) return { status: 'unchanged' };
    const unitId = present(this.#context.units.get(record.unit), 'the interpreter lets only known units through');
    const { addressee, officer, noticedOn, method, trackingNo, arrivedOn, outcome, signedBy, capacity } = record;
    const remark = [record.kindText, record.remark].filter((part) => part !== null).join('；') || null;
    const row = [
      ...[
        record.noticeNo,
        loan.party_id,
        unitId,
        formOf(record, loan.due),
        record.role,
        addressee,
        officer,
        noticedOn,
        method,
      ],
      ...[trackingNo, arrivedOn, outcome, signedBy, capacity, record.receiptOn, record.witness, remark],
    ];
    return this.#rows.store(key, record.noticeNo, row, [[0, loan.id, guarantee?.id ?? null]]);
  }

  finish(): void {
    this.#rows.finish();
  }
}
