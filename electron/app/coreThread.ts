/** The thread that owns the database and answers the renderer: started here, ended here, never replaced silently. */
import { setTimeout as wait } from 'node:timers/promises';
import { type MessagePort, Worker } from 'node:worker_threads';
import { faultText } from '../platform/faultText';
import {
  type CoreData,
  type Host,
  sendClose,
  sendIdle,
  sendLeave,
  sendLock,
  sendPort,
  serveHost,
} from '../platform/host';

/**
 * Room for new objects, three times V8's semi-space of 64 MB: an import holds its parsed rows for seconds, and copying them
 * again and again cost a fifth of its time. The command line asks for the same (package.json).
 */
const YOUNG_GENERATION_MB = 192;

/** Time at the end for a backup (core.ts allows it 60 s), flushing and anchoring, in milliseconds. */
const CLOSING_TIME = 75_000;

export interface CoreThread {
  connect(port: MessagePort): void;
  /** Seconds since the last input on this computer; the core decides whether to lock. */
  idle(seconds: number): void;
  /** The computer was locked or goes to sleep. */
  lock(): void;
  /** Lets the core finish; false when it had to be cut off or ended with an error. */
  close(): Promise<boolean>;
  /** While closing: without the last backup. */
  leave(): void;
}

/** `died` is called once if the thread ends before `close` was called. */
export function startCore(file: string, data: CoreData, host: Host, died: (cause: string) => void): CoreThread {
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB };
  const worker = new Worker(file, { workerData: data, name: 'core', resourceLimits });
  let closing = false;
  let cause = '';
  worker.on('error', (error) => {
    cause = faultText(error);
  });
  const exited = new Promise<number>((resolve) => worker.once('exit', resolve));
  exited.then((code) => {
    if (!closing) died(cause || `core ended with code ${code}`);
  });
  serveHost(worker, host);
  return {
    connect: (port) => sendPort(worker, port),
    idle: (seconds) => sendIdle(worker, seconds),
    lock: () => sendLock(worker),
    async close() {
      closing = true;
      sendClose(worker);
      const code = await Promise.race([exited, wait(CLOSING_TIME, null, { ref: false })]);
      if (code === null) await worker.terminate();
      return code === 0;
    },
    leave: () => sendLeave(worker),
  };
}
