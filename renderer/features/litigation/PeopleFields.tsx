/** Who answers for a case, by the rule on the amount (B4 §6), and who handles it. */

import type { CaseView } from '@shared/contract/litigationViews';
import { levelOfWord, roleOf } from '@shared/domain/approvals/levels';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { formatAmount } from '../../i18n/format';
import { Why } from '../../ui/Why';
import type { DraftFieldsProps } from './CourtFields';
import { namedOnly } from './description';

/** What the rules say of the amount that is being claimed. */
function useRules({ of, draft }: DraftFieldsProps) {
  const sum = (values: readonly (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0);
  const amount = sum([...draft.loans.flatMap(({ principal, interest }) => [principal, interest]), draft.costs]);
  const { courtLevel, standing } = draft;
  const unit = of.loans.find(({ loanId }) => loanId === draft.loans[0]?.loanId)?.unit ?? '';
  const { data } = useApiQuery('litigation.rulesFor', { amount, courtLevel, standing, unit }, { keepOld: true });
  return { data, amount };
}

function Rules({ of, data, amount }: ReturnType<typeof useRules> & Pick<DraftFieldsProps, 'of'>) {
  const { t } = useTranslation();
  if (!data) return null;
  const role = t(`litigation:case.role.${data.role}`);
  const level = t(`litigation:case.filingLevel.${data.filingLevel}`);
  const shown = formatAmount(amount, 'yuan');
  return (
    <p className="qs-hint">
      <Why
        of={{
          sentence: t('litigation:case.responsibleWhy', { role, amount: shown }),
          asOf: of.today,
          rules: data.trace,
        }}
      >
        {t('litigation:case.rulesSay', { amount: shown, role, level })}
      </Why>
    </p>
  );
}

/** The person that was chosen has not the role that the amount asks for (B4 §6). */
function isMisfit({ of, draft }: DraftFieldsProps, role: string | undefined): boolean {
  const level = role === undefined ? null : levelOfWord(role);
  const chosen = of.people.find(({ id }) => id === draft.responsible);
  return chosen !== undefined && level !== null && !chosen.roles.includes(roleOf(level));
}

export function PeopleFields(props: DraftFieldsProps & { file: CaseView | null }) {
  const { t } = useTranslation();
  const { of, file, draft, onChange } = props;
  const options = of.people.map(({ id, display, roles }) => ({
    value: id,
    label: t('litigation:case.describe.person', {
      name: display,
      roles: roles.map((role) => t(`terms:role.${role}`)).join(t('litigation:case.separator')),
    }),
  }));
  const recorded = (role: 'responsible' | 'handler') => {
    const names = namedOnly(file).flatMap((person) => (person.role === role ? [person.name] : []));
    return (
      names.length > 0 && t('litigation:case.describe.recorded', { names: names.join(t('litigation:case.separator')) })
    );
  };
  const rules = useRules(props);
  const misfit = isMisfit(props, rules.data?.role);
  const text = (name: 'why' | 'agent', isRequired: boolean) => (
    <Form.Item
      label={t(`litigation:case.describe.${name}`)}
      htmlFor={`case-${name}`}
      required={isRequired}
      validateStatus={isRequired && draft[name].trim() === '' ? 'warning' : ''}
      extra={isRequired && t('litigation:case.responsibleMisfit')}
    >
      <Input
        id={`case-${name}`}
        maxLength={200}
        value={draft[name]}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    </Form.Item>
  );
  return (
    <>
      <Rules of={of} {...rules} />
      <p className="qs-hint">{t('litigation:case.peopleBefore')}</p>
      <Form.Item
        label={t('litigation:case.personRole.responsible')}
        htmlFor="case-responsible"
        extra={recorded('responsible')}
      >
        <Select
          id="case-responsible"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={draft.responsible}
          options={options}
          onChange={(value?: number) => onChange({ responsible: value ?? null })}
        />
      </Form.Item>
      {text('why', misfit)}
      <Form.Item label={t('litigation:case.personRole.handler')} htmlFor="case-handlers" extra={recorded('handler')}>
        <Select
          id="case-handlers"
          mode="multiple"
          optionFilterProp="label"
          value={[...draft.handlers]}
          options={options}
          onChange={(handlers: number[]) => onChange({ handlers })}
        />
      </Form.Item>
      {text('agent', false)}
    </>
  );
}
