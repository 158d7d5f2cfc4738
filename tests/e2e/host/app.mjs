/** `app`: paths, one instance per user folder, and Electron's order of closing. */
import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeBrowser, openBrowser, visible } from './browser.mjs';

const { folder } = globalThis.__standin;
const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

function userData() {
  const named = process.argv.find((arg) => arg.startsWith('--user-data-dir='))?.slice('--user-data-dir='.length);
  if (!named && !visible) return mkdtempSync(join(tmpdir(), 'qingshou-user-'));
  const path = named ?? join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), name);
  mkdirSync(path, { recursive: true });
  return path;
}

function alive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

class App extends EventEmitter {
  isPackaged = false;
  commandLine = { appendSwitch() {} };
  /** Set by the windows: asks all to close, returns how many are still there. */
  closeWindows = () => 0;
  #userData = userData();
  #quitting = false;

  whenReady = async () => void (await openBrowser());
  getName = () => name;
  getVersion = () => version;
  getLocale = () => 'zh-CN';
  getAppPath = () => folder;
  getPath = (which) => (which === 'userData' ? this.#userData : join(this.#userData, which));
  enableSandbox() {}

  /** The lock file names its holder; a second start leaves its arguments beside it and goes. */
  requestSingleInstanceLock() {
    const lock = join(this.#userData, 'standin.lock');
    const knock = join(this.#userData, 'standin.knock');
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
    } catch {
      if (alive(Number(readFileSync(lock, 'utf8')))) {
        writeFileSync(knock, JSON.stringify(process.argv));
        return false;
      }
      writeFileSync(lock, String(process.pid));
    }
    process.on('exit', () => rmSync(lock, { force: true }));
    watch(this.#userData, { persistent: false }, (_type, file) => {
      if (file === 'standin.knock') this.emit('second-instance', {}, [], process.cwd(), null);
    });
    return true;
  }

  quit() {
    if (this.#emit('before-quit')) return;
    this.#quitting = true;
    if (this.closeWindows() === 0) this.#finish();
  }

  windowClosed(left) {
    if (left > 0) return;
    if (this.#quitting) this.#finish();
    else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }

  #finish() {
    if (this.#emit('will-quit')) return;
    this.exit(0);
  }

  /** True when a listener held the event up. */
  #emit(event) {
    let held = false;
    const preventDefault = () => {
      held = true;
    };
    this.emit(event, { preventDefault });
    return held;
  }

  exit(code = 0) {
    process.exitCode = code;
    closeBrowser().finally(() => process.exit(code));
  }
}

export const app = new App();
