/** The register of notices 登记簿: filter, what is missing, recording what became of each, and the register as a file (REC-04). */
import type { NoticeView } from '@shared/contract/dunning.contract';
import { App, Button, Dropdown, Input, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { idIn } from '../../app/urlReaders';
import { useUrlState } from '../../app/useUrlState';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { DataGrid } from '../../ui/grid/DataGrid';
import { useReason } from '../../ui/useReason';
import { NoticeDrawer } from './NoticeDrawer';
import { useRegisterColumns } from './registerColumns';

const STATES = ['missing', 'open', 'signed', 'arrived', 'refused', 'returned'] as const;
type State = (typeof STATES)[number];

const asText = (stored: unknown): string => (typeof stored === 'string' ? stored : '');
const asState = (stored: unknown): State | null => STATES.find((each) => each === stored) ?? null;

function useRegisterFilter() {
  const [officer, setOfficer] = useUrlState('officer', asText);
  const [state, setState] = useUrlState('state', asState);
  const [text, setText] = useUrlState('text', asText);
  const wanted = useDeferredValue(text.trim());
  const filter = { unit: null, officer: officer || null, household: null, from: null, to: null, state, text: wanted };
  return { filter, officer, setOfficer, state, setState, text, setText };
}

function useExport(filter: ReturnType<typeof useRegisterFilter>['filter']) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const exporting = useApiCommand('dunning.exportRegister');
  const { ask, dialog } = useReason('export');
  const [error, setError] = useState<unknown>(null);
  const start = (format: 'xlsx' | 'pdf'): void => {
    setError(null);
    ask({
      title: t('dunning:register.exportTitle'),
      verb: t('dunning:register.export'),
      note: t('dunning:register.exportNote'),
      act: async (reason) => {
        try {
          const { path } = await exporting.mutateAsync({ ...filter, format, reason, path: null });
          if (path !== null) void message.success(t('dunning:register.exported', { path }));
        } catch (thrown) {
          setError(thrown);
        }
        return true;
      },
    });
  };
  return { start, dialog, error };
}

function RegisterBar({
  held,
  onExport,
}: {
  held: ReturnType<typeof useRegisterFilter>;
  onExport: (format: 'xlsx' | 'pdf') => void;
}) {
  const { t } = useTranslation();
  const mayExport = useMay('ledger.export');
  const places = useApiQuery('dunning.places', undefined);
  const { officer, setOfficer, state, setState, text, setText } = held;
  return (
    <div className="qs-dunning-filter">
      <Input
        allowClear
        type="search"
        className="qs-dunning-area"
        aria-label={t('dunning:register.search')}
        placeholder={t('dunning:register.search')}
        value={text}
        maxLength={100}
        onChange={(event) => setText(event.target.value || undefined)}
      />
      <Select
        allowClear
        showSearch
        className="qs-dunning-select"
        aria-label={t('dunning:filter.officer')}
        placeholder={t('dunning:filter.officer')}
        value={officer || undefined}
        onChange={(next) => setOfficer(next)}
        options={(places.data?.officers ?? []).map((name) => ({ value: name, label: name }))}
      />
      <Select
        allowClear
        className="qs-dunning-select"
        aria-label={t('dunning:register.state')}
        placeholder={t('dunning:register.state')}
        value={state ?? undefined}
        onChange={(next) => setState(next)}
        options={STATES.map((value) => ({ value, label: t(`dunning:outcome.${value}`) }))}
      />
      {mayExport && (
        <Dropdown
          menu={{
            items: (['xlsx', 'pdf'] as const).map((key) => ({ key, label: t(`dunning:register.${key}`) })),
            onClick: ({ key }) => onExport(key as 'xlsx' | 'pdf'),
          }}
        >
          <Button>{t('dunning:register.export')}</Button>
        </Dropdown>
      )}
    </div>
  );
}

export function RegisterTab() {
  const { t } = useTranslation();
  const held = useRegisterFilter();
  const { filter, officer, state } = held;
  const [shown, setShown] = useUrlState('notice', idIn);
  const register = useApiQuery('dunning.register', { ...filter, limit: 1_000 }, { keepOld: true });
  const { start, dialog, error } = useExport(filter);
  const columns = useRegisterColumns();
  if (register.error) return <ErrorState error={register.error} onRetry={() => void register.refetch()} />;
  const { notices = [], missing = 0, chaseAfterDays = 0 } = register.data ?? {};
  const filtered = officer !== '' || state !== null || filter.text !== '';
  return (
    <>
      <RegisterBar held={held} onExport={start} />
      {error !== null && <ErrorState error={error} />}
      <DataGrid<NoticeView>
        caption={t('dunning:tab.register')}
        columns={columns}
        rows={notices}
        total={notices.length}
        keyOf={(notice) => notice.id}
        loading={register.isPending}
        onOpen={(notice) => setShown(notice.id)}
        empty={<EmptyState why={filtered ? 'filtered' : 'none'} />}
        totals={
          <>
            <span>{t('dunning:register.count', { count: notices.length })}</span>
            <b>{t('dunning:register.missing', { count: missing, days: chaseAfterDays })}</b>
          </>
        }
      />
      {shown !== null && <NoticeDrawer key={shown} id={shown} onClose={() => setShown(undefined)} />}
      {dialog}
    </>
  );
}
