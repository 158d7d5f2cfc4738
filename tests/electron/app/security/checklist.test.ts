/** R17: Electron's twenty items, one test each. The windows' side is tested end to end in tests/e2e/shell.spec.ts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CHECKLIST } from '../../../../electron/app/security/checklist';
import { CONTENT_SECURITY_POLICY, contentType } from '../../../../electron/app/security/contentPolicy';
import {
  isTrustedSender,
  mayNavigate,
  mayPrintFrameNavigate,
  mayRequest,
  permission,
  windowOpen,
} from '../../../../electron/app/security/decisions';
import { printUrl, SCHEME, SCHEME_PRIVILEGES, START_URL } from '../../../../electron/app/security/urls';
import {
  mainWebPreferences,
  PRINT_WEB_PREFERENCES,
  SWITCHES,
  WEB_PREFERENCES,
} from '../../../../electron/app/security/webPreferences';
import { printFigure } from '../../../support/figure';
import { occurrences } from './source';

const ROOT = join(import.meta.dirname, '../../../..');
const everyWindow = [mainWebPreferences('/preload.cjs', true), PRINT_WEB_PREFERENCES, WEB_PREFERENCES];

const csp = new Map(
  CONTENT_SECURITY_POLICY.split('; ').map((directive) => {
    const [name = '', ...values] = directive.split(' ');
    return [name, values] as const;
  }),
);

/** One check for each item of the list, in its order. */
const CHECKS: readonly (() => void)[] = [
  function onlySecureContent() {
    expect(SCHEME_PRIVILEGES.secure).toBe(true);
    expect(SCHEME_PRIVILEGES).not.toHaveProperty('bypassCSP');
    for (const url of ['http://a/', 'https://a/', 'ws://a/', 'wss://a/', 'ftp://a/', 'file:///etc/passwd', 'x'])
      expect(mayRequest(url)).toBe(false);
    expect(mayRequest(START_URL)).toBe(true);
  },
  function noNode() {
    for (const window of everyWindow)
      expect(window).toMatchObject({
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
      });
  },
  function contextIsolation() {
    for (const window of everyWindow) expect(window.contextIsolation).toBe(true);
  },
  function sandbox() {
    for (const window of everyWindow) expect(window.sandbox).toBe(true);
    expect(occurrences('app.enableSandbox()')).toEqual(['electron/app/security/harden.ts']);
  },
  function permissions() {
    expect(permission()).toBe(false);
    for (const setter of ['setPermissionRequestHandler', 'setPermissionCheckHandler', 'setDevicePermissionHandler'])
      expect(occurrences(setter)).toEqual(['electron/app/security/harden.ts']);
  },
  function webSecurity() {
    for (const window of everyWindow) expect(window.webSecurity).toBe(true);
  },
  function contentSecurityPolicy() {
    expect(csp.get('default-src')).toEqual(["'none'"]);
    expect(csp.get('script-src')).toEqual(["'self'"]);
    for (const name of ['frame-src', 'object-src', 'base-uri', 'form-action', 'frame-ancestors'])
      expect(csp.get(name)).toEqual(["'none'"]);
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-eval|https?:|\*/);
  },
  function noInsecureContent() {
    for (const window of everyWindow) expect(window.allowRunningInsecureContent).toBe(false);
  },
  function noExperiments() {
    for (const window of everyWindow) expect(window.experimentalFeatures).toBe(false);
  },
  function noBlinkFeatures() {
    for (const window of everyWindow) expect(window).not.toHaveProperty('enableBlinkFeatures');
    expect(SWITCHES.map(([name]) => name)).not.toContain('enable-blink-features');
  },
  function noPopups() {
    expect(occurrences('allowpopups')).toEqual([]);
  },
  function noWebviews() {
    for (const window of everyWindow) expect(window.webviewTag).toBe(false);
    expect(occurrences("'will-attach-webview'")).toEqual(['electron/app/security/harden.ts']);
  },
  function navigation() {
    expect(mayNavigate(START_URL, START_URL)).toBe(true);
    expect(mayNavigate(`${START_URL}#/a`, `${START_URL}#/b`)).toBe(true);
    const others = ['app://main/other.html', 'app://other/index.html', 'https://a/', 'file:///a', 'javascript:1', ''];
    for (const url of [...others, printUrl('t')]) expect(mayNavigate(START_URL, url)).toBe(false);
    expect(mayNavigate('https://a/', 'https://a/')).toBe(false);
    expect(mayPrintFrameNavigate('https://a/')).toBe(false);
    expect(mayPrintFrameNavigate(START_URL)).toBe(false);
  },
  function newWindows() {
    expect(windowOpen()).toEqual({ action: 'deny' });
    expect(occurrences('setWindowOpenHandler')).toEqual(['electron/app/security/harden.ts']);
  },
  function openExternal() {
    for (const call of ['openExternal', 'openPath']) expect(occurrences(call)).toEqual([]);
  },
  function currentElectron() {
    const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(Number(devDependencies.electron.split('.')[0])).toBeGreaterThanOrEqual(45);
  },
  function senders() {
    expect(isTrustedSender({ url: START_URL, isMainFrame: true })).toBe(true);
    expect(isTrustedSender({ url: START_URL, isMainFrame: false })).toBe(false);
    for (const url of [
      'https://main/',
      'app://evil/index.html',
      'app://main@evil/',
      'app://u@main/',
      printUrl('t'),
      '',
    ])
      expect(isTrustedSender({ url, isMainFrame: true })).toBe(false);
    expect(isTrustedSender(null)).toBe(false);
  },
  function noFileProtocol() {
    expect(SCHEME).toBe('app');
    expect(occurrences('loadFile(')).toEqual([]);
    expect(occurrences('.loadURL(')).toEqual(['electron/app/printing.ts', 'electron/app/window.ts']);
    expect(contentType('a.exe')).toBeNull();
  },
  function fuses() {
    // Their values: tests/architecture/electronBuilder.test.ts.
    expect(readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')).toContain('electronFuses:');
  },
  function nothingExposed() {
    expect(occurrences('contextBridge')).toEqual([]);
    expect(occurrences('exposeInMainWorld')).toEqual([]);
  },
];

let checked = 0;
afterAll(() => {
  printFigure({ id: 'R17', done: checked, of: CHECKLIST.length, what: "items of Electron's list checked", bad: 0 });
});

describe("R17 Electron's security list", () => {
  it('has twenty items, each with a check', () => {
    expect(CHECKLIST.map(({ item }) => item)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(CHECKS).toHaveLength(20);
  });

  it.each(CHECKLIST)('item $item: $title', ({ item }) => {
    CHECKS[item - 1]?.();
    checked += 1;
  });
});

describe('R17 nothing bypasses the policy', () => {
  it('it holds before the app is ready, with a window and without', () => {
    expect(occurrences('hardenApp();')).toEqual(['electron/app/lifecycle.ts', 'electron/main.ts']);
    expect(occurrences('hardenSession(session.defaultSession)')).toEqual(['electron/app/lifecycle.ts']);
  });

  it('windows are made in two files only, both from the same preferences', () => {
    expect(occurrences('new BrowserWindow(')).toEqual(['electron/app/printing.ts', 'electron/app/window.ts']);
    expect(occurrences('new WebContentsView(')).toEqual([]);
    expect(occurrences('webPreferences: {')).toEqual(['electron/app/printing.ts']);
  });

  it('pages are listened to in one place', () => {
    expect(occurrences('ipcMain.')).toEqual(['electron/app/lifecycle.ts']);
    expect(occurrences('ipcRenderer.')).toEqual(['electron/preload/preload.ts']);
  });

  it('only the shell imports electron', () => {
    const allowed = /^electron\/(app|preload|platform)\/|^electron\/main\.ts$/;
    expect(occurrences("from 'electron'").filter((file) => !allowed.test(file))).toEqual([]);
  });
});
