/** Tells the core when nobody is at the computer: how long there was no input, that Windows was locked, that it sleeps. */
import { powerMonitor } from 'electron';
import type { CoreThread } from './coreThread';

/** Often enough that a window is locked within seconds of its time. Milliseconds. */
const POLL = 5_000;

/** Call once the app is ready. After a sleep the first poll tells how long it lasted, should its event have been missed. */
export function watchPresence(core: Pick<CoreThread, 'idle' | 'lock'>): void {
  setInterval(() => core.idle(powerMonitor.getSystemIdleTime()), POLL).unref();
  powerMonitor.on('lock-screen', () => core.lock());
  powerMonitor.on('suspend', () => core.lock());
}
