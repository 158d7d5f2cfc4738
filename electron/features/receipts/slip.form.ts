/** DOC-RWD-01, the recovery slip of one receipt. */
import { METHOD_OF } from '@shared/domain/receipts/channels';
import { agreedLoans } from '@shared/domain/receipts/replay';
import { composeSlip, type SlipFacts } from '@shared/domain/receipts/slipPaper';
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { Form, SubjectKind } from '../documents/form';
import { findParty, householdLoans } from '../parties/household.repository';
import { branchUnit } from '../users/users.repository';
import { agreementsOf } from './agreements.repository';
import { collectorRows, lineRows, type PaymentRow, paymentRows } from './payments.repository';
import { findPayment, paymentNumbered } from './receipts.repository';

/** By its number; refuses subject-unknown. */
const PAYMENT: SubjectKind = {
  name: 'payment',
  find: (db, key) => paymentNumbered(db, key) ?? refuse('subject-unknown', { subject: key }),
  describe(db, id) {
    const { number, partyId } = present(findPayment(db, id), 'the payment was found');
    return { id, partyId, label: number };
  },
};

async function gather(db: ReadDb, id: number): Promise<SlipFacts> {
  const { partyId } = present(findPayment(db, id), 'the payment was found');
  const row: PaymentRow = present(
    paymentRows(db, partyId).find((each) => each.id === id),
    'a payment of its household',
  );
  const lines = Map.groupBy(
    lineRows(db, partyId).filter(({ paymentId }) => paymentId === id),
    ({ loanId }) => loanId,
  );
  const household = householdLoans(db, partyId);
  const agreed = agreedLoans({ agreements: agreementsOf(db, partyId), loans: household }, row.receivedOn);
  const loans = household.flatMap(({ id: loanId, contract, issueDate, fourLevel, sheet }) => {
    const own = lines.get(loanId);
    if (!own) return [];
    const sum = (of: 'costs' | 'principal' | 'interest') => own.reduce((all, line) => all + line[of], 0);
    const amounts = { costs: sum('costs'), principal: sum('principal'), interest: sum('interest') };
    return [{ contract, issueDate, fourLevel, sheet, ...amounts }];
  });
  const { number, receivedOn, amount, voucherNo, payer, channel, by } = row;
  return {
    asOf: receivedOn,
    unit: (await branchUnit(db)).name,
    number,
    debtor: present(findParty(db, partyId), 'a household has its borrower').name,
    receivedOn,
    amount,
    method: METHOD_OF[channel],
    voucherNo,
    payer,
    isAgreed: [...lines.keys()].some((loanId) => agreed.has(loanId)),
    loans,
    collectors: collectorRows(db, partyId)
      .filter(({ paymentId }) => paymentId === id)
      .map(({ name, ppm }) => ({ name, ppm })),
    recordedBy: by,
  };
}

export const recoverySlip: Form<SlipFacts> = {
  code: 'DOC-RWD-01',
  alias: 'recovery-slip',
  title: '收回信息单',
  purpose: '一笔收回的金额、分配和实际清收人，供台账、核对和奖励',
  class: 'INT',
  version: '1',
  series: '收',
  category: '管理类',
  word: false,
  subject: PAYMENT,
  permission: 'receipt.record',
  required: [],
  fields: [],
  gather: (db, id) => gather(db, id),
  catalogue: () => [],
  figures: () => [],
  /** Shares of 100 % and a voucher are what a receipt is recorded with; one that was taken back has no slip. */
  check: ({ loans }) => {
    const isReversed = loans.every(({ costs, principal, interest }) => costs + principal + interest === 0);
    const block = { id: 'receipt', section: '1', severity: 'block', code: 'receipt-reversed', gate: 'G-AMT' } as const;
    return isReversed ? [{ ...block, subject: null }] : [];
  },
  fill: () => ({}),
  compose: (facts, _, date) => composeSlip(facts, date),
};
