/** Approvals on screen (S10, ORG-03, ORG-04): asked by one, decided by the level that the rule names, read by the auditor. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { changeTo } from './support/acting';
import { addColleagues } from './support/colleagues';
import { day } from './support/dates';
import { signIn } from './support/firstRun';
import { expect, SMALL_SCREEN } from './support/launch';
import { test as base, goTo } from './support/sampleBranch';

/** The sample branch with a deputy head and who stands in for him. */
const test = base.extend({
  dataFolder: async ({ dataFolder }, use) => {
    addColleagues(String(dataFolder), [
      ['fen', '冯分管', 'deputy-head'],
      ['bao', '鲍保全', 'asset-preservation-head'],
    ]);
    await use(dataFolder);
  },
});
test.use({ lists: [] });
test.describe.configure({ timeout: 120_000 });
test.beforeEach(({ page }) => page.setViewportSize(SMALL_SCREEN));

const shot = async (page: Page, name: string) => {
  if (process.env.QINGSHOU_SHOTS) await page.screenshot({ path: join(process.env.QINGSHOU_SHOTS, `${name}.png`) });
};

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click();
  const open = page.locator('.ant-select-dropdown:visible');
  await open.getByText(option, { exact: true }).click();
  await expect(open).toHaveCount(0);
}

async function handOver(page: Page, days: readonly [string, string], basis: string): Promise<void> {
  await page.getByRole('button', { name: '申请授权' }).click();
  const dialog = page.getByRole('dialog', { name: '申请授权' });
  await choose(page, '授权人', '冯分管');
  await choose(page, '代行人', '鲍保全');
  await dialog.getByLabel('起日').fill(days[0]);
  await dialog.getByLabel('止日').fill(days[1]);
  await dialog.getByLabel('依据或事由').fill(basis);
  await dialog.getByRole('button', { name: /确\s*定/ }).click();
  await expect(page.getByText('已提交行长审批').last()).toBeVisible();
  await expect(dialog).toBeHidden();
}

test('ORG-03 ORG-04 authority during leave is asked for, decided by the head alone, and found in the log by its code', async ({
  page,
}) => {
  await signIn(page, 'wang');
  await goTo(page, '/approvals?list=delegations');
  await handOver(page, [day(9), day(18)], '外出学习');
  await expect(page.getByRole('row', { name: /冯分管/ })).toContainText('待行长批准');
  await handOver(page, [day(23), day(28)], '年度休假');
  await page.getByText('我提交的', { exact: true }).click();
  const asked = page.getByRole('grid', { name: '我提交的' });
  await asked.getByText('冯分管 → 鲍保全').first().click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('审处分离');
  await expect(page.getByRole('button', { name: /同\s*意/ })).toHaveCount(0);
  await shot(page, 'approvals-own');

  await changeTo(page, 'fen');
  await goTo(page, '/approvals');
  await expect(page.getByText('没有待您审批的件')).toBeVisible();

  await changeTo(page, 'hang');
  await goTo(page, '/approvals');
  const mine = page.getByRole('grid', { name: '待我审批' });
  await mine.getByText('冯分管 → 鲍保全').first().click();
  const content = page.getByRole('region', { name: '申请内容' });
  await expect(content).toContainText('外出学习');
  await page.getByRole('region', { name: '审批层级' }).getByRole('button', { name: '审批层级' }).click();
  await expect(page.getByRole('region', { name: '数据来源' })).toContainText('第三十三条');
  await page.keyboard.press('Escape');
  await shot(page, 'approvals-decide');
  await page.getByRole('button', { name: /退\s*回/ }).click();
  await expect(page.locator('p.qs-approval-bad')).toContainText('须写明理由');
  await page.getByRole('textbox', { name: '意见' }).fill('同意鲍保全代行，重大事项电话报告');
  await page.getByRole('button', { name: /同\s*意/ }).click();
  await expect(page.getByText('已批准').first()).toBeVisible();
  // The next one is shown at once.
  await expect(content).toContainText('年度休假');
  await page.getByRole('textbox', { name: '意见' }).fill('请另报时间');
  await page.getByRole('button', { name: /退\s*回/ }).click();
  await expect(page.getByText('没有待您审批的件')).toBeVisible();

  await changeTo(page, 'shen');
  await goTo(page, '/approvals?list=all');
  const all = page.getByRole('grid', { name: '全部' });
  await all.getByText('已批准').click();
  const code = await page.getByRole('region', { name: '审批层级' }).locator('code').textContent();
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await expect(page.getByRole('button', { name: /同\s*意|退\s*回|撤\s*回/ })).toHaveCount(0);
  await shot(page, 'approvals-auditor');
  await goTo(page, '/audit');
  await page.getByPlaceholder(/户号/).fill(String(code));
  const log = page.getByRole('grid', { name: '审计日志' });
  await expect(log.getByRole('row').filter({ hasText: '杭行长' })).toHaveCount(1);
  await expect(log).toContainText('审批件');
  await shot(page, 'approvals-code');
});
