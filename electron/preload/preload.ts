/**
 * The only script between a page and the main process. It exposes nothing: a page posts a message to its own window
 * and this script passes the port on, or answers where a dropped file lies.
 *
 *   window.postMessage('rpc-connect', '*', [port])                       the page's line to the core
 *   window.postMessage({ kind: 'paths-of-files', files }, '*', [port])   answered on the port with string[]
 */
import { ipcRenderer, webUtils } from 'electron';

type Port = InstanceType<typeof MessagePort>;

interface PageMessage {
  readonly source: unknown;
  readonly data: unknown;
  readonly ports: readonly Port[];
}

/** What this script needs of the page; the renderer's own types are not known on this side. */
interface PageWindow {
  addEventListener(type: 'message', listener: (event: PageMessage) => void): void;
}

declare const window: PageWindow;

function filesOf(data: unknown): File[] | null {
  const message = data as { kind?: unknown; files?: unknown } | null;
  if (message?.kind !== 'paths-of-files' || !Array.isArray(message.files)) return null;
  return message.files.every((file) => file instanceof File) ? message.files : null;
}

window.addEventListener('message', ({ source, data, ports }) => {
  const [port, ...others] = ports;
  if (source !== window || !port || others.length > 0) return;
  if (data === 'rpc-connect') {
    ipcRenderer.postMessage('rpc-port', null, [port]);
    return;
  }
  const files = filesOf(data);
  if (files) port.postMessage(files.map((file) => webUtils.getPathForFile(file)));
});
