/** A write whose end nobody knows: the form keeps what was typed, the bar says what is being done and what came of it (R3, R6). */
import { cpSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { type SmallDisk, smallDisk } from '../fault/mounts';
import { signIn } from './support/firstRun';
import { expect, SMALL_SCREEN } from './support/launch';
import { test as base, goTo } from './support/sampleBranch';

const test = base.extend<{ disk: SmallDisk | null }>({
  // Playwright reads the names in this pattern and linters forbid an empty one: the option stands in.
  disk: async ({ lists: _ }, use) => {
    const disk = smallDisk(96 * 1024 * 1024);
    await use(disk);
    disk?.remove();
  },
  dataFolder: async ({ branch, disk }, use) => {
    if (!disk) return use(branch);
    const folder = join(disk.dir, 'data');
    cpSync(branch, folder, { recursive: true });
    await use(folder);
  },
});
test.use({ lists: [] });

test('R3 R6 a commit that fails while a form is open: state unknown, checked, not written; what was typed stays', async ({
  page,
  disk,
  dataFolder,
}, testInfo) => {
  test.setTimeout(180_000);
  if (!disk) return;
  const database = join(dataFolder as string, 'qingshou.db');
  await page.setViewportSize(SMALL_SCREEN);
  await signIn(page, 'admin');
  await expect(page.locator('[data-last-backup]')).toContainText('✔', { timeout: 40_000 });
  await goTo(page, '/settings/users');
  await page.getByRole('tab', { name: '机构' }).click();
  await page.getByRole('button', { name: '新增机构' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('机构名称').fill('新设分理处');

  // The disk is full, and then the file cannot be found for a while, as when a cable is loose.
  disk.fill();
  renameSync(database, `${database}.away`);
  await form.getByRole('button', { name: '保存' }).click();
  const bar = page.locator('.qs-alarm');
  await expect(bar).toContainText('状态未知，正在核对');
  await expect(form.getByRole('alert')).toContainText('状态未知');
  await expect(form.getByLabel('机构名称')).toHaveValue('新设分理处');
  await page.screenshot({ path: testInfo.outputPath('state-unknown.png') });

  renameSync(`${database}.away`, database);
  disk.empty();
  await expect(bar).toContainText('上一次操作没有写入', { timeout: 15_000 });
  await expect(form.getByLabel('机构名称')).toHaveValue('新设分理处');
  await page.screenshot({ path: testInfo.outputPath('not-written.png') });
  await form.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已新增机构新设分理处')).toBeVisible();
  await expect(bar).toBeHidden({ timeout: 25_000 });
});
