/** What people at the window do in every story: one goes and another signs in, somebody picks from a list, somebody consents. */
import type { Locator, Page } from '@playwright/test';
import { signIn } from './firstRun';
import { expect } from './launch';
import { goTo } from './sampleBranch';

export async function changeTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+l');
  await signIn(page, name);
  await expect(page.getByRole('navigation', { name: '模块' })).toBeVisible({ timeout: 30_000 });
}

/** From the list that a field opens; several options only where the field takes several. */
export async function choose(within: Page | Locator, label: string, ...options: string[]): Promise<void> {
  const field = within.getByLabel(label, { exact: true });
  await field.click();
  const open = field.page().locator('.ant-select-dropdown:visible');
  for (const option of options) await open.getByText(option, { exact: true }).click();
  if (options.length > 1) await field.page().keyboard.press('Escape');
  await expect(open).toHaveCount(0);
}

/** Signs in and consents to what waits for that person under the title. */
export async function consent(page: Page, name: string, title: string): Promise<void> {
  await changeTo(page, name);
  await goTo(page, '/approvals');
  await page.getByRole('row').filter({ hasText: title }).first().click();
  await page.getByRole('button', { name: '同意', exact: true }).click();
  await expect(page.getByText(/已批准|转下一级/).first()).toBeVisible();
}
