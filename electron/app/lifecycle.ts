/** From start to end of a windowed run: one instance, the core, the window, and an orderly close. */
import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, session } from 'electron';
import { faultText } from '../platform/faultText';
import { labelsInUse, setMenu } from './applicationMenu';
import { askToLeave, closeSaying } from './closing';
import { startCore } from './coreThread';
import { watchPresence } from './idleLock';
import { readLabels } from './menu';
import { nativeHost } from './nativeHost';
import { acceptPort } from './portRelay';
import { registerScheme, servePages } from './protocol';
import { hardenApp, hardenSession } from './security/harden';
import { focusWindow, openMainWindow } from './window';

/** Folders of a run. `out`: the built program; `resources`: the files it reads. */
export interface Folders {
  readonly out: string;
  readonly resources: string;
}

/** Exit code for a storage or internal error, the same as on the command line. */
const FAILED = 3;
const DEFAULT_LOCALE = 'zh-CN';

function launchCore(folders: Folders) {
  const data = {
    userDataDir: app.getPath('userData'),
    resourcesDir: folders.resources,
    appVersion: app.getVersion(),
    args: process.argv.slice(1),
  };
  return startCore(join(folders.out, 'main/core.js'), data, nativeHost(folders.resources), (cause) => {
    console.error(cause);
    const labels = readLabels(folders.resources, DEFAULT_LOCALE);
    dialog.showErrorBox(labels.failedTitle, labels.failedText);
    app.exit(FAILED);
  });
}

async function run(folders: Folders): Promise<void> {
  hardenSession(session.defaultSession);
  servePages(session.defaultSession, join(folders.out, 'renderer'));
  setMenu(folders.resources, DEFAULT_LOCALE);
  const core = launchCore(folders);
  ipcMain.on('rpc-port', (event) => acceptPort(event, core.connect));
  watchPresence(core);
  // Windows are gone by now, so the last drafts are in; the core may finish.
  app.on('will-quit', (event) => {
    event.preventDefault();
    const ask = (over: AbortSignal) => askToLeave(labelsInUse(), over);
    closeSaying(core, ask).then((clean) => app.exit(clean ? 0 : FAILED));
  });
  await openMainWindow(join(folders.out, 'preload/preload.cjs'));
}

/** Call before the app is ready. A second start hands over to the first and ends with code 0. */
export function startWindowed(folders: Folders): void {
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  registerScheme();
  hardenApp();
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window) focusWindow(window);
  });
  app.on('window-all-closed', () => app.quit());
  app
    .whenReady()
    .then(() => run(folders))
    .catch((error) => {
      console.error(faultText(error));
      app.exit(FAILED);
    });
}
