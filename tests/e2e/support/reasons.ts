/** Answers the question why something is shown, exported or printed, by keyboard as a hurried clerk does. */
import { expect, type Page } from '@playwright/test';

/** `title`: of the dialog that asks. */
export async function giveReason(page: Page, title: string, reason: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.getByLabel('用途', { exact: true }).fill(reason);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
}
