/** One fact, or one cell of a list of facts, typed as its kind wants it. */
import type { RuleCell } from '@shared/contract/rules.contract';
import { Input, Select } from 'antd';
import { AmountInput } from '../../ui/AmountInput';
import { DateInput } from '../../ui/DateInput';
import { useRuleWords } from '../../ui/ruleWords';
import type { TypedCell } from './facts';

export interface CellFieldProps {
  readonly id: string;
  /** Where no label of its own stands beside it. */
  readonly label?: string;
  readonly cell: RuleCell;
  readonly today: string;
  readonly value: TypedCell;
  readonly isWrong: boolean;
  readonly onChange: (value: TypedCell) => void;
}

export function CellField({ id, label, cell, today, value, isWrong, onChange }: CellFieldProps) {
  const words = useRuleWords();
  const status = isWrong ? 'error' : undefined;
  const text = value === null ? '' : String(value);
  switch (cell.kind) {
    case 'money':
      return (
        <AmountInput id={id} aria-label={label} value={value === null ? null : Number(value)} onChange={onChange} />
      );
    case 'date':
      return (
        <DateInput id={id} aria-label={label} today={today} value={value === null ? null : text} onChange={onChange} />
      );
    case 'boolean':
    case 'choice': {
      const options = cell.kind === 'boolean' ? ['true', 'false'] : cell.words;
      return (
        <Select<string>
          id={id}
          aria-label={label}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          status={status}
          popupMatchSelectWidth={false}
          value={value === null ? undefined : text}
          options={options.map((word) => ({ value: word, label: words.value(word) }))}
          onChange={(next) => onChange(next ?? null)}
        />
      );
    }
    default:
      return (
        <Input
          id={id}
          aria-label={label}
          status={status}
          value={text}
          placeholder={cell.expected === 'text' ? undefined : cell.expected}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}
