/** Main-process side of `Host`: dialogs, printing, the file manager, the menu's language. */
import { BrowserWindow, dialog, type OpenDialogOptions, shell, type WebContents } from 'electron';
import type { Host } from '../platform/host';
import { setMenu } from './applicationMenu';
import { printPdf } from './printing';
import { isOwnPage } from './security/urls';

/** Dialogs belong to the window the person works in, so that they cannot be lost behind it. */
const owner = () => BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];

async function choose(options: OpenDialogOptions): Promise<string | null> {
  const window = owner();
  const result = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  return result.canceled ? null : (result.filePaths[0] ?? null);
}

/** Throws a page away even when it would ask about unsaved text: what could be saved is saved by now. */
function reloadUnasked(page: WebContents): void {
  const allow = (event: { preventDefault(): void }) => event.preventDefault();
  page.on('will-prevent-unload', allow);
  page.once('did-finish-load', () => page.off('will-prevent-unload', allow));
  page.reload();
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
      const pages = BrowserWindow.getAllWindows().map((window) => window.webContents);
      // A paper on its way to the printer is not a page; reloaded, it would be gone.
      for (const page of pages) if (isOwnPage(page.getURL())) reloadUnasked(page);
    },
  };
}
