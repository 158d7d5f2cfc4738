/** His own password against a new one; the rule is checked while he types. */
import { Button, Form, Space } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useEnterMovesOn } from '../../ui/useEnterMovesOn';
import { PasswordFields } from '../users/PasswordFields';
import { PasswordInput } from './PasswordInput';
import { SignInProblem, useDelay } from './SignInProblem';

interface Typed {
  readonly old: string;
  readonly password: string;
  readonly repeat: string;
}

export interface ChangePasswordFormProps {
  /** What the old one is called: a temporary one has another name. */
  readonly oldLabel: string;
  /** Absent where what comes next says it by itself. */
  readonly onDone?: () => void;
  /** Further buttons beside the one that changes it. */
  readonly actions: ReactNode;
}

export function ChangePasswordForm({ oldLabel, onDone, actions }: ChangePasswordFormProps) {
  const { t } = useTranslation();
  const change = useApiCommand('session.changePassword');
  const delay = useDelay(change.error);
  const onEnter = useEnterMovesOn();
  const submit = ({ old, password }: Typed): void => {
    if (delay > 0 || change.isPending) return;
    // Awaited, not handed over as a callback: the forced card is gone as soon as the password is his own.
    void change.mutateAsync({ old, password }).then(
      () => onDone?.(),
      () => {},
    );
  };
  return (
    <Form<Typed>
      name="change-password"
      labelCol={{ flex: '96px' }}
      labelWrap
      onFinish={submit}
      onKeyDown={onEnter}
      scrollToFirstError={{ focus: true }}
    >
      <SignInProblem error={change.error} delay={delay} />
      <Form.Item name="old" label={oldLabel} rules={[{ required: true, message: t('session:required.password') }]}>
        <PasswordInput autoFocus />
      </Form.Item>
      <PasswordFields label={t('session:change.new')} />
      <p className="qs-hint">{t('session:change.reuse')}</p>
      <Space>
        <Button type="primary" htmlType="submit" disabled={delay > 0} loading={change.isPending}>
          {t('session:change.submit')}
        </Button>
        {actions}
      </Space>
    </Form>
  );
}
