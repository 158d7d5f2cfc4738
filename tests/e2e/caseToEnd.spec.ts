/**
 * A case from opinion to end through the window (LIT-01…05, LIT-07, LIT-10, LIT-16): the clerk's report and evidence, counsel's opinion,
 * the committee, the filing by two heads, the suit, fee, judgment, enforcement and its money; wrong turns at the steps that have a gate.
 */
import type { Locator, Page } from '@playwright/test';
import { changeTo, choose } from './support/acting';
import { addColleagues } from './support/colleagues';
import { day } from './support/dates';
import { signIn } from './support/firstRun';
import { expect, SMALL_SCREEN } from './support/launch';
import { draftReport, fillReport, issueReport } from './support/reportForm';
import { test as base, CREDIT_LOAN, goTo } from './support/sampleBranch';

const COMMITTEE = ['wei', 'yan', 'hua'] as const;

const test = base.extend({
  dataFolder: async ({ dataFolder }, use) => {
    addColleagues(String(dataFolder), [
      ['bao', '鲍保全', 'asset-preservation-head'],
      ['fen', '冯分管', 'deputy-head'],
      ['xin', '辛主任', 'credit-director'],
      ['lv', '吕法务', 'counsel'],
      ['wei', '魏委员', 'committee-member'],
      ['yan', '严委员', 'committee-member'],
      ['hua', '华委员', 'committee-member'],
    ]);
    await use(dataFolder);
  },
});
test.describe.configure({ timeout: 300_000 });

const CASE = '/case/AJ000001';
const COURT = '奉节县人民法院';
const TODAY = day(0);

const gate = (page: Page): Locator => page.getByRole('region', { name: '起诉闸门' });
const acting = (page: Page): Locator => page.getByRole('dialog', { name: '登记办理' });

async function openCase(page: Page): Promise<void> {
  await goTo(page, `/household/${CREDIT_LOAN.contract}`);
  await draftReport(page);
  await fillReport(page);
  await issueReport(page, '其余材料立案前补齐');
  await expect(page.getByRole('button', { name: '另存 PDF' })).toBeVisible({ timeout: 30_000 });
  await goTo(page, `/household/${CREDIT_LOAN.contract}?tab="cases"`);
  await page.getByRole('button', { name: '立案件' }).click();
  const drawer = page.getByRole('dialog', { name: '立案件' });
  await drawer.getByLabel('受理法院（机构）').fill(COURT);
  await choose(drawer, '负责人', '辛主任（信贷主任）');
  await drawer.getByLabel('经办人', { exact: true }).fill('王经办');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await drawer.getByRole('button', { name: '立案件' }).click();
  await expect(gate(page)).toContainText('证据 缺');
  await page.getByRole('tab', { name: '证据清单' }).click();
  for (const kind of ['借款合同', '借款凭证']) {
    await page.getByRole('button', { name: '登记证据' }).click();
    const dialog = page.getByRole('dialog', { name: '登记证据' });
    await expect(dialog.getByLabel('名称'), 'nothing of the item before').toHaveValue('');
    if (kind !== '借款凭证') await choose(dialog, '种类', kind);
    await dialog.getByLabel('名称').fill(kind);
    await dialog.getByLabel('来源').fill('信贷档案');
    await dialog.getByLabel('证明事项').fill(`${kind}的内容`);
    await dialog.getByRole('button', { name: '登记证据' }).click();
    await expect(page.getByRole('cell', { name: kind, exact: true }).first()).toBeVisible();
  }
  await expect(gate(page)).toContainText('证据 已通过');
}

const OPINION = {
  意见书编号: '奉支意字〔2026〕第0001号',
  法律顾问: '吕法务',
  事实与理由: '借款合同合法有效，原告已按约放款，借款人逾期未还。',
  适用的法律: '《中华人民共和国民法典》第六百七十五条',
  不利因素: '还款明细须更新至立案日',
  可供执行的财产: '借款人有工资收入',
  '预计受偿（元）': '20000',
  '最低还款额（元）': '9000000',
  违约后果: '恢复全部请求',
};

async function passGate(page: Page): Promise<void> {
  await changeTo(page, 'lv');
  await goTo(page, CASE);
  await page.getByRole('button', { name: '出具法律意见' }).click();
  const drawer = page.getByRole('dialog', { name: '出具法律意见' });
  for (const [label, text] of Object.entries(OPINION)) await drawer.getByLabel(label).fill(text);
  await drawer.getByRole('button', { name: '出具法律意见' }).click();
  await expect(drawer.getByText('还款总额高于案件标的额。')).toBeVisible();
  await drawer.getByLabel('最低还款额（元）').fill('50000');
  await drawer.getByRole('button', { name: '出具法律意见' }).click();
  await expect(gate(page)).toContainText('法律意见 已通过');

  await changeTo(page, 'wang');
  await goTo(page, CASE);
  await page.getByRole('button', { name: '提请诉委会' }).click();
  await expect(gate(page)).toContainText('诉委会 等待');
  for (const name of COMMITTEE) {
    await changeTo(page, name);
    await goTo(page, '/approvals');
    await page.getByRole('row').filter({ hasText: CREDIT_LOAN.borrower }).first().click();
    await page.getByRole('button', { name: '同意', exact: true }).click();
    await expect(page.getByText(`实到 ${COMMITTEE.indexOf(name) + 1} 人`)).toBeVisible();
  }
  await page.getByLabel('会议记录').fill('三名委员到会，一致同意起诉。');
  await page.getByRole('button', { name: '结束表决' }).click();
  await expect(page.getByText('已批准').first()).toBeVisible();
}

async function file(page: Page): Promise<void> {
  await changeTo(page, 'wang');
  await goTo(page, CASE);
  const dialog = await begin(page, '递交起诉状', { 日期: TODAY, '法院、机构': COURT });
  await expect(dialog.getByText('本案尚未备案。')).toBeVisible();
  await expect(dialog.getByRole('button', { name: '登记办理' })).toBeDisabled();
  await changeTo(page, 'bao');
  await goTo(page, CASE);
  await page.getByRole('button', { name: '报送备案' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '报送备案' }).click();
  await expect(gate(page)).toContainText('备案 等待');
  await changeTo(page, 'fen');
  await goTo(page, CASE);
  await page.getByRole('button', { name: '登记备案意见' }).click();
  const answer = page.getByRole('dialog');
  await answer.getByLabel('备案文号').fill('奉诉备〔2026〕1号');
  await answer.getByRole('button', { name: '登记备案意见' }).click();
  await expect(gate(page)).toContainText('备案 已通过');
}

const LISTS: readonly string[] = ['当事人', '方式', '程序', '文书种类', '结果'];

/** The dialog with the act and its facts in it; nothing is recorded yet. */
async function begin(page: Page, kind: string, facts: Readonly<Record<string, string>>): Promise<Locator> {
  const dialog = acting(page);
  if (!(await dialog.isVisible())) await page.getByRole('button', { name: '登记办理' }).click();
  await dialog.getByLabel('办理事项').fill(kind);
  await page.locator('.ant-select-dropdown:visible').getByText(kind, { exact: true }).first().click();
  for (const [label, value] of Object.entries(facts)) {
    const field = dialog.getByLabel(label, { exact: true });
    if (LISTS.includes(label)) await choose(dialog, label, value);
    else await field.fill(value).then(() => field.blur());
  }
  return dialog;
}

/** With a reason where the program warns. */
async function record(page: Page, kind: string, facts: Record<string, string> = {}, reason?: string): Promise<void> {
  const dialog = await begin(page, kind, { 日期: TODAY, ...facts });
  await expect(dialog.getByText(/^还要填写：/)).toHaveCount(0);
  if (reason) await dialog.getByLabel('继续的理由').fill(reason);
  await dialog.getByRole('button', { name: '登记办理' }).click();
  await expect(page.getByText(`已登记：${kind}`).first()).toBeVisible();
  await expect(dialog).toHaveCount(0);
}

async function litigate(page: Page): Promise<void> {
  await changeTo(page, 'wang');
  await goTo(page, CASE);
  const year = TODAY.slice(0, 4);
  const caseNo = `（${year}）渝0236民初8888号`;
  await record(page, '递交起诉状', { '法院、机构': COURT });
  const accepted = await begin(page, '立案', { 日期: TODAY, 案号: `${year}渝0236民初8888`, 程序: '简易程序' });
  await expect(accepted.getByText('不是案号的格式。')).toBeVisible();
  await record(page, '立案', { 案号: caseNo });
  await record(page, '送达起诉状副本', { 当事人: CREDIT_LOAN.borrower, 方式: '直接送达' });
  await record(page, '开庭通知', { 开庭日: TODAY }, '当庭口头通知，双方同意');
  await record(page, '开庭', {}, '双方当庭放弃答辩期');
  await record(page, '一审裁判', { 文书号: caseNo, 文书种类: '判决', 结果: '全部支持' });
  await record(page, '送达裁判文书', { 当事人: CREDIT_LOAN.borrower, 方式: '直接送达' });
  const early = await begin(page, '申请执行', { 日期: TODAY, '法院、机构': COURT });
  await expect(early.getByText('这一天案件所处的阶段不能登记这一项。')).toBeVisible();
  await record(page, '裁判生效', {}, '双方当庭表示不上诉');
  await record(page, '申请执行', { '法院、机构': COURT });
  await record(page, '执行立案', { 案号: `（${year}）渝0236执888号` });
}

async function settleMoney(page: Page): Promise<void> {
  await page.getByRole('tab', { name: '费用和回款' }).click();
  await page.getByRole('button', { name: '登记费用' }).click();
  const fee = page.getByRole('dialog', { name: '登记费用' });
  await fee.getByLabel('凭证号').fill('0001');
  await fee.getByRole('button', { name: '登记费用' }).click();
  await expect(page.getByText('费用已登记')).toBeVisible();
  await page.getByRole('button', { name: '登记回款' }).click();
  const receipt = page.getByRole('dialog');
  await receipt.getByLabel('金额', { exact: true }).fill('10000');
  await receipt.getByLabel('凭证号').fill('0002');
  await receipt.getByText('实际清收人').locator('xpath=..').locator('input').first().fill('王经办');
  await receipt.getByRole('button', { name: '登记收款' }).click();
  await expect(page.getByRole('cell', { name: '已足额入账' })).toBeVisible();
  await page.getByRole('tab', { name: '案件经过' }).click();
  await record(page, '终结执行', { 文书号: `（${TODAY.slice(0, 4)}）渝0236执888号之一`, 说明: '被执行人没有其他财产' });
}

test('LIT-01 LIT-02 LIT-03 LIT-05 LIT-07 LIT-10 a case from opinion to end, by counsel, committee, heads and clerk', async ({
  page,
}, testInfo) => {
  const shot = (name: string) => page.screenshot({ path: testInfo.outputPath(`${name}.png`) });
  await page.setViewportSize(SMALL_SCREEN);
  await signIn(page, 'wang');
  await openCase(page);
  await passGate(page);
  await file(page);
  await litigate(page);
  await shot('enforcing');
  await settleMoney(page);
  await shot('ended');
});
