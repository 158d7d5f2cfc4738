/** Queries and commands of the contract as React hooks: one way to read, one way to write, one way to be refused. */

import { contract } from '@shared/contract';
import {
  keepPreviousData,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback } from 'react';
import { call, type InputOf, type OutputOf, type ProcedurePath } from './client';
import { isStale, queryKey } from './invalidation';
import { asRefusal, refusalOf } from './refusal';

interface Meta {
  readonly invalidates?: readonly string[];
}

/** Path prefixes the contract says a command makes stale. */
export function invalidatedBy(path: ProcedurePath): readonly string[] {
  const [feature, name] = path.split('.') as [string, string];
  const router = contract as unknown as Record<string, Record<string, { '~orpc': { meta: Meta } }>>;
  return router[feature]?.[name]?.['~orpc'].meta.invalidates ?? [];
}

/** Refusals after which the state of the folder is asked for at once: something may be wrong with it. */
const ALARMING = new Set(['state-unknown', 'folder-read-only', 'database-damaged', 'storage-failed']);

/** A page that was there before is not replaced by these: they pass, or concern the whole folder. */
const PASSING = new Set(['state-unknown', 'storage-failed']);

/** What a failed command makes stale, whichever it was. */
export const staleAfter = (error: unknown): readonly string[] =>
  ALARMING.has(refusalOf(error)?.code ?? '') ? ['session'] : [];

async function ask<P extends ProcedurePath>(path: P, input: InputOf<P>, signal?: AbortSignal): Promise<OutputOf<P>> {
  try {
    return await call(path, input, signal);
  } catch (error) {
    throw asRefusal(error);
  }
}

/** The data live in this computer's database: nothing to retry, nothing to refetch because a window got focus. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, refetchOnWindowFocus: false, networkMode: 'always', staleTime: 30_000 },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

export interface QueryChoices {
  readonly enabled?: boolean;
  /** Keep the rows of the last input on screen while the next ones load (ledgers, filters). */
  readonly keepOld?: boolean;
  readonly refetchEvery?: number;
}

/** Reads a query procedure, cached by path and input; a refusal arrives as RefusalError in `error`. */
export function useApiQuery<P extends ProcedurePath>(
  path: P,
  input: InputOf<P>,
  choices: QueryChoices = {},
): UseQueryResult<OutputOf<P>, Error> {
  const result = useQuery<OutputOf<P>, Error>({
    queryKey: queryKey(path, input),
    queryFn: ({ signal }) => ask(path, input, signal),
    enabled: choices.enabled,
    refetchInterval: choices.refetchEvery,
    placeholderData: choices.keepOld ? (keepPreviousData as never) : undefined,
  });
  // What is on screen stays there with everything typed into it; the bar above the pages says what is wrong (AlarmBar).
  const isKept = result.data !== undefined && PASSING.has(refusalOf(result.error)?.code ?? '');
  return isKept && path !== 'session.state' ? ({ ...result, error: null } as typeof result) : result;
}

/**
 * Reads a keyset-paged query: `cursorOf` takes the next cursor from a page (null at the end), `withCursor` puts it
 * into the input of the next call (null for the first).
 */
export function useApiPages<P extends ProcedurePath, C>(
  path: P,
  base: unknown,
  withCursor: (cursor: C | null) => InputOf<P>,
  cursorOf: (page: OutputOf<P>) => C | null,
) {
  return useInfiniteQuery({
    queryKey: [...queryKey(path, base), 'pages'],
    queryFn: ({ pageParam, signal }) => ask(path, withCursor(pageParam as C | null), signal),
    initialPageParam: null as C | null,
    getNextPageParam: (page: OutputOf<P>) => cursorOf(page),
    placeholderData: keepPreviousData,
  });
}

/** What to do with a command's answer. */
interface Afterwards<T> {
  readonly onSuccess?: (answer: T) => void;
  readonly onError?: (error: Error) => void;
}

type Command<P extends ProcedurePath> = Omit<UseMutationResult<OutputOf<P>, Error, InputOf<P>>, 'mutate'> & {
  readonly mutate: (input: InputOf<P>, afterwards?: Afterwards<OutputOf<P>>) => void;
};

/**
 * Runs a command procedure; then every query the contract names is fetched again, also after a refusal. What comes
 * afterwards comes even if the fetched rows took the asking dialog from the screen: TanStack's own `mutate` would
 * forget it with the component.
 */
export function useApiCommand<P extends ProcedurePath>(path: P): Command<P> {
  const client = useQueryClient();
  const mutation = useMutation<OutputOf<P>, Error, InputOf<P>>({
    mutationKey: path.split('.'),
    mutationFn: (input) => ask(path, input),
    onSettled: (_, error) => {
      const stale = [...invalidatedBy(path), ...staleAfter(error)];
      return client.invalidateQueries({ predicate: (query) => isStale(query.queryKey, stale) });
    },
  });
  const { mutateAsync } = mutation;
  const mutate = useCallback<Command<P>['mutate']>(
    (input, { onSuccess, onError = () => undefined } = {}) => void mutateAsync(input).then(onSuccess, onError),
    [mutateAsync],
  );
  return { ...mutation, mutate };
}
