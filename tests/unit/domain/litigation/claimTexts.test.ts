/** How the claim against a guarantor is worded (LIT-02): for what he guarantees, and no more. */
import { guaranteeClaim } from '@shared/domain/litigation/claimTexts';
import { describe, expect, it } from 'vitest';

const debt = (contract: string, borrower = '杨某') => ({ contract, borrower });
const given = (contract: string, kind: 'general' | 'joint' | 'unstated', borrower = '杨某') => ({
  ...debt(contract, borrower),
  kind,
});

describe('LIT-02 the claim against a guarantor', () => {
  it.each([
    [[given('甲1', 'joint')], [debt('甲1')], '田某对上述债务承担连带清偿责任'],
    [[given('甲1', 'joint')], [debt('甲1'), debt('甲2')], '田某对借款合同（编号：甲1）项下的债务承担连带清偿责任'],
    [[given('乙1', 'joint', '李某')], [debt('甲1'), debt('乙1', '李某')], '田某对李某的上述债务承担连带清偿责任'],
    [[given('甲1', 'general')], [debt('甲1')], '田某对债务人财产依法强制执行后仍不能清偿的部分承担保证责任'],
    [
      [given('甲1', 'general')],
      [debt('甲1'), debt('甲2')],
      '田某对债务人财产依法强制执行后仍不能清偿的部分承担保证责任（限于借款合同（编号：甲1）项下的债务）',
    ],
  ])('%j of %j', (guaranteed, claimed, text) => {
    expect(guaranteeClaim('田某', guaranteed, claimed)).toBe(text);
  });
});
