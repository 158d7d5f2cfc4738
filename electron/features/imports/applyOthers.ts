/** Party lists and subject balances: records that stand by themselves. */
import type { PartyRecord, SubjectBalanceRecord } from '@shared/domain/imports/records';
import { present } from '@shared/kernel/assert';
import { type Applied, type Applier, type ApplyContext, changedFields, writerFor } from './applier';
import { ENTITIES, type EntityWriter, readImage } from './entityWriter.repository';
import { ExistingKeys, type Known } from './existingKeys.repository';
import { PartyDirectory } from './partyDirectory';
import { recordHash } from './recordHash';

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
    const columns = ENTITIES.party.columns;
    const fields = changedFields(
      columns,
      before,
      columns.map((column) => after[column]),
      new Set(['sort_name', 'search_text']),
    );
    return { status: 'changed', key: record.name, fields };
  }
}

export class SubjectBalanceApplier implements Applier<'subject-balances'> {
  readonly #context: ApplyContext;
  readonly #known: ExistingKeys<Known>;
  readonly #writer: EntityWriter | null;

  constructor(context: ApplyContext) {
    this.#context = context;
    this.#known = new ExistingKeys(context.db, {
      table: 'subject_balance',
      columns: 'id, record_hash',
      key: "as_of || ':' || unit_id || ':' || subject",
      expected: Number.POSITIVE_INFINITY,
    });
    this.#writer = writerFor(context, 'subject_balance');
  }

  apply(record: SubjectBalanceRecord): Applied {
    const hash = recordHash(record);
    const unitId = present(this.#context.units.get(record.unit), 'the interpreter lets only known units through');
    const key = `${this.#context.asOf}:${unitId}:${record.subject}`;
    const known = this.#known.find(key);
    if (known?.record_hash === hash) return { status: 'unchanged' };
    const values = subjectValues(record, this.#context.asOf, unitId, hash);
    if (!known) {
      const id = this.#writer?.insert(values) ?? 0;
      this.#known.remember(key, { id, record_hash: hash });
      return { status: 'added' };
    }
    const before = readImage(this.#context.db, 'subject_balance', known.id).row;
    this.#writer?.update(known.id, values);
    const fields = changedFields(ENTITIES.subject_balance.columns, before, values, new Set(['unit_id', 'record_hash']));
    return { status: 'changed', key: `${record.unit} ${record.subject}`, fields };
  }
}

/** In the order of ENTITIES.subject_balance.columns. */
function subjectValues(record: SubjectBalanceRecord, asOf: string, unitId: number, hash: string): readonly unknown[] {
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
    hash,
  ];
}
