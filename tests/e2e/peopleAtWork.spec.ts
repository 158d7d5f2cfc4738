/** The lock while somebody works, and what an auditor may do, on the sample branch (APP-02, ORG-02; ui.md §1.4). */
import { signIn } from './support/firstRun';
import { expect, SMALL_SCREEN } from './support/launch';
import { draftReport, field } from './support/reportForm';
import { CREDIT_LOAN, goTo, LOANS, test } from './support/sampleBranch';

test.use({ lists: [LOANS] });

test.beforeEach(({ page }) => page.setViewportSize(SMALL_SCREEN));

test('APP-02 an idle lock while a report is typed: the same page and the text are back', async ({ app, page }) => {
  // Two sign-ins and a paper laid out twice: long on a busy machine.
  test.setTimeout(180_000);
  await signIn(page, 'wang');
  await goTo(page, `/household/${CREDIT_LOAN.contract}`);
  await draftReport(page);
  const court = field(page, '管辖法院');
  await court.fill('奉节县人民');
  // Locked within the two seconds after which drafts are saved by themselves.
  await court.pressSequentially('法院');
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 3_600;
    powerMonitor.emit('suspend');
  });
  await expect(page.getByRole('button', { name: '解锁' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(CREDIT_LOAN.borrower)).toBeHidden();
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 0;
  });
  await signIn(page, 'wang');
  await expect(field(page, '管辖法院')).toHaveValue('奉节县人民法院', { timeout: 30_000 });
});

test('ORG-02 an auditor reads everything and finds nothing to change', async ({ page }) => {
  await signIn(page, 'shen');
  await expect(page.getByText('只读')).toBeVisible();
  await goTo(page, '/ledger');
  await expect(page.getByRole('grid', { name: '明细台账' }).getByRole('row').nth(5)).toBeVisible();
  await expect(page.getByRole('button', { name: /导出/ })).toHaveAttribute('aria-disabled', 'true');
  await goTo(page, `/household/${CREDIT_LOAN.contract}`);
  await expect(page.getByRole('heading', { level: 1, name: CREDIT_LOAN.borrower })).toBeVisible();
  await expect(page.getByRole('button', { name: /起草|诉前论证/ })).toBeHidden();
  await goTo(page, '/imports');
  await expect(page.getByRole('grid', { name: '导入记录' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^撤销/ })).toBeHidden();
  await goTo(page, '/settings/users');
  await expect(page.getByRole('grid', { name: '用户' })).toContainText('王经办');
  await expect(page.getByRole('button', { name: /新增|更多操作/ })).toBeHidden();
  await expect(page.getByRole('tab', { name: '权限表' })).toBeVisible();
  await expect(page.getByRole('tab', { name: '安全' })).toBeHidden();
});
