/** Composition root of the core thread: clock, session, render engine, the door; one port per window. */
import { hostname } from 'node:os';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { RPCHandler } from '@orpc/server/message-port';
import { assert } from '@shared/kernel/assert';
import { Session } from './features/users/session';
import { systemClock } from './platform/clock';
import { type CoreData, connectHost, listenToMain, option } from './platform/host';
import { STANDARD_COST } from './platform/keySlots';
import { readSettings, writeSettings } from './platform/programSettings';
import { workerEngine } from './platform/render/renderEngine';
import { router } from './router';
import type { Services } from './services';

assert(parentPort, 'the core runs in a thread of the main process');
const data = workerData as CoreData;
const settings = readSettings(data.userDataDir);

const session = new Session({
  dataDir: option(data.args, 'data') ?? settings.dataDir ?? join(data.userDataDir, 'data'),
  clock: systemClock,
  program: 'window',
  onDataDir: (dataDir) => writeSettings(data.userDataDir, { ...readSettings(data.userDataDir), dataDir }),
});

const services: Services = {
  clock: systemClock,
  host: connectHost(parentPort),
  engine: workerEngine(new URL('./renderWorker.js', import.meta.url)),
  session,
  version: data.appVersion,
  workstation: hostname(),
  program: 'window',
  kdfCost: STANDARD_COST,
  log: (line) => process.stderr.write(`${systemClock.now().toISOString()} ${line}\n`),
};

const handler = new RPCHandler(router);

listenToMain(parentPort, {
  connect(port) {
    handler.upgrade(port, { context: { services } });
    port.start();
  },
  close: () => void close(),
});

/** Finishes what is being written (the gate waits for it), then ends the thread. */
async function close(): Promise<void> {
  await session.lock();
  await services.engine.close();
  process.exit(0);
}
