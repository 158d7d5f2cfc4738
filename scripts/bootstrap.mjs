/**
 * Brings a fresh clone to where `npm start`, `npm test` and the command line can run. Runs on any Node >= 20, needs
 * nothing installed, and writes to stderr only, since the command line's stdout belongs to its JSON.
 *
 *   node scripts/bootstrap.mjs             installs dependencies when the lock file or the platform changed
 *   node scripts/bootstrap.mjs --build     also builds out/ when a source changed
 *   node scripts/bootstrap.mjs --browser   also finds or fetches Chromium; its lack is no error here
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fetchChromium } from './fetchChromium.mjs';
import { fail, quietly, ROOT, runTool, say } from './tools.mjs';

const LOCK = join(ROOT, '.bootstrap-lock');
/** A lock without a holder is given up after this time, in milliseconds: no installation takes so long. */
const STALE = 15 * 60_000;

const HOLDER = join(LOCK, 'pid');

const pause = (milliseconds) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

/** True when the process that took the lock is gone, or when nobody can tell and it is too old. */
function abandoned() {
  try {
    process.kill(Number(readFileSync(HOLDER, 'utf8')), 0);
    return false;
  } catch (error) {
    if (error.code === 'ESRCH') return true;
    const taken = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    return Date.now() - taken > STALE;
  }
}

function takeLock() {
  for (;;) {
    try {
      mkdirSync(LOCK);
      writeFileSync(HOLDER, String(process.pid));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (abandoned()) rmSync(LOCK, { recursive: true, force: true });
      else pause(300);
    }
  }
}

/** Runs `work` while no other bootstrap does. The lock goes with the process, however it ends. */
function locked(work) {
  takeLock();
  const release = () => rmSync(LOCK, { recursive: true, force: true });
  process.once('exit', release);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
  try {
    work();
  } finally {
    release();
    process.removeListener('exit', release);
  }
}

/** Does `work` unless the stamp already says `want`; the stamp is written only after it succeeded. */
function stamped(stamp, want, work) {
  const done = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === want;
  if (done()) return;
  locked(() => {
    if (done()) return;
    rmSync(stamp, { force: true });
    work();
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, want);
  });
}

function filesBelow(path) {
  const entry = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (!entry) return [];
  if (entry.isFile()) return [path];
  return readdirSync(join(ROOT, path))
    .sort()
    .flatMap((name) => filesBelow(`${path}/${name}`));
}

function hashOf(paths) {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  for (const file of paths.flatMap(filesBelow)) hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

function install() {
  stamped(join(ROOT, 'node_modules/.bootstrap-stamp'), hashOf(['package-lock.json']), () => {
    say('installing dependencies (npm ci)');
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const npm = process.env.npm_execpath;
    const result = npm?.endsWith('.js')
      ? quietly(process.execPath, [npm, ...args])
      : quietly('npm', args, { shell: process.platform === 'win32' });
    if (result.status !== 0) fail('npm ci did not succeed; see its messages above', result.status ?? 1);
  });
}

/** The stamp lies in out/, so that deleting the build also forgets it. */
function build() {
  const sources = ['electron', 'renderer', 'shared', 'resources', 'electron.vite.config.ts', 'package-lock.json'];
  stamped(join(ROOT, 'out/.build-stamp'), hashOf(sources), () => {
    say('building');
    const result = runTool('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn']);
    if (result.status !== 0) fail('the build did not succeed; see its messages above', result.status ?? 1);
  });
}

const wants = new Set(process.argv.slice(2));
install();
if (wants.has('--build')) build();
if (wants.has('--browser')) await fetchChromium();
