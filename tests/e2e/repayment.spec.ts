/** The page of repayment on the sample branch: a schedule that is proposed and put right, a confirmation, the gate of the pre-suit notice. */
import { signIn } from './support/firstRun';
import { expect, SMALL_SCREEN } from './support/launch';
import { CREDIT_LOAN, goTo, test } from './support/sampleBranch';

test('REC-06 REC-07 REC-09 REC-13 an agreement is drawn up and asked for; what a paper lacks and what the gate waits for is named', async ({
  page,
}, testInfo) => {
  await page.setViewportSize(SMALL_SCREEN);
  await signIn(page, 'wang');
  await goTo(page, `/household/${CREDIT_LOAN.contract}`);
  await page.getByRole('tab', { name: '还款', exact: true }).click();
  await expect(page.getByText('还没有还款协议')).toBeVisible();
  await expect(page.getByText(/协商 0 次，须 3 次/)).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('empty.png') });

  await page.getByRole('button', { name: '拟订还款协议' }).click();
  const drawer = page.getByRole('dialog', { name: '拟订还款协议' });
  await drawer.getByLabel('期数').fill('2');
  await drawer.getByLabel('期数').press('Tab');
  const submit = drawer.getByRole('button', { name: '提交审批' });
  await expect(submit).toBeDisabled();
  await expect(drawer.getByLabel('第 2 期本金')).toBeVisible();
  const proposed = await drawer.getByLabel('第 2 期本金').inputValue();
  await drawer.getByLabel('第 2 期本金').fill('1');
  await drawer.getByLabel('第 2 期本金').press('Enter');
  await drawer.getByLabel('第 2 期本金').blur();
  await expect(drawer.getByText(/各期合计与欠款不符/)).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('fault.png') });
  await drawer.getByLabel('第 2 期本金').fill(proposed.replaceAll(',', ''));
  await drawer.getByLabel('第 2 期本金').blur();
  await expect(drawer.getByText(/各期合计与欠款不符/)).toBeHidden();
  await drawer.getByRole('combobox', { name: '跟踪人' }).click();
  await page.locator('.ant-select-item-option').first().click();
  await page.screenshot({ path: testInfo.outputPath('agreement.png') });
  await submit.click();
  await expect(page.getByText(/已提交审批第 \d+ 号/)).toBeVisible();
  const agreement = page.getByRole('region', { name: /还款协议第 \d+ 号/ });
  await expect(agreement.getByText('审批中')).toBeVisible();
  await expect(agreement.getByText('未到期')).toHaveCount(2);
  await page.screenshot({ path: testInfo.outputPath('asked.png') });

  await page.getByRole('button', { name: '登记继承人' }).click();
  const heir = page.getByRole('dialog', { name: '登记继承人' });
  await heir.getByRole('button', { name: /保\s*存/ }).click();
  await expect(heir.getByText('请填写证件号码')).toBeVisible();
  for (const [field, typed] of [
    ['姓名', '王小某'],
    ['证件号码', '512226197003189118'],
    ['送达地址', '奉节县某街1号'],
    ['所得遗产价值', '20000'],
    ['证据', '死亡证明'],
  ] as const)
    await heir.getByLabel(field).fill(typed);
  await heir.getByRole('button', { name: /保\s*存/ }).click();
  await expect(heir.getByText('证件号码校验位不符。')).toBeVisible();
  await heir.getByRole('button', { name: /取\s*消/ }).click();

  const interest = page.getByRole('region', { name: /利息（截至/ });
  await interest.getByRole('button', { name: /登\s*记/ }).click();
  const terms = page.getByRole('dialog', { name: /计息要素：/ });
  await terms.getByLabel('计息起日').fill('2026-10-31');
  await terms.getByLabel('逾期加收比例').fill('50');
  await terms.getByLabel('依据').fill('借款合同第五条');
  await page.screenshot({ path: testInfo.outputPath('terms.png') });
  await terms.getByRole('button', { name: /保\s*存/ }).click();
  await expect(interest.getByText(/加收 50%，不计复利/)).toBeVisible();
  await interest.scrollIntoViewIfNeeded();
  await page.screenshot({ path: testInfo.outputPath('interest.png') });

  await page.getByRole('button', { name: '申请展期、转贷' }).click();
  const term = page.getByRole('dialog', { name: '申请展期、转贷' });
  await term.getByText('都不符合').click();
  await term.getByLabel('申请理由').fill('外出务工，无力一次还清');
  await term.getByRole('button', { name: '提交审批' }).click();
  await expect(term.getByText(/没有符合的条件/)).toBeVisible();
  await term.getByRole('radio', { name: /贷款经清查/ }).check();
  await term.getByLabel('证明的事实').fill('清查笔录，借款人重新确认债务');
  await term.getByRole('button', { name: '提交审批' }).click();
  await expect(page.getByRole('region', { name: '展期和转贷' }).getByText('审批中')).toBeVisible();

  await page.getByRole('button', { name: '债权确认书' }).click();
  const fields = page.getByRole('dialog', { name: '债权确认书' });
  await fields.getByLabel('实际用款人', { exact: true }).fill('孙七');
  await fields.getByRole('button', { name: /预\s*览/ }).click();
  await expect(page.getByText(/诉讼时效已届满，只能使用/)).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('confirmation.png') });
});
