/** Prints a finished PDF through the system's dialog: a hidden window shows it, Chromium prints it. */
import { setTimeout as wait } from 'node:timers/promises';
import { BrowserWindow } from 'electron';
import { type PrintOutcome, printOutcome } from './printOutcome';
import { offerPrintDocument } from './protocol';
import { PRINT_WEB_PREFERENCES } from './security/webPreferences';

/** The page has loaded before the PDF viewer inside it has drawn; there is no event for that. Milliseconds. */
const VIEWER_START = 800;

export async function printPdf(title: string, bytes: Uint8Array): Promise<PrintOutcome> {
  const document = offerPrintDocument(bytes);
  const window = new BrowserWindow({ show: false, title, webPreferences: { ...PRINT_WEB_PREFERENCES } });
  try {
    await window.loadURL(document.url);
    await wait(VIEWER_START);
    return await new Promise<PrintOutcome>((resolve) => {
      window.webContents.print({ silent: false, printBackground: true }, (success, reason) =>
        resolve(printOutcome(success, reason)),
      );
    });
  } catch {
    return 'failed';
  } finally {
    document.withdraw();
    window.destroy();
  }
}
