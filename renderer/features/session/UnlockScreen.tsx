/**
 * Sign-in and unlock (ui.md S01, APP-02): nothing is remembered but whose page was locked, and the same words answer every
 * wrong name or password.
 */
import { Button, Form, Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { type SessionState, useSession } from '../../app/session';
import { formatInstant } from '../../i18n/format';
import { useEnterMovesOn } from '../../ui/useEnterMovesOn';
import { RestoreGate } from '../backup/RestoreGate';
import { ChangeFolder } from './ChangeFolder';
import { GateCard } from './GateCard';
import { PasswordInput } from './PasswordInput';
import { RecoverScreen } from './RecoverScreen';
import { RotationProgress } from './RotationProgress';
import { SignInProblem, useDelay } from './SignInProblem';
import { clockText } from './useCountdown';

type LockedUser = SessionState['lockedUser'];

interface Credentials {
  readonly name: string;
  readonly password: string;
}

/** Somebody else never lands on the page that was locked; who returns finds it again. */
function useOther(locked: LockedUser): { fixed: LockedUser; other: () => void; back: (() => void) | null } {
  const [page] = useState(() => window.location.hash);
  const [other, setOther] = useState(false);
  const go = (elsewhere: boolean): void => {
    window.location.replace(elsewhere ? '#/' : page || '#/');
    setOther(elsewhere);
  };
  return {
    fixed: other ? null : locked,
    other: () => go(true),
    back: locked && other ? () => go(false) : null,
  };
}

function NameField({ fixed }: { fixed: LockedUser }) {
  const { t } = useTranslation();
  if (fixed)
    return (
      <Form.Item label={t('session:name')}>
        <span className="qs-gate-person">{t('session:unlock.person', { ...fixed })}</span>
      </Form.Item>
    );
  return (
    <Form.Item
      name="name"
      label={t('session:name')}
      rules={[{ required: true, whitespace: true, message: t('session:required.name') }]}
    >
      <Input autoFocus autoComplete="off" spellCheck={false} maxLength={40} />
    </Form.Item>
  );
}

function SignInForm({ fixed }: { fixed: LockedUser }) {
  const { t } = useTranslation();
  const signIn = useApiCommand('session.signIn');
  const delay = useDelay(signIn.error);
  const password = useRef<InputRef>(null);
  const onEnter = useEnterMovesOn();
  const [form] = Form.useForm<Credentials>();
  const submit = (typed: Credentials): void => {
    if (delay > 0 || signIn.isPending) return;
    signIn.mutate(
      { name: fixed?.name ?? typed.name.trim(), password: typed.password },
      { onError: () => password.current?.focus({ cursor: 'all' }) },
    );
  };
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
      <SignInProblem error={signIn.error} delay={delay} />
      <NameField fixed={fixed} />
      <Form.Item
        name="password"
        label={t('session:password')}
        rules={[{ required: true, message: t('session:required.password') }]}
      >
        <PasswordInput
          ref={password}
          autoFocus={fixed !== null}
          onKeyDown={(event) => {
            // The last field signs in at once, instead of only moving to the button.
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            event.stopPropagation();
            form.submit();
          }}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" block disabled={delay > 0} loading={signIn.isPending}>
        {delay > 0
          ? t('session:wait', { time: clockText(delay) })
          : t(fixed ? 'session:unlock.signIn' : 'session:signIn')}
      </Button>
      <RotationProgress />
    </Form>
  );
}

/** Two dates of the same kind, days apart as calendars count them. */
const isOlderThanADay = (at: string, today: string): boolean =>
  Date.parse(today) - Date.parse(formatInstant(at).slice(0, 10)) > 86_400_000;

function LastBackup({ state }: { state: SessionState }) {
  const { t } = useTranslation();
  const { lastBackup, businessDate } = state;
  const stale = !lastBackup?.verified || isOlderThanADay(lastBackup.at, businessDate);
  const at = formatInstant(lastBackup?.at);
  const text = lastBackup
    ? t(lastBackup.verified ? 'session:lastBackup.verified' : 'session:lastBackup.unverified', { at })
    : t('session:lastBackup.none');
  return (
    <div className="qs-gate-line">
      <span>{t('session:lastBackup.label')}</span>
      <span className={stale ? 'qs-gate-stale' : undefined}>{text}</span>
    </div>
  );
}

interface SignInProps {
  readonly state: SessionState;
  readonly onForgotten: () => void;
  readonly onRestore: () => void;
}

function Foot({ state, onForgotten, onRestore }: SignInProps) {
  const { t } = useTranslation();
  return (
    <p className="qs-gate-foot">
      <span>{t('session:version', { version: state.version })}</span>
      <Button type="link" size="small" onClick={onForgotten}>
        {t('session:forgotten.link')}
      </Button>
      <Button type="link" size="small" onClick={onRestore}>
        {t('backup:restore.fromGate')}
      </Button>
    </p>
  );
}

function SignIn({ state, onForgotten, onRestore }: SignInProps) {
  const { t } = useTranslation();
  const [changing, setChanging] = useState(false);
  const { fixed, other, back } = useOther(state.lockedUser);
  return (
    <GateCard title={t(fixed ? 'session:unlock.label' : 'nav:unlock.full')}>
      <SignInForm key={fixed?.name ?? ''} fixed={fixed} />
      {fixed && (
        <Button type="link" block onClick={other}>
          {t('session:unlock.other')}
        </Button>
      )}
      {back && (
        <Button type="link" block onClick={back}>
          {t('session:unlock.back')}
        </Button>
      )}
      {changing ? (
        <ChangeFolder current={state.dataDir} onClose={() => setChanging(false)} />
      ) : (
        <div className="qs-gate-folder">
          <span>{t('session:folder.label')}</span>
          <code>{state.dataDir}</code>
          <Button size="small" onClick={() => setChanging(true)}>
            {t('session:folder.change')}
          </Button>
        </div>
      )}
      <LastBackup state={state} />
      <Foot state={state} onForgotten={onForgotten} onRestore={onRestore} />
    </GateCard>
  );
}

export default function UnlockScreen() {
  const session = useSession();
  const [forgotten, setForgotten] = useState(false);
  const [restoring, setRestoring] = useState(false);
  if (!session.data) return null;
  if (restoring) return <RestoreGate onBack={() => setRestoring(false)} />;
  if (forgotten) return <RecoverScreen onBack={() => setForgotten(false)} />;
  return <SignIn state={session.data} onForgotten={() => setForgotten(true)} onRestore={() => setRestoring(true)} />;
}
