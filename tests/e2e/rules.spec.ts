/** The rules on screen (S14): found by two characters, read, tried out; a version of the branch drafted by one, approved by another. */
import type { Page } from '@playwright/test';
import { changeTo } from './support/acting';
import { addColleagues } from './support/colleagues';
import { day } from './support/dates';
import { signIn } from './support/firstRun';
import { expect, SMALL_SCREEN } from './support/launch';
import { test as base, goTo } from './support/sampleBranch';

/** The sample branch with somebody who drafts rules; its head approves them. */
const test = base.extend({
  dataFolder: async ({ dataFolder }, use) => {
    addColleagues(String(dataFolder), [['xin', '辛信贷', 'credit-director']]);
    await use(dataFolder);
  },
});
test.use({ lists: [] });

/** B4 article 10: three days, and less by the branch. */
const REVIEW = '诉委会审查法律意见书的期限';

const pane = (page: Page) => page.locator('.qs-rules-pane');

async function openRules(page: Page): Promise<void> {
  await goTo(page, '/rules');
  await expect(page.getByRole('heading', { name: '规则', exact: true })).toBeVisible();
}

async function findRule(page: Page, text: string, title: string): Promise<void> {
  await page.getByRole('searchbox', { name: /规则、条文/ }).fill(text);
  await page.getByRole('navigation', { name: '规则目录' }).getByText(title).first().click();
}

test('RUL-01 RUL-02 RUL-04 a rule is found by two characters, read with its versions, and tried out with its reasons', async ({
  page,
}) => {
  await page.setViewportSize(SMALL_SCREEN);
  await signIn(page, 'wang');
  await page.getByRole('link', { name: '规则', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: /\d+ 条规则/ })).toBeVisible();
  await page.getByText('按主题').click();
  await findRule(page, '受理费', '财产案件受理费');
  await expect(pane(page).getByRole('heading', { name: '财产案件受理费' })).toBeVisible();
  await expect(pane(page)).toContainText('1989-09-01');
  await expect(pane(page)).toContainText('诉讼费用交纳办法 第十三条');
  await pane(page)
    .getByRole('row', { name: /人民法院诉讼收费办法/ })
    .click();
  await expect(pane(page)).toContainText('数值取自二手来源');

  await page.getByRole('tab', { name: '试算' }).click();
  await page.getByRole('button', { name: '试算' }).click();
  await expect(pane(page).getByRole('alert').first()).toContainText('标的额');
  await page.getByLabel('标的额').fill('523000');
  await page.getByLabel('受理日').fill(day(0));
  await page.getByRole('button', { name: '试算' }).click();
  const answer = page.getByRole('region', { name: '试算结果' });
  await expect(answer).toContainText('9030.00');
  await expect(answer.locator('.qs-rules-matched')).toContainText('500000-1000000');
  await answer.getByRole('button', { name: /9030/ }).focus();
  await page.keyboard.press('Alt+W');
  const why = page.getByRole('region', { name: '数据来源' });
  await expect(why).toContainText('诉讼费用交纳办法 第十三条');
  await expect(why).toContainText('2007-04-01 起');
  await page.keyboard.press('Escape');
  await expect(why).toHaveCount(0);
  await expect(answer.getByRole('button', { name: /9030/ })).toBeFocused();
});

test('RUL-03 RUL-04 ORG-03 a branch version is corrected at its cell, refused to its preparer, approved by another, and in force', async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize({ width: 1920, height: 1080 });
  await signIn(page, 'xin');
  await openRules(page);
  await findRule(page, '审查', REVIEW);
  await page.getByRole('tab', { name: '本行版本' }).click();
  await page.getByRole('button', { name: '拟定本行版本' }).click();
  await page.getByLabel('生效日').fill(day(0));
  await page.getByLabel('本行文件').fill('奉支发〔2026〕12号');
  await page.getByLabel('条文', { exact: true }).fill('第二条');
  await page.getByLabel('一句话说明').fill('本行缩短审查期限。');
  // What was typed outlives a lock.
  await changeTo(page, 'xin');
  await expect(page.getByLabel('本行文件')).toHaveValue('奉支发〔2026〕12号');
  const days = pane(page).getByRole('textbox', { name: '天数' });
  await days.fill('90');
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(pane(page)).toContainText('比法规宽松');
  await expect(days).toHaveAttribute('aria-invalid', 'true');
  await days.fill('1');
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page.getByText('草稿已保存')).toBeVisible();
  await expect(page.getByRole('button', { name: '审批生效' })).toHaveAttribute('aria-disabled', 'true');

  await changeTo(page, 'hang');
  await openRules(page);
  await findRule(page, '审查', REVIEW);
  await page.getByRole('tab', { name: '本行版本' }).click();
  await expect(pane(page)).toContainText('经办：辛信贷');
  await page.getByRole('button', { name: '审批生效' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('没有贷款的结果会变');
  await dialog.getByLabel(/请输入规则名称/).fill(REVIEW);
  await dialog.getByRole('button', { name: '审批生效' }).click();
  await expect(page.getByText('按本行版本执行')).toBeVisible();
  await page.getByRole('tab', { name: '条文' }).click();
  await expect(pane(page)).toContainText('奉支发〔2026〕12号');
  await page.getByRole('tab', { name: '试算' }).click();
  await page.getByRole('button', { name: '试算' }).click();
  const answer = page.getByRole('region', { name: '试算结果' });
  await expect(answer.locator('.qs-rules-result')).toContainText('1');
  await expect(answer).toContainText('本行');

  // His own draft is not his to approve, branch head or not.
  await findRule(page, '备案', '诉讼案件备案级别');
  await page.getByRole('tab', { name: '本行版本' }).click();
  await page.getByRole('button', { name: '拟定本行版本' }).click();
  await page.getByLabel('本行文件').fill('奉支发〔2026〕13号');
  await page.getByLabel('条文', { exact: true }).fill('第一条');
  await page.getByLabel('一句话说明').fill('与原表相同。');
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page.getByText('草稿已保存').last()).toBeVisible();
  await page.getByRole('button', { name: '审批生效' }).hover();
  await expect(page.getByRole('tooltip')).toContainText('审处分离');
});

test('RUL-03 a draft of the holidays of a new year is sent back with a reason, which its preparer reads', async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize({ width: 1920, height: 1080 });
  await signIn(page, 'xin');
  await openRules(page);
  await findRule(page, '调休', '法定节假日与调休工作日');
  await page.getByRole('tab', { name: '本行版本' }).click();
  await page.getByRole('button', { name: '拟定本行版本' }).click();
  await expect(page.getByLabel('生效日')).toHaveValue(/2027-01-01/);
  await page.getByLabel('本行文件').fill('国务院办公厅关于2027年部分节假日安排的通知');
  await page.getByLabel('条文', { exact: true }).fill('全文');
  await page.getByLabel('一句话说明').fill('2027年放假和调休的日子。');
  await page.getByRole('button', { name: '添加一行' }).click();
  await page.getByLabel('第 1 行 日期').fill('01-01..01-33');
  await page.getByLabel('第 1 行 性质').click();
  await page.getByTitle('休息', { exact: true }).click();
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page.getByLabel('第 1 行 日期')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('第 1 行 日期').fill('01-01..01-03');
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page.getByText('草稿已保存')).toBeVisible();

  await changeTo(page, 'hang');
  await openRules(page);
  await findRule(page, '调休', '法定节假日与调休工作日');
  await page.getByRole('tab', { name: '本行版本' }).click();
  await page.getByRole('button', { name: '退回' }).click();
  const dialog = page.getByRole('dialog', { name: /退回草稿/ });
  await dialog.getByLabel('理由', { exact: true }).fill('缺少春节的安排');
  await dialog.getByRole('button', { name: '退回' }).click();
  await expect(pane(page)).toContainText('已退回：缺少春节的安排');
  await expect(page.getByRole('button', { name: '退回' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: '审批生效' })).toHaveAttribute('aria-disabled', 'true');

  await changeTo(page, 'xin');
  await openRules(page);
  await expect(page.getByRole('navigation', { name: '规则目录' })).toBeVisible();
  await findRule(page, '调休', '法定节假日与调休工作日');
  await expect(page.getByRole('navigation', { name: '规则目录' })).toContainText('草稿已退回');
  await page.getByRole('tab', { name: '本行版本' }).click();
  await expect(pane(page)).toContainText('已退回：缺少春节的安排');
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(pane(page)).not.toContainText('已退回');
});
