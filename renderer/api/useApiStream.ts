/** A command that reports while it works (oRPC event iterator): its latest event, and a cancel that leaves nothing behind. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call, type InputOf, type OutputOf, type ProcedurePath } from './client';
import { isStale } from './invalidation';
import { invalidatedBy, staleAfter } from './queries';
import { asRefusal } from './refusal';

export type EventOf<P extends ProcedurePath> = OutputOf<P> extends AsyncIterable<infer E> ? E : never;

export interface ApiStream<P extends ProcedurePath> {
  readonly running: boolean;
  /** The newest event; after the end the last one, which carries the result. */
  readonly event: EventOf<P> | null;
  /** RefusalError or another error; null while running, after success and after a cancel. */
  readonly error: Error | null;
  /** Starts the command; resolves to the last event, or null when it was refused, failed or cancelled. */
  readonly start: (input: InputOf<P>) => Promise<EventOf<P> | null>;
  readonly cancel: () => void;
}

export function useApiStream<P extends ProcedurePath>(path: P): ApiStream<P> {
  const client = useQueryClient();
  const abort = useRef<AbortController | null>(null);
  const [running, setRunning] = useState(false);
  const [event, setEvent] = useState<EventOf<P> | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const cancel = useCallback(() => abort.current?.abort(), []);
  useEffect(() => cancel, [cancel]);
  const start = useCallback(
    async (input: InputOf<P>): Promise<EventOf<P> | null> => {
      const controller = new AbortController();
      abort.current = controller;
      setRunning(true);
      setEvent(null);
      setError(null);
      let failure: unknown = null;
      try {
        const events = (await call(path, input, controller.signal)) as unknown as AsyncIterable<EventOf<P>>;
        let last: EventOf<P> | null = null;
        for await (const next of events) {
          last = next;
          setEvent(next);
        }
        return last;
      } catch (thrown) {
        failure = thrown;
        if (!controller.signal.aborted) setError(asRefusal(thrown) as Error);
        return null;
      } finally {
        setRunning(false);
        const stale = [...invalidatedBy(path), ...staleAfter(failure)];
        await client.invalidateQueries({ predicate: ({ queryKey }) => isStale(queryKey, stale) });
      }
    },
    [client, path],
  );
  return { running, event, error, start, cancel };
}
