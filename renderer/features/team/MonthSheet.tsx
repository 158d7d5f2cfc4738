/** Attendance of a month: one letter per person and day, typed by keyboard; leave, coming back and absence after it are computed. */
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { addMonths, dateParts } from '@shared/kernel/calendarDate';
import { App, Button, Space } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { refusalOf } from '../../api/refusal';
import { useOpenSession } from '../../app/sessionContext';
import { useUrlState } from '../../app/useUrlState';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { useRefusalText } from '../../ui/RefusalPanel';
import { MonthRowLine } from './MonthRowLine';
import { type Cell, filledDown, isTypable, type MarkToKeep, markOfKey, movedCell } from './monthKeys';
import { RegisterExport } from './RegisterExport';
import type { Month } from './teamTypes';

const monthOf = (stored: unknown): string | null =>
  typeof stored === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(stored) ? stored : null;

function useKeep() {
  const { message } = App.useApp();
  const text = useRefusalText();
  const keep = useApiCommand('team.keepMarks');
  return (marks: MarkToKeep[]): void => {
    if (marks.length === 0) return;
    keep.mutate(
      { marks },
      {
        onError: (error) => {
          const refusal = refusalOf(error);
          if (refusal) void message.error(text(refusal).title);
        },
      },
    );
  };
}

function Sheet({ month }: { month: Month }) {
  const { t } = useTranslation();
  const keep = useKeep();
  const { people, days, today } = month;
  const at = Math.max(
    0,
    days.findIndex(({ day }) => day === today),
  );
  const [cell, setCell] = useState<Cell>({ row: 0, column: at });
  const body = useRef<HTMLTableSectionElement>(null);
  const focusCell = ({ row, column }: Cell): void =>
    body.current?.rows[row]?.querySelectorAll<HTMLButtonElement>('td > button')[column]?.focus();
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = people[cell.row];
    const day = days[cell.column]?.day;
    if (!row || !day || event.altKey) return;
    if (event.ctrlKey) {
      if (event.key !== 'd') return;
      event.preventDefault();
      keep(filledDown(people, cell, day, today));
      return;
    }
    const moved = movedCell(cell, event.key, people.length, days.length);
    const mark = markOfKey(event.key);
    if (moved === null && mark === undefined) return;
    event.preventDefault();
    if (moved) focusCell(moved);
    else if (mark !== undefined && isTypable(row, day, today)) keep([{ userId: row.id, day, mark }]);
  };
  return (
    <div className="qs-month-box">
      <table className="qs-month" aria-label={t('team:month.title')}>
        <thead>
          <tr>
            <th scope="col">{t('team:month.person')}</th>
            {days.map(({ day, rest }) => (
              <th key={day} scope="col" className={rest ? 'qs-month-rest' : undefined} title={day}>
                {dateParts(day).day}
              </th>
            ))}
            {(['present', 'leave', 'absent', 'badge', 'fine'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`team:month.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {people.map((row, index) => (
            <MonthRowLine
              key={row.id}
              row={row}
              days={days}
              today={today}
              active={index === cell.row ? cell.column : null}
              onCell={(column) => setCell({ row: index, column })}
              onKeyDown={onKeyDown}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function MonthSheet() {
  const { t } = useTranslation();
  const { businessDate } = useOpenSession().state;
  const [chosen, setChosen] = useUrlState('month', monthOf);
  const month = chosen ?? businessDate.slice(0, 7);
  const sheet = useApiQuery('team.month', { month }, { keepOld: true });
  const go = (months: number): void => setChosen(addMonths(`${month}-01`, months).slice(0, 7));
  if (sheet.error) return <ErrorState error={sheet.error} onRetry={() => void sheet.refetch()} />;
  return (
    <div className="qs-team">
      <div className="qs-team-head">
        <Space size="small">
          <Button icon={<LeftOutlined aria-hidden />} aria-label={t('team:month.before')} onClick={() => go(-1)} />
          <b className="qs-figure">{month}</b>
          <Button icon={<RightOutlined aria-hidden />} aria-label={t('team:month.after')} onClick={() => go(1)} />
          <RegisterExport wanted={{ what: 'attendance', month }} />
        </Space>
        <span className="qs-hint">{t('team:month.keys')}</span>
      </div>
      {!sheet.data && <Loading />}
      {sheet.data?.people.length === 0 && <EmptyState why="none" />}
      {sheet.data && sheet.data.people.length > 0 && <Sheet month={sheet.data} />}
    </div>
  );
}
