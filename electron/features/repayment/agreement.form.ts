/** DOC-REC-06, the repayment agreement with its schedule, once it is approved. */

import { householdNumber } from '@shared/domain/loans/householdNumber';
import { sumOf, totalOf } from '@shared/domain/repayment/agreement';
import { type AgreementFacts, checkAgreement, composeAgreement } from '@shared/domain/repayment/agreementPaper';
import { present } from '@shared/kernel/assert';
import { yuanGrouped } from '@shared/kernel/money';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import { approvalOf } from '../approvals/requireApproved';
import { type Form, foundIn, type SubjectKind, type Writing } from '../documents/form';
import { debtFigures } from '../dunning/debtFigures';
import { measuresOf } from '../receipts/askMeasure';
import { agreementSubject, repaymentAgreement } from './agreementApproval';
import { agreedLoans, findAgreement, instalmentsOf, type StoredAgreement } from './agreements.repository';
import { borrowerSigns, guarantorsSign } from './debtPapers.form';
import { gatherDebt } from './gatherDebt';
import { insertPaper } from './papers.repository';

const agreementAt = (db: ReadDb, id: number): StoredAgreement =>
  (Number.isInteger(id) ? findAgreement(db, id) : undefined) ?? refuse('subject-unknown', { subject: String(id) });

/** By its id; refuses subject-unknown. */
const AGREEMENT: SubjectKind = {
  name: 'repayment-agreement',
  find: (db, key) => agreementAt(db, Number(key)).id,
  describe(db, id) {
    const { partyId } = agreementAt(db, id);
    return { id, partyId, label: householdNumber(partyId) };
  },
};

async function gather(db: ReadDb, id: number, writing: Writing): Promise<AgreementFacts> {
  const { partyId, asOf, order, graceDays, follower, number } = agreementAt(db, id);
  const agreed = new Map(agreedLoans(db, id).map((loan) => [loan.loanId, loan]));
  const debt = await gatherDebt(db, partyId, writing, [...agreed.keys()], asOf);
  const request = await approvalOf(db, repaymentAgreement.id, agreementSubject(id));
  const measures = await measuresOf(db, partyId);
  return {
    ...debt,
    asOf,
    loans: debt.loans.map((loan) => {
      const { principal, interest } = present(agreed.get(loan.id), 'only agreed debts were gathered');
      const accrual = loan.accrual !== null && loan.interest === interest ? loan.accrual : null;
      return { ...loan, balance: principal, interest, accrual, received: 0 };
    }),
    agreementId: id,
    owedNow: totalOf(debt.loans.map(({ balance, interest }) => ({ principal: balance, interest }))),
    order,
    instalments: instalmentsOf(db, id).map(({ missedNotedAt: _, ...instalment }) => instalment),
    graceDays,
    follower,
    isOffBalance: [...agreed.values()].some(({ sheet }) => sheet === 'off'),
    reliefs: measures.flatMap(({ loanId, measure, state, amount, approval }) =>
      measure === 'relief' && state === 'approved' && approval !== null && agreed.has(loanId)
        ? [{ amount, request: approval }]
        : [],
    ),
    isApproved: request?.state === 'approved',
    issuedAs: number,
  };
}

export const repaymentAgreementForm: Form<AgreementFacts> = {
  code: 'DOC-REC-06',
  alias: 'repayment-agreement',
  title: '贷款偿还协议书',
  purpose: '与债务人、担保人约定还款计划，批准后签署',
  class: 'OUT',
  version: '1',
  series: '协',
  category: '要件类',
  word: true,
  subject: AGREEMENT,
  permission: 'agreement.prepare',
  required: [],
  fields: [],
  gather,
  catalogue: () => [],
  figures: (facts) => [
    ...debtFigures(facts),
    ...facts.instalments.map((each) => ({
      ...{ label: `第${each.seq}期 ${each.payBy}`, value: yuanGrouped(sumOf(each)), source: '还款计划', asOf: null },
    })),
  ],
  check: (facts) => foundIn(checkAgreement(facts)),
  fill: () => ({}),
  compose: (facts, _, date) => composeAgreement(facts, date),
  async issued(tx, papers) {
    for (const { documentId, facts } of papers)
      await insertPaper(tx, {
        ...{ documentId, partyId: facts.partyId, agreementId: facts.agreementId, form: 'DOC-REC-06' },
        issuedOn: facts.today,
        signatories: [...borrowerSigns(facts), ...guarantorsSign(facts)],
      });
  },
};
