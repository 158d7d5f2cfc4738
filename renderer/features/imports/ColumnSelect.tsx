/** The column of one field, and the unit of its amounts. */
import { Select, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { chooseColumn, columnLetters, fieldOfColumn, type MappingProps, SCALES, type Scale } from './wizard';

export const fieldId = (field: string): string => `import-field-${field}`;

export interface ColumnSelectProps extends MappingProps {
  readonly field: string;
  readonly label: string;
  readonly labelOf: (field: string) => string;
}

/** Columns that are as good for the field come first; a hidden one says so and is never taken unasked. */
function useColumnOptions({ inspection, choices, field, labelOf }: ColumnSelectProps) {
  const { t } = useTranslation();
  const rivals = inspection.ambiguous.find((each) => each.field === field)?.columns ?? [];
  const rank = (index: number): number => (rivals.includes(index) ? 0 : 1);
  return [...inspection.columns]
    .sort((a, b) => rank(a.index) - rank(b.index))
    .map(({ index, title, hidden, samples }) => {
      const holder = fieldOfColumn(choices, index);
      const letters = columnLetters(index);
      return {
        value: index,
        label: t('imports:columns.option', { letters, title }),
        hidden,
        rival: rivals.includes(index),
        holder: holder && holder !== field ? labelOf(holder) : null,
        sample: samples[0] ?? '',
      };
    });
}

export function ColumnSelect(props: ColumnSelectProps) {
  const { t } = useTranslation();
  const { choices, field, label, onChoose } = props;
  const options = useColumnOptions(props);
  return (
    <Select<number | null, (typeof options)[number]>
      id={fieldId(field)}
      size="small"
      className="qs-map-select"
      aria-label={t('imports:columns.columnOf', { label })}
      value={choices.columns[field] ?? undefined}
      placeholder={t('imports:columns.none')}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      listHeight={208}
      popupMatchSelectWidth={420}
      options={options}
      onChange={(column) => onChoose(chooseColumn(choices, field, column ?? null))}
      optionRender={({ data }) => (
        <span className="qs-map-option">
          <span>{data.label}</span>
          {data.hidden && <Tag>{t('imports:columns.hidden')}</Tag>}
          {data.rival && <Tag color="warning">{t('imports:columns.candidate')}</Tag>}
          <span className="qs-hint">
            {data.holder ? t('imports:columns.usedBy', { label: data.holder }) : data.sample}
          </span>
        </span>
      )}
    />
  );
}

export function ScaleSelect({ choices, onChoose, field, label }: MappingProps & { field: string; label: string }) {
  const { t } = useTranslation();
  return (
    <Select<Scale>
      size="small"
      className="qs-map-select"
      aria-label={t('imports:columns.scaleOf', { label })}
      value={choices.scales[field] ?? 1}
      disabled={choices.columns[field] === null}
      options={SCALES.map((value) => ({ value, label: t(`imports:scale.${value}`) }))}
      onChange={(scale) => onChoose({ ...choices, scales: { ...choices.scales, [field]: scale } })}
    />
  );
}
