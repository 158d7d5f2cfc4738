/** Saved views of the ledger: apply, keep, replace, remove with a way back, choose the one it opens with. */
import { useEffect, useState } from 'react';
import type { InputOf, OutputOf } from '../../api/client';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useOpenSession } from '../../app/sessionContext';
import { useComplain } from '../../ui/useComplain';
import { defaultViewOf, setDefaultView } from './defaultView';
import { columnsInOrder, DEFAULT_LEDGER, type LedgerState, looksLike } from './ledgerState';
import type { LedgerControl } from './useLedger';

export type SavedView = OutputOf<'loans.views'>[number];
type Definition = InputOf<'loans.saveView'>;

/** A page opened without an address of its own begins with the person's default view, once the views are known. */
function useDefaultView(views: readonly SavedView[] | undefined, isFresh: boolean, apply: (view: SavedView) => void) {
  const { user } = useOpenSession();
  const [isSettled, settle] = useState(!isFresh);
  useEffect(() => {
    if (isSettled || !views) return;
    settle(true);
    const view = views.find(({ id }) => id === defaultViewOf(user.id));
    if (isFresh && view) apply(view);
  });
}

/** Which view the ledger opens with; a choice of this workstation. */
function useDefaultChoice() {
  const { user } = useOpenSession();
  const [defaultId, setDefaultId] = useState(() => defaultViewOf(user.id));
  const makeDefault = (id: number | null): void => {
    setDefaultView(user.id, id);
    setDefaultId(id);
  };
  return { defaultId, makeDefault };
}

export function useViews({ state, isFresh, change }: LedgerControl) {
  const complain = useComplain();
  const views = useApiQuery('loans.views', undefined);
  const save = useApiCommand('loans.saveView');
  const remove = useApiCommand('loans.deleteView');
  const { defaultId, makeDefault } = useDefaultChoice();
  const apply = ({ id, filter, sort, columns }: SavedView): void =>
    change({ filter, sort, columns: columnsInOrder(columns), view: id, row: null });
  useDefaultView(views.data, isFresh, apply);
  const current = views.data?.find(({ id }) => id === state.view) ?? null;
  const definition = (name: string, shared: boolean): Definition => ({
    name,
    shared,
    filter: state.filter as never,
    sort: state.sort,
    columns: [...state.columns],
  });
  const keep = async (name: string, shared: boolean): Promise<SavedView | null> => {
    try {
      const view = await save.mutateAsync(definition(name, shared));
      change({ view: view.id });
      return view;
    } catch (error) {
      complain(error);
      return null;
    }
  };
  /** The contract has no change of a view: the old one goes, the new one takes its name and its place as default. */
  const replace = async (view: SavedView): Promise<void> => {
    try {
      await remove.mutateAsync({ id: view.id });
      const next = await keep(view.name, view.shared);
      if (next && defaultId === view.id) makeDefault(next.id);
    } catch (error) {
      complain(error);
    }
  };
  const drop = async ({ id }: SavedView): Promise<boolean> => {
    try {
      await remove.mutateAsync({ id });
      if (defaultId === id) makeDefault(null);
      if (state.view === id) change({ view: null });
      return true;
    } catch (error) {
      complain(error);
      return false;
    }
  };
  /** Brings a removed view back, as it was. */
  const restore = ({ name, shared, filter, sort, columns }: SavedView): void =>
    save.mutate({ name, shared, filter, sort, columns }, { onError: complain });
  const isChanged = current !== null && !looksLike(state, current);
  const reset = (): void => change({ ...DEFAULT_LEDGER } satisfies LedgerState);
  return {
    views: views.data ?? [],
    current,
    isChanged,
    defaultId,
    isBusy: save.isPending || remove.isPending,
    apply,
    keep,
    replace,
    drop,
    restore,
    reset,
    makeDefault,
  };
}

export type Views = ReturnType<typeof useViews>;
