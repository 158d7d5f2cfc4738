/** DOC-REC-05 and DOC-REC-07: the confirmation of a debt and of its balance, with who is to sign them. */
import type { DebtFacts } from '@shared/domain/repayment/debtFacts';
import {
  type ConfirmationFields,
  checkBalance,
  checkConfirmation,
  composeBalance,
  composeConfirmation,
  USER_ROLES,
} from '@shared/domain/repayment/debtPapers';
import { type Form, field } from '../documents/form';
import { HOUSEHOLD } from '../documents/subjects';
import { debtFigures } from '../dunning/debtFigures';
import { gatherDebt } from './gatherDebt';
import { insertPaper, type NewSignatory } from './papers.repository';

/** The borrower for each debt. */
export const borrowerSigns = ({ loans, partyId, debtor }: DebtFacts): NewSignatory[] =>
  loans.map(({ id }) => ({ role: 'borrower', partyId, name: debtor.name, loanId: id, guaranteeId: null }));

export const guarantorsSign = ({ guarantors }: Pick<DebtFacts, 'guarantors'>): NewSignatory[] =>
  guarantors.map(({ partyId, name, loanId, guaranteeId }) => ({
    ...{ role: 'guarantor', partyId, name, loanId, guaranteeId },
  }));

const filledConfirmation = (typed: Record<string, unknown>): ConfirmationFields => {
  const text = (id: string): string => (typeof typed[id] === 'string' ? typed[id].trim() : '');
  return {
    purpose: text('purpose'),
    actualUser: text('actualUser'),
    userRole: USER_ROLES.find((role) => role === typed.userRole) ?? null,
    remark: text('remark'),
  };
};

const FIELDS = [
  field('purpose', 'text', { maxLength: 60 }),
  field('actualUser', 'text', { maxLength: 40 }),
  field('userRole', 'choice', { options: USER_ROLES }),
  field('remark', 'longText', { maxLength: 200 }),
];

/** The actual user signs beside the borrower; he is often no party of the file. */
const userSigns = ({ loans }: DebtFacts, actualUser: string): NewSignatory[] =>
  actualUser === ''
    ? []
    : loans.map(({ id }) => ({ role: 'actual-user', partyId: null, name: actualUser, loanId: id, guaranteeId: null }));

export const debtConfirmation: Form<DebtFacts> = {
  code: 'DOC-REC-05',
  alias: 'debt-confirmation',
  title: '债权确认书',
  purpose: '债务人确认债权并同意继续履行，签署之日起时效重新计算',
  class: 'OUT',
  version: '1',
  series: '确',
  category: '要件类',
  word: true,
  subject: HOUSEHOLD,
  permission: 'notice.prepare',
  required: [],
  fields: FIELDS,
  gather: (db, id, writing) => gatherDebt(db, id, writing),
  catalogue: () => FIELDS.map((each) => ({ ...each, suggestion: null })),
  figures: debtFigures,
  check: (facts, typed) =>
    checkConfirmation(facts, filledConfirmation(typed)).map(({ field: id, subject, ...missing }) => ({
      ...{ ...missing, id, section: '1', subject: subject ?? null },
    })),
  fill: (_, typed) => ({ ...filledConfirmation(typed) }),
  compose: (facts, filled, date) => composeConfirmation(facts, filled as unknown as ConfirmationFields, date),
  async issued(tx, papers) {
    for (const { documentId, facts, fields } of papers)
      await insertPaper(tx, {
        ...{ documentId, partyId: facts.partyId, agreementId: null, form: 'DOC-REC-05', issuedOn: facts.today },
        signatories: [
          ...borrowerSigns(facts),
          ...userSigns(facts, filledConfirmation(fields).actualUser),
          ...guarantorsSign(facts),
        ],
      });
  },
};

export const balanceConfirmation: Form<DebtFacts> = {
  code: 'DOC-REC-07',
  alias: 'balance-confirmation',
  title: '贷款余额核对单',
  purpose: '书面对账并请求履行，每年至少一次；签收之日起时效重新计算',
  class: 'OUT',
  version: '1',
  series: '询',
  category: '管理类',
  word: false,
  subject: HOUSEHOLD,
  permission: 'notice.prepare',
  required: [],
  fields: [],
  gather: (db, id, writing) => gatherDebt(db, id, writing),
  catalogue: () => [],
  figures: debtFigures,
  check: (facts) =>
    checkBalance(facts).map(({ field: id, subject, ...missing }) => ({
      ...{ ...missing, id, section: '1', subject: subject ?? null },
    })),
  fill: () => ({}),
  compose: (facts, _, date) => composeBalance(facts, date),
  async issued(tx, papers) {
    for (const { documentId, facts } of papers)
      await insertPaper(tx, {
        ...{ documentId, partyId: facts.partyId, agreementId: null, form: 'DOC-REC-07', issuedOn: facts.today },
        signatories: borrowerSigns(facts),
      });
  },
};
