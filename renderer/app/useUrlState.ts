/** One value of a page's state kept in its address (tab, filter, order): back and reopen restore it exactly. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/**
 * The value under `name` and its setter. `read` turns what the address holds (anything: people edit addresses) into a
 * value; setting undefined removes it. Setting replaces the history entry: back leaves the page, not a filter.
 */
export function useUrlState<T>(name: string, read: (stored: unknown) => T): [T, (value: T | undefined) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const set = useCallback(
    (value: T | undefined) => {
      void navigate({
        to: '.',
        search: ((old: Record<string, unknown>) => ({ ...old, [name]: value })) as never,
        replace: true,
      });
    },
    [navigate, name],
  );
  return [read(search[name]), set];
}
