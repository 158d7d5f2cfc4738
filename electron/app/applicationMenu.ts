/** Puts the menu of a language on the application, and keeps the words of that language for what else is said here. */
import { present } from '@shared/kernel/assert';
import { app, Menu } from 'electron';
import type { Locale } from '../platform/host';
import { menuTemplate, readLabels, type ShellLabels } from './menu';

let labels: ShellLabels | null = null;

/** Of the language in use; call `setMenu` first. */
export const labelsInUse = (): ShellLabels => present(labels, 'the menu was set');

export function setMenu(resourcesDir: string, locale: Locale): void {
  labels = readLabels(resourcesDir, locale);
  const template = menuTemplate(labels, app.isPackaged);
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
