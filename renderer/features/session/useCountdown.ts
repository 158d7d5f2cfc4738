/** Seconds that are still to wait, counted down while somebody looks. */
import { useEffect, useState } from 'react';

/** `mm:ss` for people. */
export function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** `cause` is the refusal that named `seconds`; another one begins anew. By the time passed, not by ticks: timers sleep. */
export function useCountdown(cause: unknown, seconds: number): number {
  const [seen, setSeen] = useState<{ readonly cause: unknown; readonly until: number }>({ cause: null, until: 0 });
  const [now, setNow] = useState(() => performance.now());
  if (seen.cause !== cause) {
    setSeen({ cause, until: performance.now() + seconds * 1_000 });
    setNow(performance.now());
  }
  const left = Math.max(0, Math.ceil((seen.until - now) / 1_000));
  const waiting = left > 0;
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(timer);
  }, [waiting]);
  return left;
}
