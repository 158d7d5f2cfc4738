/** Progress of recovery (DOC-RPT-02): the plan against the receipts of ten days, a month, a quarter or a year, ranked. */
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import type { ProgressLine } from '@shared/contract/team.contract';
import { PERIODS, type PeriodKind, periodOf } from '@shared/domain/team/progress';
import { addDays } from '@shared/kernel/calendarDate';
import { Button, Segmented, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useOpenSession } from '../../app/sessionContext';
import { dayIn } from '../../app/urlReaders';
import { useUrlState } from '../../app/useUrlState';
import { formatAmount, formatCount, formatPercent, UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { ErrorState } from '../../ui/ErrorState';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { Why } from '../../ui/Why';
import { RegisterExport } from './RegisterExport';

const kindOf = (stored: unknown): PeriodKind => PERIODS.find((kind) => kind === stored) ?? 'month';

function useColumns(span: string): readonly GridColumn<ProgressLine>[] {
  const { t } = useTranslation();
  const nameOf = ({ scope, name }: ProgressLine): string => (scope === 'branch' ? t('team:scope.branch') : name);
  const amount = (of: 'goal' | 'done', key: 'principal' | 'interest'): GridColumn<ProgressLine> => {
    const value = (line: ProgressLine): number | null => line[of]?.[key] ?? null;
    return {
      key: `${of}-${key}`,
      title: t(`team:plan.${of}-${key}`),
      width: 130,
      kind: 'amount',
      render: (line) => <AmountText fen={value(line)} />,
      copy: (line) => formatAmount(value(line), 'yuan'),
    };
  };
  const percent = ({ share }: ProgressLine): string => formatPercent(share === null ? null : Number(share));
  const why = (line: ProgressLine) => ({
    sentence: t('team:progress.why', { name: nameOf(line) }),
    inputs: [
      { label: t('team:plan.time'), value: span },
      { label: t('team:plan.done-principal'), value: formatAmount(line.done.principal, 'yuan') },
      { label: t('team:plan.done-interest'), value: formatAmount(line.done.interest, 'yuan') },
      { label: t('team:plan.goal-principal'), value: formatAmount(line.goal?.principal ?? null, 'yuan') },
      { label: t('team:plan.goal-interest'), value: formatAmount(line.goal?.interest ?? null, 'yuan') },
    ],
  });
  return [
    { key: 'name', title: t('team:plan.subject'), width: 150, sticky: true, render: nameOf, copy: nameOf },
    { key: 'scope', title: t('team:plan.scope'), width: 80, render: ({ scope }) => t(`team:scope.${scope}`) },
    amount('goal', 'principal'),
    amount('done', 'principal'),
    amount('goal', 'interest'),
    amount('done', 'interest'),
    {
      key: 'share',
      title: t('team:progress.share'),
      width: 110,
      kind: 'count',
      render: (line) => <Why of={why(line)}>{percent(line)}</Why>,
      copy: percent,
    },
    {
      key: 'rank',
      title: t('team:progress.rank'),
      width: 70,
      kind: 'count',
      render: ({ rank }) => (rank === null ? UNKNOWN : formatCount(rank)),
      copy: ({ rank }) => String(rank ?? ''),
    },
    {
      key: 'households',
      title: t('team:plan.households'),
      width: 110,
      kind: 'count',
      render: ({ goal, done }) => `${formatCount(done.households)} / ${goal ? formatCount(goal.households) : UNKNOWN}`,
    },
  ];
}

export function Progress() {
  const { t } = useTranslation();
  const { businessDate } = useOpenSession().state;
  const [kind, setKind] = useUrlState('period', kindOf);
  const [chosen, setDay] = useUrlState('day', dayIn);
  const day = chosen ?? businessDate;
  const { from, to } = periodOf(kind, day);
  const span = t('team:progress.span', { from, to });
  const answer = useApiQuery('team.progress', { plan: null, kind, day }, { keepOld: true });
  const columns = useColumns(span);
  if (answer.error) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  const plan = answer.data?.plan ?? null;
  return (
    <>
      <div className="qs-team-head">
        <Space size="small">
          <Segmented<PeriodKind>
            aria-label={t('team:progress.label')}
            value={kind}
            options={PERIODS.map((value) => ({ value, label: t(`team:progress.${value}`) }))}
            onChange={setKind}
          />
          <Button
            icon={<LeftOutlined aria-hidden />}
            aria-label={t('team:progress.before')}
            onClick={() => setDay(addDays(from, -1))}
          />
          <b className="qs-figure">{span}</b>
          <Button
            icon={<RightOutlined aria-hidden />}
            aria-label={t('team:progress.after')}
            onClick={() => setDay(addDays(to, 1))}
          />
          <span>{plan?.title}</span>
        </Space>
        {plan && <RegisterExport wanted={{ what: 'progress', plan: plan.id, kind, day }} />}
      </div>
      <DataGrid<ProgressLine>
        caption={t('team:tab.progress')}
        columns={columns}
        rows={answer.data?.rows ?? []}
        keyOf={({ scope, subjectId }) => `${scope} ${subjectId}`}
        total={answer.data?.rows.length ?? 0}
        loading={answer.isPending}
        empty={<p className="qs-state qs-hint">{t('team:progress.none')}</p>}
      />
    </>
  );
}
