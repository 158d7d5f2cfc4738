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
import { type Form, field, foundIn, typedText } from '../documents/form';
import { HOUSEHOLD } from '../documents/subjects';
import { debtFigures } from '../dunning/debtFigures';
import { gatherDebt } from './gatherDebt';
import { insertPaper, ledgerPurpose, type NewSignatory } from './papers.repository';

/** The borrower for each debt. */
export const borrowerSigns = ({ loans, partyId, debtor }: DebtFacts): NewSignatory[] =>
  loans.map(({ id }) => ({ role: 'borrower', partyId, name: debtor.name, loanId: id, guaranteeId: null }));

export const guarantorsSign = ({ guarantors }: Pick<DebtFacts, 'guarantors'>): NewSignatory[] =>
  guarantors.map(({ partyId, name, loanId, guaranteeId }) => ({
    ...{ role: 'guarantor', partyId, name, loanId, guaranteeId },
  }));

interface ConfirmationFacts extends DebtFacts {
  /** What the ledger says the loans were for; what a person types goes before it. */
  readonly ledgerPurpose: string;
}

const filledConfirmation = (facts: ConfirmationFacts, typed: Record<string, unknown>): ConfirmationFields => {
  return {
    purpose: typedText(typed, 'purpose') || facts.ledgerPurpose,
    actualUser: typedText(typed, 'actualUser'),
    userRole: USER_ROLES.find((role) => role === typed.userRole) ?? null,
    remark: typedText(typed, 'remark'),
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

export const debtConfirmation: Form<ConfirmationFacts> = {
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
  async gather(db, id, writing) {
    const facts = await gatherDebt(db, id, writing);
    return {
      ...facts,
      ledgerPurpose: ledgerPurpose(
        db,
        facts.loans.map((loan) => loan.id),
      ),
    };
  },
  catalogue: () => FIELDS.map((each) => ({ ...each, suggestion: null })),
  figures: debtFigures,
  check: (facts, typed) => foundIn(checkConfirmation(facts, filledConfirmation(facts, typed))),
  fill: (facts, typed) => ({ ...filledConfirmation(facts, typed) }),
  compose: (facts, filled, date) => composeConfirmation(facts, filled as unknown as ConfirmationFields, date),
  async issued(tx, papers) {
    for (const { documentId, facts, fields } of papers)
      await insertPaper(tx, {
        ...{ documentId, partyId: facts.partyId, agreementId: null, form: 'DOC-REC-05', issuedOn: facts.today },
        signatories: [
          ...borrowerSigns(facts),
          ...userSigns(facts, filledConfirmation(facts, fields).actualUser),
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
  check: (facts) => foundIn(checkBalance(facts)),
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
