/**
 * `npm start`: the built application in Electron. Where Electron's binary cannot be had, the same application in
 * Chromium; where there is no screen either, the main job on a fictional branch, with its papers and pictures kept.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fetchChromium } from './fetchChromium.mjs';
import { fail, projectNode, quietly, ROOT, runTool, runVisibly, say, toolPath } from './tools.mjs';

/** Electron's download either starts soon or cannot be made here. Milliseconds. */
const DOWNLOAD_TIME = 120_000;
const TOUR = 'out/tour';

function electronBinary() {
  const pathFile = toolPath('electron/path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(toolPath('electron/dist'), readFileSync(pathFile, 'utf8'));
  return existsSync(binary) ? binary : null;
}

function fetchElectron() {
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return null;
  say("fetching Electron's binary");
  runTool('electron/install.js', [], { stdio: 'ignore', timeout: DOWNLOAD_TIME });
  return electronBinary();
}

const hasScreen = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

async function inElectron(binary) {
  // Electron runs as plain Node when this is set, as some editors' terminals do.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  // Only root cannot use Chromium's sandbox.
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return runVisibly(binary, [...root, ROOT, ...process.argv.slice(2)], env);
}

async function inChromium() {
  say("Electron's binary is not here and cannot be fetched: opening the same program in Chromium");
  if (!(await fetchChromium())) return 3;
  const launcher = join(ROOT, 'tests/e2e/host/launch.mjs');
  const env = { ...process.env, STANDIN_VISIBLE: '1' };
  return runVisibly(projectNode(), [launcher, ROOT, ...process.argv.slice(2)], env);
}

async function tour() {
  say('no screen and no Electron: doing the main job on a fictional branch in a hidden Chromium');
  if (!(await fetchChromium())) return 3;
  const args = [toolPath('@playwright/test/cli.js'), 'test', '--config', 'tests/e2e/tour.config.ts'];
  const code = await runVisibly(projectNode(), args, { ...process.env, QINGSHOU_TOUR: join(ROOT, TOUR) });
  if (code === 0) say(`the paper (PDF) and the pictures of each step are in ${join(ROOT, TOUR)}`);
  return code;
}

if (quietly(projectNode(), [join(ROOT, 'scripts/bootstrap.mjs'), '--build']).status !== 0) fail('not built');
const binary = electronBinary() ?? fetchElectron();
if (hasScreen()) process.exitCode = await (binary ? inElectron(binary) : inChromium());
else process.exitCode = await tour();
