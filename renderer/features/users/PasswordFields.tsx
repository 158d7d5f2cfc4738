/** A new password and its repetition, with the rule in sight. */
import { isStrongPassword } from '@shared/domain/users/password';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { PasswordInput } from '../session/PasswordInput';

export interface PasswordFieldsProps {
  /** Where the password lies in the form, e.g. `['administrator']`. */
  readonly at?: readonly string[];
}

export function PasswordFields({ at = [] }: PasswordFieldsProps) {
  const { t } = useTranslation();
  const password = [...at, 'password'];
  return (
    <>
      <Form.Item
        name={password}
        label={t('users:field.password')}
        extra={t('users:password.rule')}
        required
        validateTrigger="onBlur"
        rules={[
          {
            validator: (_, typed: string | undefined) =>
              isStrongPassword(typed ?? '') ? Promise.resolve() : Promise.reject(new Error(t('users:password.weak'))),
          },
        ]}
      >
        <PasswordInput />
      </Form.Item>
      <Form.Item
        name={[...at, 'repeat']}
        label={t('users:field.repeat')}
        required
        dependencies={[password]}
        validateTrigger="onBlur"
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, typed: string | undefined) =>
              typed && typed === getFieldValue(password)
                ? Promise.resolve()
                : Promise.reject(new Error(t('users:password.differs'))),
          }),
        ]}
      >
        <PasswordInput />
      </Form.Item>
    </>
  );
}
