/** Preferences of every window (Electron's list, items 2–4, 6 and 8–12). */

/** No window differs from these but by its preload and, for print documents only, the PDF viewer. */
export const WEB_PREFERENCES = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  // The spell checker fetches dictionaries from the network.
  spellcheck: false,
} as const;

/** A print document is shown by Chromium's own PDF viewer, which counts as a plugin; it has no preload. */
export const PRINT_WEB_PREFERENCES = { ...WEB_PREFERENCES, plugins: true } as const;

/** Developer tools only in a checkout. */
export function mainWebPreferences(preload: string, packaged: boolean) {
  return { ...WEB_PREFERENCES, preload, devTools: !packaged };
}

/** Chromium switches set before the app is ready: the program opens no network socket (reliability, promise 12). */
export const SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-quic'],
  ['disable-sync'],
  ['no-pings'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
];
