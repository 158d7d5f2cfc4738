/** Gets a Chromium where there is none. Without one the unit tests still run, so its lack is said, not thrown. */
import { existsSync } from 'node:fs';
import { findChromium } from './chromium.mjs';
import { quietly, runTool, say } from './tools.mjs';

/** Debian's packages: the browser, and the tool with which tests look at printed pages. */
const PACKAGES = ['chromium', 'poppler-utils'];

function fromDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => quietly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES], { env });
  if (install().status === 0) return;
  // A fresh image has no package lists yet.
  quietly('apt-get', ['update', '-qq'], { env });
  install();
}

/** Returns the path of a Chromium, or null after one line that says what to install. */
export async function fetchChromium() {
  const found = await findChromium();
  if (found) return found;
  const debian = existsSync('/etc/debian_version');
  if (debian && process.getuid?.() === 0) {
    say('installing Chromium (apt-get)');
    fromDebian();
  } else if (!debian) {
    say('fetching Chromium (playwright)');
    runTool('@playwright/test/cli.js', ['install', 'chromium'], { timeout: 300_000 });
  }
  const fetched = await findChromium();
  if (!fetched)
    say(`no Chromium for the end-to-end tests: install ${debian ? `${PACKAGES.join(' ')} with apt` : 'it'}`);
  return fetched;
}
