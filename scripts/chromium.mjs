/** Where a Chromium lies that the end-to-end specs and the stand-in can drive, or null. */
import { existsSync } from 'node:fs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** `QINGSHOU_CHROMIUM` wins, then the system's browser, then the one Playwright fetched for itself. */
export async function findChromium() {
  const named = process.env.QINGSHOU_CHROMIUM;
  if (named) return existsSync(named) ? named : null;
  const found = PLACES.find(existsSync);
  if (found) return found;
  const playwright = await import('playwright-core').catch(() => null);
  const own = playwright?.chromium.executablePath();
  return own && existsSync(own) ? own : null;
}
