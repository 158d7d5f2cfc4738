/** A receipt that is being typed: what it proposes, what is missing, what it says to the contract (S08). */
import { receiptInput } from '@shared/contract/receipts.contract';
import { describe, expect, it } from 'vitest';
import {
  bookedOn,
  EMPTY_RECEIPT,
  emptyReceipt,
  inputOf,
  missing,
  sharedEqually,
  sharesSum,
  type TypedReceipt,
  withAnother,
  withCaseParts,
} from '../../../../renderer/features/receipts/typedReceipt';

const ACCOUNT = { borrower: '李四', today: '2026-11-22', ledgerDay: '2026-10-31' };
const typed = (given: Partial<TypedReceipt> = {}): TypedReceipt => ({
  ...EMPTY_RECEIPT,
  amount: 100,
  voucherNo: '1',
  ...given,
});

describe('the day of booking', () => {
  it.each([
    ['a receipt after the ledger is booked on its day', '2026-11-01', '2026-11-01'],
    ['a late one when it is recorded', '2026-10-31', '2026-11-22'],
  ])('%s', (_, receivedOn, expected) => {
    expect(bookedOn(typed({ receivedOn }), ACCOUNT)).toBe(expected);
    expect(bookedOn(typed({ receivedOn, bookedOn: '2026-11-05' }), ACCOUNT)).toBe('2026-11-05');
  });
});

describe('what is missing', () => {
  it('is named in the order of the form', () => {
    const collectors = [{ key: 1, name: '王某', share: 'x' }];
    const nothing = typed({ amount: null, voucherNo: ' ', payer: '', isDesignated: true, collectors });
    expect(missing(nothing)).toEqual(['amount', 'voucherNo', 'payer', 'note', 'parts', 'share']);
    expect(missing(typed())).toEqual([]);
  });
});

describe('LIT-10 what a case brought in', () => {
  const loan = (id: number, dueDate: string | null, principal: number) => ({
    ...{ id, dueDate, contract: `合同${id}`, receiptNo: null, sheet: 'on', issueDate: null, suspended: 0 },
    ...{ book: { principal, interest: 0 }, owed: { principal, interest: 10 } },
    ledger: { principal, interest: 0, asOf: '2026-10-31' },
  });
  const loans = [loan(1, '2020-01-01', 1000), loan(2, null, 50), loan(3, '2021-01-01', 70)] as never;
  const ofCase = { id: 9, loans: [2, 3], note: 'AJ000009 生效文书确定的债权' };

  it('repays the loans of the case, the one due first before the others, and no other loan of the household', () => {
    const partsOf = (amount: number, more: Partial<TypedReceipt> = {}) =>
      withCaseParts({ ...emptyReceipt(ofCase), amount, ...more }, { loans }, ofCase).parts;
    expect(partsOf(60)).toEqual({ 3: 60, 2: 0 });
    expect(partsOf(100)).toEqual({ 3: 80, 2: 20 });
    expect(partsOf(100, { accrued: { 3: 5 } })).toEqual({ 3: 85, 2: 15 });
    expect(partsOf(100, { costsOwed: 30 })).toEqual({ 3: 70, 2: 0 });
    // More than the case is about is left over, for a receipt of its own.
    expect(partsOf(500)).toEqual({ 3: 80, 2: 60 });
    expect(partsOf(100, { parts: { 2: 100 } })).toEqual({ 2: 100 });
    expect(emptyReceipt(ofCase)).toMatchObject({ channel: 'court', isDesignated: true });
    expect(withCaseParts(typed(), { loans }, null)).toEqual(typed());
  });
});

describe('what it says', () => {
  it('is nothing without an amount, else what the contract takes', () => {
    expect(inputOf(typed({ amount: null }), 7, ACCOUNT)).toBeNull();
    const input = inputOf(typed({ collectors: [{ key: 1, name: ' 王某 ', share: '100' }] }), 7, ACCOUNT);
    expect(receiptInput.parse(input)).toMatchObject({
      household: 7,
      receivedOn: '2026-11-22',
      payer: '李四',
      designation: null,
      doubleReason: null,
      collectors: [{ name: '王某', ppm: 1_000_000 }],
    });
  });

  it('names only loans with an amount, and a reason only when it is one', () => {
    const input = inputOf(
      typed({
        isDesignated: true,
        note: '附言',
        parts: { 3: 60, 4: null, 5: 0 },
        accrued: { 3: 5 },
        doubleReason: '两',
      }),
      7,
      ACCOUNT,
    );
    expect(input).toMatchObject({
      designation: { note: '附言', parts: [{ loanId: 3, amount: 60 }] },
      accrued: [{ loanId: 3, interest: 5 }],
      doubleReason: null,
    });
  });
});

describe('collectors', () => {
  it('another one is offered what is left; equal parts are all of it', () => {
    const two = withAnother([{ key: 1, name: '王某', share: '60' }]);
    expect(two[1]).toEqual({ key: 2, name: '', share: '40' });
    const three = withAnother(two);
    expect(three[2]?.share).toBe('');
    const equal = sharedEqually(three);
    expect(equal.map(({ share }) => share)).toEqual(['33.3334', '33.3333', '33.3333']);
    expect(sharesSum(equal)).toBe(1_000_000);
  });
});
