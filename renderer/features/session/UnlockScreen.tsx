/** Sign-in and unlock (ui.md S01, APP-02): nothing is remembered, the same words answer every wrong name or password. */
import { Button, Form, Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { refusalOf } from '../../api/refusal';
import { useSession } from '../../app/session';
import { ErrorState } from '../../ui/ErrorState';
import { RefusalPanel } from '../../ui/RefusalPanel';
import { useEnterMovesOn } from '../../ui/useEnterMovesOn';
import { ChangeFolder } from './ChangeFolder';
import { GateCard } from './GateCard';
import { PasswordInput } from './PasswordInput';

interface Credentials {
  readonly name: string;
  readonly password: string;
}

function SignInProblem({ error }: { error: Error }) {
  const refusal = refusalOf(error);
  return refusal ? <RefusalPanel refusal={refusal} /> : <ErrorState error={error} />;
}

function SignInForm() {
  const { t } = useTranslation();
  const signIn = useApiCommand('session.signIn');
  const password = useRef<InputRef>(null);
  const onEnter = useEnterMovesOn();
  const [form] = Form.useForm<Credentials>();
  const submit = (typed: Credentials): void =>
    signIn.mutate(
      { name: typed.name.trim(), password: typed.password },
      { onError: () => password.current?.focus({ cursor: 'all' }) },
    );
  const required = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <Form<Credentials>
      name="sign-in"
      form={form}
      labelCol={{ flex: '88px' }}
      requiredMark={false}
      onFinish={submit}
      onKeyDown={onEnter}
      scrollToFirstError={{ focus: true }}
    >
      {signIn.error && (
        <div className="qs-gate-problem">
          <SignInProblem error={signIn.error} />
        </div>
      )}
      <Form.Item name="name" label={t('session:name')} rules={required(t('session:required.name'))}>
        <Input autoFocus autoComplete="off" spellCheck={false} maxLength={40} />
      </Form.Item>
      <Form.Item name="password" label={t('session:password')} rules={required(t('session:required.password'))}>
        <PasswordInput
          ref={password}
          onKeyDown={(event) => {
            // The last field signs in at once, instead of only moving to the button.
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            event.stopPropagation();
            form.submit();
          }}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
        {t('session:signIn')}
      </Button>
    </Form>
  );
}

export default function UnlockScreen() {
  const { t } = useTranslation();
  const session = useSession();
  const [changing, setChanging] = useState(false);
  return (
    <GateCard title={t('nav:unlock.full')}>
      <SignInForm />
      {changing ? (
        <ChangeFolder current={session.data?.dataDir ?? ''} onClose={() => setChanging(false)} />
      ) : (
        <div className="qs-gate-folder">
          <span>{t('session:folder.label')}</span>
          <code>{session.data?.dataDir}</code>
          <Button size="small" onClick={() => setChanging(true)}>
            {t('session:folder.change')}
          </Button>
        </div>
      )}
      <p className="qs-gate-foot">{t('session:version', { version: session.data?.version ?? '' })}</p>
    </GateCard>
  );
}
