/** Beside the counters of the bench (S02): the month's plan, the load of seven days, who has nothing planned, and who has how much. */
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';
import { formatAmount, formatCount, formatPercent } from '../../i18n/format';
import { Why } from '../../ui/Why';

type BoardData = OutputOf<'workbench.list'>;

function MonthPlan({ plan }: { plan: BoardData['plan'] }) {
  const { t } = useTranslation();
  if (plan === null) return <span className="qs-hint">{t('workbench:plan.none')}</span>;
  const { title, goal, done, share, from, to } = plan;
  const name = plan.name === '' ? t('workbench:plan.branch') : plan.name;
  const of = {
    sentence: t('workbench:plan.why', { title, name }),
    asOf: `${from} – ${to}`,
    inputs: [
      { label: t('workbench:plan.done'), value: formatAmount(done.principal + done.interest, 'yuan') },
      { label: t('workbench:plan.goal'), value: formatAmount(goal && goal.principal + goal.interest, 'yuan') },
    ],
  };
  return <Why of={of}>{formatPercent(share === null ? null : Number(share))}</Why>;
}

const HEIGHT = 22;

function Load({ load }: { load: BoardData['load'] }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...load.map(({ items }) => items));
  const word = ({ day, items }: BoardData['load'][number]) =>
    t('workbench:load.day', { day: day.slice(5), items: formatCount(items) });
  return (
    <span className="qs-load" role="img" aria-label={load.map(word).join(' ')}>
      {load.map((each) => (
        <i key={each.day} title={word(each)} style={{ height: Math.max(2, Math.round((each.items / most) * HEIGHT)) }}>
          <b className="qs-figure">{each.items === 0 ? null : formatCount(each.items)}</b>
        </i>
      ))}
    </span>
  );
}

/** For heads: whose work the list shows. */
function People({ people, filter }: { people: BoardData['people']; filter: Props['filter'] }) {
  const { t } = useTranslation();
  const named = people.flatMap(({ name, overdue, total }) => {
    if (name === null) return [];
    const label = t('workbench:people.option', { name, overdue: formatCount(overdue), total: formatCount(total) });
    return { value: name, label };
  });
  return (
    <Select
      allowClear
      style={{ minWidth: 220 }}
      aria-label={t('workbench:people.title')}
      placeholder={t('workbench:people.all')}
      value={filter.person ?? undefined}
      options={named}
      onChange={(value?: string) => filter.setPerson(value)}
    />
  );
}

interface Props {
  readonly board: BoardData;
  readonly filter: { readonly person: string | null; readonly setPerson: (person: string | undefined) => void };
  readonly onIdle: () => void;
}

export function Board({ board, filter, onIdle }: Props) {
  const { t } = useTranslation();
  return (
    <div className="qs-bench-board">
      <span>
        {t('workbench:plan.title')} <MonthPlan plan={board.plan} />
      </span>
      <span>
        {t('workbench:load.title')} <Load load={board.load} />
      </span>
      <Button size="small" disabled={board.idle === 0} onClick={onIdle}>
        {t('workbench:idle.title')} <b className="qs-figure">{formatCount(board.idle)}</b>
      </Button>
      {board.people.length > 0 && <People people={board.people} filter={filter} />}
    </div>
  );
}
