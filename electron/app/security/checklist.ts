/**
 * Electron's security list, item by item, with the place that keeps each one. The tests walk this list; a source
 * test shows that no other file makes windows, loads addresses or listens to pages, and tests/architecture/network.test.ts
 * that none can open a socket or run code from elsewhere.
 * Source: https://www.electronjs.org/docs/latest/tutorial/security
 */

export interface ChecklistItem {
  readonly item: number;
  readonly title: string;
  /** File and name that keep it. */
  readonly keptBy: string;
}

const kept: readonly (readonly [title: string, keptBy: string])[] = [
  ['Only load secure content', 'urls.ts SCHEME_PRIVILEGES; decisions.ts mayRequest'],
  ['Do not enable Node.js integration', 'webPreferences.ts WEB_PREFERENCES'],
  ['Enable context isolation', 'webPreferences.ts WEB_PREFERENCES'],
  ['Enable process sandboxing', 'webPreferences.ts WEB_PREFERENCES; harden.ts app.enableSandbox'],
  ['Handle permission requests', 'decisions.ts permission'],
  ['Do not disable webSecurity', 'webPreferences.ts WEB_PREFERENCES'],
  ['Define a Content Security Policy', 'contentPolicy.ts CONTENT_SECURITY_POLICY'],
  ['Do not allow running insecure content', 'webPreferences.ts WEB_PREFERENCES'],
  ['Do not enable experimental features', 'webPreferences.ts WEB_PREFERENCES'],
  ['Do not use enableBlinkFeatures', 'webPreferences.ts WEB_PREFERENCES'],
  ['Do not use allowpopups', 'webPreferences.ts WEB_PREFERENCES; harden.ts will-attach-webview'],
  ['Verify webview options', 'harden.ts will-attach-webview'],
  ['Limit navigation', 'decisions.ts mayNavigate'],
  ['Limit new windows', 'decisions.ts windowOpen'],
  ['No shell.openExternal with untrusted content', 'never called: source test'],
  ['Use a current Electron', 'package.json devDependencies.electron'],
  ['Validate the sender of messages', 'decisions.ts isTrustedSender'],
  ['Avoid the file protocol', 'urls.ts SCHEME; protocol.ts'],
  ['Set the fuses', 'electron-builder.yml electronFuses'],
  ['Do not expose Electron to pages', 'preload/preload.ts'],
];

export const CHECKLIST: readonly ChecklistItem[] = kept.map(([title, keptBy], index) => ({
  item: index + 1,
  title,
  keptBy,
}));
