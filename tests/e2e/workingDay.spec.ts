/**
 * A working day through the window (TEAM-01…03, REC-01…10, RPT-01, RWD-02): the captain's target, the clerk's call, notice, agreement
 * and receipt, the heads' decisions, and the reward that comes of it, on one household of the sample branch.
 */
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { changeTo, consent } from './support/acting';
import { addColleagues } from './support/colleagues';
import { day } from './support/dates';
import { signIn } from './support/firstRun';
import { expect, SMALL_SCREEN } from './support/launch';
import { test as base, goTo } from './support/sampleBranch';

const test = base.extend({
  dataFolder: async ({ dataFolder }, use) => {
    addColleagues(String(dataFolder), [
      ['dui', '段队长', 'team-captain'],
      ['zu', '祖组长', 'group-leader'],
      ['yi', '易队员', 'clerk'],
      ['bao', '鲍保全', 'asset-preservation-head'],
      ['fen', '冯分管', 'deputy-head'],
      ['xin', '辛主任', 'credit-director'],
    ]);
    await use(dataFolder);
  },
});
test.describe.configure({ timeout: 300_000 });
test.beforeEach(({ page }) => page.setViewportSize(SMALL_SCREEN));

const shot = async (page: Page, name: string) => {
  if (process.env.QINGSHOU_SHOTS) await page.screenshot({ path: join(process.env.QINGSHOU_SHOTS, `${name}.png`) });
};

async function choose(page: Page, within: Locator, label: string, ...options: string[]): Promise<void> {
  await within.getByLabel(label, { exact: true }).click();
  const open = page.locator('.ant-select-dropdown:visible');
  for (const option of options) await open.getByText(option, { exact: true }).click();
  if (options.length > 1) await page.keyboard.press('Escape');
  await expect(open).toHaveCount(0);
}

/** A written-off loan with four joint guarantors; he owes two more on the balance sheet. */
const LOAN = '500236022016000087';
const BORROWER = '陈福';

async function makeTarget(page: Page): Promise<void> {
  const filter = { conditions: [{ column: 'contract', operator: '=', values: [LOAN] }] };
  await goTo(page, `/ledger?q=${encodeURIComponent(JSON.stringify({ filter }))}`);
  await page.getByRole('button', { name: '列为清收对象' }).click();
  const propose = page.getByRole('dialog', { name: '列为清收对象' });
  await expect(propose.getByText(/1 户，1 笔，余额 85,902.00 元/)).toBeVisible();
  await propose.getByLabel('理由').fill('已核销，借款人有还款意愿');
  await propose.getByRole('button', { name: '列为清收对象' }).click();
  await expect(page.getByText('已列为清收对象 1 户')).toBeVisible();
}

async function assignTarget(page: Page): Promise<void> {
  await goTo(page, '/team?tab=groups');
  await page.getByRole('button', { name: '新建清收组' }).click();
  const group = page.getByRole('dialog', { name: '新建清收组' });
  await group.getByLabel('组名').fill('一组');
  await choose(page, group, '组员', '祖组长', '易队员', '王经办');
  await choose(page, group, '组长', '祖组长');
  await group.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('group', { name: '一组' })).toContainText('组长 祖组长');
  await goTo(page, '/targets');
  await page.getByRole('grid', { name: '清收对象' }).getByRole('row').filter({ hasText: BORROWER }).dblclick();
  const drawer = page.getByRole('dialog').filter({ hasText: '工作流程' });
  await drawer.getByRole('button', { name: '登记步骤' }).click();
  const step = page.getByRole('dialog', { name: /登记步骤/ });
  await step.getByRole('button', { name: '登记步骤' }).click();
  await expect(page.getByText('已登记：列入台账')).toBeVisible();
  await drawer.getByRole('button', { name: '分组和指标' }).click();
  const assign = page.getByRole('dialog', { name: /分组和指标：/ });
  await choose(page, assign, '清收组', '一组');
  await choose(page, assign, '项目经理', '王经办');
  await assign.getByLabel('应收本金').fill('20000');
  await assign.getByLabel('期限').fill(day(20));
  await assign.getByLabel('应收本金').click();
  await assign.getByRole('button', { name: '分组和指标' }).click();
  await expect(drawer.getByRole('region', { name: '清收组和指标' })).toContainText('王经办');
  await shot(page, '02-target');
}

async function call(page: Page): Promise<void> {
  await goTo(page, `/household/${LOAN}`);
  await expect(page.getByRole('heading', { level: 1, name: BORROWER })).toBeVisible();
  await page.keyboard.press('F7');
  const drawer = page.getByRole('dialog', { name: `登记联系：${BORROWER}` });
  await expect(drawer.getByLabel('时间')).toBeFocused();
  await drawer.getByLabel('日期', { exact: true }).fill(day(-1));
  await drawer.getByLabel('时间').fill('0915');
  await drawer.getByLabel('谈话内容').fill('认账，愿分两期还清表外一笔');
  await drawer.getByLabel('承诺金额').fill('57064.96');
  await drawer.getByLabel('承诺日期').fill(day(10));
  await drawer.getByLabel('下次日期').fill(day(0));
  await drawer.getByLabel('下次事项').fill('签还款协议');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('联系已登记')).toBeVisible();
  await goTo(page, '/workbench');
  await expect(page.getByRole('grid', { name: '工作台' }).getByText('签还款协议')).toBeVisible();
  await shot(page, '03-bench');
  const appointment = page.getByRole('row').filter({ hasText: '签还款协议' });
  await appointment.getByRole('button', { name: '延后' }).click();
  const later = page.getByRole('dialog', { name: '延后：签还款协议' });
  await later.getByLabel('延后到').fill('+2');
  await later.getByLabel('理由').fill('债务人外出，后天到行');
  await later.getByRole('button', { name: /延\s*后/ }).click();
  await expect(appointment).toContainText('已延后 1 次');
}

async function agree(page: Page): Promise<void> {
  await goTo(page, `/household/${LOAN}`);
  await page.getByRole('tab', { name: '还款', exact: true }).click();
  await page.getByRole('button', { name: '拟订还款协议' }).click();
  const drawer = page.getByRole('dialog', { name: '拟订还款协议' });
  for (const other of ['500236022017000322', '500236022019000374']) {
    const tag = drawer.locator('.ant-select-selection-item').filter({ hasText: other });
    await tag.locator('.ant-select-selection-item-remove').click();
  }
  await choose(page, drawer, '清偿顺序', '约定：先本金、后利息');
  await drawer.getByLabel('期数').fill('2');
  await drawer.getByLabel('期数').press('Tab');
  await choose(page, drawer, '跟踪人', '王经办');
  await expect(drawer.getByText('协议债务 114,129.93 元')).toBeVisible();
  await drawer.getByRole('button', { name: '提交审批' }).click();
  await expect(page.getByText(/已提交审批第 \d+ 号/)).toBeVisible();
}

async function sign(page: Page): Promise<void> {
  await goTo(page, `/household/${LOAN}`);
  await page.getByRole('tab', { name: '还款', exact: true }).click();
  await page.getByRole('button', { name: '出具协议书' }).click();
  const paper = page.getByRole('dialog', { name: '预览' });
  await expect(paper.locator('canvas').first()).toBeVisible({ timeout: 60_000 });
  await paper.getByLabel('仍然出具的理由（存档）').fill('未登记计息要素，利息以台账为准');
  await paper.getByRole('button', { name: '取号出具' }).click();
  await page.getByRole('button', { name: '登记签回' }).click({ timeout: 60_000 });
  const signed = page.getByRole('dialog', { name: /登记签回/ });
  await signed.getByLabel(/陈福的签署日/).fill('t');
  await signed.getByLabel(/陈福的签署日/).press('Tab');
  await signed.getByRole('button', { name: '登记签回' }).click();
  await expect(page.getByRole('region', { name: /还款协议第 \d+ 号/ }).getByText('履行中')).toBeVisible();
  await shot(page, '05-signed');
}

async function receive(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /^收回/ }).click();
  await page.getByRole('link', { name: '登记收款' }).click();
  const form = page.getByRole('region', { name: '登记收款' });
  await form.getByLabel('金额', { exact: true }).fill('57064.96');
  await form.getByLabel('金额', { exact: true }).press('Tab');
  await form.getByLabel('凭证号').fill('00479100');
  await form.getByText('债务人指定偿还哪笔借款').click();
  await form.getByPlaceholder(/指定的依据/).fill('还款协议第一期');
  await form.getByLabel(`指定金额：${LOAN} 00036087`).fill('57064.96');
  await form.getByLabel('清收人 1', { exact: true }).fill('王经办');
  await form.getByLabel('清收人 1 的比例').fill('60');
  await form.getByRole('button', { name: '增加' }).click();
  await form.getByLabel('清收人 2', { exact: true }).fill('易队员');
  await form.getByLabel('清收人 2 的比例').fill('40');
  await form.getByLabel('清收人 2 的比例').press('Tab');
  await expect(form.getByText('合计 100%')).toBeVisible();
  await shot(page, '06-receipt');
  await form.getByRole('button', { name: '登记收款' }).click();
  await expect(page.getByText(/已登记收款 SG\d{8}-\d+/)).toBeVisible();
}

/** 30 % of what was written off, divided as the receipt was (B2 §30(1)④). */
async function reward(page: Page): Promise<void> {
  await goTo(page, '/rewards');
  await page.getByRole('button', { name: '计算一期' }).first().click();
  const dialog = page.getByRole('dialog', { name: '计算奖励' });
  await dialog.getByLabel('起日').fill(day(0));
  await dialog.getByLabel('止日').fill(day(0));
  await dialog.getByLabel('止日').press('Tab');
  await dialog.getByRole('button', { name: '计算一期' }).click();
  const sheet = page.getByRole('main');
  await expect(sheet.getByRole('row').filter({ hasText: '王经办' })).toContainText('10,271.69');
  await expect(sheet.getByRole('row').filter({ hasText: '易队员' })).toContainText('6,847.80');
  await shot(page, '07-sheet');
  await page.getByRole('button', { name: '送审' }).click();
  await expect(page.getByText('审批中').first()).toBeVisible();
}

async function pay(page: Page): Promise<void> {
  await goTo(page, '/rewards?sheet=1');
  await page.getByRole('button', { name: '登记发放' }).click();
  const dialog = page.getByRole('dialog', { name: '登记奖励发放' });
  await dialog.getByLabel('凭证号').fill('00881');
  await dialog.getByRole('button', { name: '登记发放' }).click();
  await expect(page.getByText('凭证号 00881')).toBeVisible();
  await shot(page, '08-paid');
}

test('TEAM-02 REC-02 REC-06 REC-10 RWD-02 a day’s work from the target to the reward, by clerk, captain, leader and heads', async ({
  page,
}) => {
  await signIn(page, 'wang');
  await makeTarget(page);
  await changeTo(page, 'dui');
  await assignTarget(page);
  await changeTo(page, 'wang');
  await call(page);
  await agree(page);
  await consent(page, 'bao', '还款协议');
  await changeTo(page, 'wang');
  await sign(page);
  await receive(page);
  await changeTo(page, 'zu');
  await reward(page);
  await consent(page, 'fen', '清收奖励发放');
  await consent(page, 'hang', '清收奖励发放');
  await changeTo(page, 'xin');
  await pay(page);
  // The day is in the books: the target shows what came in, the log tells who did what.
  await goTo(page, '/targets');
  await expect(page.getByRole('grid', { name: '清收对象' })).toContainText('57,064.96');
  await shot(page, '09-targets');
});
