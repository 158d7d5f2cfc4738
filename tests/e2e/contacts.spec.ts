/** A working morning of a clerk: a call recorded with F7 stands in the work list with its promise; measures that fit are planned (REC-01, REC-02). */
import { day } from './support/dates';
import { signIn } from './support/firstRun';
import { expect, SMALL_SCREEN } from './support/launch';
import { CREDIT_LOAN, goTo, test } from './support/sampleBranch';

test('REC-02 a promise recorded with F7 appears in the work list and leads back to the household', async ({
  page,
}, testInfo) => {
  await page.setViewportSize(SMALL_SCREEN);
  await signIn(page, 'wang');
  await goTo(page, `/household/${CREDIT_LOAN.contract}`);
  await expect(page.getByRole('heading', { level: 1, name: CREDIT_LOAN.borrower })).toBeVisible();
  await page.keyboard.press('F7');
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText(`登记联系：${CREDIT_LOAN.borrower}`)).toBeVisible();
  await expect(drawer.getByLabel('参加人员')).toHaveValue('王经办');
  await expect(drawer.getByLabel('时间')).toBeFocused();
  await drawer.getByLabel('日期', { exact: true }).fill(day(-1));
  await drawer.getByLabel('时间').fill('2215');
  await drawer.getByLabel('谈话内容').fill('告诉他再不还就抓人坐牢');
  await expect(drawer.getByText('“抓人、坐牢”是威胁或不属银行的权力')).toBeVisible();
  await drawer.getByLabel('谈话内容').fill('称下月初先还五千元');
  await expect(drawer.getByText('二十二时至八时不联系')).toBeVisible();
  await expect(drawer.getByRole('button', { name: '保存' })).toBeDisabled();
  await page.screenshot({ path: testInfo.outputPath('blocked.png') });
  await drawer.getByLabel('时间').fill('1015');
  await expect(drawer.getByText('二十二时至八时不联系')).toBeHidden();
  await drawer.getByLabel('承诺金额').fill('5000');
  // No day that was there before is kept under one that does not exist.
  await drawer.getByLabel('日期', { exact: true }).fill('2月30日');
  await page.keyboard.press('Control+s');
  await expect(drawer.getByText('请填写承诺日期')).toBeVisible();
  await expect(drawer.getByText('请填写日期')).toBeVisible();
  await drawer.getByLabel('日期', { exact: true }).fill(day(-1));
  await drawer.getByLabel('承诺日期').fill(day(1));
  await drawer.getByLabel('下次日期').fill(day(0));
  await drawer.getByLabel('下次事项').fill('问是否筹到款');
  await page.screenshot({ path: testInfo.outputPath('drawer.png') });
  await page.keyboard.press('Control+s');
  await expect(page.getByText('联系已登记')).toBeVisible();

  await page.getByRole('link', { name: '工作台' }).click();
  const bench = page.getByRole('grid', { name: '工作台' });
  await expect(bench.getByText('还款承诺')).toBeVisible();
  await expect(bench.getByText('问是否筹到款')).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('bench.png') });
  await bench.getByText('问是否筹到款').click();
  await page.keyboard.press('Enter');
  const log = page.getByRole('grid', { name: '联系记录' });
  await expect(log.getByText('称下月初先还五千元')).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('log.png') });
});

test('REC-01 measures that fit are explained and planned; a blocked one names the article', async ({
  page,
}, testInfo) => {
  await page.setViewportSize(SMALL_SCREEN);
  await signIn(page, 'wang');
  await goTo(page, `/household/${CREDIT_LOAN.contract}`);
  await page.getByRole('tab', { name: '措施' }).click();
  const fits = page.getByRole('region', { name: '适合本户的措施' });
  await expect(fits.getByText('谈判清收')).toBeVisible();
  await page.getByRole('checkbox', { name: '显示不适合的' }).check();
  const listed = fits.getByRole('row').filter({ hasText: '黑名单公示法' });
  await expect(listed).toContainText('禁止');
  await expect(listed).toContainText('个人信息保护法');
  await expect(listed.getByRole('button', { name: '加入方案' })).toHaveCount(0);
  await page.screenshot({ path: testInfo.outputPath('fits.png') });
  await fits.getByRole('row').filter({ hasText: '谈判清收' }).getByRole('button', { name: '加入方案' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('制定或修订的理由').fill('首次制定');
  await drawer.getByLabel('有利于降低风险、保障债权').fill('先见面核对债务');
  await drawer.getByLabel('有利于减少本息损失').fill('尽早分期还款');
  await drawer.getByLabel('有利于收回本息').fill('约定每月还款');
  await drawer.getByRole('combobox', { name: '责任人' }).click();
  await page.getByTitle('王经办').last().click();
  await drawer.getByLabel('期限').fill(day(3));
  await page.keyboard.press('Tab');
  await page.screenshot({ path: testInfo.outputPath('plan.png') });
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('方案第 1 版已保存')).toBeVisible();
  await expect(page.getByRole('region', { name: '措施方案' }).getByText('谈判清收').first()).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('measures.png') });
});
