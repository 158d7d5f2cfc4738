/** Party lists and subject balances: records that stand by themselves. */
import type { PartyRecord, SubjectBalanceRecord } from '@shared/domain/imports/records';
import { present } from '@shared/kernel/assert';
import { type Applied, type Applier, type ApplyContext, changedFields, sameValues, writerFor } from './applier';
import { ENTITIES, type EntityWriter, readImage } from './entityWriter.repository';
import { ExistingKeys } from './existingKeys.repository';
import { PartyDirectory, partyChanges } from './partyDirectory';

export class PartyApplier implements Applier<'parties'> {
  readonly #context: ApplyContext;
  readonly #parties: PartyDirectory;

  constructor(context: ApplyContext) {
    this.#context = context;
    this.#parties = new PartyDirectory(context);
  }

  apply(record: PartyRecord, acceptWarnings: boolean): Applied {
    const unitId = record.unit === null ? null : (this.#context.units.get(record.unit) ?? null);
    const flags = record.specialFlags.length > 0 ? record.specialFlags.join('、') : null;
    const input = { ...record, unitId, flags };
    if (!acceptWarnings && this.#parties.conflicts(input))
      return { status: 'warned', code: 'id-name-conflict', field: 'name' };
    const before = this.#parties.find(input);
    const after = this.#parties.take(input);
    if (!before) return { status: 'added' };
    if (before === after) return { status: 'unchanged' };
    const fields = partyChanges(before, after);
    return { status: 'changed', key: record.name, fields };
  }

  finish(): void {
    this.#parties.finish();
  }
}

const COLUMNS = ENTITIES.subject_balance.columns;

export class SubjectBalanceApplier implements Applier<'subject-balances'> {
  readonly #context: ApplyContext;
  readonly #known: ExistingKeys<{ readonly id: number }>;
  readonly #writer: EntityWriter | null;

  constructor(context: ApplyContext) {
    this.#context = context;
    this.#known = new ExistingKeys(context.db, {
      table: 'subject_balance',
      columns: 'id',
      key: "as_of || ':' || unit_id || ':' || subject",
      expected: Number.POSITIVE_INFINITY,
    });
    this.#writer = writerFor(context, 'subject_balance');
  }

  apply(record: SubjectBalanceRecord): Applied {
    const unitId = present(this.#context.units.get(record.unit), 'the interpreter lets only known units through');
    const key = `${this.#context.asOf}:${unitId}:${record.subject}`;
    const known = this.#known.find(key);
    const values = subjectValues(record, this.#context.asOf, unitId);
    if (!known) {
      this.#writer?.insert(values);
      return { status: 'added' };
    }
    const before = readImage(this.#context.db, 'subject_balance', known.id).row;
    if (sameValues(COLUMNS, before, values)) return { status: 'unchanged' };
    this.#writer?.update(known.id, values);
    const fields = changedFields(COLUMNS, before, values, new Set(['unit_id']));
    return { status: 'changed', key: `${record.unit} ${record.subject}`, fields };
  }

  finish(): void {
    this.#writer?.finish();
  }
}

/** In the order of ENTITIES.subject_balance.columns. */
function subjectValues(record: SubjectBalanceRecord, asOf: string, unitId: number): readonly unknown[] {
  return [
    asOf,
    unitId,
    record.subject,
    record.subjectName,
    record.openingDebitFen,
    record.openingCreditFen,
    record.periodDebitFen,
    record.periodCreditFen,
    record.closingDebitFen,
    record.closingCreditFen,
  ];
}
