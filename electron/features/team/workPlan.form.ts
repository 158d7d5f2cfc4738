/** DOC-TEAM-02, the work plan of the year, of a phase or for a purpose; the goals must add up to the branch's. */
import type { MissingItem } from '@shared/contract/documents.contract';
import type { PlanLine } from '@shared/domain/team/plans';
import {
  composeWorkPlan,
  PLAN_TEXTS,
  type PlanText,
  unevenScopes,
  type WorkPlanFacts,
} from '@shared/domain/team/workPlanPaper';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import { type Form, field, type SubjectKind } from '../documents/form';
import { assignmentsOf, listTargets } from '../targets/targets.repository';
import { branchUnit } from '../users/users.repository';
import { findPlan, linesOf, type StoredPlan } from './plans.repository';
import { subjectNames } from './workPlans';

/** So many households are of weight. */
const MOST_HOUSEHOLDS = 20;

const FIELDS = PLAN_TEXTS.map((id) =>
  field(id, 'longText', { required: id !== 'costs' && id !== 'incentives', maxLength: 4_000 }),
);

/** By its number; refuses subject-unknown. */
const WORK_PLAN: SubjectKind = {
  name: 'work-plan',
  find: (db, key) => planAt(db, Number(key)).id,
  describe: (db, id) => ({ id, partyId: null, label: planAt(db, id).title }),
};

const planAt = (db: ReadDb, id: number): StoredPlan =>
  (Number.isInteger(id) ? findPlan(db, id) : undefined) ?? refuse('subject-unknown', { subject: String(id) });

function weighty(db: ReadDb): WorkPlanFacts['households'] {
  const largest = listTargets(db, false)
    .toSorted((a, b) => b.balance - a.balance)
    .slice(0, MOST_HOUSEHOLDS);
  const assignments = assignmentsOf(
    db,
    largest.map(({ id }) => id),
  );
  return largest.map(({ id, borrower, unit, balance }) => {
    const given = assignments.find(({ targetId }) => targetId === id);
    return { borrower, unit, balance, group: given?.group ?? null, manager: given?.manager ?? null };
  });
}

async function gather(db: ReadDb, id: number, today: string): Promise<WorkPlanFacts> {
  const { kind, title, firstDay, lastDay } = planAt(db, id);
  const names = await subjectNames(db);
  const named = (line: PlanLine) => ({ ...line, name: names(line) ?? '' });
  const unit = (await branchUnit(db)).name;
  const lines = linesOf(db, id).map(named);
  return { asOf: today, unit, kind, title, firstDay, lastDay, lines, households: weighty(db) };
}

const textOf = (typed: Record<string, unknown>, id: PlanText): string => {
  const text = typed[id];
  return typeof text === 'string' ? text.trim() : '';
};

const texts = (typed: Record<string, unknown>) =>
  Object.fromEntries(PLAN_TEXTS.map((id) => [id, textOf(typed, id)])) as Record<PlanText, string>;

const missing = (id: string, code: string, subject: string | null = null): MissingItem => ({
  id,
  section: '1',
  severity: 'block',
  code,
  gate: 'G-AMT',
  subject,
});

export const workPlanForm: Form<WorkPlanFacts> = {
  code: 'DOC-TEAM-02',
  alias: 'work-plan',
  title: '清收工作计划',
  purpose: '年度、阶段、专项工作计划及指标分解',
  class: 'INT',
  version: '1',
  series: '计',
  category: '管理类',
  word: true,
  subject: WORK_PLAN,
  permission: 'team.plan',
  required: FIELDS.filter(({ required }) => required).map(({ id }) => id),
  fields: FIELDS,
  gather: (db, id, { today }) => gather(db, id, today),
  catalogue: () => FIELDS.map((each) => ({ ...each, suggestion: null })),
  figures: () => [],
  check: ({ lines }, typed) => [
    ...FIELDS.filter(({ id, required }) => required && textOf(typed, id as PlanText) === '').map(({ id }) =>
      missing(id, 'field-missing'),
    ),
    ...unevenScopes(lines).map(({ scope, month }) => missing('lines', `plan-uneven-${scope}`, month ?? '')),
  ],
  fill: (_, typed) => texts(typed),
  compose: (facts, filled, date) => composeWorkPlan(facts, texts(filled), date),
};
