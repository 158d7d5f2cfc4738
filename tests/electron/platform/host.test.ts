/** The line between core and main process: calls, refusals, ports and closing, over a real message channel. */
import { once } from 'node:events';
import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import {
  connectHost,
  type Host,
  listenToMain,
  option,
  sendClose,
  sendIdle,
  sendLeave,
  sendLock,
  sendPort,
  serveHost,
} from '../../../electron/platform/host';

const channels: MessageChannel[] = [];
afterEach(() => {
  for (const { port1 } of channels.splice(0)) port1.close();
});

/** `core` is the thread's end; `main` stands where the main process holds the worker. */
function line(): { core: MessagePort; main: Worker } {
  const channel = new MessageChannel();
  channels.push(channel);
  return { core: channel.port1, main: channel.port2 as unknown as Worker };
}

const host = {
  chooseFile: async ({ title }) => (title === '取消' ? null : `/data/${title}.xlsx`),
  printPdf: async ({ bytes }) => (bytes.byteLength === 3 ? 'sent' : 'failed'),
  showFile: async () => {
    throw new Error('no such file');
  },
} satisfies Partial<Host> as unknown as Host;

describe('the host as the core sees it', () => {
  it('answers calls, several at once and bytes among them', async () => {
    const { core, main } = line();
    serveHost(main, host);
    const client = connectHost(core);
    expect(
      await Promise.all([
        client.chooseFile({ title: '台账', filters: [] }),
        client.chooseFile({ title: '取消', filters: [] }),
        client.printPdf({ title: '报告', bytes: new Uint8Array(3) }),
      ]),
    ).toEqual(['/data/台账.xlsx', null, 'sent']);
  });

  it('passes a failure on', async () => {
    const { core, main } = line();
    serveHost(main, host);
    await expect(connectHost(core).showFile('/none')).rejects.toThrow('no such file');
  });

  it('receives ports that work, and the wish to close', async () => {
    const { core, main } = line();
    const connected = Promise.withResolvers<MessagePort>();
    const closed = Promise.withResolvers<void>();
    const ignored = () => {};
    const left = Promise.withResolvers<void>();
    const others = { idle: ignored, lock: ignored };
    listenToMain(core, { connect: connected.resolve, close: closed.resolve, leave: left.resolve, ...others });
    const { port1, port2 } = new MessageChannel();
    sendPort(main, port2);
    (await connected.promise).postMessage('hello');
    expect(await once(port1, 'message')).toEqual(['hello']);
    port1.close();
    sendClose(main);
    await closed.promise;
    sendLeave(main);
    await left.promise;
  });

  it('hears that nobody is there, and that the computer was locked (APP-02)', async () => {
    const { core, main } = line();
    const idle = Promise.withResolvers<number>();
    const locked = Promise.withResolvers<void>();
    const ignored = () => {};
    listenToMain(core, { connect: ignored, close: ignored, leave: ignored, idle: idle.resolve, lock: locked.resolve });
    sendIdle(main, 601);
    expect(await idle.promise).toBe(601);
    sendLock(main);
    await locked.promise;
  });
});

describe('options of the command line', () => {
  it('are found by name among other switches', () => {
    const args = ['--inspect=0', '/app', '--data=/branch data', '--database=/x'];
    expect(option(args, 'data')).toBe('/branch data');
    expect(option(args, 'user')).toBeNull();
    expect(option(['--data='], 'data')).toBe('');
  });
});
