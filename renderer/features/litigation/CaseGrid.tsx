/** The litigation ledger, one row a case; Enter opens the case (LIT-13). */
import type { CaseListItem } from '@shared/contract/litigationInputs';
import { STAGES, type Stage } from '@shared/domain/litigation/stages';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input, Select, Tag } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf, OutputOf } from '../../api/client';
import { useApiQuery } from '../../api/queries';
import { useShortcut } from '../../app/shortcuts';
import { textIn } from '../../app/urlReaders';
import { useUrlState } from '../../app/useUrlState';
import { formatAmount, formatCount, UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { DeadlinePill } from './DeadlinePill';
import { SheetExport } from './SheetExport';

type View = NonNullable<InputOf<'litigation.list'>['view']>;

const stageOf = (stored: unknown): Stage | null => STAGES.find((stage) => stage === stored) ?? null;

function useColumns(today: string | undefined): readonly GridColumn<CaseListItem>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const column = (
      key: string,
      width: number,
      of: (row: CaseListItem) => string,
      more: Partial<GridColumn<CaseListItem>> = {},
    ): GridColumn<CaseListItem> => ({
      key,
      title: t(`litigation:case.column.${key}`),
      width,
      render: of,
      copy: of,
      ...more,
    });
    const amount = (key: 'principal' | 'interest' | 'recovered'): GridColumn<CaseListItem> =>
      column(key, 116, (row) => formatAmount(row[key], 'yuan'), {
        kind: 'amount',
        render: (row) => <AmountText fen={row[key]} />,
      });
    const nextText = ({ next }: CaseListItem) =>
      next ? `${t(`litigation:case.deadline.${next.kind}`)} ${next.day}` : UNKNOWN;
    return [
      column('borrower', 150, ({ borrower }) => borrower, { sticky: true }),
      column('stage', 130, ({ stage }) => t(`litigation:case.stage.${stage}`)),
      column('next', 300, nextText, {
        render: ({ next }) =>
          next && today ? (
            <>
              <DeadlinePill day={next.day} today={today} provisional={next.provisional} />{' '}
              {t(`litigation:case.deadline.${next.kind}`)}
            </>
          ) : (
            UNKNOWN
          ),
      }),
      column('gate', 76, ({ gate }) => t(`litigation:case.gateOf.${gate}`), {
        render: ({ gate }) => (
          <Tag color={gate === 'open' ? 'success' : 'error'}>{t(`litigation:case.gateOf.${gate}`)}</Tag>
        ),
      }),
      amount('principal'),
      amount('interest'),
      column('caseNo', 210, ({ caseNo }) => caseNo ?? UNKNOWN, { kind: 'id' }),
      column('court', 150, ({ court }) => court ?? UNKNOWN),
      column('responsible', 90, ({ responsible }) => responsible ?? UNKNOWN),
      column('handlers', 90, ({ handlers }) => handlers || UNKNOWN),
      amount('recovered'),
      column('unit', 110, ({ unit }) => unit),
      column('key', 92, ({ key }) => key, { kind: 'id' }),
    ];
  }, [t, today]);
}

function useFilter(view: View) {
  const [unit, setUnit] = useUrlState('unit', textIn);
  const [stage, setStage] = useUrlState('stage', stageOf);
  const [text, setText] = useUrlState('text', textIn);
  const wanted = useMemo(
    () => ({ view, unit, stages: stage === null ? [] : [stage], text: text ?? '' }),
    [view, unit, stage, text],
  );
  const clear = (): void => {
    setUnit(undefined);
    setStage(undefined);
    setText(undefined);
  };
  return { wanted, unit, stage, text, setUnit, setStage, setText, clear, isFiltered: Boolean(unit ?? stage ?? text) };
}
type Filter = ReturnType<typeof useFilter>;

function FilterLine({ filter, units }: { filter: Filter; units: readonly string[] }) {
  const { t } = useTranslation();
  const { unit, stage, text, setUnit, setStage, setText } = filter;
  return (
    <div className="qs-case-bar">
      <Input.Search
        allowClear
        style={{ width: 260 }}
        aria-label={t('litigation:case.find')}
        placeholder={t('litigation:case.find')}
        defaultValue={text ?? ''}
        onSearch={(value) => setText(value.trim() === '' ? undefined : value.trim())}
      />
      <Select
        allowClear
        style={{ width: 140 }}
        aria-label={t('litigation:case.column.unit')}
        placeholder={t('litigation:case.column.unit')}
        value={unit ?? undefined}
        options={units.map((value) => ({ value, label: value }))}
        onChange={(value?: string) => setUnit(value)}
      />
      <Select
        allowClear
        style={{ width: 180 }}
        aria-label={t('litigation:case.column.stage')}
        placeholder={t('litigation:case.column.stage')}
        value={stage ?? undefined}
        options={STAGES.map((value) => ({ value, label: t(`litigation:case.stage.${value}`) }))}
        onChange={(value?: Stage) => setStage(value)}
      />
      <SheetExport sheet="ledger" filter={filter.wanted} />
      <SheetExport sheet="cards" filter={filter.wanted} />
    </div>
  );
}

function Totals({ of }: { of: OutputOf<'litigation.list'> }) {
  const { t } = useTranslation();
  return (
    <span>
      {t('litigation:case.cases', { count: of.cases, shown: formatCount(of.cases) })}{' '}
      {(['principal', 'interest', 'recovered'] as const).map((key) => (
        <span key={key}>
          {t(`litigation:case.column.${key}`)} <AmountText fen={of[key]} />{' '}
        </span>
      ))}
    </span>
  );
}

export function CaseGrid({ view }: { view: View }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const filter = useFilter(view);
  const list = useApiQuery('litigation.list', { ...filter.wanted, limit: 2000 }, { keepOld: true });
  const columns = useColumns(list.data?.today);
  useShortcut('F5', t('common:action.refresh'), () => void list.refetch());
  if (list.error) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const toLedger = (
    <Button type="primary" onClick={() => void navigate({ to: '/ledger' })}>
      {t('litigation:case.fromLedger')}
    </Button>
  );
  return (
    <>
      <FilterLine filter={filter} units={list.data?.units ?? []} />
      <DataGrid<CaseListItem>
        caption={t('nav:litigation.full')}
        columns={columns}
        rows={list.data?.items ?? []}
        keyOf={(row) => row.id}
        total={list.data?.cases}
        loading={list.isPending}
        onOpen={(row) => void navigate({ to: '/case/$key', params: { key: row.key } })}
        empty={
          filter.isFiltered ? (
            <EmptyState why="filtered" onClearFilter={filter.clear} />
          ) : (
            <EmptyState why="none" action={toLedger} />
          )
        }
        totals={list.data && <Totals of={list.data} />}
      />
    </>
  );
}
