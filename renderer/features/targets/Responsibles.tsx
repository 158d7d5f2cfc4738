/** Loans with the persons who answer for them, the earliest deadline first (TEAM-06). */
import type { NamedResponsible } from '@shared/contract/targets.contract';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Space, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { formatAmount, UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { Why } from '../../ui/Why';
import { PaperModal } from '../team/PaperModal';
import { RegisterExport } from './RegisterExport';

const COLOURS: Readonly<Record<NamedResponsible['standing'], string>> = {
  none: 'default',
  running: 'processing',
  passed: 'error',
  cleared: 'success',
};

function useColumns(notice: ((row: NamedResponsible) => ReactNode) | null): readonly GridColumn<NamedResponsible>[] {
  const { t } = useTranslation();
  const column = (
    key: string,
    width: number,
    of: (row: NamedResponsible) => string,
    more: Partial<GridColumn<NamedResponsible>> = {},
  ): GridColumn<NamedResponsible> => ({
    key,
    title: t(`targets:responsible.${key}`),
    width,
    render: of,
    copy: of,
    ...more,
  });
  return [
    column('borrower', 150, ({ borrower }) => borrower, { sticky: true }),
    column('contract', 210, ({ contract }) => contract, { kind: 'id' }),
    column('balance', 120, ({ balance }) => formatAmount(balance, 'yuan'), {
      kind: 'amount',
      render: ({ balance }) => <AmountText fen={balance} />,
    }),
    column('person', 100, ({ person }) => person),
    column('deadline', 110, ({ deadline }) => deadline, { kind: 'date' }),
    column('standing', 90, ({ standing }) => t(`targets:standing.${standing}`), {
      render: ({ standing }) => <Tag color={COLOURS[standing]}>{t(`targets:standing.${standing}`)}</Tag>,
    }),
    column('mode', 110, ({ mode }) => t(`targets:mode.${mode}`), {
      render: ({ mode, trace, reason }) => (
        <Why of={{ sentence: reason, rules: trace }}>{t(`targets:mode.${mode}`)}</Why>
      ),
    }),
    column('consequence', 130, ({ consequence }) => t(`targets:consequence.${consequence}`)),
    column('irregularity', 120, ({ irregularity }) => t(`targets:irregularity.${irregularity ?? 'none'}`)),
    column('decided', 220, ({ decided }) =>
      decided ? `${t(`rewards:liabilityKind.${decided.kind}`)} ${decided.decision}` : UNKNOWN,
    ),
    column('unit', 110, ({ unit }) => unit),
    ...(notice ? [{ key: 'notice', title: t('targets:responsible.notice'), width: 110, render: notice }] : []),
  ];
}

export function Responsibles() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const list = useApiQuery('targets.responsibilities', undefined);
  const mayName = useMay('target.name-responsible');
  const mayKnow = useMay('reward.view');
  const [printed, setPrinted] = useState<NamedResponsible | null>(null);
  const notice = (row: NamedResponsible) => (
    <Button size="small" onClick={() => setPrinted(row)}>
      {t('targets:responsible.notice')}
    </Button>
  );
  const columns = useColumns(mayName ? notice : null);
  if (list.error) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const rows = list.data?.loans ?? [];
  return (
    <>
      <div className="qs-target-bar">
        <Space size="small">
          <RegisterExport wanted={{ what: 'responsible' }} />
          {mayKnow && (
            <Link to="/rewards" search={{ view: 'liabilities' } as never}>
              {t('targets:responsible.toRegister')}
            </Link>
          )}
        </Space>
      </div>
      <DataGrid<NamedResponsible>
        caption={t('targets:view.responsible')}
        columns={columns}
        rows={rows}
        keyOf={({ loanId }) => loanId}
        total={rows.length}
        loading={list.isPending}
        onOpen={({ household }) => void navigate({ to: '/household/$key', params: { key: household } })}
        empty={<EmptyState why="none" />}
      />
      {printed && (
        <PaperModal form="DOC-TEAM-03" subject={String(printed.loanId)} fields={{}} onClose={() => setPrinted(null)} />
      )}
    </>
  );
}
