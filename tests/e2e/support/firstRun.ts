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

export async function signIn(page: Page, name: string, password = PASSWORD): Promise<void> {
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible();
  await page.getByLabel('工号').fill(name);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
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
