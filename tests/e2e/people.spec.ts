/** People and trust through the window: temporary passwords, forgotten ones, removal, waits, the lock (APP-02, ORG-02). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import {
  fillSetup,
  firstRun,
  OWN_PASSWORD,
  PASSWORD,
  setOwnPassword,
  signIn,
  typeCredentials,
} from './support/firstRun';
import { expect, prints, SMALL_SCREEN, test } from './support/launch';

const TEMPORARY = 'Zanshi-2026';

const modules = (page: Page) => page.getByRole('navigation', { name: '模块' });
const people = (page: Page) => page.getByRole('grid', { name: '用户' });

// Each password is slow to try on purpose, and most of these try several.
test.describe.configure({ timeout: 180_000 });
const slowly = expect.configure({ timeout: 30_000 });

test.beforeEach(({ page }) => page.setViewportSize(SMALL_SCREEN));

async function openPeople(page: Page): Promise<void> {
  await modules(page).getByRole('link', { name: '用户与权限' }).click();
  await expect(people(page)).toContainText('王经办');
}

async function act(page: Page, person: string, action: string): Promise<void> {
  await people(page)
    .getByRole('button', { name: `${person}：更多操作` })
    .click();
  await page.getByRole('menuitem', { name: action }).click();
}

async function lock(page: Page): Promise<void> {
  await page.keyboard.press('Control+l');
  await slowly(page.getByRole('button', { name: '解锁' })).toBeVisible();
}

/** Everything that an element of the selector says from now on, however briefly. */
async function textsOf(page: Page, selector: string): Promise<() => Promise<string>> {
  await page.evaluate((wanted) => {
    const seen: string[] = [];
    const look = () => seen.push(document.querySelector(wanted)?.textContent ?? '');
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
    Object.assign(window, { seenTexts: seen });
  }, selector);
  return () => page.evaluate(() => (window as unknown as { seenTexts: string[] }).seenTexts.join('\n'));
}

/** Failed sign-ins that the data folder counts. */
function failuresIn(folder: string): number {
  const file = join(folder, 'signin.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).folder.failures : 0;
}

/** Sets up a branch; the recovery code as it was shown. */
async function branchWithCode(page: Page, userData: string): Promise<string[]> {
  await fillSetup(page, join(userData, 'branch'));
  await page.getByRole('button', { name: '建立数据文件夹' }).click();
  const halves = page.locator('.qs-recovery-half code');
  await expect(halves).toHaveCount(2);
  const code = await halves.allTextContents();
  await page.getByRole('checkbox', { name: /两半都已抄写/ }).check();
  await page.getByRole('button', { name: '前往登录' }).click();
  return code;
}

test('ORG-02 a clerk gets a temporary password, must make it her own, and works', async ({ page, userData }) => {
  await firstRun(page, userData, 'admin');
  await openPeople(page);
  await page.keyboard.press('Control+n');
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('姓名').fill('周经办');
  await drawer.getByLabel('工号').fill('zhou');
  await drawer.getByLabel('临时密码').fill(TEMPORARY);
  await drawer.getByLabel('再次输入').fill(TEMPORARY);
  await drawer.getByRole('checkbox', { name: /经办员/ }).check();
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(people(page).getByRole('row', { name: /周经办/ })).toContainText('待改密码');

  // A half-filled form outlives the lock, without its password.
  await page.keyboard.press('Control+n');
  await drawer.getByLabel('姓名').fill('吴经办');
  await drawer.getByLabel('临时密码').fill(TEMPORARY);
  await lock(page);
  await signIn(page, 'admin');
  await page.getByRole('button', { name: '新增用户' }).click();
  await expect(drawer.getByLabel('姓名')).toHaveValue('吴经办');
  await expect(drawer.getByLabel('临时密码')).toHaveValue('');

  await lock(page);
  await typeCredentials(page, 'zhou', TEMPORARY);
  await expect(page.getByRole('heading', { name: '请设置您自己的密码' })).toBeVisible();
  await expect(modules(page)).toBeHidden();
  await setOwnPassword(page, TEMPORARY, 'weak');
  await expect(page.getByText('密码过于简单，请按规则填写')).toBeVisible();
  await setOwnPassword(page, TEMPORARY, TEMPORARY);
  await slowly(page.getByRole('alert')).toContainText('最近三次用过');
  await setOwnPassword(page, TEMPORARY);
  await slowly(modules(page)).toBeVisible();
  await expect(modules(page).getByRole('link', { name: '数据导入' })).toBeVisible();
  await expect(modules(page).getByRole('link', { name: '用户与权限' })).toBeHidden();
});

test('ORG-02 roles of others are changed, his own are not', async ({ page, userData }) => {
  await firstRun(page, userData, 'admin');
  await openPeople(page);
  await act(page, '王经办', '编辑');
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('姓名').fill('王法务');
  await drawer.getByRole('checkbox', { name: /^法律顾问/ }).check();
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(people(page).getByRole('row', { name: /王法务/ })).toContainText('法律顾问');
  await act(page, '李管理', '编辑');
  await expect(drawer.getByText('自己的岗位由另一位管理员修改')).toBeVisible();
  await expect(drawer.getByRole('checkbox', { name: /^法律顾问/ })).toBeDisabled();
});

test('APP-02 a password forgotten is reset by the administrator', async ({ page, userData }) => {
  await firstRun(page, userData, 'admin');
  await openPeople(page);
  await act(page, '王经办', '重置密码');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('临时密码').fill(TEMPORARY);
  await dialog.getByLabel('再次输入').fill(TEMPORARY);
  await dialog.getByRole('button', { name: '重置密码' }).click();
  await slowly(page.getByText('王经办 的密码已重置')).toBeVisible();
  await lock(page);
  await typeCredentials(page, 'wang', PASSWORD);
  await slowly(page.getByRole('alert')).toContainText('工号或密码不正确');
  await page.getByLabel('密码', { exact: true }).fill(TEMPORARY);
  await page.keyboard.press('Enter');
  await setOwnPassword(page, TEMPORARY);
  await slowly(modules(page)).toBeVisible();
});

test('APP-02 a password forgotten by everybody is set anew with both halves of the code', async ({
  app,
  page,
  userData,
}) => {
  const code = await branchWithCode(page, userData);
  await page.getByRole('button', { name: '忘记密码' }).click();
  await page.getByLabel('工号').fill('admin');
  await page.getByLabel('恢复码第 1 半').fill(code[1] ?? '');
  await page.getByLabel('恢复码第 2 半').fill(code[0] ?? '');
  await page.getByLabel('新密码').fill(OWN_PASSWORD);
  await page.getByLabel('再次输入').fill(OWN_PASSWORD);
  await page.getByRole('button', { name: '设置新密码' }).click();
  await slowly(page.getByRole('alert')).toContainText('恢复码不正确');
  // As somebody types from paper: small letters and spaces.
  await page.getByLabel('恢复码第 1 半').fill((code[0] ?? '').toLowerCase().replaceAll('-', ' '));
  await page.getByLabel('恢复码第 2 半').fill(code[1] ?? '');
  await page.getByRole('button', { name: '设置新密码' }).click();
  await slowly(page.getByText('admin 的新密码已生效')).toBeVisible();
  const fresh = await page.locator('.qs-recovery-half code').allTextContents();
  expect(fresh).not.toEqual(code);
  await page.getByRole('button', { name: '打印' }).click();
  await slowly(page.getByText('已发送到打印机')).toBeVisible();
  expect(await prints(app)).toHaveLength(1);
  await page.getByRole('checkbox', { name: /两半都已抄写/ }).check();
  await page.getByRole('button', { name: '前往登录' }).click();
  await typeCredentials(page, 'admin', OWN_PASSWORD);
  await slowly(modules(page)).toBeVisible();
});

test('APP-02 five failures make the next attempt wait, whoever it is, and the wait survives a new page', async ({
  page,
  userData,
}) => {
  await branchWithCode(page, userData);
  const button = page.getByRole('button', { name: '登录' });
  for (let attempt = 0; attempt < 5; attempt++) {
    await typeCredentials(page, 'wang', `wrong ${attempt}`);
    // Each try is written down when it begins, and is over when the button is; the notice of the one before is no sign of it.
    await expect.poll(() => failuresIn(join(userData, 'branch'))).toBe(attempt + 1);
    await expect(button).not.toHaveClass(/loading/);
  }
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  const wait = page.getByRole('button', { name: /^请等待 [01]:\d\d$/ });
  await expect(wait).toBeDisabled();
  await expect(page.getByRole('alert')).toContainText('密码错误次数过多');
  const before = await wait.textContent();
  await expect(wait).not.toHaveText(before ?? '');
  await page.reload();
  await typeCredentials(page, 'wang', PASSWORD);
  await expect(wait).toBeVisible();
});

test('ORG-02 a removed person cannot sign in, the others can', async ({ page, userData }) => {
  await firstRun(page, userData, 'admin');
  await openPeople(page);
  await act(page, '王经办', '移除');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('数据文件夹换用新密钥')).toBeVisible();
  await expect(dialog.getByRole('button', { name: '取消' })).toBeFocused();
  await dialog.getByRole('button', { name: '移除 王经办' }).click();
  await expect(dialog.getByText('请写明理由')).toBeVisible();
  await dialog.getByLabel('移除理由（记入日志）').fill('调离本行');
  const progress = await textsOf(page, '.qs-progress');
  await dialog.getByRole('button', { name: '移除 王经办' }).click();
  await slowly(page.getByText('王经办 已移除，密钥已更换')).toBeVisible();
  expect(await progress()).toContain('复制数据库');
  await expect(people(page).getByRole('row', { name: /王经办/ })).toContainText('已移除');
  await lock(page);
  await typeCredentials(page, 'wang', PASSWORD);
  await slowly(page.getByRole('alert')).toContainText('工号或密码不正确');
  await page.getByRole('button', { name: '返回解锁' }).click();
  await signIn(page, 'admin');
  await slowly(modules(page)).toBeVisible();
  await act(page, '王经办', '重新启用');
  await page.getByRole('dialog').getByLabel('临时密码').fill(TEMPORARY);
  await page.getByRole('dialog').getByLabel('再次输入').fill(TEMPORARY);
  await page.getByRole('dialog').getByRole('button', { name: '重新启用' }).click();
  await expect(people(page).getByRole('row', { name: /王经办/ })).toContainText('待改密码');
});

/** As Windows says it: works with the stand-in and with real Electron. */
const windowsLocked = (app: ElectronApplication) =>
  app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));

test('APP-02 the window locks with Windows; what was typed is for its person only', async ({ app, page, userData }) => {
  await firstRun(page, userData);
  await modules(page).getByRole('link', { name: '数据导入' }).click();
  await page.getByLabel('文件路径').fill('D:\\导出\\贷款.xlsx');
  await windowsLocked(app);
  await slowly(page.getByRole('button', { name: '解锁' })).toBeVisible();
  await expect(page.locator('.qs-gate-person')).toHaveText('王经办（wang）');
  await signIn(page, 'admin');
  await slowly(modules(page)).toBeVisible();
  await expect(page.getByLabel('文件路径')).toBeHidden();
  expect(page.url()).not.toContain('imports');
  await lock(page);
  await signIn(page, 'wang');
  await modules(page).getByRole('link', { name: '数据导入' }).click();
  await expect(page.getByLabel('文件路径')).toHaveValue('D:\\导出\\贷款.xlsx');
});

test("APP-02 minutes until the lock are the folder's; an idle computer locks after them", async ({
  app,
  page,
  userData,
}) => {
  await firstRun(page, userData, 'admin');
  await openPeople(page);
  await page.getByRole('tab', { name: '安全' }).click();
  await page.getByLabel('分钟').fill('2');
  await page.getByRole('region', { name: '空闲锁定' }).getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('空闲 2 分钟后锁定')).toBeVisible();
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 119;
  });
  await page.waitForTimeout(6_000);
  await slowly(modules(page)).toBeVisible();
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 120;
  });
  await slowly(page.getByRole('button', { name: '解锁' })).toBeVisible();
});

test('APP-02 a new recovery code is made on purpose and printed, and in force once it is kept', async ({
  app,
  page,
  userData,
}, testInfo) => {
  await firstRun(page, userData, 'admin');
  await openPeople(page);
  await page.getByRole('tab', { name: '安全' }).click();
  await page.getByRole('button', { name: '生成新恢复码' }).click();
  const sure = page.getByRole('dialog');
  await expect(sure.getByRole('button', { name: '取消' })).toBeFocused();
  await sure.getByRole('button', { name: '生成新恢复码' }).click();
  await expect(page.locator('.qs-recovery-half code').first()).toHaveText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
  await page.getByRole('button', { name: '打印' }).click();
  await slowly(page.getByText('已发送到打印机')).toBeVisible();
  const [sheet] = await prints(app);
  expect(sheet?.title).toBe('数据恢复码保管单');
  await expect(page.getByText('新的恢复码已生成，尚未启用')).toBeVisible();
  // Locked before it was kept: it never came into force, and a next one does.
  await lock(page);
  await signIn(page, 'admin');
  await page.getByRole('tab', { name: '安全' }).click();
  await expect(page.locator('.qs-recovery-half')).toHaveCount(0);
  await page.getByRole('button', { name: '生成新恢复码' }).click();
  await sure.getByRole('button', { name: '生成新恢复码' }).click();
  await page.getByRole('checkbox', { name: /两半都已抄写/ }).check();
  await page.screenshot({ path: testInfo.outputPath('new-code.png') });
  await page.getByRole('button', { name: '启用新恢复码' }).click();
  await slowly(page.getByText('新恢复码已启用')).toBeVisible();
});

test('ORG-02 the table of rights is the declared one; an administrator holds no business right', async ({
  page,
  userData,
}) => {
  await firstRun(page, userData, 'admin');
  await expect(modules(page).getByRole('link', { name: '明细台账' })).toBeHidden();
  // An administrator begins at his own work, not before a closed door.
  await expect(people(page)).toContainText('王经办');
  await openPeople(page);
  await page.getByRole('tab', { name: '权限表' }).click();
  const table = page.getByRole('table', { name: '权限表' });
  await expect(table.getByRole('columnheader')).toHaveCount(14);
  await page.getByRole('combobox', { name: '按岗位筛选' }).click();
  await page.keyboard.type('系统管理员');
  await page.keyboard.press('Enter');
  await expect(table.getByRole('columnheader')).toHaveCount(2);
  await expect(table.getByRole('row', { name: /管理用户/ })).toBeVisible();
  await expect(table.getByRole('row', { name: /查看台账和户档案/ })).toBeHidden();
});

test('APP-02 he changes his own password in the title bar', async ({ page, userData }) => {
  await firstRun(page, userData, 'admin');
  await page.getByRole('button', { name: '李管理的菜单' }).click();
  await page.getByRole('menuitem', { name: '修改密码' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('原密码').fill('Wrong-2026');
  await dialog.getByLabel('新密码').fill(OWN_PASSWORD);
  await dialog.getByLabel('再次输入').fill(OWN_PASSWORD);
  await dialog.getByRole('button', { name: '修改密码' }).click();
  await expect(dialog.getByRole('alert')).toContainText('原密码不正确');
  await dialog.getByLabel('原密码').fill(PASSWORD);
  await dialog.getByRole('button', { name: '修改密码' }).click();
  await slowly(page.getByText('密码已修改')).toBeVisible();
  await lock(page);
  await typeCredentials(page, 'admin', OWN_PASSWORD);
  await slowly(modules(page)).toBeVisible();
});
