/** The pre-litigation report's form as a clerk fills it for a household with one debtor and nothing pledged. */
import { expect, type Locator, type Page } from '@playwright/test';

export const form = (page: Page): Locator => page.getByRole('form', { name: '填写文书' });
export const field = (page: Page, name: string): Locator => form(page).getByLabel(name, { exact: true });

/** From the household's file on screen to the form. */
export async function draftReport(page: Page): Promise<void> {
  const action = page.getByRole('button', { name: /起草诉前论证报告/ });
  await action.first().click();
  await expect(form(page)).toBeVisible();
}

const choose = (page: Page, group: string, option: string): Promise<void> =>
  page.getByRole('radiogroup', { name: group }).getByLabel(option, { exact: true }).check();

const AMOUNTS = {
  期内利息: '1200',
  罚息: '3,500.5',
  复利: '0',
  预计受偿额: '3万',
  案件受理费: '50',
};
const TEXTS = {
  利息计算依据: '年利率6.5%，逾期上浮50%，按实际天数计算。',
  充分性理由: '借款合同、借据均为原件。',
  管辖法院: '奉节县人民法院',
  管辖依据: '借款合同约定由贷款人住所地法院管辖。',
  预计受偿依据: '借款人有固定收入。',
  费用计算依据: '按《诉讼费用交纳办法》第十三条计算。',
  多次协商无果: '多次上门催收，借款人拒不签收。',
  确定负责人的依据: '标的额在十万元以下。',
  经办人: '李敏、周凯',
};
const CHOICES = {
  证据充分性: '基本充分',
  胜诉可能性: '较高',
  适用程序: '简易程序',
  建议: '起诉',
  建议负责人: '信贷主任',
};

async function fillTables(page: Page): Promise<void> {
  const limitation = page.getByRole('table', { name: '时效审查' });
  await limitation.getByLabel('第 1 行 届满日').fill('20290410');
  await limitation.getByLabel('第 1 行 届满日').press('Enter');
  await limitation.getByLabel('第 1 行 状态').selectOption('未届满');
  await limitation.getByLabel('第 1 行 依据').fill('民法典第一百八十八条');
  const risks = page.getByRole('table', { name: '诉讼风险' });
  for (let row = 1; row <= 11; row++) await risks.getByLabel(`第 ${row} 行 程度`).selectOption('低');
  const predictions = page.getByRole('table', { name: '诉讼结果预测' });
  for (const row of [1, 2]) await predictions.getByLabel(`第 ${row} 行 预测`).selectOption('全部支持');
}

/** Everything without which the report is not issued; what is only recommended stays open. */
export async function fillReport(page: Page): Promise<void> {
  for (const [name, value] of Object.entries(AMOUNTS)) await field(page, name).fill(value);
  for (const [name, value] of Object.entries(TEXTS)) await field(page, name).fill(value);
  for (const [name, value] of Object.entries(CHOICES)) await choose(page, name, value);
  await fillTables(page);
  await expect(page.getByText(/缺 \d+ 项/)).toHaveCount(0);
}

/** Answers the dialog that asks why it is issued although something recommended is missing. */
export async function issueReport(page: Page, reason: string): Promise<void> {
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: '出具文书' });
  await dialog.getByLabel(/仍然出具的理由/).fill(reason);
  await dialog.getByRole('button', { name: '出具' }).click();
}
