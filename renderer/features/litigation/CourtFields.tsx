/** Where a case is brought and how it is called. */
import { COURT_LEVELS, type CourtLevel, ROUTES, STANDINGS } from '@shared/domain/litigation/caseFile';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { broughtAs, type Draft, type HouseholdCases } from './description';

export interface DraftFieldsProps {
  readonly of: HouseholdCases;
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
}

export function CourtFields({ of, draft, onChange, isNew }: DraftFieldsProps & { isNew: boolean }) {
  const { t } = useTranslation();
  const text = (name: 'title' | 'cause' | 'court' | 'remark', isRequired: boolean) => (
    <Form.Item label={t(`litigation:case.describe.${name}`)} htmlFor={`case-${name}`} required={isRequired}>
      <Input
        id={`case-${name}`}
        maxLength={200}
        value={draft[name]}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    </Form.Item>
  );
  const choice = (name: 'route' | 'standing' | 'courtLevel', values: readonly string[]) => (
    <Form.Item label={t(`litigation:case.describe.${name}`)} htmlFor={`case-${name}`}>
      <Select
        id={`case-${name}`}
        value={draft[name] as string}
        options={values.map((value) => ({ value, label: t(`litigation:case.${name}.${value}`) }))}
        onChange={(value: string) =>
          onChange(
            name === 'courtLevel' ? { courtLevel: value as CourtLevel } : broughtAs(draft, of, { [name]: value }),
          )
        }
      />
    </Form.Item>
  );
  return (
    <>
      {isNew && choice('route', ROUTES)}
      {isNew && choice('standing', STANDINGS)}
      {text('title', true)}
      {text('cause', true)}
      {text('court', false)}
      {choice('courtLevel', COURT_LEVELS)}
      {text('remark', false)}
    </>
  );
}
