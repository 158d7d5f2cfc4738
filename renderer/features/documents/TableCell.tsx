/** One cell of a table field by its column's kind. Cells hold text, as the draft keeps them. */
import type { FormField } from '@shared/contract/documents.contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenSession } from '../../app/sessionContext';
import { DateInput } from '../../ui/DateInput';
import { AmountTextField } from './AmountTextField';
import { useCollateral } from './collateral';
import { CHOICE_TEXTS, FORM_TEXTS, isRowName, namesCollateral } from './reportForm';
import { TypedArea, TypedLine } from './TypedText';

export interface TableCellProps {
  readonly field: string;
  readonly column: FormField['columns'][number];
  /** Row number, from 1. */
  readonly number: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The system's own list: quick to type in, and it needs no room. */
function ChoiceCell({
  choices,
  value,
  label,
  onChange,
}: {
  choices: readonly Choice[];
  value: string;
  label: string;
  onChange: (value: string) => void;
}) {
  const { t } = useTranslation();
  const known = value === '' || choices.some((choice) => choice.value === value);
  return (
    <select data-enter-field aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('common:unknown')}</option>
      {!known && <option value={value}>{value}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

function useChoices(field: string, column: TableCellProps['column']): readonly Choice[] | null {
  const { t } = useTranslation();
  const collateral = useCollateral();
  if (namesCollateral(field, column.id)) return collateral.map(({ id, name }) => ({ value: id, label: name }));
  if (column.kind !== 'choice') return null;
  return column.options.map((value) => ({ value, label: t(`${CHOICE_TEXTS}.${field}.${column.id}.${value}`) }));
}

export function TableCell({ field, column, number, value, onChange }: TableCellProps) {
  const { t } = useTranslation();
  const { state } = useOpenSession();
  const choices = useChoices(field, column);
  // A row that came with its name keeps it; a row that was added chooses one.
  const [named] = useState(value !== '' && isRowName(field, column.id));
  const label = t('documents:table.cell', { row: number, column: t(`${FORM_TEXTS}.columns.${field}.${column.id}`) });
  const input = { 'aria-label': label, value, onChange };
  if (choices && named) {
    return <span className="qs-cells-name">{choices.find((choice) => choice.value === value)?.label ?? value}</span>;
  }
  if (choices) return <ChoiceCell choices={choices} value={value} label={label} onChange={onChange} />;
  switch (column.kind) {
    case 'amount':
      return <AmountTextField {...input} />;
    case 'date':
      return (
        <DateInput
          aria-label={label}
          today={state.businessDate}
          value={value || null}
          onChange={(date) => onChange(date ?? '')}
        />
      );
    case 'percent':
      return <TypedLine {...input} className="qs-figure" />;
    default:
      return <TypedArea {...input} oneLine={column.kind === 'text'} />;
  }
}
