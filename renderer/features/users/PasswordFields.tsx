/** A new password and its repetition, with the rule in sight. */
import { isStrongPassword } from '@shared/domain/users/password';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { PasswordInput } from '../session/PasswordInput';

export interface PasswordFieldsProps {
  /** Where the password lies in the form, e.g. `['administrator']`. */
  readonly at?: readonly string[];
  /** False where the rule already stands beside it. */
  readonly showRule?: boolean;
}

export function PasswordFields({ at = [], showRule = true }: PasswordFieldsProps) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const password = [...at, 'password'];
  const repeat = [...at, 'repeat'];
  /** Checked on leaving the field; once wrong, with every key, so that the mark goes as soon as it is right. */
  const recheck = (name: string[]): void => {
    if (form.getFieldError(name).length > 0) setTimeout(() => void form.validateFields([name]).catch(() => {}));
  };
  return (
    <>
      <Form.Item
        name={password}
        label={t('users:field.password')}
        extra={showRule && t('users:password.rule')}
        required
        validateTrigger="onBlur"
        rules={[
          {
            validator: (_, typed: string | undefined) =>
              isStrongPassword(typed ?? '') ? Promise.resolve() : Promise.reject(new Error(t('users:password.weak'))),
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
            validator: (_, typed: string | undefined) =>
              typed && typed === getFieldValue(password)
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
