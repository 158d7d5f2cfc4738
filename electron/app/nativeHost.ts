/** Main-process side of `Host`: dialogs, printing, the file manager, the menu's language. */
import { BrowserWindow, dialog, type OpenDialogOptions, shell } from 'electron';
import type { Host } from '../platform/host';
import { setMenu } from './applicationMenu';
import { printPdf } from './printing';

/** Dialogs belong to the window the person works in, so that they cannot be lost behind it. */
const owner = () => BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];

async function choose(options: OpenDialogOptions): Promise<string | null> {
  const window = owner();
  const result = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  return result.canceled ? null : (result.filePaths[0] ?? null);
}

export function nativeHost(resourcesDir: string): Host {
  return {
    chooseFile: ({ title, filters }) => choose({ title, filters, properties: ['openFile'] }),
    chooseFolder: ({ title }) => choose({ title, properties: ['openDirectory', 'createDirectory'] }),
    async chooseSavePath({ title, defaultName, filters }) {
      const options = { title, defaultPath: defaultName, filters };
      const window = owner();
      const result = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
      return result.canceled || !result.filePath ? null : result.filePath;
    },
    printPdf: ({ title, bytes }) => printPdf(title, bytes),
    showFile: async (path) => shell.showItemInFolder(path),
    setLocale: async (locale) => setMenu(resourcesDir, locale),
    reloadWindows: async () => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.reload();
    },
  };
}
