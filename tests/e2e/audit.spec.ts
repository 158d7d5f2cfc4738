/** The audit log on screen: read, filtered, verified, exported; a log that is not what it was is named and accepted (APP-02, S33). */
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { signIn } from './support/firstRun';
import { answerDialogs, close, expect, launch } from './support/launch';
import { goTo, test } from './support/sampleBranch';

test.use({ lists: [] });

const grid = (page: Page) => page.getByRole('grid', { name: '审计日志' });

async function openLog(page: Page): Promise<void> {
  await goTo(page, '/audit');
  await expect(page.getByRole('heading', { name: '审计日志' })).toBeVisible();
  await expect(grid(page).getByRole('row').nth(1)).toBeVisible();
}

test('APP-02 the auditor verifies, filters, reads an entry by keyboard and exports a proof', async ({
  app,
  page,
  userData,
}) => {
  await signIn(page, 'shen');
  await openLog(page);
  await page.getByRole('button', { name: '重新校验' }).click();
  await expect(page.locator('.qs-audit-state')).toContainText(/链完整 1…\d+/);
  await expect(page.locator('.qs-audit-state')).toContainText(/校验码 [0-9A-Z]{4}-[0-9A-Z]{4}/);

  await page.getByLabel('操作类别').click();
  await page.getByTitle('系统', { exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(grid(page)).toContainText('首次设置');
  await expect(grid(page)).not.toContainText('校验审计日志');
  await grid(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog');
  await expect(drawer).toContainText('奉节县某支行');
  await expect(drawer.locator('code').last()).toHaveText(/^[0-9a-f]{64}$/);
  await drawer.getByRole('button', { name: 'Close' }).or(drawer.getByLabel('关闭')).first().click();
  await page.getByRole('button', { name: '清除筛选' }).click();

  const path = join(userData, 'log.jsonl');
  await answerDialogs(app, { save: path });
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await page.getByText('证明文件 JSONL').click();
  await page.getByRole('textbox', { name: '用途' }).fill('年度审计');
  await page.getByRole('dialog').getByRole('button', { name: '导出' }).click();
  await expect(page.getByText(/已导出 \d+ 条/)).toBeVisible();
  expect(readFileSync(path, 'utf8').split('\n')[0]).toContain('"kind":"qingshou-audit-log"');
  await expect(grid(page)).toContainText('导出审计日志');
});

test('R8 an older copy of the data is read only until the administrator accepts it with a reason', async ({
  userData,
  dataFolder,
}) => {
  // Two programs, one after the other.
  test.slow();
  const database = join(dataFolder as string, 'qingshou.db');
  const older = join(userData, 'older.db');
  copyFileSync(database, older);
  const first = await launch(userData, [`--data=${dataFolder}`]);
  const before = await first.firstWindow();
  await signIn(before, 'shen');
  await close(first);
  copyFileSync(older, database);
  for (const log of [`${database}-wal`, `${database}-shm`]) if (existsSync(log)) rmSync(log);

  const second = await launch(userData, [`--data=${dataFolder}`]);
  const page = await second.firstWindow();
  await signIn(page, 'admin', 'Qingshou-2026');
  await expect(page.getByText('审计日志末尾的条目缺失').first()).toBeVisible();
  await openLog(page);
  await page.getByRole('button', { name: '重新校验' }).click();
  await expect(page.locator('.qs-audit-state')).toContainText(/第 \d+( 至 \d+)? 条异常：末尾条目缺失/);
  await page.getByRole('button', { name: '确认异常' }).click();
  await page.getByRole('textbox', { name: '原因说明' }).fill('恢复了早上的副本');
  await page.getByRole('dialog').getByRole('button', { name: '确认异常' }).click();
  await expect(page.getByText(/已确认 \d+ 处异常/)).toBeVisible();
  await expect(grid(page)).toContainText('确认日志异常');
  await expect(page.locator('.qs-audit-state')).toContainText('链完整');
  await expect(page.getByRole('button', { name: '确认异常' })).toHaveCount(0);
  await close(second);
});
