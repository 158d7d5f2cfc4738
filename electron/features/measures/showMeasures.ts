/** Everything the page of measures shows of a household: what fits, the plan with its history, limited steps and what law says of them. */
import { STEP_ACTS, stepFinding } from '@shared/domain/measures/conductSteps';
import { isLate } from '@shared/domain/measures/plan';
import { may } from '@shared/domain/users/roles';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { yuanText } from '@shared/kernel/money';
import { Inquiry } from '@shared/rules/inquiry';
import type { RuleBook } from '@shared/rules/ruleBook';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import type { ApprovalKind } from '../approvals/approvalKind';
import { approvalOf } from '../approvals/requireApproved';
import { rulesInForce } from '../rules/rulesInForce';
import { listUsers } from '../users/users.repository';
import { conductStepApproval, stepSubject } from './conductStepApproval';
import { conductStepsOf, type StoredConductStep } from './conductSteps.repository';
import { readMeasures } from './householdFacts';
import { limitedMeasureApproval, measureSubject, needsConsent, verdictOf } from './limitedMeasureApproval';
import { itemsOf, planVersions, stepsOf, unansweredReopenings } from './measures.repository';

/** Those who can be made responsible: active colleagues who plan measures. */
export async function responsiblePeople(db: ReadDb): Promise<{ id: number; display: string }[]> {
  const users = await listUsers(db);
  return users
    .filter(({ active, roles }) => active && may(roles, 'measure.plan'))
    .map(({ id, display }) => ({ id, display }));
}

/** How the request about a row of this feature stands; null: nobody asked. */
async function approvalView(db: ReadDb, kind: ApprovalKind, subject: string) {
  const request = await approvalOf(db, kind.id, subject);
  return request && { id: request.id, state: request.state };
}

async function itemViews(db: ReadDb, household: number, asOf: CalendarDate) {
  const steps = Map.groupBy(stepsOf(db, household), ({ itemId }) => itemId);
  const views = [];
  for (const item of itemsOf(db, household)) {
    const { id, measure, what, responsible, dueOn, basis, state, addedBy } = item;
    const verdict = verdictOf(item);
    const consent = needsConsent(verdict) ? await approvalView(db, limitedMeasureApproval, measureSubject(id)) : null;
    views.push({
      ...{ id, measure, what, responsible, dueOn, basis, state, addedBy, verdict },
      late: isLate({ state, dueOn }, asOf),
      steps: (steps.get(id) ?? []).map(({ itemId: _, ...step }) => step),
      approval: consent,
    });
  }
  return views;
}

type Finding = Pick<ReturnType<typeof stepFinding>, 'limit'> & { readonly trace: Inquiry['trace'] };

async function stepView(db: ReadDb, step: StoredConductStep) {
  const { household: _, userId: __, checks, finding, ...rest } = step;
  const approval = await approvalView(db, conductStepApproval, stepSubject(step.id));
  return { ...rest, checks: JSON.parse(checks) as string[], ...(JSON.parse(finding) as Finding), approval };
}

function actViews(book: RuleBook, asOf: CalendarDate) {
  return STEP_ACTS.map((act) => {
    const { standing, limit, checks } = stepFinding(new Inquiry(book), act, asOf);
    return { act, standing, limit, checks: checks.map(({ id, text }) => ({ id, text })) };
  });
}

/** Refuses household-unknown. */
export async function showMeasures(services: Services, open: OpenFolder, household: number) {
  const db = open.store.read;
  const { asOf, facts, verdicts } = await readMeasures(services, open, household);
  const { book } = await rulesInForce(db, asOf);
  const steps = [];
  for (const step of conductStepsOf(db, household)) steps.push(await stepView(db, step));
  return {
    asOf,
    facts: Object.entries(facts).map(([fact, value]) => ({
      fact,
      value: fact === 'owed' ? yuanText(Number(value)) : value,
    })),
    verdicts: [...verdicts],
    versions: planVersions(db, household).map(({ id: _, ...version }) => version),
    items: await itemViews(db, household, asOf),
    reopenings: unansweredReopenings(db, household).map(({ cause, reference, missedOn }) => ({
      cause,
      reference,
      missedOn,
    })),
    steps,
    acts: actViews(book, asOf),
    people: await responsiblePeople(db),
  };
}
