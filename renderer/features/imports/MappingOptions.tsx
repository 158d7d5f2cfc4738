/** What holds for every row of the file: date, unit, on or off the balance sheet, unit of amounts, name to remember it by. */
import { Checkbox, Input, Select, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useOpenSession } from '../../app/sessionContext';
import { DateInput } from '../../ui/DateInput';
import { type MappingProps, SCALES, type Scale } from './wizard';

function Option({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span className="qs-map-one">
      <span aria-hidden>{label}</span>
      {children}
    </span>
  );
}

function ConstantUnit({ inspection, choices, onChoose }: MappingProps) {
  const { t } = useTranslation();
  const units = useApiQuery('units.list', undefined);
  const asked = inspection.fields.some(({ field }) => field === 'unit') && choices.columns.unit === null;
  if (!asked) return null;
  return (
    <Option label={t('imports:options.unit')}>
      <Select
        className="qs-map-unit"
        aria-label={t('imports:options.unit')}
        allowClear
        showSearch
        placeholder={t('imports:options.unitNone')}
        value={choices.unit || undefined}
        options={(units.data ?? []).map(({ name }) => ({ value: name, label: name }))}
        popupMatchSelectWidth={false}
        onChange={(unit?: string) => onChoose({ ...choices, unit: unit ?? '' })}
      />
    </Option>
  );
}

/** One unit for all amounts; nothing chosen where the columns differ. */
function CommonScale({ inspection, choices, onChoose }: MappingProps) {
  const { t } = useTranslation();
  const amounts = inspection.fields.filter(({ amount }) => amount).map(({ field }) => field);
  if (amounts.length === 0) return null;
  const used = new Set(
    amounts.filter((field) => choices.columns[field] !== null).map((field) => choices.scales[field]),
  );
  const set = (scale: Scale): void =>
    onChoose({ ...choices, scales: Object.fromEntries(amounts.map((field) => [field, scale])) });
  return (
    <Option label={t('imports:options.scale')}>
      <Select<Scale>
        className="qs-map-scale"
        aria-label={t('imports:options.scale')}
        placeholder={t('imports:options.scaleMixed')}
        value={used.size === 1 ? [...used][0] : undefined}
        options={SCALES.map((value) => ({ value, label: t(`imports:scale.${value}`) }))}
        onChange={set}
      />
      {inspection.amountUnit === 'assumed' && (
        <Tag color="warning" title={t('imports:options.assumedHint')}>
          {t('imports:options.assumed')}
        </Tag>
      )}
    </Option>
  );
}

export function MappingOptions(props: MappingProps) {
  const { t } = useTranslation();
  const { inspection, choices, onChoose } = props;
  const { state } = useOpenSession();
  return (
    <div className="qs-import-bar qs-map-options" data-pane>
      <Option label={t('imports:options.asOf')}>
        <span className="qs-map-date">
          <DateInput
            aria-label={t('imports:options.asOf')}
            value={choices.asOf}
            today={state.businessDate}
            onChange={(asOf) => onChoose({ ...choices, asOf })}
          />
        </span>
        {inspection.mapping.asOf === undefined && choices.asOf === state.businessDate && (
          <Tag color="warning" title={t('imports:options.todayHint')}>
            {t('imports:options.today')}
          </Tag>
        )}
      </Option>
      <CommonScale {...props} />
      <ConstantUnit {...props} />
      {inspection.mapping.kind === 'loans' && (
        <Checkbox
          checked={choices.offBalance}
          onChange={(event) => onChoose({ ...choices, offBalance: event.target.checked })}
        >
          {t('imports:options.offBalance')}
        </Checkbox>
      )}
      <Option label={t('imports:options.rememberAs')}>
        <Input
          className="qs-map-remember"
          aria-label={t('imports:options.rememberAs')}
          placeholder={t('imports:options.rememberPlaceholder')}
          maxLength={60}
          value={choices.rememberAs}
          onChange={(event) => onChoose({ ...choices, rememberAs: event.target.value })}
        />
      </Option>
    </div>
  );
}
