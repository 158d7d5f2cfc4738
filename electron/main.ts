/** Entry of the main process: the windowed program, or the command line when started with `--cli`. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';
import { startWindowed } from './app/lifecycle';
import { hardenApp } from './app/security/harden';
import { faultText } from './platform/faultText';

const out = join(import.meta.dirname, '..');
const cli = process.argv.indexOf('--cli');

/** Pipes are written behind the program's back on Windows; what was said must be out before the end. */
const flushed = () => new Promise((done) => process.stdout.write('', done));

async function runCommand(args: readonly string[]): Promise<number> {
  const file = join(out, 'main/cli.js');
  // The command line reads its arguments as under plain Node: executable, script, then its own.
  process.argv = [process.execPath, file, ...args];
  await app.whenReady();
  await import(pathToFileURL(file).href);
  await flushed();
  return Number(process.exitCode ?? 0);
}

if (cli === -1) {
  const resources = app.isPackaged ? join(process.resourcesPath, 'resources') : join(out, '../resources');
  startWindowed({ out, resources });
} else {
  // No window, but Chromium starts all the same: it gets the same switches, and nothing of it may open a socket.
  hardenApp();
  runCommand(process.argv.slice(cli + 1)).then(
    (code) => app.exit(code),
    (error) => {
      console.error(faultText(error));
      app.exit(3);
    },
  );
}
