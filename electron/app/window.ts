/** The main window: made from the remembered place, shown when painted. */
import { join } from 'node:path';
import { app, BrowserWindow, screen } from 'electron';
import { START_URL } from './security/urls';
import { mainWebPreferences } from './security/webPreferences';
import { MINIMUM, placeWindow, readWindowState, writeWindowState } from './windowState';

/** ui.md §2: the page draws its own title bar of this height (CSS px) where the system overlays its buttons. */
const TITLE_BAR = 36;

const titleBar =
  process.platform === 'win32'
    ? ({ titleBarStyle: 'hidden', titleBarOverlay: { height: TITLE_BAR, color: '#00000000' } } as const)
    : {};

export async function openMainWindow(preload: string): Promise<BrowserWindow> {
  const stateFile = join(app.getPath('userData'), 'window.json');
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  const areas = [primary, ...others].map((display) => display.workArea);
  const { maximized, ...place } = placeWindow(readWindowState(stateFile), areas);
  const window = new BrowserWindow({
    ...place,
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#ffffff',
    ...titleBar,
    webPreferences: mainWebPreferences(preload, app.isPackaged),
  });
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  window.on('close', () =>
    writeWindowState(stateFile, { bounds: window.getNormalBounds(), maximized: window.isMaximized() }),
  );
  await window.loadURL(START_URL);
  return window;
}

/** Brings a window that exists to the front; a second start of the program ends here. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
