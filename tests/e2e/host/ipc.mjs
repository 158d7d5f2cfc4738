/** `ipcMain` and the ports that pages hand over. */
import { EventEmitter } from 'node:events';
import { BINDING, preloadSource, WORLD } from './preloadWorld.mjs';
import { decode, encode } from './wire.mjs';

export const ipcMain = new EventEmitter();

/** Main-process end of a page's port: messages wait until `start`. */
class MessagePortMain extends EventEmitter {
  #waiting = [];
  #started = false;
  #open = true;
  #send;
  constructor(send) {
    super();
    this.#send = send;
  }
  start() {
    this.#started = true;
    for (const data of this.#waiting.splice(0)) this.receive(data);
  }
  receive(data) {
    if (this.#started) this.emit('message', { data, ports: [] });
    else this.#waiting.push(data);
  }
  postMessage(data) {
    if (this.#open) this.#send('port-message', data);
  }
  close() {
    if (!this.#open) return;
    this.#send('port-close');
    this.closed();
  }
  /** The other end is gone. */
  closed() {
    if (!this.#open) return;
    this.#open = false;
    this.emit('close');
  }
}

/** Runs the preload in its own world of every document of the page, and connects that world with `ipcMain`. */
export async function connectPreload(cdp, contents, preloadFile) {
  let world = null;
  let ports = new Map();
  const send = (message) => {
    const expression = `globalThis.__standInReceive(${JSON.stringify(encode(message))})`;
    if (world !== null) cdp.send('Runtime.evaluate', { expression, contextId: world }).catch(() => {});
  };
  const forget = () => {
    const gone = ports;
    ports = new Map();
    world = null;
    for (const port of gone.values()) port.closed();
  };
  const openPort = (id) => {
    const port = new MessagePortMain((kind, data) => send({ kind, id, data }));
    ports.set(id, port);
    return port;
  };
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name === WORLD && context.auxData.frameId === contents.targetId) world = context.id;
  });
  cdp.on('Runtime.executionContextsCleared', forget);
  cdp.on('Page.frameNavigated', ({ frame }) => {
    if (!frame.parentId) contents.senderFrame = contents.frame(frame.url);
  });
  cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name !== BINDING) return;
    const message = decode(payload);
    if (message.kind === 'port-message') ports.get(message.id)?.receive(message.data);
    else {
      const event = { sender: contents, senderFrame: contents.senderFrame, ports: message.ports.map(openPort) };
      ipcMain.emit(message.channel, event, message.data);
    }
  });
  contents.once('destroyed', forget);
  await cdp.send('Page.enable');
  await cdp.send('Runtime.enable');
  await cdp.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD });
  const source = preloadSource(preloadFile);
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: WORLD });
}
