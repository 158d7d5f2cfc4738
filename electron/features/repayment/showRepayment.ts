/** Everything the page of repayment shows of a household: agreements followed against receipts, signed papers, the pre-suit gate. */
import type { AgreementView, DebtPaperView, RepaymentFile, TermView } from '@shared/contract/repayment.contract';
import { negotiationsIn } from '@shared/domain/measures/householdState';
import { totalOf } from '@shared/domain/repayment/agreement';
import { breach } from '@shared/domain/repayment/followUp';
import { conditionsOf, type TermKind } from '@shared/domain/repayment/loanTerm';
import { negotiationRecord } from '@shared/domain/repayment/preSuit';
import { refuse } from '@shared/kernel/result';
import { Inquiry } from '@shared/rules/inquiry';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { approvalOf } from '../approvals/requireApproved';
import { impressionsOf } from '../contacts/contacts.repository';
import { named } from '../dunning/owedLoans';
import { missingPagesOf } from '../dunning/scans.repository';
import { responsiblePeople } from '../measures/showMeasures';
import { findParty } from '../parties/household.repository';
import { rulesInForce } from '../rules/rulesInForce';
import { agreementSubject, repaymentAgreement } from './agreementApproval';
import { agreedLoans, agreementsOf, type StoredAgreement } from './agreements.repository';
import { type ExtensionEvent, extensionsOf } from './extensions.repository';
import { followed } from './followUp';
import { gatherDebt, owedUntil } from './gatherDebt';
import { correctionsOf, papersOf, type StoredPaper, signatoriesOf } from './papers.repository';
import { newestPreSuit } from './preSuit.repository';
import { preSuitNotice, preSuitSubject } from './preSuitApproval';
import { loanTerm, termSubject } from './termApproval';
import { type StoredTerm, termFiles, termsOf } from './terms.repository';

async function requestOf(db: ReadDb, kind: string, subject: string): Promise<AgreementView['approval']> {
  const request = await approvalOf(db, kind, subject);
  return request && { id: request.id, state: request.state };
}

async function agreementView(db: ReadDb, agreement: StoredAgreement, today: string): Promise<AgreementView> {
  const { id, rev, state, asOf, order, graceDays, follower, signedOn, endedOn, endReason } = agreement;
  const loans = agreedLoans(db, id);
  const instalments = followed(db, agreement, today).map(({ missedNotedAt: _, ...each }) => each);
  return {
    ...{ id, rev, state, asOf, order, graceDays, follower, signedOn, endedOn, endReason, instalments },
    approval: await requestOf(db, repaymentAgreement.id, agreementSubject(id)),
    contracts: loans.map(({ contract }) => contract),
    debt: totalOf(loans),
    breach: state === 'in-force' ? breach(instalments, graceDays, today) : null,
  };
}

async function termView(db: ReadDb, term: StoredTerm, events: readonly ExtensionEvent[]): Promise<TermView> {
  const { id, rev, kind, state, contract, article, reason, facts, security, dueOn, newDueOn, signedOn, by } = term;
  return {
    ...{ id, rev, kind, state, contract, article, reason, facts, security, dueOn, newDueOn, signedOn, by },
    approval: await requestOf(db, loanTerm.id, termSubject(id)),
    condition: term.conditionText,
    files: termFiles(db, id).map(({ seq, name }) => ({ seq, name })),
    debt: { principal: term.principal, interest: term.interest },
    extensions: events.flatMap(({ requestId, ...event }) => (requestId === id ? [event] : [])),
  };
}

async function termsView(
  db: ReadDb,
  household: number,
  today: string,
): Promise<Pick<RepaymentFile, 'terms' | 'termChoices'>> {
  const { book } = await rulesInForce(db, today);
  const events = extensionsOf(db, household);
  const choices = (kind: TermKind) => {
    const { article, conditions } = conditionsOf(new Inquiry(book), kind, today);
    return { article, conditions: [...conditions] };
  };
  return {
    terms: await Promise.all(termsOf(db, household).map((term) => termView(db, term, events))),
    termChoices: { extension: choices('extension'), relending: choices('relending') },
  };
}

function paperView(db: ReadDb, { partyId: _, voided, ...paper }: StoredPaper): DebtPaperView {
  const signatories = Map.groupBy(signatoriesOf(db, paper.documentId), ({ key }) => key);
  return {
    ...paper,
    voided: voided === 1,
    missingPages: missingPagesOf(db, paper.documentId),
    corrections: correctionsOf(db, paper.documentId),
    signatories: [...signatories].flatMap(([key, rows]) => {
      const [first] = rows;
      if (!first) return [];
      const { role, name, signedOn } = first;
      return [{ key, role, name, signedOn, contracts: rows.map(({ contract }) => contract) }];
    }),
  };
}

async function preSuitView(
  { clock }: Services,
  open: OpenFolder,
  household: number,
): Promise<RepaymentFile['preSuit']> {
  const db = open.store.read;
  const today = clock.today();
  const { book } = await rulesInForce(db, today);
  const inquiry = new Inquiry(book);
  const record = negotiationRecord(inquiry, negotiationsIn(impressionsOf(db, household)), today);
  const asked = newestPreSuit(db, household);
  const { guarantors, loans } = await gatherDebt(db, household, { today, by: open.actor });
  const contracts = new Map(loans.map(({ id, contractNo }) => [id, contractNo]));
  return {
    ...record,
    trace: inquiry.trace,
    approval: asked ? await requestOf(db, preSuitNotice.id, preSuitSubject(asked.id)) : null,
    guarantors: guarantors.map(({ guaranteeId, name, loanId }) => ({
      ...{ key: `g${guaranteeId}`, name, contract: contracts.get(loanId) ?? '' },
    })),
  };
}

/** Refuses household-unknown. */
export async function showRepayment(services: Services, open: OpenFolder, household: number): Promise<RepaymentFile> {
  const db = open.store.read;
  if (!findParty(db, household)) refuse('household-unknown');
  const today = services.clock.today();
  const loans = (await owedUntil(db, household, today)).flatMap((loan) =>
    named([loan]).flatMap(({ id, contractNo, asOf, dueOn, balance, interest }) =>
      balance + interest > 0 ? [{ id, contract: contractNo, asOf, dueOn, principal: balance, interest }] : [],
    ),
  );
  return {
    today,
    asOf: loans.reduce((newest, loan) => (loan.asOf > newest ? loan.asOf : newest), '') || today,
    loans: loans.map(({ asOf: _, ...loan }) => loan),
    agreements: await Promise.all(agreementsOf(db, household).map((each) => agreementView(db, each, today))),
    papers: papersOf(db, household).map((paper) => paperView(db, paper)),
    ...(await termsView(db, household, today)),
    preSuit: await preSuitView(services, open, household),
    people: await responsiblePeople(db),
  };
}
