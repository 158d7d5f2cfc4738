/**
 * Starts the built application for one test: real Electron where its binary is (or where `QINGSHOU_ELECTRON` points),
 * else the stand-in. Specs import `test` and `expect` from here and do not know the difference.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';

export { expect } from '@playwright/test';

export const ROOT = resolve(import.meta.dirname, '../../..');

/** ui.md §1: 1366×768 at 125 %, the smallest screen to design for (CSS px). */
export const SMALL_SCREEN = { width: 1093, height: 574 } as const;

export interface Print {
  title: string;
  url: string;
  /** Base64 of the PDF; empty under real Electron. */
  pdf: string;
}

interface Recorder {
  prints: Print[];
  printAnswer: { success: boolean; reason: string };
  shownFiles: string[];
}

declare global {
  /** What the stand-in, or the recorder put into real Electron, was told to print and show. */
  var __standin: Recorder;
}

function electronBinary(): string | null {
  if (process.env.QINGSHOU_ELECTRON) return process.env.QINGSHOU_ELECTRON;
  // Electron itself needs a screen; the stand-in does not.
  const screen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!screen) return null;
  const electron = join(ROOT, 'node_modules/electron');
  if (!existsSync(join(electron, 'path.txt'))) return null;
  const binary = join(electron, 'dist', readFileSync(join(electron, 'path.txt'), 'utf8'));
  return existsSync(binary) ? binary : null;
}

const binary = electronBinary();

/** What `launch` starts; for specs that look at the process itself. */
export const EXECUTABLE = binary ?? join(ROOT, 'tests/e2e/host/electron');

/** Real Electron must not open the printer's dialog in a test. */
function recordPrints(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ app: electronApp, shell }) => {
    const recorder = { prints: [] as Print[], printAnswer: { success: true, reason: '' }, shownFiles: [] as string[] };
    globalThis.__standin = recorder;
    shell.showItemInFolder = (path) => void recorder.shownFiles.push(path);
    electronApp.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, done) => {
        recorder.prints.push({ title: contents.getTitle(), url: contents.getURL(), pdf: '' });
        done?.(recorder.printAnswer.success, recorder.printAnswer.reason);
      };
    });
  });
}

/** `userData`: the program's own folder; `args`: its switches, e.g. `--data=DIR`. */
export async function launch(userData: string, args: readonly string[] = []): Promise<ElectronApplication> {
  const app = await _electron.launch({
    executablePath: EXECUTABLE,
    args: [ROOT, `--user-data-dir=${userData}`, ...args],
    cwd: ROOT,
  });
  if (binary) await recordPrints(app);
  return app;
}

/** Closes the program as a person does; one that has ended by itself is left alone. */
export async function close(app: ElectronApplication): Promise<void> {
  if (app.process().exitCode === null) await app.close();
}

export interface Fixtures {
  /** Set with `test.use({ dataFolder })`: an existing data folder to open. null: the default place in `userData`. */
  dataFolder: string | null;
  userData: string;
  app: ElectronApplication;
  page: Page;
}

export const test = base.extend<Fixtures>({
  dataFolder: [null, { option: true }],
  // Playwright reads the names in this pattern and linters forbid an empty one: the option stands in.
  userData: async ({ dataFolder: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'qingshou-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  app: async ({ userData, dataFolder }, use, testInfo) => {
    const app = await launch(userData, dataFolder ? [`--data=${dataFolder}`] : []);
    const said: string[] = [];
    app.process().stderr?.on('data', (chunk) => said.push(String(chunk)));
    await use(app);
    await close(app);
    if (testInfo.status !== testInfo.expectedStatus) await testInfo.attach('stderr', { body: said.join('') });
  },
  page: async ({ app }, use) => {
    const page = await app.firstWindow();
    await page.waitForURL(/app[:.]/);
    await use(page);
  },
});

/** What the file dialogs answer from now on; null is a cancelled dialog. */
export function answerDialogs(app: ElectronApplication, paths: { open?: string | null; save?: string | null }) {
  return app.evaluate(({ dialog }, { open, save }) => {
    const opened = { canceled: !open, filePaths: open ? [open] : [] };
    const saved = { canceled: !save, filePath: save ?? '' };
    dialog.showOpenDialog = async () => opened;
    dialog.showSaveDialog = async () => saved;
  }, paths);
}

/** What was sent to the printer so far. */
export function prints(app: ElectronApplication): Promise<Print[]> {
  return app.evaluate(() => globalThis.__standin.prints);
}
