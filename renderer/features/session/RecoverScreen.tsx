/**
 * A forgotten password: the administrator resets it; where nobody can sign in any more, the two keepers of the recovery code
 * come, each types his half unseen by the other, and the person gets a new password (APP-02).
 */
import { Button, Form, Input } from 'antd';
import { type ClipboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useEnterMovesOn } from '../../ui/useEnterMovesOn';
import { PasswordFields } from '../users/PasswordFields';
import { GateCard } from './GateCard';
import { PasswordInput } from './PasswordInput';
import { RecoveryCode } from './RecoveryCode';
import { grouped, HALF_LENGTH, halfLength, splitCode } from './recoveryInput';
import { SignInProblem, useDelay } from './SignInProblem';
import { clockText } from './useCountdown';

interface Typed {
  readonly name: string;
  readonly halves: readonly [string, string];
  readonly password: string;
  readonly repeat: string;
}

function HalfField({ index }: { index: 0 | 1 }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const paste = (event: ClipboardEvent): void => {
    const halves = splitCode(event.clipboardData.getData('text/plain'));
    if (!halves) return;
    event.preventDefault();
    form.setFieldValue('halves', [...halves]);
  };
  const settle = (): void => {
    const typed = form.getFieldValue(['halves', index]) as string | undefined;
    form.setFieldValue(['halves', index], grouped(typed ?? ''));
  };
  return (
    <Form.Item
      name={['halves', index]}
      label={t('session:forgotten.half', { part: index + 1 })}
      validateTrigger="onBlur"
      rules={[
        {
          validator: (_, typed: string | undefined) => {
            const count = halfLength(typed ?? '');
            return count === HALF_LENGTH
              ? Promise.resolve()
              : Promise.reject(new Error(t('session:forgotten.halfShort', { count })));
          },
        },
      ]}
    >
      <PasswordInput className="qs-recovery-input" onPaste={paste} onBlur={settle} />
    </Form.Item>
  );
}

function RecoverForm({ onDone }: { onDone: (name: string, code: [string, string]) => void }) {
  const { t } = useTranslation();
  const recover = useApiCommand('session.recover');
  const delay = useDelay(recover.error);
  const onEnter = useEnterMovesOn();
  const submit = ({ name, halves, password }: Typed): void => {
    if (delay > 0 || recover.isPending) return;
    const asked = { name: name.trim(), code: [...halves] as [string, string], password };
    void recover.mutateAsync(asked).then(
      ({ recoveryCode }) => onDone(asked.name, recoveryCode),
      () => {},
    );
  };
  return (
    <Form<Typed>
      name="recover"
      labelCol={{ flex: '128px' }}
      labelWrap
      requiredMark={false}
      onFinish={submit}
      onKeyDown={onEnter}
      scrollToFirstError={{ focus: true }}
    >
      <SignInProblem error={recover.error} delay={delay} />
      <Form.Item
        name="name"
        label={t('session:name')}
        rules={[{ required: true, whitespace: true, message: t('session:required.name') }]}
      >
        <Input autoFocus autoComplete="off" spellCheck={false} maxLength={40} />
      </Form.Item>
      <HalfField index={0} />
      <HalfField index={1} />
      <PasswordFields label={t('session:change.new')} />
      <Button type="primary" htmlType="submit" block disabled={delay > 0} loading={recover.isPending}>
        {delay > 0 ? t('session:wait', { time: clockText(delay) }) : t('session:forgotten.submit')}
      </Button>
    </Form>
  );
}

export function RecoverScreen({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation();
  const [made, setMade] = useState<{ readonly name: string; readonly code: [string, string] } | null>(null);
  if (made)
    return (
      <GateCard title={t('session:forgotten.title')} wide>
        <RecoveryCode
          code={made.code}
          bank=""
          title={t('session:forgotten.done', { name: made.name })}
          intro={t('session:forgotten.newCode')}
          doneLabel={t('session:recovery.goOn')}
          onDone={onBack}
        />
      </GateCard>
    );
  return (
    <GateCard title={t('session:forgotten.title')}>
      <ol className="qs-gate-ways">
        <li>{t('session:forgotten.administrator')}</li>
        <li>{t('session:forgotten.code')}</li>
      </ol>
      <RecoverForm onDone={(name, code) => setMade({ name, code })} />
      <Button type="link" block onClick={onBack}>
        {t('session:forgotten.back')}
      </Button>
    </GateCard>
  );
}
