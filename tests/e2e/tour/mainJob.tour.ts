/** The main job with a camera: `npm start` where there is neither a screen nor Electron. Leaves pictures and the paper. */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT, test } from '../support/launch';
import { keep, mainJob } from '../support/mainJob';

const OUT = resolve(process.env.QINGSHOU_TOUR ?? join(ROOT, 'out/tour'));

test('the main job on a fictional branch', async ({ app, page, userData }) => {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  await page.setViewportSize({ width: 1366, height: 768 });
  let taken = 0;
  const step = async (name: string): Promise<void> => {
    taken += 1;
    const file = `${String(taken).padStart(2, '0')} ${name}`.replaceAll(' ', '-');
    // Menus and drawers slide in; a picture wants them at rest.
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(OUT, `${file}.png`) });
  };
  const { pdf } = await mainJob({ app, page, userData, step });
  keep(pdf, OUT, 'report.pdf');
});
