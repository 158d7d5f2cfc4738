/** DSP-07, A8: what a deposit is at each moment, at the edges, and its register. */
import { DEPOSIT_COLUMNS } from '@shared/domain/contracts/contractRegisters';
import { decideSettlement, depositBook, depositTotals, turnedIntoBond } from '@shared/domain/contracts/deposits';
import { register } from '@shared/domain/documents/register';
import { describe, expect, it } from 'vitest';

const [OPENS, TODAY] = ['2026-11-25', '2026-11-28'];
const facts = { isOpened: true, opensOn: OPENS, won: [], held: 500_000 };
const decided = (given: Partial<Parameters<typeof decideSettlement>[0]>, on = OPENS) => {
  const decision = decideSettlement({ ...facts, ...given }, on, TODAY);
  return decision.kind === 'granted' ? decision.value : decision.kind === 'refused' && decision.refusal.code;
};

describe('DSP-07 settling a deposit', () => {
  it.each([
    ['deposit-sealed', { isOpened: false }, OPENS],
    ['deposit-awaits-signing', { won: [{ state: 'draft' }] }, OPENS],
    ['deposit-awaits-signing', { won: [{ state: 'given-up' }, { state: 'approved' }] }, OPENS],
    ['deposit-settled', { held: 0 }, OPENS],
    ['deposit-day', {}, '2026-11-24'],
    ['deposit-day', {}, '2026-11-29'],
    ['returned', {}, TODAY],
    ['returned', { held: 1 }, OPENS],
    ['forfeited', { won: [{ state: 'given-up' }] }, OPENS],
    // What the bond did not need of a winner's deposit.
    ['returned', { won: [{ state: 'signed' }], held: 450_000 }, OPENS],
  ] as const)('%s: %o on %s', (outcome, given, on) => {
    expect(decided(given, on)).toBe(outcome);
  });

  it('the bond takes no more than it needs, and no more than there is', () => {
    expect([turnedIntoBond(500_000, 600_000), turnedIntoBond(500_000, 50_000), turnedIntoBond(0, 50_000)]).toEqual([
      500_000, 50_000, 0,
    ]);
  });

  it('what was taken back is held again', () => {
    const back = [
      { kind: 'returned', amount: 500_000 },
      { kind: 'returned', amount: -500_000 },
    ] as const;
    const book = depositBook(500_000, back);
    expect(book).toEqual({ received: 500_000, bond: 0, forfeited: 0, returned: 0, held: 500_000 });
    expect(depositTotals([book, depositBook(1, [])])).toMatchObject({ received: 500_001, held: 500_001 });
  });

  it('the register names the entry that stands, and sums what is where', () => {
    const use = { on: '2026-11-26', payee: '甲', voucherNo: 'T1', reverses: null, isReversed: true };
    const row = {
      ...{ name: '甲', person: 'staff' as const, voucherNo: '0001', fate: 'returned' as const },
      book: depositBook(500_000, [{ kind: 'returned', amount: 500_000 }]),
      uses: [use, { ...use, reverses: 1, isReversed: false }, { ...use, voucherNo: 'T2', isReversed: false }],
    };
    const list = register({ code: 'LED-DEPOSIT', title: '竞标定金登记簿', columns: DEPOSIT_COLUMNS }, [row]);
    const text = JSON.stringify(list.cells);
    expect(text).toContain('T2');
    expect(text).not.toContain('T1');
  });
});
