/** S08 on the sample branch: from the household file to a receipt that is tried, put right and recorded (REC-10). */
import { day } from './support/dates';
import { signIn } from './support/firstRun';
import { expect, SMALL_SCREEN } from './support/launch';
import { CREDIT_LOAN, goTo, test } from './support/sampleBranch';

test('REC-10 a receipt is tried in both views and recorded; what is missing or wrong is named', async ({
  page,
}, testInfo) => {
  await page.setViewportSize(SMALL_SCREEN);
  await signIn(page, 'wang');
  await goTo(page, `/household/${CREDIT_LOAN.contract}`);
  await page.getByRole('tab', { name: /^收回/ }).click();
  await page.getByRole('link', { name: '登记收款' }).click();
  const form = page.getByRole('region', { name: '登记收款' });
  await form.getByLabel('金额', { exact: true }).fill('99999999');
  await form.getByLabel('金额', { exact: true }).press('Enter');
  await expect(form.getByText(/收款超过欠款，多出/).first()).toBeVisible();
  await form.getByLabel('金额', { exact: true }).fill('1000');
  await form.getByLabel('金额', { exact: true }).press('Enter');
  await expect(form.getByText('壹仟元整')).toBeVisible();
  const save = form.getByRole('button', { name: '登记收款' });
  await expect(save).toBeDisabled();
  await expect(form.getByText('请填凭证号')).toBeVisible();
  await form.getByLabel('凭证号').fill('00479001');
  await expect(form.getByText('没有填写实际清收人。').first()).toBeVisible();
  await form.getByLabel('清收人 1', { exact: true }).fill('王某');
  await form.getByLabel('清收人 1 的比例').fill('99.9');
  await expect(form.getByText('分配比例合计 99.9%，不是 100%。').first()).toBeVisible();
  await form.getByLabel('清收人 1 的比例').fill('100');
  await expect(save).toBeEnabled();
  await page.screenshot({ path: testInfo.outputPath('form.png'), fullPage: true });
  await form.locator('[data-why]').first().click();
  await expect(page.getByText(/第五百六十一条/).first()).toBeVisible();
  await page.waitForTimeout(300);
  await page.screenshot({ path: testInfo.outputPath('why.png') });
  await page.keyboard.press('Escape');
  await save.click();
  await expect(page.getByText(/已登记收款 SG\d{8}-\d+/)).toBeVisible();
  const recorded = page.getByRole('row').filter({ hasText: '00479001' });
  await expect(recorded).toContainText('待核心入账');
  await recorded.getByRole('button', { name: /展开|Expand/ }).click();
  await expect(page.getByRole('cell', { name: '分配', exact: true })).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('recorded.png'), fullPage: true });
  await page.getByRole('button', { name: '先本后息约定' }).click();
  const agreement = page.getByRole('dialog', { name: '先本后息约定' });
  await agreement.getByLabel('书面依据（文书名称、编号）').fill('偿还协议书第三条');
  await page.screenshot({ path: testInfo.outputPath('agreement.png') });
  await agreement.getByRole('button', { name: '登记约定' }).click();
  await expect(page.getByText(`约定先本后息，自 ${day(0)}`)).toBeVisible();
  await expect(page.getByRole('cell', { name: '调整', exact: true })).toBeVisible();
  await page.getByRole('button', { name: '利息暂挂或减免' }).click();
  const measure = page.getByRole('dialog', { name: '利息暂挂或减免' });
  await expect(measure.getByText('暂挂为行内核算处理，不免除债务人清偿义务。')).toBeVisible();
  await page.waitForTimeout(300);
  await page.screenshot({ path: testInfo.outputPath('measure.png') });
});
