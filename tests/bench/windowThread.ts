/** Stands for the main process's own thread, where the window lives: tells how late its timers came. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parentPort } from 'node:worker_threads';

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
parentPort?.on('message', () => {
  parentPort?.postMessage(delay.max / 1e6);
  delay.reset();
});
