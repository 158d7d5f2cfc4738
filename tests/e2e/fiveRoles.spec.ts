/**
 * The people of a branch at a first working day, each through the window: the clerk who issues, the archivist who hands
 * out, the branch head who answers, and the auditor and administrator when somebody tampered with the log (ORG-02, APP-02).
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { changeTo } from './support/acting';
import { PASSWORD, signIn } from './support/firstRun';
import { answerDialogs, expect, prints, SMALL_SCREEN } from './support/launch';
import { giveReason } from './support/reasons';
import { draftReport, fillReport, issueReport } from './support/reportForm';
import { CREDIT_LOAN, goTo, LOANS, test } from './support/sampleBranch';
import { changeLogEntry } from './support/tamper';

test.use({ lists: [LOANS] });
test.describe.configure({ timeout: 240_000 });
test.beforeEach(({ page }) => page.setViewportSize(SMALL_SCREEN));

const slow = { timeout: 30_000 } as const;
const FILE = `/household/${CREDIT_LOAN.contract}`;
const draftButton = (page: Page) => page.getByRole('button', { name: /起草诉前论证报告/ });
const modules = (page: Page) => page.getByRole('navigation', { name: '模块' });

const shot = async (page: Page, name: string) => {
  if (process.env.QINGSHOU_SHOTS) await page.screenshot({ path: join(process.env.QINGSHOU_SHOTS, `${name}.png`) });
};

test('ORG-02 a clerk issues, an archivist hands out, a head reads who did what; none finds the work of another', async ({
  app,
  page,
  userData,
}) => {
  await signIn(page, 'wang');
  await goTo(page, FILE);
  await draftReport(page);
  await fillReport(page);
  await issueReport(page, '材料正在调取，先行论证。');
  const heading = page.getByRole('heading', { name: /^奉支论字〔\d{4}〕第0001号$/ });
  await expect(heading).toBeVisible(slow);

  await changeTo(page, 'dang');
  await goTo(page, FILE);
  await expect(draftButton(page)).toHaveAttribute('aria-disabled', 'true');
  await shot(page, 'archivist-household');
  await expect(modules(page).getByRole('link')).not.toContainText(['用户', '审计', '备份']);
  await goTo(page, '/audit');
  await expect(page.getByText('此页面需要其他岗位的权限')).toBeVisible();
  await modules(page).getByRole('link', { name: /文书/ }).click();
  const list = page.getByRole('grid', { name: '文书档案' });
  await expect(list.getByText(CREDIT_LOAN.borrower, { exact: true })).toBeVisible();
  await list.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(heading).toBeVisible(slow);
  const copy = join(userData, '归档.pdf');
  await answerDialogs(app, { save: copy });
  await page.getByRole('button', { name: '另存 PDF' }).click();
  await giveReason(page, '另存文书', '移交法院立案庭');
  await expect.poll(() => existsSync(copy), slow).toBe(true);
  await shot(page, 'archivist-paper');

  await changeTo(page, 'hang');
  await goTo(page, FILE);
  await expect(draftButton(page)).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('tab', { name: /文书/ }).click();
  await page.getByRole('link', { name: '查看' }).click();
  await expect(heading).toBeVisible(slow);
  await page.keyboard.press('Control+p');
  await giveReason(page, '打印文书', '本人审阅后签字');
  await expect(page.getByText('已发送到打印机')).toBeVisible(slow);
  expect(await prints(app)).toHaveLength(1);
  await goTo(page, '/audit');
  const log = page.getByRole('grid', { name: '审计日志' });
  await expect(log).toContainText('移交法院立案庭');
  await expect(log).toContainText('党档案');
  await shot(page, 'head-log');
  await goTo(page, '/settings/users');
  await expect(page.getByRole('grid', { name: '用户' })).toContainText('党档案');
  await expect(page.getByRole('button', { name: /新增|更多操作/ })).toHaveCount(0);
  await goTo(page, '/backup');
  await expect(page.getByRole('button', { name: '立即备份' })).toHaveCount(0);
});

test('APP-02 R14 a log that was tampered with names its first bad entry to the auditor; the administrator answers for it', async ({
  page,
  dataFolder,
}) => {
  await changeLogEntry(dataFolder as string, 'admin', PASSWORD, 3);
  await signIn(page, 'shen');
  const bar = page.locator('.qs-alarm');
  await expect(bar).toContainText('第 3 条', slow);
  await shot(page, 'tampered-bar');
  await goTo(page, '/audit');
  await page.getByRole('button', { name: '重新校验' }).click();
  const state = page.locator('.qs-audit-state');
  await expect(state).toContainText('第 3 条', slow);
  await shot(page, 'tampered-log');
  await expect(page.getByRole('button', { name: '确认异常' })).toHaveCount(0);

  await changeTo(page, 'admin');
  await expect(bar).toContainText('第 3 条', slow);
  await goTo(page, '/audit');
  await page.getByRole('button', { name: '确认异常' }).click();
  await page.getByRole('textbox', { name: '原因说明' }).fill('已报告分管领导，封存备份待查');
  await page.getByRole('dialog').getByRole('button', { name: '确认异常' }).click();
  await expect(page.getByText(/已确认 \d+ 处异常/)).toBeVisible(slow);
  await expect(bar).toHaveCount(0);
});
