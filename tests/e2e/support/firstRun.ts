/** The first set-up through its own screens, and signing in: where most specs begin. */
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';

export const PASSWORD = 'Qingshou-2026';
export const UNITS = ['青石分理处', '红岩分理处', '白水分理处', '金坪分理处', '云台分理处'] as const;

const next = (page: Page) => page.getByRole('button', { name: '下一步', exact: true });

async function fillPerson(page: Page, region: string, person: { display: string; name: string }): Promise<void> {
  const fields = page.getByRole('region', { name: region });
  await fields.getByLabel('姓名').fill(person.display);
  await fields.getByLabel('工号').fill(person.name);
  await fields.getByLabel('初始密码').fill(PASSWORD);
  await fields.getByLabel('再次输入').fill(PASSWORD);
}

/** Walks through the assistant up to its summary; `folder` is new. Users: admin (administrator), wang (clerk). */
export async function fillSetup(page: Page, folder: string): Promise<void> {
  await page.getByLabel('数据文件夹').fill(folder);
  await next(page).click();
  await page.getByLabel('支行全称').fill('奉节县某支行');
  await page.getByPlaceholder('如 奉支').fill('奉支');
  // What court papers name.
  const bank = page.getByRole('region', { name: '支行', exact: true });
  for (const [label, said] of [
    ['信用代码', '91500236MA00000158'],
    ['地址', '奉节县某街1号'],
    ['姓名', '何某某'],
    ['职务，如 行长', '行长'],
  ] as const)
    await bank.getByLabel(label, { exact: true }).fill(said);
  for (const [index, name] of UNITS.entries()) {
    await page.getByRole('button', { name: '添加机构' }).click();
    await page.getByLabel(`第 ${index + 1} 个机构名称`).fill(name);
  }
  await next(page).click();
  await expect(page.getByText('奉支论字〔')).toBeVisible();
  await next(page).click();
  await fillPerson(page, '系统管理员', { display: '李管理', name: 'admin' });
  await fillPerson(page, '第一位业务用户', { display: '王经办', name: 'wang' });
  await next(page).click();
}

/** What `signIn` puts in the place of a temporary password. */
export const OWN_PASSWORD = 'Qingshou-2027';
const changed = new WeakMap<Page, Set<string>>();

/** The card before the frame, up to sending it off: unlocks, or signs in, as another person where somebody else locked. */
export async function typeCredentials(page: Page, name: string, password: string): Promise<void> {
  await expect(page.getByRole('button', { name: /^(登录|解锁)$/ })).toBeVisible();
  const locked = page.locator('.qs-gate-person');
  if ((await locked.count()) > 0 && !(await locked.textContent())?.includes(`（${name}）`))
    await page.getByRole('button', { name: '换人登录' }).click();
  if ((await locked.count()) === 0) await page.getByLabel('工号').fill(name);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
}

/** A temporary password becomes his own before anything else. */
export async function setOwnPassword(page: Page, temporary: string, own = OWN_PASSWORD): Promise<void> {
  await page.getByLabel('临时密码').fill(temporary);
  await page.getByLabel('新密码').fill(own);
  await page.getByLabel('再次输入').fill(own);
  await page.getByRole('button', { name: '修改密码' }).click();
}

/** Signs in with the password of the tests and sets an own one where that is asked for; a given password is only tried. */
export async function signIn(page: Page, name: string, password?: string): Promise<void> {
  const own = changed.get(page) ?? new Set();
  changed.set(page, own);
  await typeCredentials(page, name, password ?? (own.has(name) ? OWN_PASSWORD : PASSWORD));
  if (password !== undefined) return;
  const frame = page.getByRole('navigation', { name: '模块' });
  const card = page.getByRole('heading', { name: '请设置您自己的密码' });
  // A password is slow to try on purpose; on a busy machine two of them take their time.
  const slowly = expect.configure({ timeout: 30_000 });
  await slowly(card.or(frame)).toBeVisible();
  if (!(await card.isVisible())) return;
  await setOwnPassword(page, PASSWORD);
  own.add(name);
  await slowly(frame).toBeVisible();
}

/** A fresh branch with the clerk signed in. */
export async function firstRun(page: Page, userData: string, user = 'wang'): Promise<void> {
  await fillSetup(page, join(userData, 'branch'));
  await page.getByRole('button', { name: '建立数据文件夹' }).click();
  await page.getByRole('checkbox', { name: /两半都已抄写/ }).check();
  await page.getByRole('button', { name: '前往登录' }).click();
  await signIn(page, user);
  await expect(page.getByRole('navigation', { name: '模块' })).toBeVisible();
}
