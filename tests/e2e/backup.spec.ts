/** Backups through the screens: automatic, at once, as one file, and back on a new computer (APP-03, S36). */
import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { firstRun, PASSWORD, signIn } from './support/firstRun';
import { answerDialogs, expect, launch, test } from './support/launch';

test.beforeEach(() => test.setTimeout(180_000));
const slow = { timeout: 40_000 } as const;

const shot = async (page: Page, name: string) => {
  if (process.env.QINGSHOU_SHOTS) await page.screenshot({ path: join(process.env.QINGSHOU_SHOTS, `${name}.png`) });
};

const openBackups = async (page: Page) => page.getByRole('link', { name: '备份与恢复' }).first().click();

test('APP-03 a backup comes by itself after sign-in, at once on request, and returns on a new computer', async ({
  app,
  page,
  userData,
}) => {
  await firstRun(page, userData, 'admin');
  await expect(page.locator('[data-last-backup]')).toContainText('✔', slow);
  await openBackups(page);
  await expect(page.getByRole('grid').getByText('自动', { exact: true })).toBeVisible(slow);
  await page.getByRole('button', { name: '立即备份' }).click();
  await expect(page.getByText('备份已生成并核验。')).toBeVisible(slow);
  await expect(page.getByRole('grid').getByText('手动', { exact: true })).toBeVisible();
  await shot(page, 'backup-list');

  const zip = join(userData, 'branch.zip');
  await answerDialogs(app, { save: zip });
  await page.getByRole('button', { name: '另存为文件' }).first().click();
  await expect(page.getByText('已逐字节核验')).toBeVisible(slow);
  expect(existsSync(zip)).toBe(true);
  await page.getByRole('tab', { name: '迁移到新电脑' }).click();
  await expect(page.locator('.qs-backup-guide li')).toHaveCount(5);
  await shot(page, 'backup-guide');

  const other = mkdtempSync(join(tmpdir(), 'qingshou-new-computer-'));
  const second = await launch(other);
  const fresh = await second.firstWindow();
  await fresh.getByRole('button', { name: '从备份恢复' }).click();
  await fresh.getByLabel('备份文件或文件夹').fill(zip);
  await fresh.getByRole('button', { name: '核验这份备份' }).click();
  await expect(fresh.getByText('备份完好')).toBeVisible();
  await shot(fresh, 'restore-compare');
  await fresh.getByRole('button', { name: '下一步' }).click();
  await fresh.getByLabel('用户名').fill('admin');
  await fresh.getByLabel('备份当时的密码').fill('Wrong-2026');
  await fresh.getByLabel('恢复原因').fill('换新电脑');
  await fresh.getByRole('button', { name: /^恢复 .* 的备份$/ }).click();
  await expect(fresh.getByRole('alert')).toBeVisible();
  await fresh.getByLabel('备份当时的密码').fill(PASSWORD);
  await fresh.getByRole('button', { name: /^恢复 .* 的备份$/ }).click();
  await fresh.getByRole('button', { name: '去登录' }).click();
  await signIn(fresh, 'admin');
  await expect(fresh.getByRole('navigation', { name: '模块' })).toBeVisible();
  await second.close();
});

test('APP-03 ORG-03 a restore asks a second person, and one without the right is refused', async ({
  page,
  userData,
}) => {
  await firstRun(page, userData, 'admin');
  await expect(page.locator('[data-last-backup]')).toContainText('✔', slow);
  await openBackups(page);
  await page.getByRole('tab', { name: '恢复', exact: true }).click();
  await page.getByRole('radio', { name: /自动/ }).check();
  await page.getByRole('button', { name: '核验这份备份' }).click();
  await expect(page.getByText('现有数据将移到旁边')).toBeVisible();
  await shot(page, 'restore-differences');
  await page.getByRole('button', { name: '下一步' }).click();
  const fields = (who: RegExp) => page.getByRole('group', { name: who });
  for (const [who, name] of [
    [/^管理员/, 'admin'],
    [/^第二人/, 'wang'],
  ] as const) {
    await fields(who).getByLabel('用户名').fill(name);
    await fields(who).getByLabel('备份当时的密码').fill(PASSWORD);
  }
  await page.getByLabel('恢复原因').fill('演练');
  await shot(page, 'restore-confirm');
  await page.getByRole('button', { name: /^恢复 .* 的备份$/ }).click();
  await expect(page.getByRole('alert')).toContainText('第二人');
  expect(readdirSync(join(userData, 'branch')).filter((name) => name.startsWith('before-restore'))).toEqual([]);
});
