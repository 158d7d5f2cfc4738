/** Personal data through the window (R12, ORG-06): a reason before anything is shown or taken out, nothing left behind, no socket. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { present } from '@shared/kernel/assert';
import { PLANTED, plantedBelow, plantedIn, plantedLoans } from '../support/planted';
import { signIn } from './support/firstRun';
import { answerDialogs, expect, SMALL_SCREEN } from './support/launch';
import { giveReason } from './support/reasons';
import { goTo, test } from './support/sampleBranch';
import { watchSockets } from './support/sockets';

const first = present(PLANTED[0], 'fifty planted people');
/** What is brought in and taken out on purpose lies here. */
const outside = mkdtempSync(join(tmpdir(), 'qingshou-outside-'));
const list = join(outside, 'loans.csv');
writeFileSync(list, `\ufeff${plantedLoans()}`);
test.use({ lists: [list] });
test.afterAll(() => rmSync(outside, { recursive: true, force: true }));

const grid = (page: Page) => page.getByRole('grid', { name: '明细台账' });

async function openLedger(page: Page, user: string): Promise<void> {
  await page.setViewportSize(SMALL_SCREEN);
  await signIn(page, user);
  await goTo(page, '/ledger');
  await expect(grid(page).getByRole('row').nth(5)).toBeVisible();
}

/** Only the first planted person is in the list. */
async function findFirst(page: Page): Promise<void> {
  await page.getByRole('searchbox', { name: '搜索台账' }).fill(first.name);
  await expect(page.getByRole('region', { name: '台账合计' })).toContainText('1 笔');
}

async function openFirst(page: Page): Promise<void> {
  await grid(page).getByText(first.name).click();
  await page.keyboard.press('Enter');
}

test('R12 promise 12: search, reveal, export and lock leave nothing in the program’s folders and open no socket', async ({
  app,
  page,
  userData,
  dataFolder,
}) => {
  test.setTimeout(180_000);
  const said: string[] = [];
  app.process().stderr?.on('data', (chunk) => said.push(String(chunk)));
  const sockets = watchSockets(await app.evaluate(() => process.pid));
  await openLedger(page, 'wang');
  await findFirst(page);
  const file = join(outside, 'ledger.xlsx');
  await answerDialogs(app, { save: file });
  await page.keyboard.press('Control+e');
  await giveReason(page, '导出明细台账', '安排催收工作');
  await expect(page.getByText('已导出 1 笔')).toBeVisible();
  expect(existsSync(file)).toBe(true);
  await page.getByRole('searchbox', { name: '搜索台账' }).focus();
  await page.keyboard.press('Control+k');
  await page.keyboard.type(first.name.slice(0, 2));
  await page.keyboard.press('Escape');
  await openFirst(page);
  await page.getByRole('button', { name: '显示证件号码' }).first().click();
  await giveReason(page, '显示证件号码', '核对借款合同');
  await expect(page.getByText(first.idNumber).first()).toBeVisible();
  expect(plantedIn(Buffer.from(await page.title()))).toEqual([]);
  expect(
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((w) => w.getTitle())),
  ).not.toContain(first.name);
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible();
  const { within, beyond } = sockets.stop();
  expect(beyond).toEqual([]);
  // The test's own lines to the program (inspector, DevTools) stay on this computer; seeing them shows that the watch sees.
  if (process.platform === 'linux') expect(within.length).toBeGreaterThan(0);
  expect(plantedBelow(userData, dataFolder ?? '')).toEqual([]);
  expect(plantedIn(Buffer.from(said.join('')))).toEqual([]);
});

test('ORG-06 a reveal asks for a reason that says something, and is over after thirty seconds', async ({ page }) => {
  await openLedger(page, 'wang');
  await findFirst(page);
  await openFirst(page);
  await page.getByRole('button', { name: '显示证件号码' }).first().click();
  const dialog = page.getByRole('dialog', { name: '显示证件号码' });
  const show = dialog.getByRole('button', { name: '显示 30 秒' });
  await expect(show).toBeDisabled();
  await dialog.getByLabel('用途', { exact: true }).fill('催收');
  await expect(show).toBeDisabled();
  await dialog.getByRole('radio', { name: '电话催收' }).check();
  await expect(dialog.getByLabel('用途', { exact: true })).toHaveValue('电话催收');
  await page.screenshot({ path: test.info().outputPath('reason.png') });
  await page.clock.install();
  await show.click();
  const plain = page.getByText(first.idNumber).first();
  await expect(plain).toBeVisible();
  await page.clock.fastForward(29_000);
  await expect(plain).toBeVisible();
  await page.clock.fastForward(2_000);
  await expect(page.getByText(first.idNumber)).toHaveCount(0);
});

test('ORG-02 an auditor reveals for a reason, but keeps no view and takes nothing out', async ({ page }) => {
  await openLedger(page, 'shen');
  await expect(page.getByRole('button', { name: '导出' })).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: /^视图：/ }).click();
  await expect(page.getByRole('menuitem', { name: '全部借款' }).first()).toBeVisible();
  await expect(page.getByRole('menuitem', { name: '另存为视图' })).toHaveCount(0);
});
