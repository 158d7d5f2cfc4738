/** Work plans against what the receipts brought (TEAM-05): each line with its completion and where it comes from. */
import type { PlanLineDone } from '@shared/contract/team.contract';
import { Button, Progress, Select, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { idIn } from '../../app/urlReaders';
import { useUrlState } from '../../app/useUrlState';
import { formatAmount, formatCount } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { Why } from '../../ui/Why';
import { PlanDrawer } from './PlanDrawer';
import { PlanPaperDrawer } from './PlanPaperDrawer';
import { completedPercent } from './planForm';
import type { OpenPlan } from './teamTypes';

function useColumns(plan: OpenPlan | null): readonly GridColumn<PlanLineDone>[] {
  const { t } = useTranslation();
  const nameOf = ({ scope, name }: PlanLineDone): string => (scope === 'branch' ? t('team:scope.branch') : name);
  const why = (line: PlanLineDone, key: 'principal' | 'interest') => ({
    sentence: t(`team:plan.why.${line.scope}`, { name: nameOf(line) }),
    inputs: [
      { label: t('team:plan.time'), value: line.month ?? `${plan?.firstDay} – ${plan?.lastDay}` },
      { label: t(`team:plan.done-${key}`), value: formatAmount(line.done[key], 'yuan') },
      { label: t(`team:plan.goal-${key}`), value: formatAmount(line[key], 'yuan') },
    ],
  });
  const amount = (key: 'principal' | 'interest', of: 'goal' | 'done'): GridColumn<PlanLineDone> => {
    const value = (line: PlanLineDone): number => (of === 'goal' ? line[key] : line.done[key]);
    return {
      key: `${of}-${key}`,
      title: t(`team:plan.${of}-${key}`),
      width: 120,
      kind: 'amount',
      render: (line) =>
        of === 'goal' ? (
          <AmountText fen={value(line)} />
        ) : (
          <Why of={why(line, key)}>
            <AmountText fen={value(line)} />
          </Why>
        ),
      copy: (line) => formatAmount(value(line), 'yuan'),
    };
  };
  return [
    { key: 'name', title: t('team:plan.subject'), width: 150, sticky: true, render: nameOf, copy: nameOf },
    { key: 'scope', title: t('team:plan.scope'), width: 70, render: ({ scope }) => t(`team:scope.${scope}`) },
    { key: 'month', title: t('team:plan.month'), width: 90, render: ({ month }) => month ?? t('team:plan.whole') },
    amount('principal', 'goal'),
    amount('principal', 'done'),
    amount('interest', 'goal'),
    amount('interest', 'done'),
    {
      key: 'percent',
      title: t('team:plan.percent'),
      width: 140,
      // The bar ends at 100; what was reached beyond the goal is said in the figure.
      render: (line) => (
        <Progress size="small" percent={completedPercent(line)} format={() => `${completedPercent(line)}%`} />
      ),
      copy: (line) => `${completedPercent(line)}%`,
    },
    {
      key: 'households',
      title: t('team:plan.households'),
      width: 90,
      kind: 'count',
      render: ({ households, done }) => `${formatCount(done.households)} / ${formatCount(households)}`,
    },
  ];
}

export function Plans() {
  const { t } = useTranslation();
  const mayPlan = useMay('team.plan');
  const [id, setId] = useUrlState('plan', idIn);
  const answer = useApiQuery('team.plans', { id }, { keepOld: true });
  const [asked, setAsked] = useState<'new' | 'edit' | 'paper' | null>(null);
  const plan = answer.data?.plan ?? null;
  const columns = useColumns(plan);
  if (answer.error) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  const close = (): void => setAsked(null);
  return (
    <>
      <div className="qs-team-head">
        <Select
          style={{ minWidth: 320 }}
          aria-label={t('team:plan.choose')}
          placeholder={t('team:plan.choose')}
          value={plan?.id}
          options={(answer.data?.plans ?? []).map((each) => ({
            value: each.id,
            label: `${t(`team:planKind.${each.kind}`)} ${each.title}`,
          }))}
          onChange={(value: number) => setId(value)}
        />
        <Space size="small">
          {plan && mayPlan && <Button onClick={() => setAsked('paper')}>{t('team:plan.paper')}</Button>}
          {plan && mayPlan && <Button onClick={() => setAsked('edit')}>{t('team:plan.edit')}</Button>}
          {mayPlan && (
            <Button type="primary" onClick={() => setAsked('new')}>
              {t('team:plan.new')}
            </Button>
          )}
        </Space>
      </div>
      <DataGrid<PlanLineDone>
        caption={t('team:tab.plans')}
        columns={columns}
        rows={plan?.lines ?? []}
        keyOf={({ scope, subjectId, month }) => `${scope} ${subjectId} ${month}`}
        total={plan?.lines.length ?? 0}
        loading={answer.isPending}
        empty={<EmptyState why="none" />}
      />
      {(asked === 'new' || asked === 'edit') && answer.data && (
        <PlanDrawer plan={asked === 'edit' ? plan : null} answer={answer.data} onSaved={setId} onClose={close} />
      )}
      {asked === 'paper' && plan && <PlanPaperDrawer plan={plan} onClose={close} />}
    </>
  );
}
