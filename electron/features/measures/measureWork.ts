/** What the plans of measures put on the work list: items with their deadlines, plans to revise, steps that may be done. */
import { householdNumber } from '@shared/domain/loans/householdNumber';
import type { WorkItem } from '@shared/domain/workbench/workItem';
import { approvalOf } from '../approvals/requireApproved';
import type { WorkItemSource } from '../workbench/workItemSource';
import { conductStepApproval, stepSubject } from './conductStepApproval';
import { openConductSteps } from './conductSteps.repository';
import { openItems, unansweredReopenings } from './measures.repository';

/** A step that was sent back or refused is no work any more: whoever still wants it proposes it anew. */
const ALIVE: readonly string[] = ['submitted', 'approved'];

export const measureWork: WorkItemSource = async ({ store }, { until }) => {
  const db = store.read;
  const item = (
    kind: WorkItem['kind'],
    key: string,
    household: number,
    rest: Pick<WorkItem, 'day' | 'userId' | 'what'>,
  ): WorkItem => ({
    kind,
    key,
    householdId: household,
    amount: null,
    link: `/household/${householdNumber(household)}?tab=%22measures%22`,
    ...rest,
  });
  const items = openItems(db, until).map(({ id, household, dueOn, responsibleId, what }) =>
    item('measure', String(id), household, { day: dueOn, userId: responsibleId, what }),
  );
  const revisions = unansweredReopenings(db, null)
    .filter(({ missedOn }) => missedOn <= until)
    .map(({ household, reference, missedOn }) =>
      item('plan-revision', `${household} ${reference}`, household, { day: missedOn, userId: null, what: reference }),
    );
  const steps: WorkItem[] = [];
  for (const { id, household, act, plannedOn, userId } of openConductSteps(db, until)) {
    const request = await approvalOf(db, conductStepApproval.id, stepSubject(id));
    if (request !== null && ALIVE.includes(request.state))
      steps.push(item('step', String(id), household, { day: plannedOn, userId, what: act }));
  }
  return [...items, ...revisions, ...steps];
};
