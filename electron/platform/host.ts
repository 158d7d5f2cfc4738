/**
 * What the core thread asks of the main process: the things only a window can do, and the messages that carry
 * them. The core holds the database and never sees Electron; the main process never sees the database.
 *
 * Main → core: `connect` (a renderer's port), `close` (finish and end the thread), `leave` (without the last backup), `idle` (seconds since the last input
 * on this computer), `lock` (the computer was locked or goes to sleep), `host-reply`.
 * Core → main: `host-request`.
 */
import type { MessagePort, Worker } from 'node:worker_threads';

export type Locale = 'zh-CN' | 'zh-TW' | 'en';

export interface FileFilter {
  name: string;
  /** Without the dot, e.g. `xlsx`. */
  extensions: string[];
}

export interface Host {
  /** The chosen file's absolute path, or null when the person cancelled. */
  chooseFile(options: { title: string; filters: FileFilter[] }): Promise<string | null>;
  chooseFolder(options: { title: string }): Promise<string | null>;
  chooseSavePath(options: { title: string; defaultName: string; filters: FileFilter[] }): Promise<string | null>;
  /** Opens the system's print dialog over a finished PDF. `failed`: no printer, or the printer refused the job. */
  printPdf(options: { title: string; bytes: Uint8Array }): Promise<'sent' | 'cancelled' | 'failed'>;
  /** Shows the file in the system's file manager; never opens it. */
  showFile(path: string): Promise<void>;
  /** The language of the menu and of the dialogs' own words. */
  setLocale(locale: Locale): Promise<void>;
  /** Throws away every page with what it holds in memory; called after locking. */
  reloadWindows(): Promise<void>;
}

/** `workerData` of the core thread. */
export interface CoreData {
  /** The user's own folder of this program (window state, default data folder). */
  readonly userDataDir: string;
  /** Folder of rules, locales, templates and fonts. */
  readonly resourcesDir: string;
  readonly appVersion: string;
  /** The command line without the executable: look options up by name, other switches may stand among them. */
  readonly args: readonly string[];
}

type HostMethod = keyof Host;
type HostRequest = { kind: 'host-request'; id: number; method: HostMethod; args: unknown[] };
type HostReply = { kind: 'host-reply'; id: number; value: unknown } | { kind: 'host-reply'; id: number; error: string };
type MainMessage =
  | { kind: 'connect'; port: MessagePort }
  | { kind: 'close' }
  | { kind: 'leave' }
  | { kind: 'idle'; seconds: number }
  | { kind: 'lock' }
  | HostReply;

/** What the main process tells the core. */
export interface MainEvents {
  connect(port: MessagePort): void;
  /** Flush, release the data folder, end the thread. */
  close(): void;
  /** Somebody does not want to wait for the last backup. */
  leave(): void;
  idle(seconds: number): void;
  lock(): void;
}

/** `--name=value` or `--name value` of a command line, or null. */
export function option(args: readonly string[], name: string): string | null {
  const joined = args.find((arg) => arg.startsWith(`--${name}=`));
  if (joined) return joined.slice(name.length + 3);
  const at = args.indexOf(`--${name}`);
  return at < 0 ? null : (args[at + 1] ?? null);
}

/** Core side: calls are answered by the main process; a call rejects when the main process failed at it. */
export function connectHost(port: MessagePort): Host {
  let last = 0;
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  port.on('message', (message: MainMessage) => {
    if (message.kind !== 'host-reply') return;
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if ('error' in message) call?.reject(new Error(message.error));
    else call?.resolve(message.value);
  });
  const call =
    (method: HostMethod) =>
    (...args: unknown[]): Promise<never> => {
      const pending = Promise.withResolvers<unknown>();
      last += 1;
      waiting.set(last, pending);
      port.postMessage({ kind: 'host-request', id: last, method, args } satisfies HostRequest);
      return pending.promise as Promise<never>;
    };
  return {
    chooseFile: call('chooseFile'),
    chooseFolder: call('chooseFolder'),
    chooseSavePath: call('chooseSavePath'),
    printPdf: call('printPdf'),
    showFile: call('showFile'),
    setLocale: call('setLocale'),
    reloadWindows: call('reloadWindows'),
  };
}

export function listenToMain(port: MessagePort, on: MainEvents): void {
  port.on('message', (message: MainMessage) => {
    if (message.kind === 'connect') on.connect(message.port);
    else if (message.kind === 'close') on.close();
    else if (message.kind === 'leave') on.leave();
    else if (message.kind === 'idle') on.idle(message.seconds);
    else if (message.kind === 'lock') on.lock();
  });
}

/** Main side: answers the core's calls from `host`. */
export function serveHost(core: Worker, host: Host): void {
  core.on('message', (message: HostRequest) => {
    if (message.kind !== 'host-request') return;
    const { id, method, args } = message;
    const run = host[method] as (...args: unknown[]) => Promise<unknown>;
    run.apply(host, args).then(
      (value) => core.postMessage({ kind: 'host-reply', id, value } satisfies HostReply),
      (error) => core.postMessage({ kind: 'host-reply', id, error: String(error) } satisfies HostReply),
    );
  });
}

/** Main side: hands a renderer's port to the core. */
export function sendPort(core: Worker, port: MessagePort): void {
  core.postMessage({ kind: 'connect', port } satisfies MainMessage, [port]);
}

/** Main side: how long nobody touched this computer. */
export function sendIdle(core: Worker, seconds: number): void {
  core.postMessage({ kind: 'idle', seconds } satisfies MainMessage);
}

/** Main side: the computer was locked or goes to sleep. */
export function sendLock(core: Worker): void {
  core.postMessage({ kind: 'lock' } satisfies MainMessage);
}

/** Main side: the core, which is finishing, makes no backup any more. */
export function sendLeave(core: Worker): void {
  core.postMessage({ kind: 'leave' } satisfies MainMessage);
}

/** Main side: asks the core to finish. */
export function sendClose(core: Worker): void {
  core.postMessage({ kind: 'close' } satisfies MainMessage);
}
