/** Step 4: the administrator, who keeps the system, and the first person who works in it. */
import { Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PasswordFields } from '../users/PasswordFields';
import { RolePicker } from '../users/RolePicker';
import type { UnitLine } from './setupForm';

type Who = 'administrator' | 'user';

function PersonFields({ who, autoFocus, children }: { who: Who; autoFocus?: boolean; children?: ReactNode }) {
  const { t } = useTranslation();
  const other: Who = who === 'user' ? 'administrator' : 'user';
  return (
    <section aria-label={t(`setup:people.${who}`)}>
      <h2>{t(`setup:people.${who}`)}</h2>
      <p className="qs-hint">{t(`setup:people.${who}Hint`)}</p>
      <Form.Item
        name={[who, 'display']}
        label={t('users:field.display')}
        rules={[{ required: true, whitespace: true, message: t('setup:required.display') }]}
      >
        <Input maxLength={40} autoFocus={autoFocus} />
      </Form.Item>
      <Form.Item
        name={[who, 'name']}
        label={t('users:field.name')}
        dependencies={[[other, 'name']]}
        rules={[
          { required: true, whitespace: true, message: t('setup:required.name') },
          ({ getFieldValue }) => ({
            validator: (_, typed: string | undefined) =>
              typed?.trim() && typed.trim() === (getFieldValue([other, 'name']) as string | undefined)?.trim()
                ? Promise.reject(new Error(t('setup:people.sameName')))
                : Promise.resolve(),
          }),
        ]}
      >
        <Input maxLength={40} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <PasswordFields at={[who]} />
      {children}
    </section>
  );
}

function UnitField() {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  // The units were typed on an earlier step: they lie in the form, not in a field on screen.
  const units = ((form.getFieldValue('units') ?? []) as UnitLine[]).flatMap(({ name }) => name?.trim() || []);
  const options = [
    { value: '', label: t('users:unit.branch') },
    ...units.map((name) => ({ value: name, label: name })),
  ];
  return (
    <Form.Item name={['user', 'unit']} label={t('users:field.unit')}>
      <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
    </Form.Item>
  );
}

export function PeopleStep() {
  const { t } = useTranslation();
  return (
    <div className="qs-setup-columns">
      <PersonFields who="administrator" autoFocus />
      <PersonFields who="user">
        <UnitField />
        <Form.Item
          name={['user', 'roles']}
          label={t('users:field.roles')}
          rules={[{ required: true, type: 'array', min: 1, message: t('setup:required.roles') }]}
        >
          <RolePicker without={['administrator']} />
        </Form.Item>
      </PersonFields>
    </div>
  );
}
