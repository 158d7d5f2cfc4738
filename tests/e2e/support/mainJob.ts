/**
 * The main job as a new user does it, from the first run to the archive: set up a branch, bring its lists in, find a
 * household by two characters of its name, fill the pre-litigation report, look at it, issue, print, find it again.
 */
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { firstRun } from './firstRun';
import { answerDialogs, prints } from './launch';
import { giveReason } from './reasons';
import { draftReport, fillReport, issueReport } from './reportForm';
import { CREDIT_LOAN, SAMPLES } from './sampleBranch';

export interface MainJob {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** Called after each step with its name, e.g. to take a picture. */
  readonly step: (name: string) => Promise<void>;
}

/** Sample files in the order in which they build on each other, with the records that a correct import adds. */
const LISTS = [
  { file: '贷款五级分类明细表_202610.xlsx', added: 295 },
  { file: '表外不良贷款台账.csv', added: 105 },
  { file: '担保人清单.xlsx', added: 382 },
  { file: '抵质押物清单.xlsx', added: 120 },
  { file: '收回流水_202610.csv', added: 492 },
  { file: '科目余额表_202610.xls', added: 60 },
  { file: '五级分类月末_历史.csv', added: 4032 },
] as const;

const result = (page: Page) => page.getByRole('region', { name: '试算结果' });

async function importList(page: Page, list: (typeof LISTS)[number], step: MainJob['step']): Promise<void> {
  await page.getByLabel('文件路径').fill(join(SAMPLES, list.file));
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '下一步', exact: true }).click();
  await step(`columns ${list.file}`);
  await page.getByRole('button', { name: '试算核对' }).click();
  await expect(result(page)).toBeVisible();
  const units = page.getByRole('button', { name: '写入时新建' });
  if (await units.isVisible()) await units.click();
  const accept = page.getByRole('checkbox', { name: /接受/ });
  if (await accept.isVisible()) await accept.check();
  await expect(result(page).getByRole('button', { name: '新增' })).toContainText(list.added.toLocaleString('en'));
  await step(`dry run ${list.file}`);
  await page.getByRole('button', { name: '下一步：写入' }).click();
  await page.getByRole('button', { name: /^写入 [\d,]+ 行$/ }).click();
  await expect(page.getByText('已写入，批次')).toBeVisible({ timeout: 30_000 });
}

async function importAll({ page, step }: MainJob): Promise<void> {
  await page.getByRole('link', { name: '数据导入' }).click();
  for (const [index, list] of LISTS.entries()) {
    if (index > 0) await page.getByRole('button', { name: '导入下一个文件' }).click();
    await importList(page, list, step);
  }
  await step('imported');
}

async function findHousehold({ page, step }: MainJob): Promise<void> {
  await page.getByRole('link', { name: '明细台账' }).click();
  const totals = page.getByRole('region', { name: '台账合计' });
  await expect(totals).toContainText('400 笔');
  await step('ledger');
  await page.getByRole('searchbox', { name: '搜索台账' }).fill('王某');
  await expect(totals).not.toContainText('400 笔');
  const grid = page.getByRole('grid', { name: '明细台账' });
  await grid.getByText(CREDIT_LOAN.contract).click();
  await step('ledger found');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: CREDIT_LOAN.borrower })).toBeVisible();
  await step('household');
}

async function makeReport({ page, step }: MainJob): Promise<void> {
  await draftReport(page);
  await expect(page.getByRole('img', { name: /第 1 页/ })).toBeVisible({ timeout: 30_000 });
  await step('report draft');
  await fillReport(page);
  await step('report filled');
  await issueReport(page, '材料正在调取，先行论证。');
  const heading = page.getByRole('heading', { name: /^奉支论字〔\d{4}〕第0001号$/ });
  await expect(heading).toBeVisible({ timeout: 30_000 });
  await step('report issued');
}

/** Prints, saves a copy, and finds the paper again among the archived ones; the path of the copy. */
async function printAndFind({ app, page, userData, step }: MainJob): Promise<string> {
  await page.keyboard.press('Control+p');
  await giveReason(page, '打印文书', '送领导审签');
  await expect(page.getByText('已发送到打印机')).toBeVisible({ timeout: 20_000 });
  expect(await prints(app)).toHaveLength(1);
  const copy = join(userData, 'report.pdf');
  await answerDialogs(app, { save: copy });
  await page.getByRole('button', { name: '另存 PDF' }).click();
  await giveReason(page, '另存文书', '提交法律顾问审阅');
  await expect.poll(() => existsSync(copy)).toBe(true);
  await page.getByRole('link', { name: '文书档案' }).click();
  await page.getByRole('searchbox').fill('第0001号');
  await expect(
    page.getByRole('grid', { name: '文书档案' }).getByText(CREDIT_LOAN.borrower, { exact: true }),
  ).toBeVisible();
  await step('archive');
  return copy;
}

export async function mainJob(job: MainJob): Promise<{ pdf: string }> {
  await firstRun(job.page, job.userData);
  await job.step('first run');
  await importAll(job);
  await findHousehold(job);
  await makeReport(job);
  return { pdf: await printAndFind(job) };
}

export const keep = (from: string, folder: string, name: string): void => copyFileSync(from, join(folder, name));
