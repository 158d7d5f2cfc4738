/** The relay between a page's port and the core's, on real ports of the core's side. */
import { EventEmitter, once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { MessagePort } from 'node:worker_threads';
import type { IpcMainEvent, MessagePortMain } from 'electron';
import { describe, expect, it } from 'vitest';
import { acceptPort } from '../../../electron/app/portRelay';

const REQUEST = '{"i":"1","p":{"u":"/loans/list"}}';

/** A page's port as Electron gives it to the main process. */
class PagePort extends EventEmitter {
  received: unknown[] = [];
  closed = false;
  start() {}
  postMessage(data: unknown) {
    this.received.push(data);
  }
  close() {
    this.closed = true;
  }
  send(data: unknown) {
    this.emit('message', { data });
  }
}

function handOver(frame: { url: string; parent: unknown } | null, ports = [new PagePort()]) {
  let core: MessagePort | null = null;
  const event = { senderFrame: frame, ports: ports as unknown as MessagePortMain[] } as IpcMainEvent;
  acceptPort(event, (port) => {
    core = port;
  });
  return { page: ports[0] as PagePort, core: core as MessagePort | null };
}

const PAGE = { url: 'app://main/index.html', parent: null };

describe('a port handed over by a page', () => {
  it('carries requests in and answers out, text and bytes', async () => {
    const { page, core } = handOver(PAGE);
    page.send(REQUEST);
    expect(await once(core!, 'message')).toEqual([REQUEST]);
    core?.postMessage('{"i":"1","p":{}}');
    core?.postMessage(new Uint8Array([1, 2]));
    await wait(20);
    expect(page.received).toEqual(['{"i":"1","p":{}}', new Uint8Array([1, 2])]);
    core?.close();
  });

  it.each([['not json'], [{ i: '1' }], [null]])('R19 %j closes both ends and reaches nobody', async (data) => {
    const { page, core } = handOver(PAGE);
    const received: unknown[] = [];
    core?.on('message', (message) => received.push(message));
    page.send(data);
    await once(core!, 'close');
    expect(page.closed).toBe(true);
    expect(received).toEqual([]);
  });

  it('a page that goes closes the core’s end, and the other way round', async () => {
    const gone = handOver(PAGE);
    gone.page.emit('close');
    await once(gone.core!, 'close');
    const ended = handOver(PAGE);
    ended.core?.close();
    await once(ended.core!, 'close');
    await wait(20);
    expect(ended.page.closed).toBe(true);
  });

  it.each([
    [null],
    [{ url: 'https://example.com/', parent: null }],
    [{ url: 'app://main/index.html', parent: {} }],
    [{ url: 'app://main/__print/t', parent: null }],
  ])('R17 from %j it is closed unread', (frame) => {
    const { page, core } = handOver(frame);
    expect(page.closed).toBe(true);
    expect(core).toBeNull();
  });

  it('of several ports only the first is taken', () => {
    const ports = [new PagePort(), new PagePort()];
    const { core } = handOver(PAGE, ports);
    expect(ports.map(({ closed }) => closed)).toEqual([false, true]);
    core?.close();
  });

  it('a message without a port is nothing', () => {
    expect(handOver(PAGE, []).core).toBeNull();
  });
});
