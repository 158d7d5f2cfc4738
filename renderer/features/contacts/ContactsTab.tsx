/** The contact log of a household, newest first; Enter shows an entry in full, F7 records the next one. */
import type { ContactView } from '@shared/contract/contacts.contract';
import type { Household } from '@shared/contract/parties.contract';
import { Button, Tag, Tooltip } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiPages } from '../../api/queries';
import { useMay, useReadsOnly } from '../../app/sessionContext';
import { UNKNOWN } from '../../i18n/format';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { useContactDesk } from './ContactDesk';
import { ContactEntryDrawer } from './ContactEntryDrawer';
import './contacts.css';
import { useContactWords } from './contactWords';

const PAGE = 100;

type Cursor = { readonly at: string; readonly id: number };

function useContacts(household: number) {
  const base = useMemo(() => ({ household, limit: PAGE }), [household]);
  const pages = useApiPages(
    'contacts.page',
    base,
    (cursor: Cursor | null) => ({ ...base, cursor }),
    (page) => page.next,
  );
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const contacts = useMemo(() => pages.data?.pages.flatMap((page) => page.contacts) ?? [], [pages.data]);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const total = pages.data?.pages[0]?.total;
  return { contacts, more, total, isLoading: pages.isPending, error: pages.error, refetch: () => void pages.refetch() };
}

function useColumns(): readonly GridColumn<ContactView>[] {
  const { t } = useTranslation();
  const words = useContactWords();
  const column = (
    key: string,
    width: number,
    of: (entry: ContactView) => string,
    more: Partial<GridColumn<ContactView>> = {},
  ): GridColumn<ContactView> => ({
    key,
    title: t(`contacts:column.${key}`),
    width,
    // What no longer counts is told apart without its colour too: the last column says so.
    render: (entry) => (words.mark(entry).counts ? of(entry) : <span className="qs-contact-gone">{of(entry)}</span>),
    copy: of,
    ...more,
  });
  const mark = (entry: ContactView) => words.mark(entry).text;
  return [
    column('at', 132, ({ at }) => at, { kind: 'date', sticky: true }),
    column('kind', 80, ({ kind }) => t(`contacts:kind.${kind}`)),
    column('person', 150, words.person),
    column('result', 90, ({ result }) => t(`contacts:result.${result}`)),
    column('said', 300, ({ said }) => said),
    column('promise', 240, words.promise),
    column('next', 180, ({ next }) => (next ? `${next.on} ${next.what}` : UNKNOWN)),
    column('staff', 120, ({ staff }) => staff.join(t('common:list.separator'))),
    column('by', 80, ({ by }) => by),
    column('mark', 160, mark, { render: (entry) => <Tag>{mark(entry)}</Tag> }),
  ];
}

export function ContactsTab({ file }: { file: Household }) {
  const { t } = useTranslation();
  const may = useMay('contact.record');
  const readsOnly = useReadsOnly();
  const openDesk = useContactDesk();
  const log = useContacts(file.id);
  const [shown, setShown] = useState<number | null>(null);
  const columns = useColumns();
  const household = { id: file.id, borrower: file.borrower.name };
  if (log.error && log.contacts.length === 0) return <ErrorState error={log.error} onRetry={log.refetch} />;
  const add = !readsOnly && (
    <Tooltip title={may ? 'F7' : t('contacts:forbidden')}>
      <Button type="primary" size="small" aria-disabled={!may} onClick={() => may && openDesk({ household })}>
        {t('contacts:add')}
      </Button>
    </Tooltip>
  );
  return (
    <>
      <DataGrid<ContactView>
        caption={t('contacts:title')}
        columns={columns}
        rows={log.contacts}
        keyOf={({ id }) => id}
        total={log.total}
        loading={log.isLoading}
        onReachEnd={log.more}
        onOpen={({ id }) => setShown(id)}
        empty={<EmptyState why="none" action={add} />}
        totals={
          <>
            <span>{t('contacts:count', { count: log.total ?? 0 })}</span>
            {add}
          </>
        }
      />
      <ContactEntryDrawer
        entry={log.contacts.find(({ id }) => id === shown) ?? null}
        household={household}
        onClose={() => setShown(null)}
      />
    </>
  );
}
