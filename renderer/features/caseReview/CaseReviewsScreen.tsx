/** Cases that are not closed with their monthly review, breaches found in them, and the register of counsels (LIT-12, LIT-13, LIT-15). */
import type { ReviewLineView } from '@shared/contract/caseReview.contract';
import { useNavigate } from '@tanstack/react-router';
import { Segmented, Space, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { useUrlState } from '../../app/useUrlState';
import { UNKNOWN } from '../../i18n/format';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { ExportMenu } from '../../ui/ExportMenu';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { NoPermission } from '../../ui/NoPermission';
import { PageHeader } from '../../ui/PageHeader';
import { CounselRegister } from '../counsel/CounselRegister';

const VIEWS = ['reviews', 'breaches', 'counsels'] as const;
type View = (typeof VIEWS)[number];
const viewOf = (stored: unknown): View => VIEWS.find((view) => view === stored) ?? 'reviews';

type Column = GridColumn<ReviewLineView>;

function useColumns(view: 'reviews' | 'breaches'): readonly Column[] {
  const { t } = useTranslation();
  const column = (
    key: string,
    width: number,
    of: (row: ReviewLineView) => string,
    more: Partial<Column> = {},
  ): Column => ({
    ...{ key, title: t(`caseReview:column.${key}`), width, render: of, copy: of },
    ...more,
  });
  const due = ({ standing }: ReviewLineView) => standing.dueOn ?? UNKNOWN;
  const passed = ({ standing }: ReviewLineView) =>
    standing.overdue.map(({ kind, day }) => `${t(`litigation:case.deadline.${kind}`)} ${day}`).join(' · ');
  const found = ({ breaches }: ReviewLineView) =>
    breaches.map(({ kind }) => t(`caseReview:breach.${kind}`)).join(' · ');
  const head = [
    column('case', 100, ({ key }) => key, { sticky: true }),
    column('borrower', 130, ({ borrower }) => borrower),
    column('unit', 110, ({ unit }) => unit),
    column('stage', 110, ({ stage }) => t(`litigation:case.stage.${stage}`)),
    column('people', 140, ({ responsible, handlers }) => [responsible, handlers].filter(Boolean).join(' · ')),
  ];
  if (view === 'breaches')
    return [
      ...head,
      column('breach', 320, found),
      column('article', 320, ({ breaches }) => breaches.map(({ article }) => article).join(' · ')),
      column('note', 200, ({ breaches }) => breaches.map(({ note }) => note?.reason ?? UNKNOWN).join(' · ')),
    ];
  return [
    ...head,
    column('due', 120, due, {
      render: (row) => <Tag color={row.standing.isDue ? 'error' : undefined}>{due(row)}</Tag>,
    }),
    column('overdue', 240, passed),
    column('last', 100, ({ last }) => last?.on ?? UNKNOWN, { kind: 'date' }),
    column('cause', 160, ({ last }) => last?.cause ?? UNKNOWN),
    column('difficulty', 160, ({ last }) => last?.difficulty ?? UNKNOWN),
    column('solution', 160, ({ last }) => last?.solution ?? UNKNOWN),
    column('until', 100, ({ last }) => last?.until ?? UNKNOWN, { kind: 'date' }),
  ];
}

function Lines({ view }: { view: 'reviews' | 'breaches' }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayExport = useMay('ledger.export');
  const list = useApiQuery('caseReview.list', undefined);
  const { mutateAsync, isPending, error } = useApiCommand('caseReview.export');
  const columns = useColumns(view);
  if (list.error) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const rows = (list.data?.items ?? []).filter(({ standing, breaches }) =>
    view === 'reviews' ? standing.dueOn !== null : breaches.length > 0,
  );
  return (
    <>
      <div className="qs-filter-line">
        <Space>
          {mayExport && (
            <ExportMenu
              words="litigation"
              isPending={isPending}
              error={error}
              onExport={async (format, reason) => (await mutateAsync({ list: view, format, reason, path: null })).path}
            />
          )}
          {list.data && (
            <span className="qs-hint">
              {t(`caseReview:count.${view}`, { count: view === 'reviews' ? list.data.due : list.data.breaches })}
            </span>
          )}
        </Space>
      </div>
      <DataGrid<ReviewLineView>
        caption={t(`caseReview:view.${view}`)}
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        total={rows.length}
        loading={list.isPending}
        onOpen={({ key }) => void navigate({ to: '/case/$key', params: { key }, search: { tab: 'review' } as never })}
        empty={<EmptyState why="none" />}
      />
    </>
  );
}

function Reviews() {
  const { t } = useTranslation();
  const [view, setView] = useUrlState('view', viewOf);
  return (
    <>
      <PageHeader
        title={t('nav:caseReviews.full')}
        actions={
          <Segmented<View>
            value={view}
            options={VIEWS.map((value) => ({ value, label: t(`caseReview:view.${value}`) }))}
            onChange={(value) => setView(value === 'reviews' ? undefined : value)}
          />
        }
      />
      {view === 'counsels' ? <CounselRegister /> : <Lines key={view} view={view} />}
    </>
  );
}

export default function CaseReviewsScreen() {
  const may = useMay('litigation.view');
  return may ? <Reviews /> : <NoPermission permission="litigation.view" />;
}
