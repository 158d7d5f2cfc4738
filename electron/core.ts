/** Composition root of the core thread: clock, session, render engine, the door; one port per window. */
import { hostname } from 'node:os';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { RPCHandler } from '@orpc/server/message-port';
import { assert } from '@shared/kernel/assert';
import { backUpAtExit } from './features/backup/automaticBackup';
import { runInThread } from './features/backup/backupJobs';
import { Backups } from './features/backup/backups';
import { keepRulesIn, shippedRules } from './features/rules/rulesInForce';
import { lockOnRequest, lockWhenIdle } from './features/users/lockWindow';
import { Session } from './features/users/session';
import { systemClock } from './platform/clock';
import { faultText } from './platform/faultText';
import { type CoreData, connectHost, listenToMain, option } from './platform/host';
import { readSettings, writeSettings } from './platform/programSettings';
import { workerEngine } from './platform/render/renderEngine';
import { router } from './router';
import type { Services } from './services';

assert(parentPort, 'the core runs in a thread of the main process');
const data = workerData as CoreData;
const settings = readSettings(data.userDataDir);

keepRulesIn(data.userDataDir);

const session = new Session({
  ownDir: data.userDataDir,
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
  backups: new Backups(runInThread(new URL('./backupWorker.js', import.meta.url))),
  version: data.appVersion,
  workstation: hostname(),
  program: 'window',
  kdfCost: null,
  log: (line) => process.stderr.write(`${systemClock.now().toISOString()} ${line}\n`),
};

const handler = new RPCHandler(router);

listenToMain(parentPort, {
  connect(port) {
    handler.upgrade(port, { context: { services } });
    port.start();
  },
  close: () => void close(),
  leave: () => leaving.abort(),
  idle: (seconds) => inBackground(lockWhenIdle(services, seconds)),
  lock: () => inBackground(lockOnRequest(services, 'system')),
});

/** Nobody waits for it; its failure is a line in the log. */
function inBackground(work: Promise<void>): void {
  work.catch((error) => services.log(`error ${faultText(error)}`));
}

/** Milliseconds after the start: windows have asked what they need, and people still type their password. */
const WARM_AFTER_MS = 1_500;

// Reading the packs takes half a second, which the first look at a figure would have to wait for.
const warm = async (): Promise<void> => void shippedRules();
setTimeout(() => inBackground(warm()), WARM_AFTER_MS).unref();

/** A backup at the end takes no longer; what it could not finish is made up for after the next sign-in. */
const EXIT_BACKUP_MS = 60_000;

const leaving = new AbortController();

/** Backs up what changed, finishes what is being written (the gate waits for it), then ends the thread. */
async function close(): Promise<void> {
  await backUpAtExit(services, AbortSignal.any([leaving.signal, AbortSignal.timeout(EXIT_BACKUP_MS)]));
  await session.lock();
  await services.engine.close();
  process.exit(0);
}
