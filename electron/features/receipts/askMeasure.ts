/** Asks for a suspension or relief of interest; who approves it the rules say (B1 §19, REC-12). */
import type { MeasureView } from '@shared/contract/receipts.contract';
import { type MeasureDraft, measureProblems } from '@shared/domain/receipts/interestMeasure';
import { present } from '@shared/kernel/assert';
import { yuanText } from '@shared/kernel/money';
import { RefusalError, refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { approvalOf } from '../approvals/requireApproved';
import { submitRequest } from '../approvals/submitRequest';
import { interestOwed } from './interestOwed';
import { interestMeasure, measureSubject } from './measureApproval';
import {
  findMeasure,
  insertMeasure,
  type NewMeasure,
  openMeasure,
  partyOfLoan,
  storedMeasures,
} from './measures.repository';

export type MeasureInput = Omit<NewMeasure, 'partyId'> & MeasureDraft;

/**
 * Refusals in order: loan-unknown, measure-open {id}, those of measureProblems, rule-not-in-force, authority-missing.
 */
export async function askMeasure(
  { clock }: Services,
  open: OpenFolder,
  input: MeasureInput,
): Promise<{ id: number; approval: number }> {
  const today = clock.today();
  return open.store.write(open.actor, async (tx) => {
    const partyId = partyOfLoan(tx, input.loanId) ?? refuse('loan-unknown');
    const other = openMeasure(tx, input.loanId);
    if (other) refuse('measure-open', { id: other.id });
    const { interest } = await interestOwed(tx, partyId, input.loanId, today);
    const [problem] = measureProblems(input, interest, today);
    if (problem) throw new RefusalError(problem);
    const id = insertMeasure(tx, { ...input, partyId });
    const { contract, unitId } = present(findMeasure(tx, id), 'it was just written');
    const asked = await submitRequest(tx, today, interestMeasure, {
      subject: measureSubject(id),
      title: contract,
      partyId,
      unitId,
      facts: { measure: input.measure, amount: input.amount },
      amount: input.amount,
    });
    const detail = { measure: input.measure, contract, amount: yuanText(input.amount) };
    const audit = { action: 'receipts.askMeasure', objectKind: 'interest-measure', objectId: String(id), detail };
    return { result: { id, approval: asked.id }, audit: [{ ...audit, householdId: partyId }, ...asked.notes] };
  });
}

/** With the newest request for each. */
export async function measuresOf(db: ReadDb, partyId: number): Promise<MeasureView[]> {
  const measures = storedMeasures(db, partyId);
  return Promise.all(
    measures.map(async ({ partyId: _, unitId, contract, investigators, principles, ...measure }) => {
      const request = await approvalOf(db, interestMeasure.id, measureSubject(measure.id));
      const lists = { investigators: [...investigators], principles: [...principles] };
      return { ...measure, ...lists, approval: request?.id ?? null };
    }),
  );
}
