/** The one Chromium behind all windows of a run. Hidden unless `STANDIN_VISIBLE` is set. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../../../scripts/chromium.mjs';

export const visible = Boolean(process.env.STANDIN_VISIBLE);

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
];

const profile = mkdtempSync(join(tmpdir(), 'qingshou-chromium-'));
process.on('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 3 }));

async function launch() {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error('stand-in: no Chromium found');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: !visible,
    viewport: null,
    acceptDownloads: false,
    // Only root cannot use Chromium's own sandbox.
    chromiumSandbox: process.getuid?.() !== 0,
    args: visible ? [...FLAGS, '--app=about:blank'] : FLAGS,
    ignoreDefaultArgs: ['--enable-automation'],
  });
  const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  const version = await (await fetch(`http://127.0.0.1:${port}/json/version`)).json();
  // Playwright waits for this line, as Electron prints it.
  process.stderr.write(`DevTools listening on ${version.webSocketDebuggerUrl}\n`);
  return context;
}

let context;

/** Playwright's browser context; Chromium starts when it is first asked for. */
export function openBrowser() {
  context ??= launch().catch((error) => {
    console.error(String(error));
    process.exit(3);
  });
  return context;
}

export async function closeBrowser() {
  await (await context)?.close();
}

/** The page that Chromium opened by itself becomes the first window. */
let first = true;
export async function newPage() {
  const pages = await openBrowser();
  const [blank] = pages.pages();
  const reuse = first && blank;
  first = false;
  return reuse ? blank : pages.newPage();
}
