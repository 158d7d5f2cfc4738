/** The menu in three languages: the keys of the system, none of the page's, no developer tools for people (APP-04). */
import { join } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate, readLabels } from '../../../electron/app/menu';
import { printOutcome } from '../../../electron/app/printOutcome';
import type { Locale } from '../../../electron/platform/host';

const resources = join(import.meta.dirname, '../../../resources');
const LOCALES: Locale[] = ['zh-CN', 'zh-TW', 'en'];

const flat = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...flat((item.submenu as MenuItemConstructorOptions[] | undefined) ?? [])]);

describe('the application menu', () => {
  it.each(LOCALES)('%s: every entry has its words', (locale) => {
    const items = flat(menuTemplate(readLabels(resources, locale), false));
    expect(items.filter(({ type, label }) => type !== 'separator' && !label)).toEqual([]);
  });

  it('offers editing, zoom and quitting', () => {
    const roles = flat(menuTemplate(readLabels(resources, 'zh-CN'), true)).map(({ role }) => role);
    for (const role of ['cut', 'copy', 'paste', 'selectAll', 'undo', 'redo', 'zoomIn', 'zoomOut', 'resetZoom', 'quit'])
      expect(roles).toContain(role);
  });

  it('leaves reload and closing by key to the page, and developer tools to a checkout', () => {
    const roles = (packaged: boolean) =>
      flat(menuTemplate(readLabels(resources, 'en'), packaged)).map(({ role }) => role);
    for (const role of ['reload', 'forceReload', 'close']) expect(roles(false)).not.toContain(role);
    expect(roles(false)).toContain('toggleDevTools');
    expect(roles(true)).not.toContain('toggleDevTools');
  });
});

describe('what became of a print job', () => {
  it.each([
    [true, '', 'sent'],
    [false, 'Print job canceled', 'cancelled'],
    [false, 'cancelled', 'cancelled'],
    [false, 'Print job failed', 'failed'],
    [false, '', 'failed'],
  ] as const)('%s %s → %s', (success, reason, outcome) => expect(printOutcome(success, reason)).toBe(outcome));
});
