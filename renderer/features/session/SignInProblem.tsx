/** Why nobody was let in; a wait counts down while one looks at it. */
import { refusalOf } from '../../api/refusal';
import { ErrorState } from '../../ui/ErrorState';
import { RefusalPanel } from '../../ui/RefusalPanel';
import { useCountdown } from './useCountdown';

/** Seconds that the door asks to wait, 0 when it was something else. */
export function useDelay(error: Error | null): number {
  const refusal = refusalOf(error);
  const seconds = refusal?.code === 'signin-delayed' ? Number(refusal.facts?.seconds ?? 0) : 0;
  return useCountdown(error, seconds);
}

export function SignInProblem({ error, delay }: { error: Error | null; delay: number }) {
  if (!error) return null;
  const refusal = refusalOf(error);
  const counted = refusal?.code === 'signin-delayed' ? { ...refusal, facts: { seconds: delay } } : refusal;
  // The wait is over: nothing stands in the way any more.
  if (counted && counted !== refusal && delay === 0) return null;
  return (
    <div className="qs-gate-problem">{counted ? <RefusalPanel refusal={counted} /> : <ErrorState error={error} />}</div>
  );
}
