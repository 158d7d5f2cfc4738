/** The ledger's state in the address and its data: rows page by page, totals beside them and never before them. */
import type { LedgerRow, LedgerTotals } from '@shared/contract/loans.contract';
import type { LedgerFilter } from '@shared/domain/loans/ledger';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useApiPages, useApiQuery } from '../../api/queries';
import { useUrlState } from '../../app/useUrlState';
import { type LedgerSort, type LedgerState, ledgerAddress, readLedgerState } from './ledgerState';

/** Rows fetched at a time: several screens full, well below what a page may hold. */
const PAGE = 100;

export interface LedgerControl {
  readonly state: LedgerState;
  /** Whether the address says anything; if not, the person's default view applies. */
  readonly isFresh: boolean;
  readonly change: (part: Partial<LedgerState>) => void;
  /** Notes the row in the address of the ledger, then opens its household: back leads to the row. */
  readonly openHousehold: (row: { readonly id: number; readonly household: string }) => Promise<void>;
}

/** The same object as long as it says the same, so that a change elsewhere in the address is no change of it. */
function useSame<T>(value: T): T {
  const text = JSON.stringify(value);
  return useMemo(() => JSON.parse(text) as T, [text]);
}

/** The ledger's part of the address, `q`. */
export function useLedgerState(): LedgerControl {
  const [stored, set] = useUrlState('q', (value) => value);
  const read = useMemo(() => readLedgerState(stored), [stored]);
  const filter = useSame(read.filter);
  const columns = useSame(read.columns);
  const state = useMemo(() => ({ ...read, filter, columns }), [read, filter, columns]);
  const change = useCallback((part: Partial<LedgerState>) => set(ledgerAddress({ ...state, ...part })), [state, set]);
  const navigate = useNavigate();
  const openHousehold = async ({ id, household }: { id: number; household: string }): Promise<void> => {
    // One after the other: a second navigation would otherwise swallow the first.
    await navigate({ to: '.', search: { q: ledgerAddress({ ...state, row: id }) } as never, replace: true });
    await navigate({ to: '/household/$key', params: { key: household } });
  };
  return { state, isFresh: stored === undefined, change, openHousehold };
}

export interface LedgerData {
  readonly rows: readonly LedgerRow[];
  /** True until the first rows are there, and while another filter's rows are on their way. */
  readonly isLoading: boolean;
  readonly error: Error | null;
  /** The rows before are shown, those behind them could not be read. */
  readonly isCutShort: boolean;
  readonly refetch: () => void;
  readonly more: () => void;
}

export function useLedgerRows(filter: LedgerFilter, sort: LedgerSort): LedgerData {
  const base = useMemo(() => ({ filter: filter as never, sort, limit: PAGE }), [filter, sort]);
  const pages = useApiPages(
    'loans.page',
    base,
    (cursor: string | null) => ({ ...base, cursor }),
    (page) => page.next,
  );
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isFetchNextPageError, refetch } = pages;
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data]);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return {
    rows,
    isLoading: pages.isPending || pages.isPlaceholderData,
    error: pages.error,
    isCutShort: isFetchNextPageError,
    refetch: useCallback(
      () => void (isFetchNextPageError ? fetchNextPage() : refetch()),
      [isFetchNextPageError, fetchNextPage, refetch],
    ),
    more,
  };
}

/** Totals of a filter; null while unknown, so that a screen shows a dash and not an old figure. */
export function useLedgerTotals(filter: LedgerFilter): { totals: LedgerTotals | null; failed: boolean } {
  const query = useApiQuery('loans.totals', filter as never);
  return { totals: query.data ?? null, failed: query.isError };
}
