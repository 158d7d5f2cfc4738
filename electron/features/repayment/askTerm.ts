/** An extension or re-lending is asked for under a listed condition with its evidence, or given up again (B2 §21, §22; REC-08). */
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { sumOf, type TypedInstalment } from '@shared/domain/repayment/agreement';
import { conditionsOf, type TermKind, termProblem } from '@shared/domain/repayment/loanTerm';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { yuanText } from '@shared/kernel/money';
import { RefusalError, refuse } from '@shared/kernel/result';
import { Inquiry } from '@shared/rules/inquiry';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { voidApprovals } from '../approvals/requireApproved';
import { submitRequest } from '../approvals/submitRequest';
import type { KeptFile } from '../contacts/contacts.repository';
import { keepFiles } from '../contacts/keepFiles';
import { named } from '../dunning/owedLoans';
import { findParty } from '../parties/household.repository';
import { rulesInForce } from '../rules/rulesInForce';
import { owedUntil } from './gatherDebt';
import { loanTerm, termSubject } from './termApproval';
import { findTerm, insertTerm, loansForTerms, type NewTerm, openTerm } from './terms.repository';

export interface TermInput {
  readonly household: number;
  readonly loan: number;
  readonly kind: TermKind;
  /** null: none of the listed conditions holds; refused with the article that lists them. */
  readonly condition: string | null;
  readonly reason: string;
  readonly facts: string | null;
  /** Paths on this computer. */
  readonly files: readonly string[];
  readonly security: string | null;
  readonly newDueOn: CalendarDate;
  readonly instalments: readonly TypedInstalment[];
}

/** Refusals in order: household-unknown, loan-unknown, term-open {id}, those of `termProblem`. */
async function accepted(
  db: ReadDb,
  input: TermInput,
  today: CalendarDate,
): Promise<Omit<NewTerm, 'files' | 'instalments'>> {
  const { household, kind, reason, facts, security, newDueOn } = input;
  if (!findParty(db, household)) refuse('household-unknown');
  const loan = loansForTerms(db, household).find(({ id }) => id === input.loan) ?? refuse('loan-unknown');
  const open = openTerm(db, loan.id);
  if (open) refuse('term-open', { id: open.id });
  const owed = (await owedUntil(db, household, today)).filter(({ id }) => id === loan.id);
  const { balance: principal, interest, asOf } = present(named(owed)[0], 'a loan of the household');
  const debt = { principal, interest };
  const { book } = await rulesInForce(db, today);
  const inquiry = new Inquiry(book);
  const problem = termProblem(inquiry, { ...input, files: input.files.length }, { ...loan, debt }, today);
  if (problem) throw new RefusalError(problem);
  const { conditions } = conditionsOf(inquiry, kind, today);
  const chosen = present(
    conditions.find(({ id }) => id === input.condition),
    'a condition that was accepted is listed',
  );
  return {
    ...{ partyId: household, unitId: loan.unitId, loanId: loan.id, kind, reason, facts, security, newDueOn },
    ...{ condition: chosen.id, conditionText: chosen.text, article: chosen.article },
    dueOn: present(loan.dueOn, 'a loan that was accepted has a due date'),
    ...{ asOf, ...debt },
  };
}

/** Refusals in order: those of `accepted`, file-unreadable, attachment-too-large, rule-not-in-force, authority-missing. */
export async function askTerm(
  { clock }: Services,
  open: OpenFolder,
  input: TermInput,
): Promise<{ id: number; approval: number }> {
  const today = clock.today();
  // Asked before the files are kept, so that a refused application leaves nothing; and again where it is written.
  await open.store.reading((db) => accepted(db, input, today));
  const files: readonly KeptFile[] = keepFiles(open, input.files);
  return open.store.write(open.actor, async (tx) => {
    const term = await accepted(tx, input, today);
    const id = await insertTerm(tx, { ...term, instalments: input.instalments, files });
    const amount = sumOf(term);
    const asked = await submitRequest(tx, today, loanTerm, {
      subject: termSubject(id),
      title: `${input.kind === 'extension' ? '展期' : '转贷'} ${householdNumber(term.partyId)}`,
      partyId: term.partyId,
      unitId: term.unitId,
      facts: { amount },
      amount,
    });
    const { kind, condition, dueOn, newDueOn } = term;
    const detail = { kind, condition, dueOn, newDueOn, amount: yuanText(amount), files: files.length };
    const object = { objectKind: 'loan-term', objectId: String(id), householdId: term.partyId };
    return {
      result: { id, approval: asked.id },
      audit: [{ action: 'repayment.askTerm', ...object, detail }, ...asked.notes],
    };
  });
}

/** One that was approved and is not signed. Refusals in order: term-unknown, stale-version, term-not-approved {state}. */
export async function dropTerm(open: OpenFolder, input: { id: number; rev: number; reason: string }) {
  const { id, rev, reason } = input;
  return open.store.write(open.actor, async (tx) => {
    const term = findTerm(tx, id) ?? refuse('term-unknown', { id });
    if (term.rev !== rev) refuse('stale-version');
    if (term.state !== 'approved') refuse('term-not-approved', { state: term.state });
    const notes = await voidApprovals(tx, termSubject(id), reason);
    const object = { objectKind: 'loan-term', objectId: String(id), householdId: term.partyId };
    return { result: { id }, audit: [{ action: 'repayment.dropTerm', ...object, detail: { reason } }, ...notes] };
  });
}
