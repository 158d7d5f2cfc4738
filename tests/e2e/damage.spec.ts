/** A folder that something happened to: said above every page, readable, nothing written; or said on the sign-in card (R8). */
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PASSWORD, signIn, typeCredentials } from './support/firstRun';
import { expect, SMALL_SCREEN } from './support/launch';
import { goTo, LOANS, test } from './support/sampleBranch';

test.use({ lists: [LOANS] });

test('a lost write-ahead log: the bar says so above every page, reading goes on, nothing is written', async ({
  page,
  dataFolder,
}, testInfo) => {
  // As a crash leaves it, and then somebody removed qingshou.db-wal.
  const note = { program: 'window', pid: 1, since: '2026-11-22T02:30:00.000Z', workstation: 'pc' };
  writeFileSync(join(dataFolder as string, 'holder.json'), JSON.stringify(note));
  const before = readFileSync(join(dataFolder as string, 'qingshou.db'));
  await page.setViewportSize(SMALL_SCREEN);
  await signIn(page, 'wang');
  const bar = page.locator('.qs-alarm');
  await expect(bar).toContainText('qingshou.db-wal');
  await goTo(page, '/ledger');
  await expect(page.getByText('共 295 笔')).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('alarm.png') });
  await page.getByRole('link', { name: /导入/ }).first().click();
  await expect(bar).toBeVisible();
  expect(readFileSync(join(dataFolder as string, 'qingshou.db')).equals(before)).toBe(true);
});

test('a truncated database: the sign-in card names it and says what to do', async ({ page, dataFolder }, testInfo) => {
  truncateSync(join(dataFolder as string, 'qingshou.db'), 40_960);
  await page.setViewportSize(SMALL_SCREEN);
  await typeCredentials(page, 'wang', PASSWORD);
  await expect(page.getByRole('alert')).toContainText('末尾被截断');
  await page.screenshot({ path: testInfo.outputPath('truncated.png') });
});
