/** The limitation radar (REC-05, S05): one line per signatory and per security, with what runs, since when, and what would help. */
import type { RadarLine } from '@shared/contract/portfolio.contract';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { TableColumnType } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { formatCount, UNKNOWN } from '../../i18n/format';
import { DateText } from '../../ui/DateText';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { Why } from '../../ui/Why';
import { FileTable } from './FileTable';
import './limitation.css';
import { RadarBar } from './RadarBar';
import { RadarDetail } from './RadarDetail';
import { daysLeft, toneOf, verdictKey } from './radarFigures';

/** The state in words, with the days that are left or past. */
function State({ line, asOf }: { line: RadarLine; asOf: CalendarDate }) {
  const { t } = useTranslation();
  const left = daysLeft(line, asOf);
  const verdict = t(`portfolio:${verdictKey(line)}`);
  const sentence =
    line.expiry === null
      ? t('portfolio:why.plain', { verdict })
      : t('portfolio:why.expiry', { verdict, date: line.expiry });
  const clock = line.judgment === null ? 'limitation' : 'judgment';
  // The rules were asked about several days on the way: the card names those that the line rests on.
  const inputs = (['guaranteePeriod', 'limitation'] as const).flatMap((bar) => {
    const from = line[bar]?.from;
    return from ? [{ label: t(`portfolio:from.${bar === 'limitation' ? clock : bar}`), value: from }] : [];
  });
  return (
    <span className={`qs-radar-state qs-radar-${toneOf(line, asOf)}`}>
      <Why of={{ sentence, asOf, inputs, rules: line.trace, provisional: line.provisional }}>{verdict}</Why>
      {line.judgment !== null && <span className="qs-hint">{t('portfolio:byPaper', { paper: line.judgment })}</span>}
      {left !== null && (
        <span className="qs-radar-days">
          {left === 0
            ? t('portfolio:today')
            : t(left > 0 ? 'portfolio:left' : 'portfolio:over', { days: formatCount(Math.abs(left)) })}
        </span>
      )}
    </span>
  );
}

function LastAct({ line }: { line: RadarLine }) {
  const { t } = useTranslation();
  const [act] = line.acts;
  if (!act) return UNKNOWN;
  const kind = t(`portfolio:kind.${act.kind}`);
  return (
    <span title={t(`portfolio:reason.${act.reason}`)}>
      {t('portfolio:on', { date: act.on, kind })}
      <b className={`qs-grade-${act.grade}`}>{t('portfolio:gradeOf', { grade: t(`portfolio:grade.${act.grade}`) })}</b>
    </span>
  );
}

function roleText(line: RadarLine, t: ReturnType<typeof useTranslation>['t']): string {
  if (line.role === 'guarantor' && line.detail) return t(`portfolio:detail.${line.detail}`);
  return line.role === 'security' && line.detail ? line.detail : t(`portfolio:role.${line.role}`);
}

function useColumns(asOf: CalendarDate): TableColumnType<RadarLine>[] {
  const { t } = useTranslation();
  const title = (key: string) => t(`portfolio:column.${key}`);
  return [
    { title: title('name'), dataIndex: 'name', fixed: 'left', width: 120, ellipsis: true },
    { title: title('role'), render: (_, line) => roleText(line, t) },
    { title: title('state'), render: (_, line) => <State line={line} asOf={asOf} /> },
    { title: title('expiry'), render: (_, line) => <DateText date={line.expiry} weekday={false} /> },
    { title: title('arguable'), render: (_, line) => <DateText date={line.arguable} weekday={false} /> },
    {
      title: title('period'),
      render: (_, line) =>
        line.guaranteePeriod ? (
          <RadarBar span={line.guaranteePeriod} asOf={asOf} tone={line.verdict === 'lost' ? 'lost' : 'good'} />
        ) : line.role === 'security' ? (
          t('portfolio:withMain')
        ) : (
          UNKNOWN
        ),
    },
    {
      title: title('limitation'),
      render: (_, line) =>
        line.limitation ? (
          <RadarBar span={line.limitation} asOf={asOf} tone={toneOf(line, asOf)} />
        ) : line.role === 'guarantor' && line.guaranteePeriod ? (
          t('portfolio:notBegun')
        ) : (
          UNKNOWN
        ),
    },
    { title: title('act'), render: (_, line) => <LastAct line={line} /> },
    { title: title('contract'), dataIndex: 'contract', className: 'qs-figure' },
  ];
}

function Lines({ asOf, lines }: { asOf: CalendarDate; lines: readonly RadarLine[] }) {
  const { t } = useTranslation();
  return (
    <>
      <FileTable
        title={t('portfolio:title', { date: asOf })}
        columns={useColumns(asOf)}
        rows={lines}
        keyOf={({ key }) => key}
        empty={t('portfolio:empty')}
        expandable={{ expandedRowRender: (line) => <RadarDetail line={line} /> }}
      />
      <p className="qs-hint qs-file-section qs-file-note">{t('portfolio:note')}</p>
    </>
  );
}

export function LimitationTab({ household }: { household: number }) {
  const radar = useApiQuery('portfolio.radar', { household });
  if (radar.error) return <ErrorState error={radar.error} onRetry={() => void radar.refetch()} />;
  if (!radar.data) return <Loading />;
  return <Lines asOf={radar.data.asOf} lines={radar.data.lines} />;
}
