/** Rows of a litigation ledger: each is a case of the loan of its contract, with the ledger's row kept beside it as it was written. */
import type { CourtCaseRecord } from '@shared/domain/imports/records';
import { present } from '@shared/kernel/assert';
import type { Applied, Applier, ApplyContext } from './applier';
import { writerFor } from './applier';
import { Dependents } from './applyDependents';
import type { EntityWriter } from './entityWriter.repository';
import { ExistingKeys } from './existingKeys.repository';

interface Loan {
  readonly id: number;
  readonly party_id: number;
}

interface Case {
  readonly id: number;
}

export class CaseApplier implements Applier<'cases'> {
  readonly #context: ApplyContext;
  readonly #records: Dependents;
  readonly #cases: ExistingKeys<Case>;
  readonly #loans: ExistingKeys<Loan>;
  readonly #writer: EntityWriter | null;

  constructor(context: ApplyContext) {
    this.#context = context;
    const { db, expected } = context;
    this.#records = new Dependents(context, 'case_record', "'' || case_id");
    const all = Number.POSITIVE_INFINITY;
    this.#cases = new ExistingKeys(db, { table: 'court_case', columns: 'id', key: 'legacy_key', expected: all });
    this.#loans = new ExistingKeys(db, { table: 'loan', columns: 'id, party_id', key: 'contract_key', expected });
    this.#writer = writerFor(context, 'court_case');
  }

  apply(record: CourtCaseRecord): Applied {
    const loan = this.#loans.find(record.contractKey);
    if (!loan) return { status: 'refused', code: 'contract-unknown', field: 'contractNo' };
    const key = `${record.contractKey}#${record.ordinal}`;
    const known = this.#cases.find(key);
    const caseId = known?.id ?? this.#open(key, loan, record);
    const parties = record.defendants.map((name, index) => [index + 1, name]);
    // In a dry run a new case has no id yet, and its row is looked for under none.
    return this.#records.store(
      known ? String(caseId) : key,
      record.contractNo,
      rowOf(caseId, loan.id, record),
      parties,
    );
  }

  #open(key: string, loan: Loan, { unit, acceptedOn, filingOn, consentOn }: CourtCaseRecord): number {
    const unitId = present(this.#context.units.get(unit), 'the interpreter lets only known units through');
    const openedOn = consentOn ?? filingOn ?? acceptedOn ?? this.#context.asOf;
    return this.#writer?.insert([key, unitId, loan.party_id, 'suit', 'plaintiff', openedOn]) ?? 0;
  }

  finish(): void {
    this.#writer?.finish();
    this.#records.finish();
  }
}

/** In the order of ENTITIES.case_record.columns. */
function rowOf(caseId: number, loanId: number, record: CourtCaseRecord): readonly unknown[] {
  return [
    ...[caseId, loanId, record.cause, record.principal, record.interest, record.consentNo, record.consentOn],
    ...[record.filingNo, record.filingOn, record.court, record.caseNo, record.acceptedOn, record.preservation],
    ...[record.hearingOn, record.judgmentNo, record.judgedOn, record.effectiveOn, record.enforcementAppliedOn],
    ...[record.enforcementNo, record.recovered, record.stage, record.responsible, record.handler, record.remark],
  ];
}
