/** The application menu. Small on purpose: the page has its own navigation, the menu gives the keys of the system. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import type { Locale } from '../platform/host';

/** `resources/locales/<locale>/menu.json`. */
export interface ShellLabels {
  file: string;
  quit: string;
  edit: string;
  undo: string;
  redo: string;
  cut: string;
  copy: string;
  paste: string;
  selectAll: string;
  view: string;
  actualSize: string;
  zoomIn: string;
  zoomOut: string;
  fullScreen: string;
  developerTools: string;
  failedTitle: string;
  failedText: string;
  closingTitle: string;
  closingText: string;
  closingDetail: string;
  closingLeave: string;
}

export function readLabels(resourcesDir: string, locale: Locale): ShellLabels {
  return JSON.parse(readFileSync(join(resourcesDir, 'locales', locale, 'menu.json'), 'utf8'));
}

/** No reload and no Ctrl+W: those keys belong to the page. Developer tools only in a checkout. */
export function menuTemplate(labels: ShellLabels, packaged: boolean): MenuItemConstructorOptions[] {
  const developer: MenuItemConstructorOptions[] = packaged
    ? []
    : [{ type: 'separator' }, { role: 'toggleDevTools', label: labels.developerTools }];
  return [
    { label: labels.file, submenu: [{ role: 'quit', label: labels.quit, accelerator: 'CmdOrCtrl+Q' }] },
    {
      label: labels.edit,
      submenu: [
        { role: 'undo', label: labels.undo },
        { role: 'redo', label: labels.redo },
        { type: 'separator' },
        { role: 'cut', label: labels.cut },
        { role: 'copy', label: labels.copy },
        { role: 'paste', label: labels.paste },
        { role: 'selectAll', label: labels.selectAll },
      ],
    },
    {
      label: labels.view,
      submenu: [
        { role: 'resetZoom', label: labels.actualSize },
        { role: 'zoomIn', label: labels.zoomIn },
        { role: 'zoomOut', label: labels.zoomOut },
        { type: 'separator' },
        { role: 'togglefullscreen', label: labels.fullScreen },
        ...developer,
      ],
    },
  ];
}
