/** The ledger's filter row: search, the four usual filters, the further ones behind a button, and a way to clear all. */
import { ClearOutlined, FilterOutlined, SearchOutlined } from '@ant-design/icons';
import { FIVE_LEVELS } from '@shared/domain/classification/classes';
import { Badge, Button, Input, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useTypedText } from '../../ui/useTypedText';
import { ChoiceFilter, type FilterProps } from './ChoiceFilter';
import { conditionText } from './conditionText';
import { EMPTY_FILTER, furtherConditions, isFiltered, withText, withValues } from './ledgerState';
import { GUARANTEE_MODES, SHEETS, useLoanWord } from './loanWords';
import { MoreFilters } from './MoreFilters';

function SearchBox({ filter, onFilter }: FilterProps) {
  const { t } = useTranslation();
  const { inputProps } = useTypedText(filter.text ?? '', (text) => onFilter(withText(filter, text)));
  return (
    <Input
      {...inputProps}
      type="search"
      className="qs-ledger-search"
      prefix={<SearchOutlined aria-hidden />}
      allowClear
      aria-label={t('loans:filter.search')}
      placeholder={t('loans:filter.searchHint')}
      title={t('loans:filter.searchHint')}
    />
  );
}

/** Every condition that has no field in the row above: what is filtered is always to be seen. */
function ConditionTags({ filter, onFilter }: FilterProps) {
  const { t } = useTranslation();
  const word = useLoanWord();
  const further = furtherConditions(filter);
  if (further.length === 0) return null;
  return (
    <div className="qs-ledger-tags">
      {further.map((condition) => (
        <Tag
          key={`${condition.column}${condition.operator}`}
          closable={{ 'aria-label': t('loans:filter.remove', { column: t(`loans:column.${condition.column}`) }) }}
          onClose={(event) => {
            event.preventDefault();
            onFilter(withValues(filter, condition.column, condition.operator, []));
          }}
        >
          {conditionText(condition, t, word)}
        </Tag>
      ))}
    </div>
  );
}

export function FilterBar({ filter, onFilter, lead }: FilterProps & { lead: ReactNode }) {
  const { t } = useTranslation();
  const options = useApiQuery('loans.options', undefined);
  const [isOpen, setOpen] = useState(false);
  const props = { filter, onFilter };
  return (
    <div data-pane>
      <div className="qs-ledger-bar">
        {lead}
        <SearchBox {...props} />
        <ChoiceFilter {...props} column="unit" values={options.data?.units ?? []} width={150} />
        <ChoiceFilter {...props} column="fiveLevel" values={FIVE_LEVELS} width={124} />
        <ChoiceFilter {...props} column="guarantee" values={Object.keys(GUARANTEE_MODES)} width={124} />
        <ChoiceFilter {...props} column="sheet" values={SHEETS} width={104} />
        <Badge count={furtherConditions(filter).length} size="small" offset={[-2, 2]}>
          <Button icon={<FilterOutlined aria-hidden />} onClick={() => setOpen(true)}>
            {t('loans:filter.more')}
          </Button>
        </Badge>
        <Button
          type="text"
          icon={<ClearOutlined aria-hidden />}
          disabled={!isFiltered(filter)}
          onClick={() => onFilter(EMPTY_FILTER)}
        >
          {t('loans:filter.clear')}
        </Button>
      </div>
      <ConditionTags {...props} />
      <MoreFilters {...props} options={options.data} open={isOpen} onClose={() => setOpen(false)} />
    </div>
  );
}
