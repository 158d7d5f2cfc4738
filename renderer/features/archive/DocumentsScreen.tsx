/** Archive of issued papers 文书档案 (ARC): the list, and the paper that the address names. */
import type { DocumentView } from '@shared/contract/parties.contract';
import { Input, Select, Tag } from 'antd';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { idIn } from '../../app/urlReaders';
import { useUrlState } from '../../app/useUrlState';
import { formatCount } from '../../i18n/format';
import { DateText } from '../../ui/DateText';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { ExportMenu } from '../../ui/ExportMenu';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { NoPermission } from '../../ui/NoPermission';
import { PageHeader } from '../../ui/PageHeader';
import './archive.css';
import { IssuedDocument } from './IssuedDocument';

const LIMIT = 500;

const asText = (stored: unknown): string => (typeof stored === 'string' ? stored : '');

function useColumns(): readonly GridColumn<DocumentView>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const column = (
      key: keyof DocumentView,
      width: number,
      more: Partial<GridColumn<DocumentView>> = {},
    ): GridColumn<DocumentView> => ({
      key,
      title: t(`documents:archive.column.${key}`),
      width,
      render: (row) => String(row[key]),
      copy: (row) => String(row[key]),
      ...more,
    });
    return [
      column('number', 186, { kind: 'id', sticky: true }),
      column('title', 290),
      column('borrower', 130),
      column('issuedOn', 128, { kind: 'date', render: (row) => <DateText date={row.issuedOn} /> }),
      column('issuedBy', 84),
      column('pages', 56, { kind: 'count' }),
      column('prints', 78, { kind: 'count' }),
      column('status', 78, {
        render: ({ status }) => (
          <Tag color={status === 'issued' ? 'success' : 'error'}>{t(`documents:archive.status.${status}`)}</Tag>
        ),
        copy: ({ status }) => t(`documents:archive.status.${status}`),
      }),
    ];
  }, [t]);
}

/** A word that an input method is still composing is not searched. */
function SearchBox({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(text);
  const [composing, setComposing] = useState(false);
  return (
    <Input
      type="search"
      allowClear
      className="qs-archive-search"
      aria-label={t('documents:archive.search')}
      placeholder={t('documents:archive.search')}
      value={typed}
      maxLength={100}
      onChange={(event) => {
        setTyped(event.target.value);
        if (!composing) onChange(event.target.value);
      }}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={(event) => {
        setComposing(false);
        onChange(event.currentTarget.value);
      }}
    />
  );
}

/** Back from a paper, the keyboard is in the list again. */
function useFocusGrid(wanted: boolean): void {
  useEffect(() => {
    if (wanted) document.querySelector<HTMLElement>('.qs-page [role="grid"]')?.focus();
  }, [wanted]);
}

/** LED-11, of the chosen form or of all. */
function NumbersButton({ form }: { form: string | null }) {
  const mayHandOut = useMay('archive.hand-out');
  const { mutateAsync, isPending, error } = useApiCommand('documents.exportNumbers');
  if (!mayHandOut) return null;
  return (
    <ExportMenu
      words="documents"
      isPending={isPending}
      error={error}
      onExport={async (format, reason) => (await mutateAsync({ form, format, reason, path: null })).path}
    />
  );
}

function DocumentList({ focused, onOpen }: { focused: boolean; onOpen: (id: number) => void }) {
  const { t } = useTranslation();
  useFocusGrid(focused);
  const [text, setText] = useUrlState('text', asText);
  const [form, setForm] = useUrlState('form', asText);
  const forms = useApiQuery('documents.forms', undefined);
  const wanted = useDeferredValue(text.trim());
  const input = { text: wanted, form: form || null, household: null, limit: LIMIT };
  const list = useApiQuery('documents.list', input, { keepOld: true });
  const columns = useColumns();
  const filtered = wanted !== '' || form !== '';
  const [clears, setClears] = useState(0);
  const clear = (): void => {
    setClears(clears + 1);
    setText(undefined);
    setForm(undefined);
  };
  if (list.error) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const rows = list.data ?? [];
  return (
    <>
      <PageHeader
        title={t('nav:documents.full')}
        actions={
          <>
            <NumbersButton form={form || null} />
            <SearchBox key={clears} text={text} onChange={(next) => setText(next || undefined)} />
            <Select
              allowClear
              className="qs-archive-form"
              aria-label={t('documents:archive.form')}
              placeholder={t('documents:archive.anyForm')}
              value={form || undefined}
              onChange={(next) => setForm(next)}
              options={(forms.data ?? []).map(({ code, title }) => ({ value: code, label: title }))}
            />
          </>
        }
      />
      <DataGrid<DocumentView>
        caption={t('nav:documents.full')}
        columns={columns}
        rows={rows}
        total={rows.length}
        keyOf={(row) => row.id}
        loading={list.isPending}
        onOpen={(row) => onOpen(row.id)}
        empty={<EmptyState why={filtered ? 'filtered' : 'none'} onClearFilter={clear} />}
        totals={
          <>
            <span>{t('documents:archive.count', { count: rows.length, shown: formatCount(rows.length) })}</span>
            {rows.length === LIMIT && <span>{t('documents:archive.limited', { limit: formatCount(LIMIT) })}</span>}
          </>
        }
      />
    </>
  );
}

export default function DocumentsScreen() {
  const allowed = useMay('archive.view');
  const [shown, setShown] = useUrlState('document', idIn);
  const [returned, setReturned] = useState(false);
  const close = (): void => {
    setReturned(true);
    setShown(undefined);
  };
  if (!allowed) return <NoPermission permission="archive.view" />;
  if (shown !== null) return <IssuedDocument key={shown} id={shown} onClose={close} />;
  return <DocumentList focused={returned} onOpen={setShown} />;
}
