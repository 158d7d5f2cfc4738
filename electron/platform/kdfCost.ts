/** How much a password costs to try: at least 64 MiB, and as many passes as this computer makes in a third of a second. */
import { type KdfCost, passwordKey } from './keySealing';

/** Where nothing was measured: three passes, about 0.2 s on an office computer. */
export const STANDARD_COST: KdfCost = { memory: 65_536, passes: 3 };

/** Milliseconds; between 250 and 500 on the computer that measures. */
const WANTED_MS = 350;
const LEAST_PASSES = 2;
const MOST_PASSES = 24;

/** Passes for the wanted time, from what one measured run of `passes` took. Pure, so that its edges can be tested. */
export function passesFor(passes: number, tookMs: number): number {
  const wanted = Math.round((WANTED_MS * passes) / Math.max(tookMs, 1));
  return Math.min(MOST_PASSES, Math.max(LEAST_PASSES, wanted));
}

/** Measures twice and believes the faster run: the first also warms up memory, and a busy moment must not weaken slots. */
export async function calibrate(): Promise<KdfCost> {
  let fastest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 2; run += 1) {
    const started = performance.now();
    await passwordKey('calibration', Buffer.alloc(16, run), STANDARD_COST);
    fastest = Math.min(fastest, performance.now() - started);
  }
  return { memory: STANDARD_COST.memory, passes: passesFor(STANDARD_COST.passes, fastest) };
}
