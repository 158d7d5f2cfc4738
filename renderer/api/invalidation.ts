/** Which cached queries a finished command makes stale: those the contract names, by path prefix. */
import type { QueryKey } from '@tanstack/react-query';

/** Cache key of a query: its path in parts, then its input, e.g. `['loans', 'list', {…}]`. */
export function queryKey(path: string, input: unknown): QueryKey {
  return [...path.split('.'), input];
}

/** True when `key` falls under one of the prefixes (`loans` covers `loans.list`, not `loansets.list`). */
export function isStale(key: QueryKey, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => prefix.split('.').every((part, index) => key[index] === part));
}
