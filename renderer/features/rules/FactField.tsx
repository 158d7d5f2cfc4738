/** One fact of the try-out bench: a cell, several words, or a table of rows. */
import type { RuleCell, RuleFact } from '@shared/contract/rules.contract';
import { Select } from 'antd';
import { useRuleWords } from '../../ui/ruleWords';
import { CellField } from './CellField';
import { FactTable } from './FactTable';
import type { TypedCell, TypedFact, TypedRow } from './facts';

export interface FactFieldProps {
  readonly id: string;
  readonly fact: RuleFact;
  readonly today: string;
  readonly value: TypedFact;
  readonly isWrong: boolean;
  readonly onChange: (value: TypedFact) => void;
}

export function FactField({ id, fact, today, value, isWrong, onChange }: FactFieldProps) {
  const words = useRuleWords();
  const common = { id, today, isWrong, onChange };
  if (fact.kind === 'table') return <FactTable {...common} fact={fact} rows={(value ?? []) as readonly TypedRow[]} />;
  if (fact.kind !== 'choices') return <CellField {...common} cell={fact as RuleCell} value={value as TypedCell} />;
  return (
    <Select<string[]>
      id={id}
      mode="multiple"
      allowClear
      status={isWrong ? 'error' : undefined}
      popupMatchSelectWidth={false}
      value={[...((value ?? []) as readonly string[])]}
      options={fact.words.map((word) => ({ value: word, label: words.value(word) }))}
      onChange={onChange}
    />
  );
}
