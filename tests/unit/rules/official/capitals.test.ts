/** Examples printed in 支付结算办法（银发〔1997〕393号）附一《正确填写票据和结算凭证的基本规定》, section 4. */
import { expect, test } from 'vitest';
import { result } from '../support/ask';

const ROWS: readonly (readonly [amount: string, forms: readonly string[], source: string])[] = [
  ['1409.50', ['人民币壹仟肆佰零玖元伍角'], '附一 四（一）'],
  ['6007.14', ['人民币陆仟零柒元壹角肆分'], '附一 四（二）'],
  ['1680.32', ['人民币壹仟陆佰捌拾元零叁角贰分', '人民币壹仟陆佰捌拾元叁角贰分'], '附一 四（三）'],
  ['107000.53', ['人民币壹拾万柒仟元零伍角叁分', '人民币壹拾万零柒仟元伍角叁分'], '附一 四（三）'],
  ['16409.02', ['人民币壹万陆仟肆佰零玖元零贰分'], '附一 四（四）'],
  ['325.04', ['人民币叁佰贰拾伍元零肆分'], '附一 四（四）'],
];

test.each(ROWS)('format/rmb-capitals %s', (amount, forms) => {
  const { text, alternatives } = result('format/rmb-capitals', { amount }) as { text: string; alternatives: string[] };
  for (const form of forms) expect([text, ...alternatives]).toContain(form);
});
