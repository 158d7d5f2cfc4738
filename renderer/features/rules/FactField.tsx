/** One fact of the try-out bench, typed as its kind wants it. */
import type { RuleFact } from '@shared/contract/rules.contract';
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { AmountInput } from '../../ui/AmountInput';
import { DateInput } from '../../ui/DateInput';
import { useRuleWords } from '../../ui/ruleWords';

export interface FactFieldProps {
  readonly id: string;
  readonly fact: RuleFact;
  readonly today: string;
  readonly value: string | number | null;
  readonly isWrong: boolean;
  readonly onChange: (value: string | number | null) => void;
}

export function FactField({ id, fact, today, value, isWrong, onChange }: FactFieldProps) {
  const { t } = useTranslation();
  const words = useRuleWords();
  const status = isWrong ? 'error' : undefined;
  const text = value === null ? '' : String(value);
  switch (fact.kind) {
    case 'money':
      return <AmountInput id={id} value={value === null ? null : Number(value)} onChange={onChange} />;
    case 'date':
      return <DateInput id={id} today={today} value={value === null ? null : text} onChange={onChange} />;
    case 'boolean':
    case 'choice': {
      const options = fact.kind === 'boolean' ? ['true', 'false'] : fact.words;
      return (
        <Select<string>
          id={id}
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
    case 'json':
      return (
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 2, maxRows: 6 }}
          status={status}
          value={text}
          placeholder={t('rules:try.json')}
          title={fact.expected}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    default:
      return (
        <Input
          id={id}
          status={status}
          value={text}
          placeholder={fact.expected}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}
