/** Puts the menu of a language on the application. */
import { app, Menu } from 'electron';
import type { Locale } from '../platform/host';
import { menuTemplate, readLabels } from './menu';

export function setMenu(resourcesDir: string, locale: Locale): void {
  const template = menuTemplate(readLabels(resourcesDir, locale), app.isPackaged);
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
