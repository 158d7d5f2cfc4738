/** The detail ledger, the household file and the search in the title bar, on the sample branch. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { firstRun, signIn } from './support/firstRun';
import { answerDialogs, expect, test as fresh, SMALL_SCREEN } from './support/launch';
import { giveReason } from './support/reasons';
import { goTo, test } from './support/sampleBranch';

const grid = (page: Page) => page.getByRole('grid', { name: '明细台账' });
const search = (page: Page) => page.getByRole('searchbox', { name: '搜索台账' });
const totals = (page: Page) => page.getByRole('region', { name: '台账合计' });

async function openLedger(page: Page, user = 'wang'): Promise<void> {
  await page.setViewportSize(SMALL_SCREEN);
  await signIn(page, user);
  await goTo(page, '/ledger');
  await expect(grid(page).getByRole('row').nth(5)).toBeVisible();
}

test('LOAN-05 twelve rows on the small screen, found by two characters, totals of the filter', async ({ page }) => {
  await openLedger(page);
  const box = await grid(page).boundingBox();
  expect(Math.floor(((box?.height ?? 0) - 30) / 29)).toBeGreaterThanOrEqual(12);
  await expect(totals(page)).toContainText('400 笔');
  await page.keyboard.press('Control+f');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('陈');
  await page.waitForTimeout(600);
  await expect(totals(page)).toContainText('400 笔');
  await page.keyboard.type('福');
  await expect(totals(page)).toContainText('3 笔 / 1 户');
  await page.getByRole('button', { name: '清除', exact: true }).click();
  await expect(totals(page)).toContainText('400 笔');
});

test('LOAN-05 nothing is searched while an input method composes', async ({ page }) => {
  await openLedger(page);
  await search(page).focus();
  await search(page).evaluate((input: HTMLInputElement) => {
    input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    set?.call(input, 'chenfu');
    input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
  });
  await page.waitForTimeout(600);
  await expect(totals(page)).toContainText('400 笔');
  await search(page).evaluate((input: HTMLInputElement) => {
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    set?.call(input, '陈福');
    input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '陈福' }));
  });
  await expect(totals(page)).toContainText('3 笔 / 1 户');
});

test('LOAN-05 further filters show as tags, stay in the address and can be excluded to nothing', async ({ page }) => {
  await openLedger(page);
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByLabel('贷款余额不小于').fill('500万');
  await page.getByLabel('贷款余额不小于').press('Enter');
  await page.getByLabel('到期日期不大于').fill('20201231');
  await page.getByLabel('到期日期不大于').press('Enter');
  await page.getByRole('button', { name: '完成' }).click();
  await expect(page.getByText('贷款余额 ≥ 5,000,000.00 元')).toBeVisible();
  await expect(page.getByText('到期日期 ≤ 2020-12-31')).toBeVisible();
  const counted = await totals(page).textContent();
  await page.reload();
  await expect(page.getByText('到期日期 ≤ 2020-12-31')).toBeVisible();
  await expect(totals(page)).toHaveText(counted ?? '');
  await search(page).fill('没有这样的人');
  await expect(page.getByText('没有符合筛选条件的记录')).toBeVisible();
  await grid(page).getByRole('button', { name: '清除筛选' }).click();
  await expect(totals(page)).toContainText('400 笔');
});

test('LOAN-05 a view keeps filter, order and columns and opens the ledger', async ({ page }) => {
  await openLedger(page);
  await search(page).fill('红岩镇');
  await expect(totals(page)).toContainText('70 笔');
  await page.getByRole('button', { name: '显示列' }).click();
  await page.getByRole('checkbox', { name: '保证人' }).uncheck();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^视图：/ }).click();
  await page.getByRole('menuitem', { name: '另存为视图' }).click();
  await page.getByLabel('视图名称').fill('红岩镇借款');
  await page.getByRole('checkbox', { name: '打开台账时默认使用此视图' }).check();
  await page.getByRole('button', { name: '保存视图' }).click();
  await expect(page.getByRole('button', { name: '视图：红岩镇借款' })).toBeVisible();
  await page.getByRole('link', { name: '文书档案' }).click();
  await page.getByRole('link', { name: '明细台账' }).click();
  await expect(totals(page)).toContainText('70 笔');
  await expect(page.getByRole('columnheader', { name: '保证人' })).toHaveCount(0);
  await page.getByRole('button', { name: /^视图：/ }).click();
  await page.getByRole('menuitem', { name: '删除“红岩镇借款”' }).click();
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByRole('button', { name: /^视图：/ }).click();
  await expect(page.getByRole('menuitem', { name: /红岩镇借款/ })).toBeVisible();
});

test('LOAN-05 the ledger is written as seen with Ctrl+E', async ({ app, page, userData }) => {
  const path = join(userData, 'ledger.xlsx');
  await openLedger(page);
  await answerDialogs(app, { save: path });
  await search(page).fill('陈福');
  await expect(totals(page)).toContainText('3 笔');
  await page.keyboard.press('Control+e');
  await giveReason(page, '导出明细台账', '安排催收工作');
  await expect(page.getByText('已导出 3 笔')).toBeVisible();
  expect(existsSync(path)).toBe(true);
});

test('LOAN-05 by keyboard alone: choose, look, open, and back to the same row', async ({ page }) => {
  await openLedger(page);
  await grid(page).focus();
  for (let step = 0; step < 30; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByText('已选', { exact: true })).toBeVisible();
  const active = grid(page).locator('[data-active-row]');
  const chosen = await active.textContent();
  await page.keyboard.press('Control+ArrowRight');
  await expect(page.getByRole('dialog')).toContainText('借款日期');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: '概况' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(grid(page)).toBeFocused();
  await expect(active).toHaveText(chosen ?? '');
});

test('ARC-01 the household file shows periods as worded, classes by month, and logs a reveal', async ({ page }) => {
  await openLedger(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('陈福');
  await expect(page.getByText('证件尾号 9599')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '陈福' })).toBeVisible();
  await page.getByRole('tab', { name: '担保 8' }).click();
  await expect(page.getByText('直至主债务本息还清为止').first()).toBeVisible();
  await page.getByRole('tab', { name: '分类历史' }).click();
  await expect(page.getByTitle('次级').first()).toBeVisible();
  await page.getByRole('button', { name: '显示证件号码' }).first().click();
  await giveReason(page, '显示证件号码', '核对借款合同');
  await expect(page.getByText('500236198402149599')).toBeVisible();
  await page.getByRole('tab', { name: '记录' }).click();
  await expect(page.getByRole('gridcell', { name: '查看隐藏信息' })).toBeVisible();
  await expect(page.getByText('用途：核对借款合同')).toBeVisible();
});

test('REC-10 a reversal and what it reversed both stay in the receipts', async ({ page }) => {
  await openLedger(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('向国林');
  await expect(page.getByText('证件尾号 9710').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: /^收回/ }).click();
  await expect(page.getByText('冲正 SH20260400298A')).toBeVisible();
  await expect(page.getByText('已被冲正')).toBeVisible();
  await expect(page.getByText('共 7 笔，净额')).toBeVisible();
});

test('ARC-01 a guarantor is found with the household that he secures; a draft begins from the file', async ({
  page,
}) => {
  await openLedger(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('龚松福');
  await expect(page.getByText('担保 H000096')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '陈福' })).toBeVisible();
  await page.getByRole('button', { name: '起草诉前论证报告' }).click();
  await expect(page).toHaveURL(/#\/document\/\d+/);
  await page.keyboard.press('Alt+ArrowLeft');
});

test('ORG-02 an auditor reads but exports and drafts nothing', async ({ page }) => {
  await openLedger(page, 'shen');
  await expect(page.getByRole('button', { name: '导出' })).toHaveAttribute('aria-disabled', 'true');
  await grid(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('.qs-file-figures')).toBeVisible();
  await expect(page.getByRole('button', { name: '起草诉前论证报告' })).toBeHidden();
});

test('ORG-02 an administrator is told which roles see the ledger', async ({ page }) => {
  await signIn(page, 'admin');
  await page.goto(`${page.url().split('#')[0]}#/ledger`);
  await expect(page.getByText('此页面需要其他岗位的权限')).toBeVisible();
});

fresh('LOAN-05 an empty ledger leads to the import', async ({ page, userData }) => {
  await firstRun(page, userData);
  await goTo(page, '/ledger');
  await page.getByRole('button', { name: '导入台账文件' }).click();
  await expect(page).toHaveURL(/#\/imports/);
});
