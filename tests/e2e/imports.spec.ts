/** The import wizard on the branch's sample files: inspect, map, dry run, write, undo (IMP-01 to IMP-04). */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { firstRun } from './support/firstRun';
import { answerDialogs, expect, ROOT, test } from './support/launch';

const SAMPLES = join(ROOT, 'tests/fixtures/samples');
const LOANS = join(SAMPLES, '贷款五级分类明细表_202610.xlsx');
const BAD = join(SAMPLES, '坏数据_贷款导入.xlsx');

const tile = (page: Page, name: string) => page.getByRole('region', { name: '试算结果' }).getByRole('button', { name });
const onward = (page: Page) => page.getByRole('button', { name: '下一步', exact: true });

/** From a pasted path to the dry run. */
async function check(page: Page, path: string): Promise<void> {
  await page.getByLabel('文件路径').fill(path);
  await page.keyboard.press('Enter');
  await onward(page).click();
  await page.getByRole('button', { name: '试算核对' }).click();
  await expect(page.getByRole('region', { name: '试算结果' })).toBeVisible();
}

async function write(page: Page): Promise<void> {
  await page.getByRole('button', { name: '下一步：写入' }).click();
  await page.getByRole('button', { name: /^写入 \d+ 行$/ }).click();
  await expect(page.getByText('已写入，批次')).toBeVisible();
}

test.beforeEach(async ({ page, userData }) => {
  await firstRun(page, userData);
  await page.getByRole('link', { name: '数据导入' }).click();
});

test('IMP-02 the heading, unit and columns of the sample list are found; hidden columns are left alone', async ({
  app,
  page,
}) => {
  await answerDialogs(app, { open: LOANS });
  await page.getByRole('button', { name: '选择文件' }).click();
  await expect(page.getByText('表头在第 3、4 行，数据从第 5 行开始')).toBeVisible();
  await expect(page.getByText('表中注明单位：万元')).toBeVisible();
  await onward(page).click();
  await expect(page.getByText('未使用的列：序号、金额/上期余额（隐藏列）')).toBeVisible();
  await expect(page.getByLabel('截至日')).toHaveValue(/^2026-10-31/);

  // A required field without a column stops the way on, and F8 leads to it.
  await page.getByRole('combobox', { name: '证件号码的列' }).click();
  await page.keyboard.type('C');
  await page.keyboard.press('Enter');
  await expect(page.getByText('还有 1 项需要选定')).toBeVisible();
  await expect(page.getByRole('button', { name: '试算核对' })).toBeDisabled();
  await page.keyboard.press('F8');
  await expect(page.getByRole('combobox', { name: '合同号的列' })).toBeFocused();
});

test('IMP-03 dry run, unknown units, write, the same file again, and undo', async ({ page }) => {
  await check(page, LOANS);
  await expect(tile(page, '新增')).toContainText('256');
  await expect(tile(page, '拒绝')).toContainText('39');
  await page.getByRole('button', { name: '写入时新建' }).click();
  await expect(tile(page, '新增')).toContainText('295');
  await expect(page.getByText('81,227,394.84 元')).toBeVisible();
  await write(page);
  await expect(page.getByText('新增 295 行，变更 0 行')).toBeVisible();

  await page.getByRole('button', { name: '导入下一个文件' }).click();
  await check(page, LOANS);
  await expect(tile(page, '不变')).toContainText('295');
  await expect(page.getByText('没有需要写入的变化')).toBeVisible();
  await expect(page.getByRole('button', { name: '下一步：写入' })).toBeDisabled();

  await page.getByText('导入记录').click();
  await page.getByRole('button', { name: /^撤销 B/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('移除新增的 295 行');
  await expect(dialog.getByRole('button', { name: '取消' })).toBeFocused();
  await dialog.getByRole('button', { name: /^撤销 B/ }).click();
  await expect(page.getByRole('grid', { name: '导入记录' })).toContainText('已撤销');
});

test('IMP-03 an import that others were built on is not taken back, and the page says what stands in the way', async ({
  page,
}) => {
  await check(page, LOANS);
  await page.getByRole('button', { name: '写入时新建' }).click();
  await expect(tile(page, '新增')).toContainText('295');
  await write(page);
  await page.getByRole('button', { name: '导入下一个文件' }).click();
  await check(page, join(SAMPLES, '担保人清单.xlsx'));
  await write(page);

  await page.getByText('导入记录').click();
  const grid = page.getByRole('grid', { name: '导入记录' });
  await expect(grid).toContainText('担保人');
  // By keyboard: the loans are the older line.
  await grid.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^撤销 B/ }).click();
  await expect(dialog.getByRole('alert')).toContainText('此次导入的记录之后有修改');
  await expect(dialog.getByText(/条担保由其他批次导入/)).toBeVisible();
  // The turning wheel of the refused attempt may still stand before the word.
  await expect(dialog.getByRole('button', { name: /撤销 B/ })).toBeDisabled();
});

test('IMP-01 bad rows are listed with sentences, accepted only on purpose, and saved as a file', async ({
  app,
  page,
  userData,
}) => {
  await check(page, BAD);
  await expect(tile(page, '拒绝')).toContainText('33');
  await expect(tile(page, '待确认')).toContainText('12');
  await expect(page.getByRole('grid', { name: '拒绝' })).toContainText('证件号码校验位不符');
  await tile(page, '待确认').click();
  await expect(page.getByRole('grid', { name: '待确认' })).toContainText('户名中含空格');

  const rejects = join(userData, 'rejects.xlsx');
  await answerDialogs(app, { save: rejects });
  await page.getByRole('button', { name: '保存 45 行未通过的记录' }).click();
  await expect.poll(() => existsSync(rejects)).toBe(true);

  await page.getByRole('checkbox', { name: /接受 12 行的提示/ }).click();
  await expect(tile(page, '待确认')).toContainText('0');
  await expect(tile(page, '新增')).toContainText('17');
  await write(page);
});

test('IMP-02 a source is remembered by name; a file without a list says so', async ({ page }) => {
  await page.getByLabel('文件路径').fill(join(SAMPLES, 'expected.json'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('没有找到表头');

  await page.getByLabel('文件路径').fill(LOANS);
  await page.keyboard.press('Enter');
  await onward(page).click();
  await page.getByLabel('记住为').fill('核心系统月末表');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: '试算结果' })).toBeVisible();
  await page.getByText('文件', { exact: true }).first().click();
  await expect(page.getByText('核心系统月末表')).toBeVisible();
  await page.getByRole('button', { name: '读取' }).click();
  await expect(page.getByText('沿用"核心系统月末表"的列对应')).toBeVisible();
});
