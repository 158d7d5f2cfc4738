/** What the pages of targets show beside their list: one in full, the yearly listing, who answers for loans. */
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { listingShare } from '@shared/domain/targets/listing';
import { formationDay, recoveryMode, standingOf } from '@shared/domain/targets/responsibility';
import { may } from '@shared/domain/users/roles';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import { Inquiry } from '@shared/rules/inquiry';
import type { RuleBook } from '@shared/rules/ruleBook';
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
import { rowOf } from './targetList';
import { targetSource, targetSubject } from './targetSourceApproval';
import { assignmentsOf, findTarget, listedByUnit, paidThisYear, stepsOf } from './targets.repository';

/** What was decided about a colleague is for those who may see the register of liabilities. */
function namedView(found: StoredResponsibility, today: CalendarDate, { actor }: OpenFolder) {
  const { partyId, trace, balanceAsOf: _, liabilityId: __, liabilityKind, liabilityAmount, decision, ...named } = found;
  const isDecided = liabilityKind !== null && decision !== null && liabilityAmount !== null;
  const mayKnow = may(actor.roles, 'reward.view');
  return {
    ...named,
    decided: isDecided && mayKnow ? { kind: liabilityKind, decision, amount: liabilityAmount } : null,
    household: householdNumber(partyId),
    trace: JSON.parse(trace) as Inquiry['trace'],
    standing: standingOf(named.deadline, named.balance, today),
  };
}

function loanView(open: OpenFolder, book: RuleBook, loan: FormedLoan, today: CalendarDate) {
  const inquiry = new Inquiry(book);
  const formed = formationDay(loan);
  const named = responsibilityOf(open.store.read, loan.id);
  const mode = recoveryMode(inquiry, formed, today, loan.isIrregular);
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
    named: named ? namedView(named, today, open) : null,
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
    loanRows: loansOfTarget(db, id).map((loan) => loanView(open, book, loan, today)),
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
  return { loans: responsibilities(open.store.read).map((named) => namedView(named, today, open)) };
}

/** Sub-branches with what they had off the balance sheet when the year began, and what of it is listed this year (IMP-05, B1 §9(1)). */
export async function showListing({ clock }: Services, open: OpenFolder) {
  const db = open.store.read;
  const today = clock.today();
  const { book } = await rulesInForce(db, today);
  const filter = { conditions: [{ column: 'sheet', operator: '=', values: ['off'] }] } as const;
  const cells = await ledgerSummary(db, filter as never, ['unit']);
  const balances = new Map(cells.map(({ key, balance }) => [key[0], balance]));
  const listed = listedByUnit(db, today.slice(0, 4));
  const paid = paidThisYear(db, today.slice(0, 4));
  const units = (await listUnits(db)).filter(({ name, level }) => level === 'sub-branch' || balances.has(name));
  return {
    year: today.slice(0, 4),
    asOf: await ledgerAsOf(db),
    units: units.map(({ id, name }) => {
      const inquiry = new Inquiry(book);
      const figures = { balance: (balances.get(name) ?? 0) + (paid.get(id) ?? 0), listed: listed.get(id) ?? 0 };
      const share = listingShare(inquiry, today, figures.balance, figures.listed);
      return { id, unit: name, ...figures, ...share, trace: inquiry.trace };
    }),
  };
}
