/** The shell from outside: the wall around the page, one instance, and the line to the core. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { answerDialogs, EXECUTABLE, expect, launch, ROOT, test } from './support/launch';

const UNKNOWN = JSON.stringify({ i: '1', p: { u: '/no/such/procedure' } });

/** Sends raw messages on a fresh port as the client does; resolves to the first answer, or to `silent`. */
function exchange(page: Page, ...messages: string[]): Promise<string> {
  return page.evaluate((texts) => {
    const { port1, port2 } = new MessageChannel();
    window.postMessage('rpc-connect', '*', [port2]);
    for (const text of texts) port1.postMessage(text);
    return new Promise<string>((resolve) => {
      port1.onmessage = (event) => resolve(String(event.data));
      setTimeout(() => resolve('silent'), 2000);
    });
  }, messages);
}

test('APP-01 the window opens at its default size with a minimum, and shows the page', async ({ app, page }) => {
  await expect(page.locator('#root > *').first()).toBeVisible();
  const window = await app.browserWindow(page);
  const { bounds, minimum } = await window.evaluate((w) => ({ bounds: w.getBounds(), minimum: w.getMinimumSize() }));
  expect(minimum).toEqual([1024, 560]);
  expect([bounds.width, bounds.height]).toEqual([1366, 768]);
});

test('R17 the page is served with a strict policy and runs nothing inline', async ({ page }) => {
  const headers = await page.evaluate(async () => Object.fromEntries((await fetch(location.href)).headers));
  expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.head.append(script);
    return 'inlineRan' in window;
  });
  expect(ran).toBe(false);
});

test('R17 the page has no Node, no Electron and nothing of the preload', async ({ page }) => {
  const found = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in window),
  );
  expect(found).toEqual([]);
});

test('R17 files outside the renderer are not served', async ({ page }) => {
  const statuses = await page.evaluate(async () => {
    const paths = ['/../main/main.js', '/%2e%2e/main/main.js', '/..%5cmain%5cmain.js', '/.hidden.js', '/none.js'];
    return Promise.all(paths.map(async (path) => (await fetch(path)).status));
  });
  expect(statuses.every((status) => status === 404)).toBe(true);
  expect(await page.evaluate(async () => (await fetch('/__print/unknown')).status)).toBe(404);
});

test('R17 navigation and new windows are denied', async ({ app, page }) => {
  const before = page.url();
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = '/other/page.html';
    document.body.append(link);
    link.click();
  });
  await page.evaluate(() => void window.open('/index.html'));
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await expect.poll(() => app.windows().length).toBe(1);
  expect(page.url()).toBe(before);
});

test('R17 permissions are denied, and no request leaves the program', async ({ page }) => {
  const outcome = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone'] as const;
    const states = names.map(async (name) => (await navigator.permissions.query({ name: name as never })).state);
    const request = fetch('https://example.com/').then(
      () => 'answered',
      () => 'refused',
    );
    return { states: await Promise.all(states), request: await request };
  });
  expect(outcome.states).toEqual(['denied', 'denied', 'denied', 'denied']);
  expect(outcome.request).toBe('refused');
});

test('a port handed over reaches the core; a malformed message ends that line and no other', async ({ page }) => {
  expect(JSON.parse(await exchange(page, UNKNOWN))).toMatchObject({ i: '1', p: { s: 404 } });
  expect(await exchange(page, 'not json', UNKNOWN)).toBe('silent');
  expect(await exchange(page, JSON.stringify({ i: '1', p: { u: 'http://elsewhere/' } }), UNKNOWN)).toBe('silent');
  expect(await exchange(page, UNKNOWN)).toContain('404');
});

test('a reloaded page gets a new line', async ({ page }) => {
  await page.reload();
  expect(await exchange(page, UNKNOWN)).toContain('404');
});

test('dialogs can be answered by a test, and the menu has no developer path for people', async ({ app, page }) => {
  await expect(page.locator('#root')).toBeAttached();
  await answerDialogs(app, { open: '/data/loans.xlsx', save: null });
  const [opened, saved] = await app.evaluate(async ({ dialog }) => [
    await dialog.showOpenDialog({}),
    await dialog.showSaveDialog({}),
  ]);
  expect(opened).toEqual({ canceled: false, filePaths: ['/data/loans.xlsx'] });
  expect(saved.canceled).toBe(true);
  const labels = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label));
  expect(labels).toEqual(['文件', '编辑', '视图']);
});

test('a second start on the same folder gives way to the first', async ({ app, page, userData }) => {
  await expect(page.locator('#root')).toBeAttached();
  const knocked = app.evaluate(
    ({ app: electronApp }) => new Promise((resolve) => electronApp.once('second-instance', () => resolve('knocked'))),
  );
  const second = spawn(EXECUTABLE, [ROOT, `--user-data-dir=${userData}`], { stdio: 'ignore' });
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  expect(await knocked).toBe('knocked');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('closing ends the program cleanly and remembers the window', async ({ userData }) => {
  const app = await launch(userData);
  await (await app.firstWindow()).waitForURL(/app[:.]/);
  const ended = new Promise<number | null>((resolve) => app.process().once('exit', resolve));
  await app.close();
  expect(await ended).toBe(0);
  expect(existsSync(join(userData, 'window.json'))).toBe(true);
});
