/**
 * The module `electron` where Electron's binary is missing: the part of it that the application uses, on Chromium.
 * Known gaps: `app://` pages have an https origin; answers are buffered; native dialogs, menus and the printer only
 * keep what they were told (`globalThis.__standin`); dropped files have no path. Real Electron stays the authority.
 */
import { spawnSync } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { protocol } from './addresses.mjs';
import { app } from './app.mjs';
import { visible } from './browser.mjs';
import { ipcMain } from './ipc.mjs';
import { session } from './session.mjs';
import { BrowserWindow, webContents } from './windows.mjs';

/** On a desktop the file dialogs are zenity's where it is installed; otherwise every dialog is cancelled. */
function pick(options, ...flags) {
  const title = `--title=${options.title ?? ''}`;
  const chosen = visible ? spawnSync('zenity', ['--file-selection', title, ...flags], { encoding: 'utf8' }) : null;
  return chosen?.status === 0 ? chosen.stdout.trim() : '';
}

const dialog = {
  async showOpenDialog(...args) {
    const options = args.at(-1);
    const path = pick(options, ...(options.properties?.includes('openDirectory') ? ['--directory'] : []));
    return { canceled: path === '', filePaths: path ? [path] : [] };
  },
  async showSaveDialog(...args) {
    const options = args.at(-1);
    const path = pick(options, '--save', '--confirm-overwrite', `--filename=${options.defaultPath ?? ''}`);
    return { canceled: path === '', filePath: path };
  },
  /** Nobody answers; a box that somebody else can close waits for that. */
  async showMessageBox(...args) {
    const { signal } = args.at(-1);
    if (signal && !signal.aborted) await once(signal, 'abort');
    return { response: 0, checkboxChecked: false };
  },
  showErrorBox: (title, text) => console.error(`${title}\n${text}`),
};

const display = { id: 1, scaleFactor: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } };
const screen = { getPrimaryDisplay: () => display, getAllDisplays: () => [display] };

const menuOf = (template) => ({
  items: template.map((item) => ({ ...item, submenu: item.submenu ? menuOf(item.submenu) : undefined })),
});
let applicationMenu = null;
const Menu = {
  buildFromTemplate: menuOf,
  setApplicationMenu(menu) {
    applicationMenu = menu;
  },
  getApplicationMenu: () => applicationMenu,
};

/** Nobody ever leaves by themselves here: a spec says how long, or emits `lock-screen` and `suspend` as the system would. */
const powerMonitor = Object.assign(new EventEmitter(), { getSystemIdleTime: () => 0 });

const shell = { showItemInFolder: (path) => void globalThis.__standin.shownFiles.push(path) };

export { app, BrowserWindow, dialog, ipcMain, Menu, powerMonitor, protocol, screen, session, shell, webContents };
export default {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  webContents,
};
