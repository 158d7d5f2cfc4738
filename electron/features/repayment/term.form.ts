/** DOC-REC-12 and DOC-REC-13: the application for an extension or re-lending with its condition, consents and approval. */

import { householdNumber } from '@shared/domain/loans/householdNumber';
import type { TermKind } from '@shared/domain/repayment/loanTerm';
import {
  checkTerm,
  composeTerm,
  TERM_FORM,
  TERM_TITLE,
  type TermPaperFacts,
} from '@shared/domain/repayment/loanTermPaper';
import { present } from '@shared/kernel/assert';
import { yuanGrouped } from '@shared/kernel/money';
import { refuse } from '@shared/kernel/result';
import { Inquiry } from '@shared/rules/inquiry';
import type { ReadDb } from '../../database/store';
import { approvalPaper } from '../approvals/approvalPaper';
import { approvalOf } from '../approvals/requireApproved';
import { type Form, foundIn, type SubjectKind, type Writing } from '../documents/form';
import { noticeParty } from '../dunning/noticeFacts.repository';
import { householdPortfolio, radarSecurities } from '../portfolio/portfolioLoans.repository';
import { rulesInForce } from '../rules/rulesInForce';
import { branchUnit } from '../users/users.repository';
import { guarantorsSign } from './debtPapers.form';
import { gatherDebt } from './gatherDebt';
import { insertPaper } from './papers.repository';
import { loanTerm, termSubject } from './termApproval';
import { findTerm, type StoredTerm, termFiles, termPlan } from './terms.repository';

const termAt = (db: ReadDb, id: number): StoredTerm =>
  (Number.isInteger(id) ? findTerm(db, id) : undefined) ?? refuse('subject-unknown', { subject: String(id) });

/** By its id; refuses subject-unknown also for the other kind's. */
const subjectOf = (kind: TermKind): SubjectKind => ({
  name: `loan-${kind}`,
  find(db, key) {
    const term = termAt(db, Number(key));
    return term.kind === kind ? term.id : refuse('subject-unknown', { subject: key });
  },
  describe(db, id) {
    const { partyId } = termAt(db, id);
    return { id, partyId, label: householdNumber(partyId) };
  },
});

async function gather(db: ReadDb, id: number, writing: Writing): Promise<TermPaperFacts> {
  const { today } = writing;
  const term = termAt(db, id);
  const { partyId, loanId } = term;
  const { book } = await rulesInForce(db, today);
  const restructured = new Inquiry(book).values('classification/restructured', today);
  const loan = present(
    householdPortfolio(db, partyId).find((each) => each.id === loanId),
    'the loan is one of its household',
  );
  const request = present(
    await approvalOf(db, loanTerm.id, termSubject(id)),
    'an application is asked for with its request',
  );
  const { name, kind, idNo, address } = noticeParty(db, partyId);
  const { guarantors, loans } = await gatherDebt(db, partyId, writing, [loanId]);
  const { asOf, contract, dueOn, newDueOn, principal, interest, reason, security, state } = term;
  return {
    ...{ asOf, today, partyId, loanId, termId: id, contract, dueOn, newDueOn, principal, interest, reason, security },
    unit: (await branchUnit(db)).name,
    debtor: { name, kind, idNo, address },
    kind: term.kind,
    state,
    fiveLevel: loan.fiveLevel,
    isOffBalance: loan.sheet === 'off',
    condition: { text: term.conditionText, article: term.article },
    evidence: [...(term.facts === null ? [] : [term.facts]), ...termFiles(db, id).map((file) => `附件：${file.name}`)],
    secured: radarSecurities(db, partyId).flatMap((each) => (each.loanId === loanId ? [each.name] : [])),
    instalments: termPlan(db, id),
    ...{ guarantors, loans },
    restructured: {
      months: restructured.number('observationMonths'),
      leastClass: restructured.text('leastClass'),
      article: restructured.article,
    },
    levels: (await approvalPaper(db, request.id)).levels,
  };
}

const termForm = (kind: TermKind): Form<TermPaperFacts> => ({
  code: TERM_FORM[kind],
  alias: kind === 'extension' ? 'loan-extension' : 'loan-relending',
  title: TERM_TITLE[kind],
  purpose: kind === 'extension' ? '到期前按所列条件申请展期，逐级审批' : '到期后按所列条件申请转贷，逐级审批',
  class: 'INT',
  version: '1',
  series: kind === 'extension' ? '展' : '转',
  category: '要件类',
  word: false,
  subject: subjectOf(kind),
  permission: 'agreement.prepare',
  required: [],
  fields: [],
  gather,
  catalogue: () => [],
  figures: ({ principal, interest, asOf }) => [
    { label: '尚欠本金', value: yuanGrouped(principal), source: '贷款台账', asOf },
    { label: '尚欠利息', value: yuanGrouped(interest), source: '贷款台账', asOf },
  ],
  check: (facts) => foundIn(checkTerm(facts)),
  fill: () => ({}),
  compose: (facts, _, date) => composeTerm(facts, date),
  async issued(tx, papers) {
    for (const { documentId, facts } of papers) {
      const { partyId, loanId, debtor, termId, today } = facts;
      await insertPaper(tx, {
        ...{ documentId, partyId, agreementId: null, termId, form: TERM_FORM[kind], issuedOn: today },
        signatories: [
          { role: 'borrower', partyId, name: debtor.name, loanId, guaranteeId: null },
          ...guarantorsSign(facts),
        ],
      });
    }
  },
});

export const TERM_FORMS: readonly Form<TermPaperFacts>[] = [termForm('extension'), termForm('relending')];
