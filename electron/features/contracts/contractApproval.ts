/** A contract of recovery as a request for approval (B1 §12(4)-(5), A8): with whom, on what terms, for which loans. */
import type { Content } from '@shared/domain/approvals/content';
import type { ApprovalKind } from '../approvals/approvalKind';
import { rowSubject } from '../approvals/rowSubject';
import { findContract, loansUnder, setContractState } from './contracts.repository';

const { subjectOf, idOf } = rowSubject('recovery-contract');

export const contractSubject = subjectOf;

/** Alias of the paper of each kind of contract. */
const FORM_OF = { tender: 'tender-contract', trusteeship: 'trustee-contract', 'risk-agency': 'risk-agency' } as const;

export const contractApproval: ApprovalKind = {
  id: 'recovery-contract',
  authority: { rule: 'authority/recovery-contract' },
  delegable: true,
  async current(db, subject): Promise<Content | null> {
    const contract = findContract(db, idOf(subject));
    if (!contract || contract.state === 'given-up') return null;
    const { kind, party, basis, amount, bond, feeRate, lateRate, termYears } = contract;
    const rate = (field: string, value: string | null) =>
      value === null ? [] : [{ field, type: 'percent' as const, value }];
    return [
      { field: 'contractKind', type: 'word', value: kind },
      { field: 'party', type: 'text', value: party },
      { field: 'basis', type: 'text', value: basis },
      { field: 'amount', type: 'amount', value: amount },
      { field: 'bond', type: 'amount', value: bond },
      ...rate('feeRate', feeRate),
      ...rate('lateRate', lateRate),
      { field: 'years', type: 'count', value: termYears },
      {
        field: 'contracts',
        type: 'text',
        value: loansUnder(db, contract.id)
          .map((loan) => loan.contract)
          .join('；'),
      },
    ];
  },
  async checks(db, subject) {
    const contract = findContract(db, idOf(subject));
    if (!contract) return [];
    const loans = loansUnder(db, contract.id);
    const paid = loans.filter(({ owed }) => owed <= 0).map((loan) => loan.contract);
    return [
      { id: 'loans-owing', met: loans.length > 0 && paid.length === 0, detail: paid.join('；') },
      { id: 'contract-basis', met: contract.basis !== '', detail: contract.basis },
    ];
  },
  paper(db, subject) {
    const contract = findContract(db, idOf(subject));
    return contract ? { form: FORM_OF[contract.kind], subjectId: contract.id } : null;
  },
  async ended(tx, { subject }, state) {
    const id = idOf(subject);
    setContractState(tx, id, state === 'approved' ? 'approved' : 'draft');
    const detail = { state };
    return [{ action: 'contracts.ended', objectKind: 'recovery-contract', objectId: String(id), detail }];
  },
};
