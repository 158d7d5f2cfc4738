/** The instalments of an agreement while it is drawn up: each day and amount can be put right, lines added and taken out. */
import { addMonths, type CalendarDate } from '@shared/kernel/calendarDate';
import type { Fen } from '@shared/kernel/money';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { AmountInput } from '../../ui/AmountInput';
import { DateInput } from '../../ui/DateInput';

export interface Row {
  readonly dueOn: CalendarDate;
  readonly principal: Fen;
  readonly interest: Fen;
}

export interface ScheduleTableProps {
  readonly rows: readonly Row[];
  /** Where each day moves to when it is a rest day. */
  readonly payBy: readonly CalendarDate[];
  readonly today: CalendarDate;
  readonly onChange: (rows: Row[]) => void;
}

export function ScheduleTable({ rows, payBy, today, onChange }: ScheduleTableProps) {
  const { t } = useTranslation();
  const put = (index: number, part: Partial<Row>): void =>
    onChange(
      rows.map(({ dueOn, principal, interest }, at) => ({ dueOn, principal, interest, ...(at === index ? part : {}) })),
    );
  const named = (key: string, index: number) =>
    t('repayment:ofInstalment', { field: t(`repayment:column.${key}`), seq: index + 1 });
  const placed = rows.map((row, index) => ({ ...row, seq: index + 1 }));
  const last = rows.at(-1)?.dueOn ?? today;
  return (
    <div className="qs-repayment-schedule">
      <div className="qs-repayment-row qs-hint">
        {['seq', 'payBy', 'principal', 'interest'].map((key) => (
          <span key={key}>{t(`repayment:column.${key}`)}</span>
        ))}
      </div>
      {placed.map(({ seq, ...row }, index) => (
        <div key={seq} className="qs-repayment-row">
          <span>{seq}</span>
          <DateInput
            aria-label={named('payBy', index)}
            today={today}
            value={row.dueOn}
            onChange={(dueOn) => dueOn && put(index, { dueOn })}
          />
          <AmountInput
            aria-label={named('principal', index)}
            value={row.principal}
            onChange={(principal) => put(index, { principal: principal ?? 0 })}
          />
          <AmountInput
            aria-label={named('interest', index)}
            value={row.interest}
            onChange={(interest) => put(index, { interest: interest ?? 0 })}
          />
          <Button
            size="small"
            type="link"
            disabled={rows.length === 1}
            aria-label={t('repayment:removeInstalment', { seq: index + 1 })}
            onClick={() => onChange(rows.filter((_, at) => at !== index))}
          >
            {t('repayment:remove')}
          </Button>
          {payBy[index] && payBy[index] !== row.dueOn && (
            <span className="qs-hint">{t('repayment:rollsTo', { date: payBy[index] })}</span>
          )}
        </div>
      ))}
      <Button
        size="small"
        onClick={() => onChange([...rows, { dueOn: addMonths(last, 1), principal: 0, interest: 0 }])}
      >
        {t('repayment:addInstalment')}
      </Button>
    </div>
  );
}
