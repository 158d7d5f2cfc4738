/** Texts of regulations beside the rules (RUL-01), lists of facts from Excel, and the grounds of a figure on paper (RUL-02). */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { smallPdf } from '../support/smallPdf';
import { signIn } from './support/firstRun';
import { answerDialogs, expect, prints } from './support/launch';
import { goTo, test } from './support/sampleBranch';

test.use({ lists: [] });

const pane = (page: Page) => page.locator('.qs-rules-pane');

async function openRule(page: Page, id: string, tab = 'text'): Promise<void> {
  await goTo(
    page,
    `/rules?rule=${encodeURIComponent(JSON.stringify(id))}&tab=${encodeURIComponent(JSON.stringify(tab))}`,
  );
  await expect(pane(page).getByRole('heading').first()).toBeVisible();
}

test('RUL-01 the branch attaches its regulation, pastes the pages of its articles, and an article opens its page', async ({
  app,
  page,
}, testInfo) => {
  const file = join(testInfo.outputPath(), 'b4.pdf');
  writeFileSync(file, smallPdf({ pages: 5 }));
  await page.setViewportSize({ width: 1440, height: 900 });
  await signIn(page, 'hang');
  await goTo(page, '/rules');
  await page.getByRole('button', { name: '原文文件' }).click();
  const files = page.getByRole('dialog', { name: '原文文件' });
  await files.getByRole('button', { name: '挂接原文' }).click();
  const add = page.getByRole('dialog', { name: '挂接原文' });
  await answerDialogs(app, { open: file });
  await add.getByRole('button', { name: '选择…' }).click();
  await expect(add.getByLabel('PDF 文件')).toHaveValue(file);
  await add.getByLabel('规则依据的文件').fill('B4');
  await page.locator('.ant-select-item').getByText('B4 不良贷款诉讼管理办法').click();
  await expect(add.getByLabel('名称')).toHaveValue('B4 不良贷款诉讼管理办法');
  await add.getByLabel('文号').fill('奉支发〔2026〕1号');
  await add.getByLabel('施行日').fill('20260101');
  await add.getByRole('button', { name: '挂接原文' }).click();
  await expect(files.getByRole('row', { name: /奉支发/ })).toContainText('5');

  await files.getByRole('button', { name: '条文页码' }).click();
  const pages = page.getByRole('dialog', { name: /条文页码/ });
  await pages.getByRole('textbox').fill('第十条\t4\n第11条');
  await expect(pages.getByRole('status')).toContainText('第 2 行');
  await pages.getByRole('textbox').fill('第十条\t9\n第11条 5');
  await pages.getByRole('button', { name: '保存' }).click();
  await expect(pages.getByRole('alert')).toContainText('文件只有 5 页');
  await pages.getByRole('textbox').fill('第十条\t4\n第11条 5');
  await pages.getByRole('button', { name: '保存' }).click();
  await expect(pages).toHaveCount(0);
  await page.screenshot({ path: testInfo.outputPath('files.png') });
  await page.keyboard.press('Escape');

  await openRule(page, 'litigation/committee-review-days');
  await pane(page).getByRole('button', { name: '原文第 4 页' }).click();
  const text = page.getByRole('dialog', { name: /奉支发/ });
  await expect(text.getByRole('img', { name: /第 4 页/ })).toBeInViewport();
  await expect(text.getByRole('img', { name: /第 1 页/ })).not.toBeInViewport();
  await page.screenshot({ path: testInfo.outputPath('original.png') });
});

test('RUL-02 acts are pasted from Excel, the answer warns in words, and its grounds are printed', async ({
  app,
  page,
}, testInfo) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await signIn(page, 'wang');
  await openRule(page, 'limitation/action', 'try');
  await page.getByLabel('到期日').fill('20230508');
  const rows =
    '种类\t日期\t证据\r\n催收已签收\t2024/3/11\t签收回执\r\n部分还款\t2025年1月6日\t\r\n打电话\t2025-02-01\t\r\n';
  await page.locator('.qs-fact-table').evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, rows);
  await expect(page.locator('.qs-fact-table').getByRole('alert')).toContainText('1 个单元格无法识别');
  await page.getByRole('button', { name: '删除第 3 行' }).click();
  await page.getByRole('button', { name: '试算' }).click();
  const answer = page.getByRole('region', { name: '试算结果' });
  await expect(answer).toContainText('2028-01-06');
  await expect(answer).toContainText('2025-01-06 部分还款：没有登记证据');
  await page.screenshot({ path: testInfo.outputPath('bench.png'), fullPage: true });
  await answer
    .getByRole('button', { name: /2028-01-06/ })
    .first()
    .click();
  const why = page.getByRole('region', { name: '数据来源' });
  await why.getByRole('button', { name: '打印依据' }).click();
  await expect(page.getByText('已发送到打印机')).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('why.png') });
  expect(await prints(app)).toHaveLength(1);
});

test('RUL-02 a class names its ground and article, and a refusal says why', async ({ page }, testInfo) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await signIn(page, 'wang');
  await openRule(page, 'classification/five-level', 'try');
  const choose = async (fact: string, word: string): Promise<void> => {
    await page.locator(`#fact-${fact}`).fill(word);
    await page.keyboard.press('Enter');
  };
  await page.getByLabel('逾期天数').fill('91');
  await choose('guarantee', '信用');
  await page.getByLabel('报告日').fill('20261031');
  await page.getByRole('button', { name: '试算' }).click();
  const answer = page.getByRole('region', { name: '试算结果' });
  await answer.getByRole('button', { name: '次级' }).first().click();
  const why = page.getByRole('region', { name: '数据来源' });
  await expect(why).toContainText('商业银行金融资产风险分类办法');
  await expect(why).toContainText('逾期天数');
  await page.screenshot({ path: testInfo.outputPath('class.png') });
  await page.keyboard.press('Escape');

  await openRule(page, 'provision/specific', 'try');
  await choose('class', '损失');
  await page.getByLabel('余额').fill('100');
  await page.locator('#fact-date').fill('20100630');
  await page.getByLabel('浮动比例（%）').fill('10');
  await page.getByRole('button', { name: '试算' }).click();
  await expect(answer.getByRole('alert')).toContainText('依据');
  await expect(answer.getByRole('row', { name: /专项准备的计提比例/ })).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('refusal.png') });
});
