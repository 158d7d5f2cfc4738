/** A second click, or a try after a lost reply, is the same request: the core answers it with what it did the first time. */
import { useRef } from 'react';
import { refusalOf } from '../../api/refusal';

/** After these nobody knows whether it was done; every other refusal says that it was not. */
const UNCERTAIN: readonly string[] = ['state-unknown'];

/** Whether the reply to a command was lost, so that the very same request has to be sent again. */
export const isUncertain = (error: unknown): boolean => {
  const refusal = refusalOf(error);
  return refusal === null || UNCERTAIN.includes(refusal.code);
};

export interface SameRequest<T> {
  /** What to send for `wish`: what was sent for it before, with its version and id, while its reply is unknown. */
  readonly inputOf: (wish: string, fresh: T) => T & { readonly requestId: string };
  /** The reply came. */
  readonly answered: () => void;
  readonly failed: (error: unknown) => void;
}

export function useSameRequest<T>(): SameRequest<T> {
  const sent = useRef<{ wish: string; input: T & { requestId: string } } | null>(null);
  return {
    inputOf: (wish, fresh) => {
      if (sent.current?.wish !== wish) sent.current = { wish, input: { ...fresh, requestId: crypto.randomUUID() } };
      return sent.current.input;
    },
    answered: () => {
      sent.current = null;
    },
    failed: (error) => {
      if (!isUncertain(error)) sent.current = null;
    },
  };
}
