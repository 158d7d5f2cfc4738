/**
 * Starts the application's own main process under plain Node, with the module `electron` answered by the stand-in.
 * Arguments are Electron's: switches of Chromium are left aside, the first bare word is the application's folder.
 */
import inspector from 'node:inspector';
import { createRequire, registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

if (process.versions.electron) throw new Error('the stand-in is for machines without Electron');

const args = process.argv.slice(2);
const folder = resolve(args.find((arg) => !arg.startsWith('-')) ?? '.');
const { main } = createRequire(import.meta.url)(join(folder, 'package.json'));
const standIn = new URL('./standIn.mjs', import.meta.url).href;

globalThis.__standin = { folder, prints: [], printAnswer: { success: true, reason: '' }, shownFiles: [] };
// Playwright asks the inspector for `require('electron')`.
globalThis.require = createRequire(import.meta.url);
globalThis.__playwright_run = () => {};
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
});
if (args.includes('--inspect=0')) inspector.open(0);

process.argv = [process.execPath, ...args];
await import(pathToFileURL(join(folder, main)).href);
