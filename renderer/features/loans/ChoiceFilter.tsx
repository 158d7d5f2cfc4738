/** A filter over one column of the ledger: some of its values. */
import type { FilterColumn, LedgerFilter } from '@shared/domain/loans/ledger';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { valuesOf, withValues } from './ledgerState';
import { useLoanWord } from './loanWords';

export interface FilterProps {
  readonly filter: LedgerFilter;
  readonly onFilter: (filter: LedgerFilter) => void;
}

interface ChoiceProps extends FilterProps {
  readonly column: FilterColumn;
  readonly values: readonly string[];
  readonly width: number | string;
}

/** Several values of one column, `in`; names the column while nothing is chosen. */
export function ChoiceFilter({ column, values, width, filter, onFilter }: ChoiceProps) {
  const { t } = useTranslation();
  const word = useLoanWord();
  const label = t(`loans:column.${column}`);
  return (
    <Select<string[]>
      mode="multiple"
      className="qs-ledger-choice"
      style={{ width }}
      aria-label={label}
      placeholder={label}
      allowClear
      maxTagCount={1}
      maxTagPlaceholder={(left) => t('loans:filter.others', { count: left.length })}
      maxTagTextLength={4}
      popupMatchSelectWidth={false}
      optionFilterProp="label"
      value={valuesOf(filter, column, 'in') as string[]}
      options={values.map((value) => ({ value, label: word(column, value) }))}
      onChange={(chosen) => onFilter(withValues(filter, column, 'in', chosen))}
    />
  );
}
