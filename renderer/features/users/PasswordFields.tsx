/** A new password and its repetition, with the rule in sight. */
import { isStrongPassword } from '@shared/domain/users/password';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { PasswordInput } from '../session/PasswordInput';
import { PasswordRule } from './PasswordRule';

export interface PasswordFieldsProps {
  /** Where the password lies in the form, e.g. `['administrator']`. */
  readonly at?: readonly string[];
  /** What the password is called here; a first password unless said otherwise. */
  readonly label?: string;
}

export function PasswordFields({ at = [], label }: PasswordFieldsProps) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const password = [...at, 'password'];
  const repeat = [...at, 'repeat'];
  const typed = (Form.useWatch(password, form) as string | undefined) ?? '';
  /** Checked on leaving the field; once wrong, with every key, so that the mark goes as soon as it is right. */
  const recheck = (name: string[]): void => {
    if (form.getFieldError(name).length > 0) setTimeout(() => void form.validateFields([name]).catch(() => {}));
  };
  return (
    <>
      <Form.Item
        name={password}
        label={label ?? t('users:field.password')}
        extra={<PasswordRule password={typed} />}
        required
        validateTrigger="onBlur"
        rules={[
          {
            validator: (_, value: string | undefined) =>
              isStrongPassword(value ?? '') ? Promise.resolve() : Promise.reject(new Error(t('users:password.weak'))),
          },
        ]}
      >
        <PasswordInput onInput={() => recheck(password)} />
      </Form.Item>
      <Form.Item
        name={repeat}
        label={t('users:field.repeat')}
        required
        dependencies={[password]}
        validateTrigger="onBlur"
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value: string | undefined) =>
              value && value === getFieldValue(password)
                ? Promise.resolve()
                : Promise.reject(new Error(t('users:password.differs'))),
          }),
        ]}
      >
        <PasswordInput onInput={() => recheck(repeat)} />
      </Form.Item>
    </>
  );
}
