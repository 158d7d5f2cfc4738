/** Proposing and finishing a step that law limits (REC-14): blocked ones are refused with their article, the others need an approval. */
import { refuseWords } from '@shared/domain/contacts/talk';
import { refuseStep, STEP_TITLES, type StepAct, sayableIn, stepFinding } from '@shared/domain/measures/conductSteps';
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import { Inquiry } from '@shared/rules/inquiry';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { requireApproved } from '../approvals/requireApproved';
import { submitRequest } from '../approvals/submitRequest';
import { peopleOf } from '../contacts/judgeContact';
import { rulesInForce } from '../rules/rulesInForce';
import { conductStepApproval, stepSubject } from './conductStepApproval';
import {
  closeConductStep,
  findConductStep,
  insertConductStep,
  type StoredConductStep,
} from './conductSteps.repository';

export interface ProposeInput {
  readonly household: number;
  readonly act: StepAct;
  readonly basis: string;
  readonly purpose: string;
  readonly channel: string;
  readonly content: string;
  readonly checks: readonly string[];
  readonly plannedOn: string;
}

/**
 * Refusals in order: household-unknown, act-blocked (with its article), checks-missing, wording-blocked (with its article),
 * request-open, authority-missing.
 */
export async function proposeStep(services: Services, open: OpenFolder, input: ProposeInput) {
  const today = services.clock.today();
  const { book } = await rulesInForce(open.store.read, today);
  return open.store.write(open.actor, async (tx) => {
    peopleOf(tx, input.household);
    const inquiry = new Inquiry(book);
    const finding = stepFinding(inquiry, input.act, today);
    refuseStep(input.act, finding, input.checks);
    refuseWords([input.basis, input.purpose, input.channel, input.content], sayableIn(input.act));
    const { household, checks, plannedOn, act, basis, purpose, channel, content } = input;
    const texts = { act, basis, purpose, channel, content };
    const id = await insertConductStep(tx, {
      ...texts,
      party_id: household,
      checks: JSON.stringify(checks),
      planned_on: plannedOn,
      finding: JSON.stringify({ limit: finding.limit, trace: inquiry.trace }),
      user_id: present(tx.actor.userId, 'a user proposes'),
    });
    const request = {
      subject: stepSubject(id),
      title: STEP_TITLES[act],
      partyId: household,
      unitId: tx.actor.unitId,
      facts: { act },
    };
    const { notes } = await submitRequest(tx, today, conductStepApproval, request);
    const audit = {
      action: 'measures.proposeStep',
      objectKind: 'conduct-step',
      objectId: String(id),
      householdId: household,
      detail: { act, plannedOn },
      after: input,
    };
    return { result: { id }, audit: [audit, ...notes] };
  });
}

/** Of the law that limits it, as it stood when it was proposed. */
const articleOf = ({ finding }: StoredConductStep): string =>
  (JSON.parse(finding) as Pick<ReturnType<typeof stepFinding>, 'limit'>).limit.article;

/** Refusals in order: step-unknown, step-done, step-conflict, wording-blocked, approval-missing, content-changed. */
export async function finishStep(open: OpenFolder, input: { id: number; rev: number; doneOn: string; result: string }) {
  const { id, rev, doneOn, result } = input;
  return open.store.write(open.actor, async (tx) => {
    const step = findConductStep(tx, id) ?? refuse('step-unknown', { id });
    if (step.doneOn !== null) refuse('step-done', { doneOn: step.doneOn });
    if (step.rev !== rev) refuse('step-conflict', { rev: step.rev });
    refuseWords([result], sayableIn(step.act));
    await requireApproved(tx, conductStepApproval, stepSubject(id), articleOf(step));
    await closeConductStep(tx, step, { doneOn, result, userId: present(tx.actor.userId, 'a user finishes') });
    const audit = {
      action: 'measures.finishStep',
      objectKind: 'conduct-step',
      objectId: String(id),
      householdId: step.household,
      detail: { act: step.act, doneOn },
      after: { doneOn, result },
    };
    return { result: { id }, audit };
  });
}
