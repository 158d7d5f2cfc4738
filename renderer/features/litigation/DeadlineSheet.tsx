/** Deadlines of all cases between two days: a list to work from and to sign, and a month to look at (LIT-07). */
import { addDays, addMonths, type CalendarDate, dateParts, daysInMonth, epochDay } from '@shared/kernel/calendarDate';
import { Link } from '@tanstack/react-router';
import { Segmented, Table, type TableColumnType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';
import { useApiQuery } from '../../api/queries';
import { useUrlState } from '../../app/useUrlState';
import { UNKNOWN } from '../../i18n/format';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { Why } from '../../ui/Why';
import { DeadlinePill } from './DeadlinePill';
import { SheetExport } from './SheetExport';

type Line = OutputOf<'litigation.deadlines'>['lines'][number];

function useColumns(today: CalendarDate): TableColumnType<Line>[] {
  const { t } = useTranslation();
  const title = (key: string) => t(`litigation:case.column.${key}`);
  return [
    {
      title: title('day'),
      render: (_, line) => <DeadlinePill day={line.day} today={today} provisional={line.provisional} />,
    },
    {
      title: title('what'),
      render: (_, line) => (
        <Why
          of={{
            sentence: t('litigation:case.deadlineWhy', {
              act: t(`litigation:case.act.${line.causeKind}`),
              date: line.causeOn ?? UNKNOWN,
            }),
            asOf: today,
            rules: line.trace,
            provisional: line.provisional,
          }}
        >
          {[t(`litigation:case.deadline.${line.kind}`), line.item].filter(Boolean).join(' ')}
        </Why>
      ),
    },
    { title: title('whose'), render: (_, line) => t(`litigation:case.whose.${line.whose}`) },
    {
      title: title('alert'),
      render: (_, { alert, state }) =>
        state === 'missed' ? (
          <Tag color="error">{t('litigation:case.deadlineState.missed')}</Tag>
        ) : alert === null ? (
          UNKNOWN
        ) : (
          <Tag color={alert <= 2 ? 'error' : 'warning'}>{t('litigation:case.alert', { days: alert })}</Tag>
        ),
    },
    {
      title: title('key'),
      render: (_, line) => (
        <Link to="/case/$key" params={{ key: line.case }} search={{ tab: 'deadlines' } as never}>
          {line.case}
        </Link>
      ),
    },
    { title: title('borrower'), dataIndex: 'borrower' },
    { title: title('caseNo'), render: (_, line) => line.caseNo ?? UNKNOWN },
    { title: title('unit'), dataIndex: 'unit' },
    { title: title('handlers'), render: (_, line) => line.handlers || line.responsible || UNKNOWN },
  ];
}

/** Monday first; days of other months stay empty. */
function Month({ lines, today, month }: { lines: readonly Line[]; today: CalendarDate; month: CalendarDate }) {
  const { t } = useTranslation();
  const { year, month: number } = dateParts(month);
  const first = `${month.slice(0, 7)}-01`;
  const lead = (epochDay(first) + 3) % 7;
  const cells = Array.from({ length: Math.ceil((lead + daysInMonth(year, number)) / 7) * 7 }, (_, index) => {
    const day = addDays(first, index - lead);
    return day.startsWith(month.slice(0, 7)) ? day : null;
  });
  const weeks = Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
  return (
    <table className="qs-month">
      <caption className="qs-hint">{month.slice(0, 7)}</caption>
      <thead>
        <tr>
          {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
            <th key={weekday}>{t(`litigation:case.weekday.${weekday}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, at) => (
          <tr key={week.find(Boolean) ?? at}>
            {week.map((day, weekday) => (
              // Empty places have no day of their own.
              <td key={day ?? `${at}-${weekday}`} className={day === today ? 'qs-month-today' : undefined}>
                {day && Number(day.slice(8))}
                <ul>
                  {lines
                    .filter((line) => line.day === day)
                    .map((line) => (
                      <li
                        key={`${line.case} ${line.key}`}
                        className={line.state === 'missed' ? 'qs-month-missed' : undefined}
                        title={`${line.case} ${line.borrower}`}
                      >
                        <Link to="/case/$key" params={{ key: line.case }} search={{ tab: 'deadlines' } as never}>
                          {t(`litigation:case.deadline.${line.kind}`)} {line.borrower}
                        </Link>
                      </li>
                    ))}
                </ul>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const whoseOf = (stored: unknown): 'ours' | 'all' => (stored === 'all' ? 'all' : 'ours');
const lookOf = (stored: unknown): 'list' | 'month' => (stored === 'month' ? 'month' : 'list');

function Sheet({ today }: { today: CalendarDate }) {
  const { t } = useTranslation();
  const [from, setFrom] = useState<CalendarDate>(`${today.slice(0, 7)}-01`);
  const [until, setUntil] = useState<CalendarDate>(addMonths(today, 2));
  const [whose, setWhose] = useUrlState('whose', whoseOf);
  const [look, setLook] = useUrlState('look', lookOf);
  const sheet = useApiQuery('litigation.deadlines', { from, until, whose, unit: null }, { keepOld: true });
  const columns = useColumns(today);
  if (sheet.error) return <ErrorState error={sheet.error} onRetry={() => void sheet.refetch()} />;
  const lines = sheet.data?.lines ?? [];
  const months = [0, 1, 2]
    .map((more) => addMonths(from, more))
    .filter((month) => month.slice(0, 7) <= until.slice(0, 7));
  return (
    <>
      <div className="qs-case-bar">
        <span className="qs-case-day">
          <DateInput
            aria-label={t('litigation:case.sheet.from')}
            today={today}
            value={from}
            onChange={(day) => day && setFrom(day)}
          />
        </span>
        <span className="qs-case-day">
          <DateInput
            aria-label={t('litigation:case.sheet.until')}
            today={today}
            value={until}
            onChange={(day) => day && setUntil(day)}
          />
        </span>
        <Segmented
          value={whose}
          options={(['ours', 'all'] as const).map((value) => ({ value, label: t(`litigation:case.sheet.${value}`) }))}
          onChange={(value) => setWhose(value === 'ours' ? undefined : value)}
        />
        <Segmented
          value={look}
          options={(['list', 'month'] as const).map((value) => ({ value, label: t(`litigation:case.sheet.${value}`) }))}
          onChange={(value) => setLook(value === 'list' ? undefined : value)}
        />
        <SheetExport
          sheet="deadlines"
          filter={{ view: 'open', unit: null, stages: [], text: '' }}
          from={from}
          until={until}
        />
        <Link to="/litigation" search={{ view: 'without-deadline' } as never}>
          {t('litigation:case.sheet.without', { count: sheet.data?.without ?? 0 })}
        </Link>
      </div>
      <div className="qs-case-page">
        {look === 'list' ? (
          <Table<Line>
            size="small"
            pagination={false}
            rowKey={(line) => `${line.case} ${line.key}`}
            columns={columns}
            dataSource={lines as Line[]}
            loading={sheet.isPending}
            scroll={{ x: 'max-content' }}
          />
        ) : (
          months.map((month) => <Month key={month} lines={lines} today={today} month={month} />)
        )}
      </div>
    </>
  );
}

/** The days to begin with are counted from the program's day. */
export function DeadlineSheet() {
  const first = useApiQuery('litigation.list', { view: 'open', limit: 1 });
  if (first.error) return <ErrorState error={first.error} onRetry={() => void first.refetch()} />;
  return first.data ? <Sheet today={first.data.today} /> : <Loading />;
}
