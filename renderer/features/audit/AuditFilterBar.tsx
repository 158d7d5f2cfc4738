/** The log's filter row: who, when, what kind of action, which object. */
import { ClearOutlined, SearchOutlined } from '@ant-design/icons';
import type { AuditFilter } from '@shared/contract/audit.contract';
import { ACTION_GROUPS, type ActionGroup } from '@shared/domain/audit/actions';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOpenSession } from '../../app/sessionContext';
import { DateInput } from '../../ui/DateInput';
import { useTypedText } from '../../ui/useTypedText';
import { EMPTY_FILTER, isFiltered, withPart } from './auditFilter';

export interface AuditFilterProps {
  readonly filter: AuditFilter;
  readonly users: readonly { readonly name: string; readonly display: string }[];
  readonly onFilter: (filter: AuditFilter) => void;
}

export function AuditFilterBar({ filter, users, onFilter }: AuditFilterProps) {
  const { t } = useTranslation();
  const { businessDate } = useOpenSession().state;
  const { inputProps } = useTypedText(filter.text ?? '', (text) => onFilter(withPart(filter, 'text', text)));
  const day = (key: 'from' | 'to') => (
    <DateInput
      aria-label={t(`audit:filter.${key}`)}
      today={businessDate}
      value={filter[key] ?? null}
      onChange={(date) => onFilter(withPart(filter, key, date))}
    />
  );
  return (
    <div className="qs-audit-bar" data-pane>
      <Select<string>
        className="qs-audit-user"
        aria-label={t('audit:filter.user')}
        placeholder={t('audit:filter.user')}
        allowClear
        showSearch
        optionFilterProp="label"
        popupMatchSelectWidth={false}
        value={filter.user}
        options={users.map(({ name, display }) => ({ value: name, label: `${display} ${name}` }))}
        onChange={(user) => onFilter(withPart(filter, 'user', user ?? null))}
      />
      <Select<ActionGroup[]>
        className="qs-audit-groups"
        mode="multiple"
        aria-label={t('audit:filter.group')}
        placeholder={t('audit:filter.group')}
        allowClear
        maxTagCount="responsive"
        popupMatchSelectWidth={false}
        optionFilterProp="label"
        value={filter.groups}
        options={ACTION_GROUPS.map((group) => ({ value: group, label: t(`audit:group.${group}`) }))}
        onChange={(groups) => onFilter({ ...filter, groups })}
      />
      <span className="qs-audit-day">
        <span>{t('audit:filter.from')}</span>
        {day('from')}
      </span>
      <span className="qs-audit-day">
        <span>{t('audit:filter.to')}</span>
        {day('to')}
      </span>
      <Input
        {...inputProps}
        type="search"
        className="qs-audit-text"
        prefix={<SearchOutlined aria-hidden />}
        allowClear
        aria-label={t('audit:filter.text')}
        placeholder={t('audit:filter.text')}
        title={t('audit:filter.text')}
      />
      <Button
        type="text"
        icon={<ClearOutlined aria-hidden />}
        disabled={!isFiltered(filter)}
        onClick={() => onFilter(EMPTY_FILTER)}
      >
        {t('common:action.clearFilter')}
      </Button>
    </div>
  );
}
