/** The limitation radar of a household file on the sample branch (REC-05, S05). */
import { signIn } from './support/firstRun';
import { expect, SMALL_SCREEN } from './support/launch';
import { CREDIT_LOAN, goTo, test } from './support/sampleBranch';

const GUARANTEED = '奉信青石（2003）年借字第0370号';

test('REC-05 a line for each signatory, its expiry with the articles behind it, and what would help', async ({
  page,
}, testInfo) => {
  await page.setViewportSize(SMALL_SCREEN);
  await signIn(page, 'wang');
  await goTo(page, `/household/${encodeURIComponent(GUARANTEED)}?tab=%22limitation%22`);
  await page.getByRole('tab', { name: '时效' }).click();
  const radar = page.getByRole('region', { name: /^时效（截至/ });
  await expect(radar.getByRole('row').nth(2)).toBeVisible();
  const signatory = radar
    .getByRole('row')
    .filter({ hasText: /连带责任保证|一般保证|方式未载明/ })
    .first();
  await expect(signatory).toContainText(/失效|保证期间内/);
  const borrower = radar.getByRole('row').filter({ hasText: '借款人' }).first();
  await expect(borrower).toContainText(/时效抗辩风险|时效进行中/);
  await expect(borrower).not.toContainText('失效');
  await page.screenshot({ path: testInfo.outputPath('radar.png') });
  await borrower.locator('[data-why]').click();
  await expect(page.getByText(/第一百八十八条/).first()).toBeVisible();
  await page.waitForTimeout(300);
  await page.screenshot({ path: testInfo.outputPath('why.png') });
  await page.keyboard.press('Escape');
  await borrower.getByRole('button', { name: /展开|Expand/ }).click();
  await expect(radar.getByText(/可以(保全时效|恢复)的合法行为/)).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('detail.png') });
});

test('REC-05 receipts show their grade of evidence', async ({ page }, testInfo) => {
  await page.setViewportSize(SMALL_SCREEN);
  await signIn(page, 'wang');
  await goTo(page, `/household/${CREDIT_LOAN.contract}`);
  await page.getByRole('tab', { name: '时效' }).click();
  const radar = page.getByRole('region', { name: /^时效（截至/ });
  await expect(radar).toContainText(/〔(强|中|弱|不中断)〕/);
  await radar
    .getByRole('button', { name: /展开|Expand/ })
    .first()
    .click();
  await expect(radar.getByText('已登记的行为')).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('receipts.png') });
});
