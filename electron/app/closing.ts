/**
 * The end of the program, while its last backup is being made: somebody who waits is told so, and may leave without it. The
 * windows are gone by then, because what they held had to be saved first; so the word comes in a box of its own.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { dialog } from 'electron';
import type { CoreThread } from './coreThread';
import type { ShellLabels } from './menu';

/** A backup that is done sooner is not worth a word. Milliseconds. */
const SOON = 700;

/** Closes the core; from `soon` on `ask` is shown until it has closed: true means to leave without the backup. */
export async function closeSaying(
  core: Pick<CoreThread, 'close' | 'leave'>,
  ask: (over: AbortSignal) => Promise<boolean>,
  soon = SOON,
): Promise<boolean> {
  const over = new AbortController();
  const closed = core.close().finally(() => over.abort());
  const asked = wait(soon, undefined, { signal: over.signal, ref: false }).then(() => ask(over.signal));
  // Aborted: it has closed before anybody was asked.
  const wish = await Promise.race([asked.catch(() => false), closed.then(() => false)]);
  if (wish && !over.signal.aborted) core.leave();
  return closed;
}

/** The box goes away by itself when `over`. */
export async function askToLeave(labels: ShellLabels, over: AbortSignal): Promise<boolean> {
  await dialog.showMessageBox({
    type: 'info',
    title: labels.closingTitle,
    message: labels.closingText,
    detail: labels.closingDetail,
    buttons: [labels.closingLeave],
    signal: over,
  });
  return !over.aborted;
}
