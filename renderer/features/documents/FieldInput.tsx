/** The input of one field by its kind; values go in and out as the draft keeps them (yuan as text, ISO dates). */
import type { FormField } from '@shared/contract/documents.contract';
import { type FieldValue, parseAmount } from '@shared/domain/litigation/preLitigationReport/fields';
import { rmbCapitals } from '@shared/kernel/rmbCapitals';
import { Checkbox, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOpenSession } from '../../app/sessionContext';
import { DateInput } from '../../ui/DateInput';
import { AmountTextField } from './AmountTextField';
import { asRows, asText } from './effectiveValue';
import { CHOICE_TEXTS } from './reportForm';
import { TableField } from './TableField';
import { TypedArea, TypedLine } from './TypedText';

export interface FieldInputProps {
  readonly field: FormField;
  /** Id of the input, for its label. */
  readonly inputId: string;
  readonly label: string;
  /** Typed value or suggestion; null when there is neither. */
  readonly value: FieldValue | null;
  /** Stands in an emptied text: the suggestion that counts while it is empty. */
  readonly placeholder: string;
  readonly onChange: (value: FieldValue) => void;
  /** Cells that a finding is about, as `row.column`. */
  readonly badCells: readonly string[];
}

function AmountField({ inputId, value, onChange }: FieldInputProps) {
  const fen = parseAmount(asText(value));
  return (
    <>
      <AmountTextField id={inputId} value={asText(value)} onChange={onChange} />
      {fen !== null && <div className="qs-form-echo">{rmbCapitals(fen)}</div>}
    </>
  );
}

function DateField({ inputId, value, onChange }: FieldInputProps) {
  const { state } = useOpenSession();
  return (
    <DateInput
      id={inputId}
      today={state.businessDate}
      value={asText(value) || null}
      onChange={(date) => onChange(date ?? '')}
    />
  );
}

function ChoiceField({ field, label, value, onChange }: FieldInputProps) {
  const { t } = useTranslation();
  const options = field.options.map((option) => ({
    value: option,
    label: t(`${CHOICE_TEXTS}.${field.id}.${option}`),
  }));
  return (
    <Radio.Group
      aria-label={label}
      name={field.id}
      options={options}
      value={asText(value) || null}
      onChange={(event) => onChange(String(event.target.value))}
    />
  );
}

export function FieldInput(props: FieldInputProps) {
  const { field, inputId, label, value, placeholder, onChange } = props;
  switch (field.kind) {
    case 'text':
      return <TypedLine id={inputId} placeholder={placeholder} value={asText(value)} onChange={onChange} />;
    case 'longText':
      return (
        <TypedArea
          id={inputId}
          placeholder={placeholder}
          value={asText(value)}
          onChange={onChange}
          className="qs-form-long"
        />
      );
    case 'amount':
      return <AmountField {...props} />;
    case 'date':
      return <DateField {...props} />;
    case 'choice':
      return <ChoiceField {...props} />;
    case 'checkbox':
      return (
        <Checkbox id={inputId} checked={value === true} onChange={(event) => onChange(event.target.checked)}>
          {label}
        </Checkbox>
      );
    case 'table':
      return (
        <TableField field={field} label={label} rows={asRows(value)} onChange={onChange} badCells={props.badCells} />
      );
  }
}
