/** The whole first path in the window (LOAN-05, IMP-01, LIT-01, DOC, APP-01). */
import { readFileSync } from 'node:fs';
import { expect, SMALL_SCREEN, test } from './support/launch';
import { mainJob } from './support/mainJob';

test('LIT-01 a new branch imports its lists and prints its first pre-litigation report', async ({
  app,
  page,
  userData,
}) => {
  test.setTimeout(240_000);
  await page.setViewportSize(SMALL_SCREEN);
  const { pdf } = await mainJob({ app, page, userData, step: async () => {} });
  expect(readFileSync(pdf).subarray(0, 5).toString('latin1')).toBe('%PDF-');
});
