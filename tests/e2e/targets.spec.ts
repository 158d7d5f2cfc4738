/** Targets and the team on screen (S15, S22; TEAM-01…05, IMP-05): from a choice of the ledger to a group's goal; a month; leave. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { changeTo } from './support/acting';
import { addColleagues } from './support/colleagues';
import { signIn } from './support/firstRun';
import { expect, SMALL_SCREEN } from './support/launch';
import { test as base, goTo } from './support/sampleBranch';

const test = base.extend({
  dataFolder: async ({ dataFolder }, use) => {
    addColleagues(String(dataFolder), [
      ['dui', '段队长', 'team-captain'],
      ['zu', '祖组长', 'group-leader'],
      ['yi', '易队员', 'clerk'],
      ['fen', '冯分管', 'deputy-head'],
    ]);
    await use(dataFolder);
  },
});
test.describe.configure({ timeout: 180_000 });
test.beforeEach(({ page }) => page.setViewportSize(SMALL_SCREEN));

const shot = async (page: Page, name: string) => {
  if (process.env.QINGSHOU_SHOTS) await page.screenshot({ path: join(process.env.QINGSHOU_SHOTS, `${name}.png`) });
};

async function choose(page: Page, label: string, ...options: string[]): Promise<void> {
  await page.getByRole('dialog').last().getByLabel(label, { exact: true }).click();
  const open = page.locator('.ant-select-dropdown:visible');
  for (const option of options) await open.getByText(option, { exact: true }).click();
  if (options.length > 1) await page.keyboard.press('Escape');
  await expect(open).toHaveCount(0);
}

async function formGroup(page: Page): Promise<void> {
  await goTo(page, '/team?tab=groups');
  await page.getByRole('button', { name: '新建清收组' }).click();
  const dialog = page.getByRole('dialog', { name: '新建清收组' });
  await dialog.getByLabel('组名').fill('一组');
  await choose(page, '组员', '祖组长', '易队员', '王经办');
  await choose(page, '组长', '祖组长');
  await dialog.getByRole('button', { name: /保\s*存/ }).click();
  await expect(page.getByRole('group', { name: '一组' })).toContainText('组长 祖组长');
  await expect(page.getByText('清收组现有 1 个，至少须 3 个')).toBeVisible();
}

test('TEAM-02 TEAM-03 IMP-05 the ledger’s choice becomes targets; the captain gives one to a group with a goal', async ({
  page,
}) => {
  await signIn(page, 'wang');
  const filter = { conditions: [{ column: 'sheet', operator: 'in', values: ['off'] }] };
  await goTo(page, `/ledger?q=${encodeURIComponent(JSON.stringify({ filter }))}`);
  await page.getByRole('button', { name: '列为清收对象' }).click();
  const propose = page.getByRole('dialog', { name: '列为清收对象' });
  await expect(propose.getByText(/户，.* 笔，余额/)).toBeVisible();
  await propose.getByLabel('理由').fill('年初报列清收对象');
  await shot(page, 'propose');
  await propose.getByRole('button', { name: '列为清收对象' }).click();
  await expect(page.getByText(/已列为清收对象 .* 户/)).toBeVisible();
  await goTo(page, '/targets?view=listing');
  await expect(page.getByRole('grid', { name: /年初表外对象报列/ })).toContainText('已达到');
  await shot(page, 'listing');
  await page.locator('[data-why]').first().click();
  await expect(page.getByText(/第九条/).first()).toBeVisible();
  await page.keyboard.press('Escape');

  await changeTo(page, 'dui');
  await formGroup(page);
  await shot(page, 'groups');
  await goTo(page, '/targets');
  const grid = page.getByRole('grid', { name: '清收对象' });
  await grid.getByRole('row').nth(1).dblclick();
  const drawer = page.getByRole('dialog').filter({ hasText: '工作流程' });
  await drawer.getByRole('button', { name: '登记步骤' }).click();
  await page
    .getByRole('dialog', { name: /登记步骤/ })
    .getByRole('button', { name: '登记步骤' })
    .click();
  await expect(page.getByText('已登记：列入台账')).toBeVisible();
  await drawer.getByRole('button', { name: '分组和指标' }).click();
  const assign = page.getByRole('dialog', { name: /分组和指标：/ });
  await choose(page, '清收组', '一组');
  await choose(page, '项目经理', '易队员');
  await assign.getByLabel('应收本金').fill('5000');
  await assign.getByLabel('期限').fill('20991231');
  await assign.getByLabel('应收本金').click();
  await assign.getByRole('button', { name: '分组和指标' }).click();
  await expect(drawer.getByRole('region', { name: '清收组和指标' })).toContainText('易队员');
  await expect(drawer.locator('[aria-current="step"]')).toContainText('确定组员');
  await shot(page, 'target');
  await page.keyboard.press('Escape');
  await expect(grid.getByRole('img', { name: '确定组员' })).toBeVisible();
  await shot(page, 'targets');
});

test('TEAM-01 TEAM-04 TEAM-05 a group, a month by keyboard, leave that the deputy head grants, a plan', async ({
  page,
}) => {
  await signIn(page, 'dui');
  await formGroup(page);
  await goTo(page, '/team?tab=month');
  const sheet = page.getByRole('table', { name: '考勤月历' });
  const today = new Date().getDate();
  const cell = (row: number) =>
    sheet
      .locator('tbody tr')
      .nth(row)
      .locator('td > button')
      .nth(today - 1);
  await cell(1).click();
  await page.keyboard.press('c');
  await expect(cell(1)).toHaveText('出');
  await page.keyboard.press('Control+d');
  await expect(cell(3)).toHaveText('出');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('h');
  await expect(cell(2)).toHaveText('徽');
  await expect(sheet.locator('tbody tr').nth(2)).toContainText('100.00');
  await shot(page, 'month');

  await goTo(page, '/team?tab=leaves');
  await page.getByRole('button', { name: '申请请假' }).click();
  const ask = page.getByRole('dialog', { name: '申请请假' });
  await ask.getByLabel('起日').fill('t');
  await ask.getByLabel('止日').fill('t');
  await ask.getByLabel('事由').fill('家中有事');
  await ask.getByRole('button', { name: /提\s*交/ }).click();
  await expect(page.getByRole('grid', { name: '请销假' })).toContainText('待审批');
  await changeTo(page, 'fen');
  await goTo(page, '/approvals');
  await page.getByRole('row').filter({ hasText: '段队长' }).first().click();
  await page.getByRole('button', { name: /同\s*意/ }).click();
  await expect(page.getByText('已批准').first()).toBeVisible();
  await goTo(page, '/team?tab=leaves');
  await expect(page.getByRole('grid', { name: '请销假' })).toContainText('已批准');
  await page.getByRole('button', { name: '请销假单' }).click();
  const paper = page.getByRole('dialog', { name: '预览' });
  await expect(paper.locator('canvas').first()).toBeVisible({ timeout: 60_000 });
  await page.waitForTimeout(500);
  await shot(page, 'leavePaper');
  await paper.getByRole('button', { name: '取号出具' }).click();
  await expect(page.getByText(/已出具 奉支假字/)).toBeVisible({ timeout: 60_000 });
  await goTo(page, '/team?tab=month');
  await expect(sheet.locator('tbody tr').nth(0)).toContainText('假');

  await changeTo(page, 'dui');
  await goTo(page, '/team?tab=plans');
  await page.getByRole('button', { name: '新建计划' }).click();
  await page.getByLabel('标题').fill('年度清收工作计划');
  await page.getByLabel('第 1 行本金指标').fill('100000');
  await page.getByLabel('标题').click();
  await shot(page, 'planDrawer');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('grid', { name: '工作计划' })).toContainText('100,000.00');
  await shot(page, 'plans');
  await page.getByRole('button', { name: '计划文书' }).click();
  for (const [field, said] of [
    ['指导思想与目标', '以表外为主，全年收回十万元。'],
    ['措施与分工', '划片包户，一组负责青石片区。'],
    ['进度与督导', '按月通报，按季检查。'],
  ] as const)
    await page.getByLabel(field).fill(said);
  await page.getByRole('button', { name: '预览' }).click();
  await expect(paper.locator('canvas').first()).toBeVisible({ timeout: 60_000 });
  await page.waitForTimeout(500);
  await shot(page, 'planPaper');
});
