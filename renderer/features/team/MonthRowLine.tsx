/** One person's month: a letter per day with its cause in the title, and the sums with the rule of the fine. */
import type { MonthRow } from '@shared/contract/team.contract';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { AmountText } from '../../ui/AmountText';
import { Why } from '../../ui/Why';
import type { Month } from './teamTypes';

interface Props {
  readonly row: MonthRow;
  readonly days: Month['days'];
  readonly today: string;
  /** The column under the keyboard, if it is in this row: the sheet has one tab stop. */
  readonly active: number | null;
  readonly onCell: (column: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function Letters({ row, days, today, active, onCell, onKeyDown }: Props) {
  const { t } = useTranslation();
  return days.map(({ day, rest }, column) => {
    const mark = row.marks[column]?.mark ?? null;
    const names = [mark && `qs-mark-${mark.mark}`, rest && 'qs-month-rest', day > today && 'qs-month-ahead'];
    const said = mark ? `${t(`team:mark.${mark.mark}`)} ${t(`team:cause.${mark.cause}`)}` : '';
    const name = `${row.display} ${day} ${said}`.trim();
    return (
      <td key={day} className={names.filter(Boolean).join(' ')}>
        <button
          type="button"
          tabIndex={column === active ? 0 : -1}
          aria-label={name}
          title={name}
          onFocus={() => onCell(column)}
          onKeyDown={onKeyDown}
        >
          {mark && t(`team:letter.${mark.mark}`)}
        </button>
      </td>
    );
  });
}

export function MonthRowLine(props: Props) {
  const { t } = useTranslation();
  const { display, group, totals, trace } = props.row;
  return (
    <tr>
      <th scope="row">
        {display} <span className="qs-hint">{group}</span>
      </th>
      <Letters {...props} />
      <td className="qs-figure">{totals.present}</td>
      <td className="qs-figure">{totals.leave}</td>
      <td className="qs-figure">{totals.absent}</td>
      <td className="qs-figure">{totals.badge}</td>
      <td className="qs-figure">
        {totals.fine > 0 && (
          <Why of={{ sentence: t('team:month.fineWhy', { count: totals.badge }), rules: trace }}>
            <AmountText fen={totals.fine} />
          </Why>
        )}
      </td>
    </tr>
  );
}
