/** Court cases by the window: the imported ledger, a case with its gate and deadlines, an act with what it begins, a new case about a household. */
import { signIn } from './support/firstRun';
import { expect, SMALL_SCREEN } from './support/launch';
import { goTo, LOANS, test } from './support/sampleBranch';

test.use({ lists: [LOANS, '表外不良贷款台账.csv', '担保人清单.xlsx', '抵质押物清单.xlsx', '诉讼案件台账.xlsx'] });

test('LIT-04 LIT-06 LIT-07 LIT-13 LIT-15 LIT-16 the ledger, the gate, an act that is judged before it is recorded, fees, reviews, the control sheet', async ({
  page,
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
  await expect(dialog.getByText(/缺少必填内容/).first()).toBeVisible();
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
  await page.getByRole('tab', { name: '费用和回款' }).click();
  await page.getByRole('button', { name: '登记费用' }).click();
  await page.getByLabel('凭证号').fill('00479');
  await page.getByRole('dialog').getByRole('button', { name: '登记费用' }).click();
  await expect(page.getByText('费用已登记')).toBeVisible();
  await shot('money');
  await page.getByRole('tab', { name: '排查和代理' }).click();
  await page.getByRole('button', { name: '登记排查' }).click();
  await page.getByLabel('排查结论').fill('已申请执行，等待法院查控');
  await page.getByRole('dialog').getByRole('button', { name: '登记排查' }).click();
  await expect(page.getByText('排查已登记')).toBeVisible();
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
  await expect(drawer.getByText(/由支行行长负责/)).toBeVisible();
  await shot('open');
  await drawer.getByRole('button', { name: '立案件' }).click();
  await expect(drawer.getByText('这笔贷款已有一件未结的同类案件。')).toBeVisible();
});
