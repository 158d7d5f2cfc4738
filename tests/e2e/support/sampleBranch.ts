/** A branch with the sample lists in it, made by the command line once per worker; every test gets its own copy. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { PASSWORD } from './firstRun';
import { test as base, ROOT } from './launch';

export const SAMPLES = join(ROOT, 'tests/fixtures/samples');
export const LOANS = '贷款五级分类明细表_202610.xlsx';
export const RECEIPTS = '收回流水_202610.csv';
const LISTS = [
  LOANS,
  '表外不良贷款台账.csv',
  '担保人清单.xlsx',
  '抵质押物清单.xlsx',
  RECEIPTS,
  '五级分类月末_历史.csv',
];

/** 王某某: one loan on credit, paid back in instalments; one debtor, nothing pledged. */
export const CREDIT_LOAN = { contract: '500236042014000004', borrower: '王某某' } as const;

const SETUP = {
  bank: {
    name: '奉节县某支行',
    creditCode: '91500236MA00000158',
    address: '奉节县某街1号',
    phone: '023-56000000',
    principal: { name: '何某某', title: '行长' },
    account: { name: '奉节县某支行', number: '6230000000000000001', bank: '奉节县某支行' },
  },
  mark: '奉支',
  units: [{ name: '青石分理处' }],
  users: [
    { name: 'wang', display: '王经办', roles: ['clerk'], passwordFile: 'password' },
    { name: 'shen', display: '沈稽核', roles: ['auditor'], passwordFile: 'password' },
    { name: 'hang', display: '杭行长', roles: ['branch-head'], passwordFile: 'password' },
    { name: 'dang', display: '党档案', roles: ['archivist'], passwordFile: 'password' },
  ],
};

function qingshou(folder: string, user: string, ...args: string[]): void {
  const common = ['--data', join(folder, 'data'), '--user', user, '--password-file', join(folder, 'password')];
  execFileSync(process.execPath, [join(ROOT, 'out/main/cli.js'), ...args, ...common], {
    stdio: 'pipe',
    env: { ...process.env, XDG_CONFIG_HOME: join(folder, 'own') },
  });
}

function makeBranch(folder: string, lists: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'password'), PASSWORD);
  writeFileSync(join(folder, 'setup.json'), JSON.stringify(SETUP));
  const recovery = join(folder, 'recovery.txt');
  qingshou(folder, 'admin', 'init', '--setup', join(folder, 'setup.json'), '--recovery-out', recovery);
  for (const list of lists)
    qingshou(folder, 'wang', 'import', resolve(SAMPLES, list), '--accept-warnings', '--create-units');
}

interface WorkerFixtures {
  /** Which sample files, or lists with their whole path, the branch has imported; all samples unless a spec says otherwise. */
  lists: readonly string[];
  branch: string;
}

export const test = base.extend<object, WorkerFixtures>({
  lists: [LISTS, { option: true, scope: 'worker' }],
  branch: [
    async ({ lists }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'qingshou-branch-'));
      makeBranch(folder, lists);
      await use(join(folder, 'data'));
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  dataFolder: async ({ branch }, use) => {
    const copy = mkdtempSync(join(tmpdir(), 'qingshou-copy-'));
    cpSync(branch, copy, { recursive: true });
    await use(copy);
    rmSync(copy, { recursive: true, force: true, maxRetries: 5 });
  },
});

/** Goes to an address inside the application, e.g. `/household/H000009`. */
export const goTo = (page: Page, address: string): Promise<void> =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, address);
