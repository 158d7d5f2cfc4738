/** Carries messages between a renderer's port and the core thread's, looking at each envelope on the way in. */
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { IpcMainEvent, MessagePortMain } from 'electron';
import { isTrustedSender } from './security/decisions';
import { isRpcMessage, isRpcRequest } from './security/rpcMessage';

/** Both ends close together: when the page goes, when the core closes, and at the first malformed message. */
export function relay(renderer: MessagePortMain, core: MessagePort): void {
  let open = true;
  const close = () => {
    if (!open) return;
    open = false;
    renderer.close();
    core.close();
  };
  renderer.on('message', ({ data }) => {
    if (isRpcRequest(data)) core.postMessage(data);
    else close();
  });
  core.on('message', (data: unknown) => {
    if (isRpcMessage(data)) renderer.postMessage(data);
    else close();
  });
  renderer.on('close', close);
  core.on('close', close);
  renderer.start();
}

/** Takes the port a page handed over; anything from elsewhere is closed unread. */
export function acceptPort(event: IpcMainEvent, connect: (corePort: MessagePort) => void): void {
  const [port, ...others] = event.ports;
  for (const other of others) other.close();
  if (!port) return;
  const frame = event.senderFrame;
  if (!frame || !isTrustedSender({ url: frame.url, isMainFrame: frame.parent === null })) {
    port.close();
    return;
  }
  const { port1, port2 } = new MessageChannel();
  relay(port, port1);
  connect(port2);
}
