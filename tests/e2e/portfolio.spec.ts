/** The overview of what the rules say about all loans (S28, RUL-02, CLS-02, REC-05): run it, drill down, ask why. */
import { signIn } from './support/firstRun';
import { expect, SMALL_SCREEN } from './support/launch';
import { goTo, test } from './support/sampleBranch';

test('S28 REC-05 evaluates all loans, and every sum leads to its loans and their reasons', async ({
  page,
}, testInfo) => {
  await page.setViewportSize(SMALL_SCREEN);
  await signIn(page, 'wang');
  await goTo(page, '/portfolio');
  await page.getByRole('button', { name: '核算全部借款' }).first().click();
  await expect(page.getByText(/^已核算 [\d,]+ 笔借款/)).toBeVisible();
  await expect(page.getByText(/截至 .* 核算，[\d,]+ 笔借款/)).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('limitation.png') });
  await page.getByRole('button', { name: '全部机构：已届满 / 失效' }).click();
  const list = page.getByRole('dialog');
  await expect(list.getByRole('row').nth(2)).toBeVisible();
  const first = list.locator('[data-why]').first();
  await expect(first).toBeVisible();
  await page.waitForTimeout(300);
  await page.screenshot({ path: testInfo.outputPath('list.png') });
  await first.click();
  await expect(page.getByText(/第一百|第六百/).first()).toBeVisible();
  await page.waitForTimeout(300);
  await page.screenshot({ path: testInfo.outputPath('why.png') });
  await page.keyboard.press('Escape');
  await list.getByRole('link').first().click();
  await expect(page.getByRole('tab', { name: '时效' })).toHaveAttribute('aria-selected', 'true');
});

test('S28 CLS-02 classes that differ from the books, and provisions by class', async ({ page }, testInfo) => {
  await page.setViewportSize(SMALL_SCREEN);
  await signIn(page, 'wang');
  await goTo(page, '/portfolio');
  await page.getByRole('button', { name: '核算全部借款' }).first().click();
  await page.getByRole('tab', { name: '分类差异' }).click();
  await expect(page.getByRole('row', { name: /合计/ })).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('classes.png') });
  await page.getByRole('tab', { name: '专项准备' }).click();
  await expect(page.getByRole('columnheader', { name: '计提比例' })).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('provisions.png') });
  await page.getByRole('row').nth(1).getByRole('button').click();
  await expect(page.getByRole('dialog').locator('[data-why]').first()).toBeVisible();
  await page.waitForTimeout(300);
  await page.screenshot({ path: testInfo.outputPath('provisionList.png') });
});
