/** Tenders and contracts on screen (S27, DSP-06, DSP-07): bids stay sealed and are opened; a trusteeship is asked for, another one settled. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PUT_UP, SETTLED, seedTender, seedTrusteeship } from './support/contracts';
import { day } from './support/dates';
import { PASSWORD, signIn } from './support/firstRun';
import { expect, ROOT, SMALL_SCREEN } from './support/launch';
import { test as base, goTo } from './support/sampleBranch';

/** The sample branch with a head of asset preservation. */
const test = base.extend({
  dataFolder: async ({ dataFolder }, use) => {
    const own = mkdtempSync(join(tmpdir(), 'qingshou-contracts-'));
    const password = join(own, 'password');
    writeFileSync(password, PASSWORD);
    const user = ['user', 'add', 'bao', '--display', '鲍保全', '--roles', 'asset-preservation-head'];
    const common = ['--data', String(dataFolder), '--user', 'admin', '--password-file', password];
    execFileSync(
      process.execPath,
      [join(ROOT, 'out/main/cli.js'), ...user, '--new-password-file', password, ...common],
      { stdio: 'pipe', env: { ...process.env, XDG_CONFIG_HOME: own } },
    );
    await use(dataFolder);
    rmSync(own, { recursive: true, force: true });
  },
});
test.describe.configure({ timeout: 120_000 });
test.beforeEach(({ page }) => page.setViewportSize(SMALL_SCREEN));

test('DSP-07 a package is put up, a bidder registered, his bid sealed', async ({ page }, testInfo) => {
  await signIn(page, 'bao');
  await goTo(page, '/contracts?view=tenders');
  await page.getByRole('button', { name: '公示竞标' }).click();
  const dialog = page.getByRole('dialog', { name: '公示竞标' });
  await dialog.getByLabel('名称').fill('2026年表外不良竞标');
  await dialog.getByLabel('开标日').fill(day(100));
  await dialog.getByLabel('包名 1').fill('一号包');
  await dialog.getByLabel('合同号 1').fill(SETTLED);
  await dialog.getByLabel('定价（元） 1').fill('1000');
  await dialog.getByLabel('定价（元） 1').press('Tab');
  await dialog.getByRole('button', { name: '公示竞标' }).click();
  await expect(dialog.getByText(`借款 ${SETTLED} 已清偿。`)).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('announce.png') });
  await dialog.getByLabel('合同号 1').fill(PUT_UP);
  await dialog.getByRole('button', { name: '公示竞标' }).click();
  const drawer = page.getByRole('dialog', { name: '2026年表外不良竞标' });
  await expect(drawer.getByText('0 人报价，开标前密封')).toBeVisible();
  await drawer.getByRole('textbox', { name: '竞标人' }).fill('龚强');
  await drawer.getByLabel('定金（元）').fill('4999');
  await drawer.getByLabel('定金凭证号').fill('0001');
  await drawer.getByRole('button', { name: '登记竞标人' }).click();
  await expect(drawer.getByText('竞标定金不足。')).toBeVisible();
  await drawer.getByLabel('定金（元）').fill('5000');
  await drawer.getByLabel('定金（元）').press('Tab');
  await drawer.getByRole('button', { name: '登记竞标人' }).click();
  await expect(drawer.getByRole('cell', { name: '龚强' })).toBeVisible();
  for (const [label, option] of [
    ['贷款包', '一号包'],
    ['竞标人', '龚强'],
  ] as const) {
    await drawer.getByRole('combobox', { name: label }).click();
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: option }).click();
  }
  await drawer.getByLabel('报价（元）').fill('1200');
  await drawer.getByLabel('报价（元）').press('Tab');
  await drawer.getByRole('button', { name: '密封报价' }).click();
  await expect(drawer.getByText('1 人报价，开标前密封')).toBeVisible();
  await expect(drawer.getByText('1,200.00')).toHaveCount(0);
  await drawer.getByRole('button', { name: '开标', exact: true }).click();
  await expect(drawer.getByText(`${day(100)} 才开标。`)).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('tender.png') });
});

test('DSP-06 a trusteeship is drafted with the bond of the rules and asked for', async ({ page }, testInfo) => {
  await signIn(page, 'bao');
  await goTo(page, '/contracts');
  await page.getByRole('button', { name: '起草合同' }).click();
  const dialog = page.getByRole('dialog', { name: '起草合同' });
  await dialog.getByLabel('受托人').fill('某资产管理公司');
  await dialog.getByLabel('依据、其他方式无果的情况').fill('多次催收无果，拟托管清收');
  await dialog.getByLabel('借款合同号').fill('青石信借字（91）第030号');
  await dialog.getByLabel('报酬比例（%）').fill('30');
  await dialog.getByLabel('迟交计息年利率（%）').fill('6');
  await dialog.getByLabel('迟交计息年利率（%）').press('Tab');
  await dialog.getByRole('button', { name: '起草合同' }).click();
  const drawer = page.getByRole('dialog', { name: '某资产管理公司 托管清收' });
  await expect(drawer.getByText('200,000.00').first()).toBeVisible();
  await drawer.getByRole('button', { name: '协议、审批表' }).click();
  await drawer.getByLabel('个人信息保护影响评估编号').fill('PIA-2026-3');
  await drawer.getByRole('button', { name: '协议、审批表' }).last().click();
  await expect(page.getByRole('dialog').locator('canvas').first()).toBeVisible();
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: testInfo.outputPath('paper.png') });
  await page.keyboard.press('Escape');
  await drawer.getByRole('button', { name: '送审' }).click();
  await expect(drawer.getByText('审批中').first()).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('contract.png') });
});

test('DSP-07 DSP-06 bids are opened on their day and become a contract; a late turnover costs interest and the bond', async ({
  page,
  dataFolder,
}, testInfo) => {
  await seedTrusteeship(String(dataFolder), 'bao', 'hang');
  await seedTender(String(dataFolder), 'bao');
  await signIn(page, 'bao');
  await goTo(page, '/contracts?view=tenders');
  await page.getByRole('row').filter({ hasText: '2026年表外不良竞标' }).dblclick();
  const drawer = page.getByRole('dialog', { name: '2026年表外不良竞标' });
  await expect(drawer.getByText('2 人报价，开标前密封')).toBeVisible();
  await drawer.getByRole('button', { name: '开标', exact: true }).click();
  await expect(drawer.getByText(/龚强 120,000.00；周柏福 110,000.00/)).toBeVisible();
  await drawer.getByRole('button', { name: '退还定金' }).click();
  const back = page.getByRole('dialog', { name: '退还定金：周柏福' });
  await back.getByLabel('办理凭证号').fill('T1');
  await back.getByRole('button', { name: '退还定金' }).click();
  await expect(drawer.getByText(/退还 5,000.00 元，收款人 周柏福，凭证 T1/)).toBeVisible();
  await expect(drawer.getByText(/共收定金 10,000.00 元.*尚存 5,000.00 元/)).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('opened.png') });
  await goTo(page, '/contracts?id=2');
  await expect(page.getByRole('dialog', { name: '龚强 竞标承包' }).getByText('6,000.00').first()).toBeVisible();
  await goTo(page, '/contracts?id=1');
  const one = page.getByRole('dialog', { name: '某资产管理公司 托管清收' });
  const dialog = page.getByRole('dialog', { name: '登记事项' });
  await one.getByRole('button', { name: '登记事项' }).click();
  await dialog.getByLabel('收款日').fill(day(-20));
  await dialog.getByLabel('日期（交账日）').fill(day(-5));
  await dialog.getByLabel('金额（元）').fill('600');
  await dialog.getByLabel('凭证、依据').fill('交账单据第8号');
  await dialog.getByRole('button', { name: '登记事项' }).click();
  await expect(one.getByText('计息 1.50 扣保证金 600.00')).toBeVisible();
  await one.getByRole('button', { name: '登记事项' }).click();
  await dialog.getByRole('combobox', { name: '事项' }).click();
  await page.locator('.ant-select-dropdown:visible').getByText('保全时效').click();
  await dialog.getByRole('combobox', { name: '借款' }).click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click();
  await dialog.getByLabel('凭证、依据').fill('签收回执');
  await dialog.getByRole('button', { name: '登记事项' }).click();
  await expect(one.getByText('18.50').first()).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('account.png') });
});
