/** RWD-04: where a liability stands, and who owes a recovery on a day. */
import {
  decideHandling,
  decideLiability,
  decidePerformance,
  type Liability,
  liabilityState,
  owesRecovery,
} from '@shared/domain/rewards/liability';
import { decidePayment, decidePeriod } from '@shared/domain/rewards/sheetStates';
import { describe, expect, it, test } from 'vitest';

const TODAY = '2026-11-22';
const liability: Liability = {
  person: '王某',
  decidedOn: '2026-03-01',
  deadline: '2026-11-22',
  amount: 100_000,
  performed: 0,
  withdrawnOn: null,
};

test.each([
  [{}, 'open'],
  [{ deadline: '2026-11-21' }, 'overdue'],
  [{ deadline: '2026-11-21', performed: 99_999 }, 'overdue'],
  [{ deadline: '2026-11-21', performed: 100_000 }, 'performed'],
  [{ withdrawnOn: '2026-05-01', performed: 100_000 }, 'withdrawn'],
] as const)('RWD-04 %o is %s', (given, state) => expect(liabilityState({ ...liability, ...given }, TODAY)).toBe(state));

const code = (decision: { kind: string }) =>
  (decision as { refusal?: { code: string } }).refusal?.code ?? decision.kind;

describe('RWD-04 what the register takes', () => {
  const given = { decidedOn: TODAY, deadline: TODAY, kind: 'new-npl', irregularity: null } as const;

  it('a decision of today, and a deadline not before it', () => {
    expect(code(decideLiability(given, TODAY))).toBe('granted');
    const future = { ...given, decidedOn: '2026-11-23', deadline: '2026-11-24' };
    expect(code(decideLiability(future, TODAY))).toBe('liability-future');
    expect(code(decideLiability({ ...given, deadline: '2026-11-21' }, TODAY))).toBe('liability-deadline');
  });

  it('B2 §19 irregular lending is listed with its irregularity, nothing else is', () => {
    const irregular = { ...given, kind: 'irregular-lending' } as const;
    expect(code(decideLiability(irregular, TODAY))).toBe('irregularity-missing');
    expect(code(decideLiability({ ...irregular, irregularity: 'false-name' }, TODAY))).toBe('granted');
    expect(code(decideLiability({ ...given, irregularity: 'false-name' }, TODAY))).toBe('irregularity-missing');
  });

  it('B2 §19 what follows is decided when the time has passed, not before', () => {
    const late = { ...liability, deadline: '2026-11-21' };
    expect(code(decideHandling(late, TODAY, TODAY))).toBe('granted');
    expect(code(decideHandling(late, '2026-11-21', TODAY))).toBe('liability-running');
    expect(code(decideHandling(late, '2026-11-23', TODAY))).toBe('liability-future');
    expect(code(decideHandling({ ...late, performed: 100_000 }, TODAY, TODAY))).toBe('liability-ended');
  });

  it('performance up to what is left', () => {
    const of = (amount: number, given: Partial<Liability> = {}, on = TODAY) =>
      code(decidePerformance({ ...liability, performed: 40_000, ...given }, { on, amount }, TODAY));
    expect(of(60_000)).toBe('granted');
    expect(of(60_001)).toBe('liability-exceeded');
    expect(of(1, { performed: 100_000 })).toBe('liability-ended');
    expect(of(1, { withdrawnOn: TODAY })).toBe('liability-ended');
    expect(of(1, {}, '2026-11-23')).toBe('liability-future');
  });
});

describe('B2 §30(3) who owes the recovery on the day of a receipt', () => {
  const named = [
    { mode: 'liability-based', person: '李某', from: '2026-02-01' },
    { mode: 'post-based', person: '李某', from: '2026-08-01' },
  ] as const;

  test.each([
    ['王某', '2026-02-28', false],
    ['王某', '2026-03-01', true],
    ['李某', '2026-01-31', false],
    ['李某', '2026-02-01', true],
    ['李某', '2026-08-01', false],
    ['张某', '2026-06-01', false],
  ])('%s on %s: %s', (person, on, owes) => expect(owesRecovery(person, on, [liability], named)).toBe(owes));

  it('nobody by a decision that was withdrawn', () =>
    expect(owesRecovery('王某', TODAY, [{ ...liability, withdrawnOn: TODAY }], [])).toBe(false));
});

test('RWD-02 a period is over, payment follows it', () => {
  expect(code(decidePeriod({ from: TODAY, to: TODAY }, TODAY))).toBe('granted');
  expect(code(decidePeriod({ from: TODAY, to: '2026-11-23' }, TODAY))).toBe('sheet-period');
  expect(code(decidePeriod({ from: TODAY, to: '2026-11-21' }, TODAY))).toBe('sheet-period');
  const approved = { state: 'approved', to: '2026-10-31' } as const;
  expect(code(decidePayment(approved, '2026-10-31', TODAY))).toBe('granted');
  expect(code(decidePayment(approved, '2026-10-30', TODAY))).toBe('sheet-pay-day');
  expect(code(decidePayment(approved, '2026-11-23', TODAY))).toBe('sheet-pay-day');
  expect(code(decidePayment({ ...approved, state: 'paid' }, TODAY, TODAY))).toBe('sheet-not-approved');
});
