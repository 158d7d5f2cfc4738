/** Figures that A8 tells of tenders and trusteeships (DSP-06, DSP-07), from the rules and by the calculation of the program. */
import { trusteeBond } from '@shared/domain/contracts/contractTerms';
import { decideBid, decideBidder, tenderTerms, winningBid } from '@shared/domain/contracts/tender';
import { contractReward } from '@shared/domain/rewards/rewards';
import { toFen } from '@shared/kernel/exact';
import { Inquiry } from '@shared/rules/inquiry';
import { describe, expect, test } from 'vitest';
import { RuleShelf } from '../../../../electron/rules/ruleShelf';
import { result } from '../support/ask';

const { book } = new RuleShelf().current;
const asked = () => new Inquiry(book);
/** 万元 → fen. */
const wan = (amount: number): number => Math.round(amount * 1_000_000);
const TODAY = '2026-11-22';

describe('A8 竞标承包清收经验', () => {
  test('规范运作: 5,000 yuan of deposit; nine packages at 368 万 bring 381.3 万, 13.3 万 more, and a bond of 5 %', () => {
    const deposit = (fen: number) => decideBidder(asked(), TODAY, { person: 'staff', deposit: fen }).kind;
    expect([deposit(500_000), deposit(499_999)]).toEqual(['granted', 'refused']);
    const [floor, price] = [wan(368), wan(381.3)];
    const facts = { isOpened: false, opensOn: TODAY, isBidder: true, isLiable: false, floor };
    expect(decideBid(facts, price, TODAY).kind).toBe('granted');
    expect(
      winningBid([
        { name: '甲', amount: floor },
        { name: '乙', amount: price },
      ]),
    ).toEqual({ name: '乙', amount: price });
    expect(price - floor).toBe(wan(13.3));
    expect(tenderTerms(asked(), TODAY, price)).toEqual({ bond: wan(19.065), years: 2 });
  });

  test.each([
    ['4.99 %', 4.99, 0],
    ['5 %, the lower bound is rewarded', 5, 0.5],
    ['50 %, all of it at 10 %', 50, 5],
    ['75 %: 5 + 25 × 20 %', 75, 10],
    ['100 %: 5 + 50 × 20 %', 100, 15],
    ['120 %: 15 + 20 × 40 %', 120, 23],
  ])('正向激励: of a task of 100 万 %s', (_, recovered, bonus) => {
    expect(toFen(contractReward(asked(), wan(100), wan(recovered)).amount)).toBe(wan(bonus));
  });

  test.each([
    ['大瑶', 71.19, 17.6, 205.25],
    ['普迹', 66.11, 16.52, 151.64],
  ])('%s brought %f and %f 万 of principal and interest, %f %% of its task', (_, principal, interest, percent) => {
    const recovered = wan(principal + interest);
    const target = Math.round((recovered * 100) / percent);
    const bonus = toFen(contractReward(asked(), target, recovered).amount);
    const beyond = recovered - target;
    expect(Math.abs(bonus - (target * 0.15 + beyond * 0.4))).toBeLessThanOrEqual(1);
    expect(Math.round((recovered / target) * 10_000) / 100).toBe(percent);
  });

  test('the same by rule eval, with the part of each band', () => {
    expect(result('reward/contract', { target: '1000000.00', recovered: '1200000.00' })).toMatchObject({
      amount: '230000.00',
      tiers: [
        { rate: '0.1', amount: '50000.00' },
        { rate: '0.2', amount: '100000.00' },
        { rate: '0.4', amount: '80000.00' },
      ],
    });
  });
});

test('A8 托管清收经验: 200,000 yuan of bond, interest after 5 and deduction after 10 days, 20 yuan for each loan preserved, all of what lapsed', () => {
  expect(trusteeBond(asked(), TODAY)).toBe(wan(20));
  const terms = asked().values('recovery/trusteeship-terms', TODAY);
  expect(['interestAfterDays', 'deductAfterDays', 'feeListMonths'].map((name) => terms.number(name))).toEqual([
    5, 10, 3,
  ]);
  expect(terms.fen('perPreservedLoan')).toBe(2_000);
  expect(terms.exact('compensationShare')).toEqual({ n: 1n, d: 1n });
  // 攸县: had all 8,695 loans been kept in time, 173,900 yuan; what was kept is 97.29 % of what was handed over.
  expect(8_695 * terms.fen('perPreservedLoan')).toBe(17_390_000);
  expect(Math.round((7_286 / 7_489) * 10_000) / 100).toBe(97.29);
});

test('A5 第五: one yuan for each household that signed a notice and made a plan', () => {
  expect(asked().values('reward/notice-and-plan', TODAY).fen('perHousehold')).toBe(100);
});

test.each([
  ['within its authority: 80/10/10', true, ['8000.00', '1000.00', '1000.00']],
  ['above it: 70, 10 as 5+5, 20 as 10+10', false, ['7000.00', '500.00', '500.00', '1000.00', '1000.00']],
])('A5 第三、第四: a loss of 10,000 yuan %s', (_, withinAuthority, amounts) => {
  const { shares } = result('liability/shares', { withinAuthority, loss: '10000.00' }) as {
    shares: { amount: string }[];
  };
  expect(shares.map(({ amount }) => amount)).toEqual(amounts);
});

test('B2 第三十条第二项: whoever has not fulfilled all his tasks gets nothing, nor who owes the recovery (第三项)', () => {
  const facts = { formedOn: '1996-12-31', form: '呆滞', status: 'ordinary', recovered: '10000.00', cost: '0.00' };
  for (const [collector, amount] of [
    ['staff', '1500.00'],
    ['behind', '0.00'],
    ['liable', '0.00'],
  ])
    expect(result('reward/recovery', { ...facts, collector })).toMatchObject({ amount });
});
