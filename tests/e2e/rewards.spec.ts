/** Rewards on screen (S23, RWD-01, RWD-02, RWD-04): computed by the leader, explained, put right, approved by two, paid. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, TestInfo } from '@playwright/test';
import { changeTo } from './support/acting';
import { day } from './support/dates';
import { PASSWORD, signIn } from './support/firstRun';
import { expect, ROOT, SMALL_SCREEN } from './support/launch';
import { seedPaidSheet } from './support/rewards';
import { test as base, goTo } from './support/sampleBranch';

/** The sample branch with the people of a reward sheet. */
const test = base.extend({
  dataFolder: async ({ dataFolder }, use) => {
    const own = mkdtempSync(join(tmpdir(), 'qingshou-rewards-'));
    const password = join(own, 'password');
    writeFileSync(password, PASSWORD);
    const common = ['--data', String(dataFolder), '--user', 'admin', '--password-file', password];
    for (const [name, display, roles] of [
      ['zu', '祖组长', 'group-leader'],
      ['fen', '冯分管', 'deputy-head'],
      ['xin', '辛主任', 'credit-director'],
    ] as const) {
      const user = ['user', 'add', name, '--display', display, '--roles', roles, '--new-password-file', password];
      execFileSync(process.execPath, [join(ROOT, 'out/main/cli.js'), ...user, ...common], {
        stdio: 'pipe',
        env: { ...process.env, XDG_CONFIG_HOME: own },
      });
    }
    await use(dataFolder);
    rmSync(own, { recursive: true, force: true });
  },
});
test.describe.configure({ timeout: 180_000 });
test.beforeEach(({ page }) => page.setViewportSize(SMALL_SCREEN));

async function compute(page: Page, testInfo: TestInfo): Promise<void> {
  await goTo(page, '/rewards');
  await page.getByRole('button', { name: '计算一期' }).first().click();
  const dialog = page.getByRole('dialog', { name: '计算奖励' });
  await dialog.getByLabel('起日').fill('2026-10-01');
  await dialog.getByLabel('止日').fill('2026-10-31');
  await dialog.getByLabel('止日').press('Tab');
  await dialog.getByRole('button', { name: '计算一期' }).click();
  await expect(page.getByRole('heading', { name: '奖励表 2026-10-01 – 2026-10-31' })).toBeVisible();
  await page.getByText('计奖', { exact: true }).click();
  await page.screenshot({ path: testInfo.outputPath('sheet.png') });
  await page.locator('[data-why]').first().click();
  await expect(page.locator('.qs-why-card')).toContainText('第三十条');
  await page.waitForTimeout(300);
  await page.screenshot({ path: testInfo.outputPath('why.png') });
  await page.keyboard.press('Escape');
}

async function consent(page: Page, name: string): Promise<void> {
  await changeTo(page, name);
  await goTo(page, '/approvals');
  await page.getByText('清收奖励发放').first().click();
  await page.getByRole('button', { name: '同意', exact: true }).click();
  await expect(page.getByText(/已批准|转下一级/).first()).toBeVisible();
}

test('RWD-02 a period is computed, explained, approved by two levels and paid', async ({ page }, testInfo) => {
  await signIn(page, 'zu');
  await compute(page, testInfo);
  await page.getByText('发放清单', { exact: true }).click();
  await page.screenshot({ path: testInfo.outputPath('payees.png') });
  await page.getByRole('button', { name: '送审' }).click();
  await expect(page.getByText('审批中').first()).toBeVisible();
  await consent(page, 'fen');
  await consent(page, 'hang');
  await changeTo(page, 'xin');
  await goTo(page, '/rewards?sheet=1');
  await page.getByRole('button', { name: '登记发放' }).click();
  const pay = page.getByRole('dialog', { name: '登记奖励发放' });
  await pay.getByLabel('凭证号').fill('00881');
  await pay.getByRole('button', { name: '登记发放' }).click();
  await expect(page.getByText('凭证号 00881')).toBeVisible();
  await changeTo(page, 'zu');
  await goTo(page, '/rewards?sheet=1');
  await page.getByRole('button', { name: '更多' }).hover();
  await page.getByText('计算表（发放表）').click();
  await expect(page.getByRole('dialog').locator('canvas').first()).toBeVisible();
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: testInfo.outputPath('paper.png') });
});

test('RWD-04 TEAM-06 a liability is recorded once, appoints who recovers the loan, is performed in part and listed', async ({
  page,
}, testInfo) => {
  await signIn(page, 'xin');
  await goTo(page, '/rewards?view=liabilities');
  await page.getByRole('button', { name: '登记责任' }).first().click();
  const dialog = page.getByRole('dialog').filter({ hasText: '登记责任' });
  await dialog.getByLabel('合同号').fill('500236042014000004');
  await dialog.getByLabel('责任人', { exact: true }).fill('龚强');
  await dialog.getByLabel('违规情形').click();
  await page.locator('.ant-select-dropdown:visible').getByText('冒名贷款', { exact: true }).click();
  await dialog.getByLabel('责任金额（元）').fill('5000');
  await dialog.getByLabel('认定决定').fill('支行责任认定〔2026〕3号');
  await dialog.getByLabel('认定日').fill('2026-03-01');
  await dialog.getByLabel('期限').fill(day(100));
  await dialog.getByLabel('期限').press('Tab');
  await dialog.getByRole('button', { name: '登记责任' }).click();
  const row = page.getByRole('row').filter({ hasText: '龚强' });
  await expect(row).toContainText('履行中');
  await row.dblclick();
  const one = page.getByRole('dialog', { name: /龚强/ });
  await one.getByLabel('已履行（元）').fill('2000');
  await one.getByLabel('凭证、决定或理由').fill('缴款单第8号');
  await one.getByRole('button', { name: '登记履行' }).click();
  await expect(row).toContainText('2,000.00');
  await page.screenshot({ path: testInfo.outputPath('liabilities.png') });
  await page.getByRole('link', { name: '清收责任人清单' }).click();
  const named = page.getByRole('row').filter({ hasText: '龚强' });
  await expect(named).toContainText('责任清收');
  await expect(named).toContainText(day(100));
});

test('RWD-02 what changes after payment is a line of the next sheet that says who owes it back', async ({
  page,
  dataFolder,
}, testInfo) => {
  const name = await seedPaidSheet(String(dataFolder));
  await signIn(page, 'zu');
  await goTo(page, '/rewards');
  await page.getByRole('button', { name: '计算一期' }).first().click();
  const dialog = page.getByRole('dialog', { name: '计算奖励' });
  await dialog.getByLabel('起日').fill('2026-11-01');
  await dialog.getByLabel('止日').fill(day(0));
  await dialog.getByLabel('止日').press('Tab');
  await dialog.getByRole('button', { name: '计算一期' }).click();
  await page.getByText('调整', { exact: true }).first().click();
  const row = page.getByRole('row').filter({ hasText: name });
  await expect(row.first()).toContainText('负有责任清收任务');
  await page.screenshot({ path: testInfo.outputPath('adjustment.png') });
  await page.getByText('发放清单', { exact: true }).click();
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('应退回');
  await page.screenshot({ path: testInfo.outputPath('owes.png') });
});
