/** Leave (TEAM-04): asked by each for himself, decided by the deputy head, ended by reporting back to him; the form on paper. */
import type { LeaveView } from '@shared/contract/team.contract';
import { Link } from '@tanstack/react-router';
import { Button, Space, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useMay, useOpenSession } from '../../app/sessionContext';
import { formatCount, UNKNOWN } from '../../i18n/format';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { AskLeaveModal } from './AskLeaveModal';
import { PaperModal } from './PaperModal';
import { RegisterExport } from './RegisterExport';
import { ReportBackModal } from './ReportBackModal';

const COLOURS: Readonly<Record<LeaveView['state'], string>> = {
  asked: 'processing',
  approved: 'success',
  refused: 'error',
};

function Actions({ leave, onReport, onPaper }: { leave: LeaveView; onReport: () => void; onPaper: () => void }) {
  const { t } = useTranslation();
  const { user } = useOpenSession();
  const mayReport = useMay('team.report-back');
  const mayPrint = useMay('paper.prepare');
  const isOpen = leave.state === 'approved' && leave.reportedOn === null;
  return (
    <Space size="small">
      {mayReport && isOpen && leave.userId !== user.id && (
        <Button size="small" type="primary" onClick={onReport}>
          {t('team:leave.report')}
        </Button>
      )}
      {mayPrint && (
        <Button size="small" onClick={onPaper}>
          {t('team:leave.paper')}
        </Button>
      )}
    </Space>
  );
}

function useColumns(actions: (leave: LeaveView) => ReactNode): readonly GridColumn<LeaveView>[] {
  const { t } = useTranslation();
  const column = (
    key: string,
    width: number,
    of: (row: LeaveView) => string,
    more: Partial<GridColumn<LeaveView>> = {},
  ): GridColumn<LeaveView> => ({ key, title: t(`team:leave.${key}`), width, render: of, copy: of, ...more });
  return [
    column('person', 110, ({ person }) => person, { sticky: true }),
    column('kind', 70, ({ kind }) => t(`team:kind.${kind}`)),
    column(
      'days',
      230,
      ({ firstDay, lastDay, days }) =>
        `${firstDay} – ${lastDay} ${t('team:leave.dayCount', { count: days, shown: formatCount(days) })}`,
      { kind: 'date' },
    ),
    column('state', 130, ({ state }) => t(`team:leaveState.${state}`), {
      render: ({ state, requestId }) => (
        <Link to="/approvals" search={{ list: 'all', id: requestId } as never}>
          <Tag color={COLOURS[state]}>{t(`team:leaveState.${state}`)}</Tag>
        </Link>
      ),
    }),
    column(
      'reportedOn',
      170,
      ({ reportedOn, overdue }) => reportedOn ?? (overdue ? t('team:leave.overdue') : UNKNOWN),
      {
        render: ({ reportedOn, reportedTo, overdue }) =>
          reportedOn ? (
            `${reportedOn} ${reportedTo}`
          ) : overdue ? (
            <Tag color="error">{t('team:leave.overdue')}</Tag>
          ) : (
            UNKNOWN
          ),
      },
    ),
    column('reason', 180, ({ reason }) => reason),
    column('substitute', 90, ({ substitute }) => substitute ?? UNKNOWN),
    { key: 'actions', title: t('team:leave.actions'), width: 180, render: actions },
  ];
}

export function Leaves() {
  const { t } = useTranslation();
  const mayAsk = useMay('team.leave');
  const list = useApiQuery('team.leaves', undefined);
  const [asking, setAsking] = useState(false);
  const [reported, setReported] = useState<LeaveView | null>(null);
  const [printed, setPrinted] = useState<LeaveView | null>(null);
  const columns = useColumns((leave) => (
    <Actions leave={leave} onReport={() => setReported(leave)} onPaper={() => setPrinted(leave)} />
  ));
  if (list.error) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const leaves = list.data?.leaves ?? [];
  return (
    <>
      <div className="qs-team-head">
        <span className="qs-hint">{t('team:leave.rule')}</span>
        <Space size="small">
          <RegisterExport wanted={{ what: 'leaves' }} />
          {mayAsk && (
            <Button type="primary" onClick={() => setAsking(true)}>
              {t('team:leave.ask')}
            </Button>
          )}
        </Space>
      </div>
      <DataGrid<LeaveView>
        caption={t('team:tab.leaves')}
        columns={columns}
        rows={leaves}
        keyOf={({ id }) => id}
        total={leaves.length}
        loading={list.isPending}
        empty={<EmptyState why="none" />}
      />
      {asking && <AskLeaveModal onClose={() => setAsking(false)} />}
      {reported && <ReportBackModal leave={reported} onClose={() => setReported(null)} />}
      {printed && (
        <PaperModal form="DOC-TEAM-01" subject={String(printed.id)} fields={{}} onClose={() => setPrinted(null)} />
      )}
    </>
  );
}
