/** The pre-litigation report from draft to archive, as a clerk makes it (LIT-01, DOC, ARC; ui.md S11). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { signIn } from './support/firstRun';
import { answerDialogs, expect, prints, SMALL_SCREEN } from './support/launch';
import { giveReason } from './support/reasons';
import { draftReport, field, fillReport, form } from './support/reportForm';
import { CREDIT_LOAN, goTo, LOANS, RECEIPTS, SAMPLES, test } from './support/sampleBranch';

/** The number carries the year of issue, which is the computer's. */
const NUMBER = /^奉支论字〔\d{4}〕第0001号$/;

// Without the receipts: they arrive while the form is open.
test.use({ lists: [LOANS] });

test.beforeEach(async ({ page }) => {
  await page.setViewportSize(SMALL_SCREEN);
  await signIn(page, 'wang');
  await page.getByRole('button', { name: '锁定' }).waitFor();
});

async function openEditor(page: Page): Promise<void> {
  await goTo(page, `/household/${CREDIT_LOAN.contract}`);
  await draftReport(page);
}

/** Imports receipts past the screen, as a colleague's import would: the open editor does not hear of it. */
function importReceipts(page: Page): Promise<string> {
  const input = { path: join(SAMPLES, RECEIPTS), dryRun: false, acceptWarnings: true };
  const message = JSON.stringify({ i: '1', p: { u: '/imports/run', b: { json: input } } });
  return page.evaluate((text) => {
    const { port1, port2 } = new MessageChannel();
    window.postMessage('rpc-connect', '*', [port2]);
    return new Promise<string>((resolve) => {
      port1.onmessage = ({ data }) => /"type":"result"|"s":4/.test(String(data)) && resolve(String(data));
      port1.postMessage(text);
    });
  }, message);
}

test('LIT-01 a clerk fills the report, is told of a changed file, issues, prints and finds it in the archive', async ({
  app,
  page,
  userData,
}) => {
  test.setTimeout(180_000);
  await openEditor(page);
  await expect(page.getByRole('img', { name: /第 1 页/ })).toBeVisible({ timeout: 30_000 });
  await fillReport(page);
  await expect(form(page).getByText('人民币叁仟伍佰元伍角')).toBeVisible();

  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: '出具文书' });
  await expect(dialog.getByRole('button', { name: '出具' })).toBeDisabled();
  await dialog.getByLabel(/仍然出具的理由/).fill('材料正在调取，先行论证。');
  expect(await importReceipts(page)).toContain('"added"');
  await dialog.getByRole('button', { name: '出具' }).click();
  await expect(dialog.getByText('起草后户档案有变化，没有出具。')).toBeVisible();
  await expect(dialog.getByText(/收回：— → /).first()).toBeVisible();
  await dialog.getByRole('button', { name: '出具' }).click();
  await expect(page.getByRole('heading', { name: NUMBER })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('理由：材料正在调取，先行论证。')).toBeVisible();

  await page.keyboard.press('Control+p');
  await giveReason(page, '打印文书', '送领导审签');
  await expect(page.getByText('已发送到打印机')).toBeVisible({ timeout: 20_000 });
  expect(await prints(app)).toHaveLength(1);
  const copy = join(userData, '论证报告.pdf');
  await answerDialogs(app, { save: copy });
  await page.getByRole('button', { name: '另存 PDF' }).click();
  await giveReason(page, '另存文书', '提交法律顾问审阅');
  await expect.poll(() => existsSync(copy) && readFileSync(copy).subarray(0, 5).toString('latin1')).toBe('%PDF-');

  await page.getByRole('button', { name: '返回列表' }).click();
  const list = page.getByRole('grid', { name: '文书档案' });
  await expect(list).toBeFocused();
  await expect(list.getByText(CREDIT_LOAN.borrower, { exact: true })).toBeVisible();
  await page.getByRole('searchbox').fill('第0001号');
  await list.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: NUMBER })).toBeVisible();
});

test('DOC typed text is there again after a reload; a suggestion is taken over and given back', async ({ page }) => {
  await openEditor(page);
  const cause = field(page, '案由');
  await expect(cause).toHaveValue('金融借款合同纠纷');
  await page.getByRole('button', { name: '采用建议：案由' }).click();
  await cause.fill('借款合同纠纷');
  await field(page, '管辖法院').fill('奉节县人民法院');
  await expect(page.getByText(/草稿已保存/)).toBeVisible();
  await page.reload();
  await expect(field(page, '案由')).toHaveValue('借款合同纠纷');
  await expect(field(page, '管辖法院')).toHaveValue('奉节县人民法院');
  await page.getByRole('button', { name: '恢复建议：案由' }).click();
  await expect(field(page, '案由')).toHaveValue('金融借款合同纠纷');
});

test('LIT-01 issuing is refused with the whole list, each line leads to its field, F8 goes on', async ({ page }) => {
  await openEditor(page);
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: '暂不能出具' });
  await expect(dialog.getByText(/还有 \d+ 项必须补正/)).toBeVisible();
  await dialog.getByRole('button', { name: '管辖法院：未填写。' }).click();
  await expect(field(page, '管辖法院')).toBeFocused();
  await page.keyboard.press('F8');
  await expect(field(page, '管辖依据')).toBeFocused();
});

test('ARC the archive is empty at first and says so; an auditor may not draft', async ({ page }) => {
  await goTo(page, '/documents');
  await expect(page.locator('.ant-empty-description', { hasText: '暂无数据' })).toBeVisible();
  await page.keyboard.press('Control+l');
  await signIn(page, 'shen');
  await page.getByRole('button', { name: '锁定' }).waitFor();
  await goTo(page, '/document/1');
  await expect(page.getByText('此页面需要其他岗位的权限')).toBeVisible();
});
