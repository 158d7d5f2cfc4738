/** A repayment agreement is drawn up and put before those who approve it; a schedule is tried out the same way (REC-09). */

import { householdNumber } from '@shared/domain/loans/householdNumber';
import {
  type AgreedDebt,
  type AgreedOrder,
  equalInstalments,
  latestInstalment,
  placed,
  type Rhythm,
  scheduleFault,
  sumOf,
  type TypedInstalment,
  totalOf,
} from '@shared/domain/repayment/agreement';
import { may } from '@shared/domain/users/roles';
import { yuanText } from '@shared/kernel/money';
import { RefusalError, refuse } from '@shared/kernel/result';
import { Inquiry } from '@shared/rules/inquiry';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { submitRequest } from '../approvals/submitRequest';
import { named } from '../dunning/owedLoans';
import { findParty } from '../parties/household.repository';
import { rulesInForce } from '../rules/rulesInForce';
import { listUsers } from '../users/users.repository';
import { agreementSubject, repaymentAgreement } from './agreementApproval';
import { agreementsOf, insertAgreement } from './agreements.repository';
import { owedUntil } from './gatherDebt';

interface AgreedLoan extends AgreedDebt {
  readonly loanId: number;
  readonly asOf: string;
  readonly unitId: number;
}

/** Refusals in order: household-unknown, loan-unknown, nothing-owed. */
async function debtsOf(
  db: ReadDb,
  household: number,
  loans: readonly number[],
  today: string,
): Promise<readonly [AgreedLoan, ...AgreedLoan[]]> {
  if (!findParty(db, household)) refuse('household-unknown');
  const own = new Map((await owedUntil(db, household, today)).map((loan) => [loan.id, loan]));
  const chosen = [...new Set(loans)].map((id) => own.get(id) ?? refuse('loan-unknown', { loan: id }));
  const debts = named(chosen).map(({ id, contractNo, balance, interest, asOf }, index): AgreedLoan => {
    if (balance + interest <= 0) refuse('nothing-owed', { contract: contractNo });
    return { loanId: id, principal: balance, interest, asOf, unitId: chosen[index]?.unitId ?? 0 };
  });
  const [first, ...rest] = debts;
  return first === undefined ? refuse('nothing-owed') : [first, ...rest];
}

export interface ScheduleInput {
  readonly household: number;
  readonly loans: readonly number[];
  readonly order: AgreedOrder;
  /** null: equal instalments in the rhythm. */
  readonly typed: readonly TypedInstalment[] | null;
  readonly rhythm: Rhythm;
}

/** Refusals in order: household-unknown, loan-unknown, nothing-owed. */
export async function trySchedule({ clock }: Services, open: OpenFolder, input: ScheduleInput) {
  const today = clock.today();
  const db = open.store.read;
  const debt = totalOf(await debtsOf(db, input.household, input.loans, today));
  const { book } = await rulesInForce(db, today);
  const inquiry = new Inquiry(book);
  const latest = latestInstalment(inquiry, today).day;
  const instalments = placed(inquiry, input.typed ?? equalInstalments(debt, input.rhythm, input.order));
  const fault = scheduleFault(inquiry, instalments, debt, today);
  return { debt, instalments, latest, fault, trace: inquiry.trace, provisional: inquiry.provisional };
}

export interface AgreementInput {
  readonly household: number;
  readonly loans: readonly number[];
  readonly order: AgreedOrder;
  readonly follower: number;
  readonly graceDays: number;
  readonly instalments: readonly TypedInstalment[];
}

async function refuseFollower(db: ReadDb, follower: number): Promise<void> {
  const user = (await listUsers(db)).find(({ id }) => id === follower);
  if (!user?.active || !may(user.roles, 'measure.plan')) refuse('follower-unknown', { user: follower });
}

/**
 * Refusals in order: household-unknown, loan-unknown, nothing-owed, agreement-open {id}, follower-unknown, schedule-dates-wrong,
 * schedule-too-long {latest} with its article, schedule-sum-wrong {principal, interest}, rule-not-in-force, authority-missing.
 */
export async function askAgreement(
  { clock }: Services,
  open: OpenFolder,
  input: AgreementInput,
): Promise<{ id: number; approval: number }> {
  const today = clock.today();
  const { household, order, follower, graceDays } = input;
  return open.store.write(open.actor, async (tx) => {
    const loans = await debtsOf(tx, household, input.loans, today);
    const alive = agreementsOf(tx, household).find(({ state }) => ['asked', 'approved', 'in-force'].includes(state));
    if (alive) refuse('agreement-open', { id: alive.id, state: alive.state });
    await refuseFollower(tx, follower);
    const { book } = await rulesInForce(tx, today);
    const inquiry = new Inquiry(book);
    const debt = totalOf(loans);
    const fault = scheduleFault(inquiry, input.instalments, debt, today);
    if (fault) throw new RefusalError({ ...fault, facts: { ...fault.facts } });
    const instalments = placed(inquiry, input.instalments);
    const unitId = loans[0].unitId;
    const asOf = loans.reduce((newest, loan) => (loan.asOf > newest ? loan.asOf : newest), '');
    const terms = { order, followerId: follower, graceDays };
    const id = await insertAgreement(tx, { partyId: household, unitId, asOf, ...terms, loans, instalments });
    const amount = sumOf(debt);
    const asked = await submitRequest(tx, today, repaymentAgreement, {
      subject: agreementSubject(id),
      title: `还款协议 ${householdNumber(household)}`,
      partyId: household,
      unitId,
      facts: { amount },
      amount,
    });
    const detail = { amount: yuanText(amount), instalments: instalments.length, until: instalments.at(-1)?.dueOn };
    const audit = { action: 'repayment.askAgreement', objectKind: 'repayment-agreement', objectId: String(id), detail };
    return { result: { id, approval: asked.id }, audit: [{ ...audit, householdId: household }, ...asked.notes] };
  });
}
