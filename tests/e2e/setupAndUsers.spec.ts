/** First set-up, sign-in and people, through the screens (APP-02, ORG-01, ORG-02). */
import { join } from 'node:path';
import { fillSetup, firstRun, PASSWORD, signIn } from './support/firstRun';
import { answerDialogs, expect, test } from './support/launch';

const next = { name: '下一步', exact: true } as const;

test('APP-02 a first run sets up a branch, shows the recovery code once and leads to sign-in', async ({
  app,
  page,
  userData,
}) => {
  await answerDialogs(app, { open: join(userData, 'branch') });
  await page.getByRole('button', { name: '选择文件夹' }).click();
  await expect(page.getByLabel('数据文件夹')).toHaveValue(join(userData, 'branch'));
  await fillSetup(page, join(userData, 'branch'));

  // Back and forth: what was typed is still there.
  await page.getByRole('button', { name: '上一步' }).click();
  await page.getByRole('button', { name: '上一步' }).click();
  await page.getByRole('button', { name: '上一步' }).click();
  await expect(page.getByLabel('支行全称')).toHaveValue('奉节县某支行');
  await expect(page.getByLabel('第 5 个机构名称')).toHaveValue('云台分理处');
  for (let step = 0; step < 3; step++) await page.getByRole('button', next).click();
  await expect(page.getByText('王经办（wang） 经办员')).toBeVisible();

  await page.getByRole('button', { name: '建立数据文件夹' }).click();
  const halves = page.locator('.qs-recovery-half code');
  await expect(halves).toHaveCount(2);
  await expect(halves.first()).toHaveText(/^[0-9A-Z]{4}(-[0-9A-Z]{4})+$/);
  const onward = page.getByRole('button', { name: '前往登录' });
  await expect(onward).toBeDisabled();
  await page.getByRole('checkbox').check();
  await onward.click();
  await signIn(page, 'wang');
  await expect(page.getByText('王经办')).toBeVisible();
});

test('a folder that is no place for data is refused with the way out, and nothing typed is lost', async ({
  page,
  userData,
}) => {
  await page.getByLabel('数据文件夹').fill('\\\\server\\share');
  await page.getByRole('button', next).click();
  await expect(page.getByRole('alert')).toContainText('不能把数据放在网络共享文件夹');
  // The folder of the program itself is not empty: found out when it is made, repaired on the first step.
  await fillSetup(page, userData);
  await page.getByRole('button', { name: '建立数据文件夹' }).click();
  await expect(page.getByRole('alert')).toContainText('文件夹不是空的');
  await page.getByRole('button', { name: '返回修改' }).click();
  await page.getByLabel('数据文件夹').fill(join(userData, 'branch'));
  for (let step = 0; step < 4; step++) await page.getByRole('button', next).click();
  await page.getByRole('button', { name: '建立数据文件夹' }).click();
  await expect(page.getByText('数据文件夹已建立')).toBeVisible();
});

test('units can be pasted as lines of a table; Enter moves from field to field', async ({ page, userData }) => {
  await page.getByLabel('数据文件夹').fill(join(userData, 'branch'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', next)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('支行全称')).toBeFocused();
  await page.getByRole('button', { name: '添加机构' }).click();
  await page.getByLabel('第 1 个机构名称').evaluate((field) => {
    const data = new DataTransfer();
    data.setData('text/plain', '青石分理处\t青石\n红岩分理处\t红岩');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(page.getByLabel('第 2 个机构名称')).toHaveValue('红岩分理处');
  await expect(page.getByLabel('第 2 个机构简称')).toHaveValue('红岩');
});

test('APP-02 a wrong name and a wrong password are answered alike; lock and unlock keep the page', async ({
  page,
  userData,
}) => {
  await firstRun(page, userData);
  await page.getByRole('link', { name: '数据导入' }).click();
  await page.getByLabel('文件路径').fill('D:\\导出\\贷款.xlsx');
  await page.keyboard.press('Control+L');
  await signIn(page, 'wang', 'wrong');
  await expect(page.getByRole('alert')).toContainText('工号或密码不正确');
  await expect(page.getByLabel('密码', { exact: true })).toBeFocused();
  await signIn(page, 'nobody', 'wrong');
  await expect(page.getByRole('alert')).toContainText('工号或密码不正确');
  await page.getByRole('button', { name: '返回解锁' }).click();
  await signIn(page, 'wang');
  await expect(page.getByLabel('文件路径')).toHaveValue('D:\\导出\\贷款.xlsx');
});

test('ORG-02 the administrator adds a unit and a person, who then signs in with her own rights', async ({
  page,
  userData,
}) => {
  await firstRun(page, userData, 'admin');
  await page.getByRole('link', { name: '用户与权限' }).click();
  await page.getByRole('tab', { name: '机构' }).click();
  await page.getByRole('button', { name: '新增机构' }).click();
  await page.getByLabel('机构名称').fill('长滩分理处');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已新增机构长滩分理处')).toBeVisible();
  await expect(page.getByRole('grid', { name: '机构' })).toContainText('长滩分理处');

  await page.getByRole('tab', { name: '用户' }).click();
  await page.keyboard.press('Control+N');
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('姓名').fill('赵稽核');
  await drawer.getByLabel('工号').fill('wang');
  await drawer.getByLabel('临时密码').fill('weak');
  await drawer.getByLabel('再次输入').fill('weak');
  await drawer.getByRole('checkbox', { name: /稽核员/ }).check();
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(drawer.getByText('密码过于简单，请按规则填写')).toBeVisible();
  await drawer.getByLabel('临时密码').fill(PASSWORD);
  await drawer.getByLabel('再次输入').fill(PASSWORD);
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(drawer.getByRole('alert')).toContainText('已有相同工号的用户');
  await drawer.getByLabel('工号').fill('zhao');
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('grid', { name: '用户' })).toContainText('赵稽核');

  await page.keyboard.press('Control+L');
  await signIn(page, 'zhao');
  await page.getByRole('link', { name: '用户与权限' }).click();
  await expect(page.getByRole('grid', { name: '用户' })).toContainText('李管理');
  await expect(page.getByRole('button', { name: '新增用户' })).toBeHidden();
  await page.getByRole('link', { name: '数据导入' }).click();
  await expect(page.getByRole('grid', { name: '导入记录' })).toBeVisible();
  await expect(page.getByRole('button', { name: '选择文件' })).toBeHidden();
});
