/** The isolated world of a page in which the preload runs: the part of `electron` that a sandboxed preload sees. */
import { readFileSync } from 'node:fs';
import { decode, encode } from './wire.mjs';

export const WORLD = 'preload';
export const BINDING = '__standInSend';

/** Runs inside the page; `encode`, `decode` and the binding stand beside it there. */
function preloadWorld(send) {
  const ports = new Map();
  let last = 0;
  const post = (message) => send(encode(message));
  const takePort = (port) => {
    last += 1;
    const id = last;
    ports.set(id, port);
    port.onmessage = (event) => post({ kind: 'port-message', id, data: event.data });
    return id;
  };
  globalThis.__standInReceive = (text) => {
    const message = decode(text);
    const port = ports.get(message.id);
    if (message.kind === 'port-message') port?.postMessage(message.data);
    else if (message.kind === 'port-close' && ports.delete(message.id)) port?.close();
  };
  const electron = {
    ipcRenderer: {
      postMessage: (channel, data, transfer = []) =>
        post({ kind: 'ipc', channel, data, ports: transfer.map(takePort) }),
    },
    // A browser tells no page where a file lies.
    webUtils: { getPathForFile: () => '' },
  };
  return (name) => {
    if (name === 'electron') return electron;
    throw new Error(`stand-in: a sandboxed preload cannot require ${name}`);
  };
}

/** The script for every new document: the world first, then the application's built preload inside it. */
export function preloadSource(preloadFile) {
  return `if (window === window.top) {
    ${encode}
    ${decode}
    ${preloadWorld}
    (function (require, module, exports) {${readFileSync(preloadFile, 'utf8')}
    })(preloadWorld(globalThis.${BINDING}), { exports: {} }, {});
  }`;
}
