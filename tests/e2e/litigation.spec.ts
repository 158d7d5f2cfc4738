/** Court cases by the window: the imported ledger, a case with its gate and deadlines, an act with what it begins, a new case about a household. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { smallPdf } from '../support/smallPdf';
import { signIn } from './support/firstRun';
import { answerDialogs, expect, SMALL_SCREEN } from './support/launch';
import { goTo, LOANS, test } from './support/sampleBranch';

test.use({ lists: [LOANS, '表外不良贷款台账.csv', '担保人清单.xlsx', '抵质押物清单.xlsx', '诉讼案件台账.xlsx'] });

/** A scan is listed, the volume compiled into the archive, and a paper for the court issued. */
async function evidenceAndPaper(page: Page, app: ElectronApplication, folder: string): Promise<void> {
  const [bad, scan] = [join(folder, 'bad.pdf'), join(folder, 'scan.pdf')];
  writeFileSync(bad, smallPdf({ pages: 2, encrypted: true }));
  writeFileSync(scan, smallPdf({ pages: 2 }));
  await page.getByRole('tab', { name: '证据清单' }).click();
  await page.getByRole('button', { name: '登记证据' }).click();
  const item = page.getByRole('dialog', { name: '登记证据' });
  for (const [label, said] of [
    ['名称', '借款借据'],
    ['来源', '信贷档案'],
    ['证明事项', '已按约放款'],
  ] as const)
    await item.getByLabel(label).fill(said);
  await answerDialogs(app, { open: bad });
  await item.getByRole('button', { name: '添加附件' }).click();
  await expect(item.getByText('bad.pdf', { exact: true })).toBeVisible();
  await item.getByRole('button', { name: '登记证据' }).click();
  await expect(item.getByText('设了密码')).toBeVisible();
  await answerDialogs(app, { open: scan });
  await item.getByRole('button', { name: '添加附件' }).click();
  await expect(item.getByText('scan.pdf', { exact: true })).toBeVisible();
  await item.getByRole('button', { name: '登记证据' }).click();
  await expect(page.getByText('证据已登记，共 2 页')).toBeVisible();
  await page.getByRole('button', { name: '汇编成册' }).click();
  await expect(page.getByText('证据册已汇编并归档，共 3 页')).toBeVisible();
  await page.getByRole('tab', { name: '文书', exact: true }).click();
  await expect(page.getByRole('row').filter({ hasText: '证据册' })).toBeVisible();
  await page.getByRole('button', { name: '制作文书' }).click();
  const maker = page.getByRole('dialog', { name: '制作文书' });
  await maker.getByLabel('文书').fill('DOC-CRT-05');
  await page.locator('.ant-select-dropdown:visible').getByText('DOC-CRT-05').click();
  await maker.getByLabel('负责人身份证号').fill('512226196503189115');
  await maker.getByRole('button', { name: '刷新预览' }).click();
  await maker.getByRole('button', { name: '出具', exact: true }).click();
  await expect(page.getByRole('row').filter({ hasText: '身份证明书' })).toBeVisible();
  await expect(page.getByRole('tab', { name: /^诉讼文书/ })).toContainText(/[齐缺] \d/);
}

test('LIT-04 LIT-06 LIT-07 LIT-09 LIT-13 LIT-15 LIT-16 the ledger, the gate, an act that is judged before it is recorded, fees, reviews, the control sheet', async ({
  page,
  app,
}, testInfo) => {
  const shot = (name: string) => page.screenshot({ path: testInfo.outputPath(`${name}.png`) });
  await page.setViewportSize(SMALL_SCREEN);
  await signIn(page, 'wang');
  await goTo(page, '/litigation?view="all"');
  await expect(page.getByText('共12件')).toBeVisible();
  await expect(page.getByText('（2024）渝0236民初90733号')).toBeVisible();
  await shot('ledger');

  await page.getByText('（2024）渝0236民初90733号').dblclick();
  await expect(page.getByRole('region', { name: '起诉闸门' })).toContainText('备案 旧台账已载');
  await shot('case');
  await page.getByRole('button', { name: '登记办理' }).click();
  const dialog = page.getByRole('dialog', { name: '登记办理' });
  const choose = async (kind: string) => {
    await dialog.getByLabel('办理事项').click();
    await dialog.getByLabel('办理事项').fill(kind);
    await dialog.getByLabel('办理事项').press('Enter');
  };
  await choose('一审裁判');
  await dialog.getByLabel('日期', { exact: true }).fill('2026-11-20');
  await dialog.getByLabel('日期', { exact: true }).blur();
  await expect(dialog.getByText(/^还要填写：/)).toBeVisible();
  await choose('申请执行');
  await dialog.getByLabel('法院、机构').fill('奉节县人民法院');
  await expect(dialog.getByText('法院发执行通知')).toBeVisible();
  await shot('act');
  await dialog.getByRole('button', { name: '登记办理' }).click();
  await expect(page.getByText('已登记：申请执行')).toBeVisible();
  await expect(page.getByText('执行中', { exact: true })).toBeVisible();
  await page.getByRole('tab', { name: '期限' }).click();
  await expect(page.getByText('申请上级法院执行')).toBeVisible();
  await shot('deadlines');
  await page.getByRole('tab', { name: '案情' }).click();
  await shot('about');
  await evidenceAndPaper(page, app, testInfo.outputDir);
  await shot('papers');
  await page.getByRole('tab', { name: '费用和回款' }).click();
  await page.getByRole('button', { name: '登记费用' }).click();
  await page.getByLabel('凭证号').fill('00479');
  await page.getByRole('dialog').getByRole('button', { name: '登记费用' }).click();
  await expect(page.getByText('费用已登记')).toBeVisible();
  await page.getByRole('button', { name: '登记费用' }).click();
  await expect(page.getByLabel('凭证号'), 'what was saved is not typed once more').toHaveValue('');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '登记回款' }).click();
  const receipt = page.getByRole('dialog', { name: /案件回款/ });
  await receipt.getByLabel('金额', { exact: true }).fill('5000');
  await receipt.getByLabel('凭证号').fill('执行款001');
  await receipt.getByLabel('清收人 1', { exact: true }).fill('王经办');
  await receipt.getByRole('button', { name: '登记收款' }).click();
  await expect(page.getByText('已足额入账')).toBeVisible();
  await shot('money');
  await page.getByRole('tab', { name: '排查和代理' }).click();
  await page.getByRole('button', { name: '登记排查' }).click();
  await page.getByLabel('排查结论').fill('已申请执行，等待法院查控');
  await page.getByRole('dialog').getByRole('button', { name: '登记排查' }).click();
  await expect(page.getByText('排查已登记')).toBeVisible();
  await page.getByRole('tab', { name: '撤诉和解' }).click();
  await page.getByRole('button', { name: '申请', exact: true }).click();
  const permit = page.getByRole('dialog', { name: '申请撤诉、解除查封、调解和解或以物抵债' });
  await permit.getByLabel('内容').fill('三个月内还清');
  await permit.getByLabel('还款总额').fill('60000');
  await permit.getByLabel('理由', { exact: true }).fill('债务人已筹款');
  await permit.getByRole('button', { name: '申请', exact: true }).click();
  await expect(permit.getByText('请写明例外理由，由诉委会决定。')).toBeVisible();
  await permit.getByLabel('例外理由').fill('没有可供执行的财产');
  await permit.getByRole('button', { name: '申请', exact: true }).click();
  await expect(page.getByRole('link', { name: '审批中' })).toBeVisible();
  await shot('permits');
  await goTo(page, '/case-reviews?view="breaches"');
  await expect(page.getByText('应备案而未备案')).toBeVisible();

  await goTo(page, '/litigation?view="deadlines"');
  await expect(page.getByText('诉前保全后起诉')).toBeVisible();
  await shot('sheet');
  await page.getByText('月历', { exact: true }).click();
  await shot('month');

  await goTo(page, '/household/500236012022000262?tab="cases"');
  await expect(page.getByText('已立案待开庭')).toBeVisible();
  await page.getByRole('button', { name: '立案件' }).click();
  const drawer = page.getByRole('dialog', { name: '立案件' });
  await expect(drawer.getByText('已在 AJ000004')).toBeVisible();
  await drawer.getByRole('checkbox', { name: '500236012022000262' }).check();
  await expect(drawer.getByText(/由支行行长负责/)).toBeVisible();
  await shot('open');
  await drawer.getByRole('button', { name: '立案件' }).click();
  await expect(drawer.getByText('这笔贷款已有一件未结的同类案件。')).toBeVisible();
});
