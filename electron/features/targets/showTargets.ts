/** What the pages of targets show: all of them with their nine dots, one in full, the yearly listing, who answers for loans. */
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { listingShare } from '@shared/domain/targets/listing';
import { formationDay, recoveryMode, standingOf } from '@shared/domain/targets/responsibility';
import { dotsOf, stateOf } from '@shared/domain/targets/steps';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import { Inquiry } from '@shared/rules/inquiry';
import type { RuleBook } from '@shared/rules/ruleBook';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { approvalOf } from '../approvals/requireApproved';
import { ledgerAsOf, ledgerSummary } from '../loans/ledgerTotals';
import { planVersions } from '../measures/measures.repository';
import { documentsOf } from '../parties/household.repository';
import { rulesInForce } from '../rules/rulesInForce';
import { listUnits } from '../users/users.repository';
import {
  type FormedLoan,
  loansOfTarget,
  responsibilities,
  responsibilityOf,
  type StoredResponsibility,
} from './responsibility.repository';
import { targetSource, targetSubject } from './targetSourceApproval';
import {
  assignmentsOf,
  findTarget,
  listedByUnit,
  listTargets,
  type StoredAssignment,
  type StoredStep,
  type StoredTarget,
  stepsOf,
} from './targets.repository';

function rowOf(
  target: StoredTarget,
  steps: readonly StoredStep[],
  assignment: StoredAssignment | undefined,
  today: CalendarDate,
) {
  const { partyId, ...rest } = target;
  const goal = assignment ? assignment.principal + assignment.interest : null;
  const dueOn = assignment?.dueOn ?? null;
  return {
    ...rest,
    household: householdNumber(partyId),
    step: stateOf(steps),
    stepOn: steps.at(-1)?.on ?? target.proposedOn,
    dots: dotsOf(steps),
    groupId: assignment?.groupId ?? null,
    group: assignment?.group ?? null,
    manager: assignment?.manager ?? null,
    goal,
    dueOn,
    late: target.closedOn === null && dueOn !== null && dueOn < today && target.received < (goal ?? 0),
  };
}

export function showTargets({ clock }: Services, open: OpenFolder, { closed }: { closed: boolean }) {
  const db = open.store.read;
  const targets = listTargets(db, closed);
  const ids = targets.map(({ id }) => id);
  const steps = Map.groupBy(stepsOf(db, ids), ({ targetId }) => targetId);
  const assignments = Map.groupBy(assignmentsOf(db, ids), ({ targetId }) => targetId);
  const today = clock.today();
  return {
    targets: targets.map((target) => rowOf(target, steps.get(target.id) ?? [], assignments.get(target.id)?.[0], today)),
  };
}

const namedView = ({ partyId, trace, balanceAsOf: _, ...named }: StoredResponsibility, today: CalendarDate) => ({
  ...named,
  household: householdNumber(partyId),
  trace: JSON.parse(trace) as Inquiry['trace'],
  standing: standingOf(named.deadline, named.balance, today),
});

function loanView(db: ReadDb, book: RuleBook, loan: FormedLoan, today: CalendarDate) {
  const inquiry = new Inquiry(book);
  const formed = formationDay(loan);
  const mode = recoveryMode(inquiry, formed, today);
  const named = responsibilityOf(db, loan.id);
  const { id, contract, sheet, balance, officer } = loan;
  return {
    id,
    contract,
    sheet,
    balance,
    officer,
    formed,
    mode,
    trace: inquiry.trace,
    named: named ? namedView(named, today) : null,
  };
}

/** Refuses target-unknown. */
export async function showTarget({ clock }: Services, open: OpenFolder, id: number) {
  const db = open.store.read;
  const today = clock.today();
  const target = findTarget(db, id) ?? refuse('target-unknown', { id });
  const steps = stepsOf(db, [id]);
  const assignments = assignmentsOf(db, [id]);
  const { book } = await rulesInForce(db, today);
  const request = await approvalOf(db, targetSource.id, targetSubject(id));
  return {
    ...rowOf(target, steps, assignments[0], today),
    today,
    steps: steps.map(({ targetId: _, ...step }) => step),
    assignments: assignments.map(({ targetId: _, groupId: __, managerId: ___, ...assignment }) => assignment),
    loanRows: loansOfTarget(db, id).map((loan) => loanView(db, book, loan, today)),
    approval: request && { id: request.id, state: request.state, waitingFor: request.waitingFor },
    plans: planVersions(db, target.partyId).map(({ version, at, by }) => ({ version, at, by })),
    papers: documentsOf(db, target.partyId).map(({ id: paper, number, title }) => ({
      id: paper,
      label: number ?? title,
    })),
  };
}

export function showResponsibilities({ clock }: Services, open: OpenFolder) {
  const today = clock.today();
  return { loans: responsibilities(open.store.read).map((named) => namedView(named, today)) };
}

/** Sub-branches with what they have off the balance sheet and what of it is listed this year (IMP-05). */
export async function showListing({ clock }: Services, open: OpenFolder) {
  const db = open.store.read;
  const today = clock.today();
  const { book } = await rulesInForce(db, today);
  const filter = { conditions: [{ column: 'sheet', operator: '=', values: ['off'] }] } as const;
  const cells = await ledgerSummary(db, filter as never, ['unit']);
  const balances = new Map(cells.map(({ key, balance }) => [key[0], balance]));
  const listed = listedByUnit(db, today.slice(0, 4));
  const units = (await listUnits(db)).filter(({ name, level }) => level === 'sub-branch' || balances.has(name));
  return {
    year: today.slice(0, 4),
    asOf: await ledgerAsOf(db),
    units: units.map(({ id, name }) => {
      const inquiry = new Inquiry(book);
      const figures = { balance: balances.get(name) ?? 0, listed: listed.get(id) ?? 0 };
      const share = listingShare(inquiry, today, figures.balance, figures.listed);
      return { id, unit: name, ...figures, ...share, trace: inquiry.trace };
    }),
  };
}
