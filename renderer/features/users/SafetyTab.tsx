/** What keeps the folder closed to others: minutes until windows lock, and a new recovery code (administrator). */
import { IDLE_MINUTES } from '@shared/domain/users/idleLock';
import { App, Button, InputNumber, Modal, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useOpenSession } from '../../app/sessionContext';
import { ErrorState } from '../../ui/ErrorState';
import { RecoveryCode } from '../session/RecoveryCode';

function IdleMinutes() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { state } = useOpenSession();
  const [minutes, setMinutes] = useState<number | null>(state.idleMinutes);
  const save = useApiCommand('window.setIdleMinutes');
  const run = (): void => {
    if (minutes === null) return;
    save.mutate({ minutes }, { onSuccess: () => void message.success(t('users:safety.idleSaved', { minutes })) });
  };
  return (
    <section aria-label={t('users:safety.idle')}>
      <h2>{t('users:safety.idle')}</h2>
      <p className="qs-hint">{t('users:safety.idleHint', { ...IDLE_MINUTES })}</p>
      {save.error && <ErrorState error={save.error} />}
      <Space>
        <InputNumber
          aria-label={t('users:safety.minutes')}
          min={IDLE_MINUTES.least}
          max={IDLE_MINUTES.most}
          precision={0}
          value={minutes}
          onChange={setMinutes}
          onPressEnter={run}
          suffix={t('users:safety.minutes')}
        />
        <Button disabled={minutes === null || minutes === state.idleMinutes} loading={save.isPending} onClick={run}>
          {t('common:action.save')}
        </Button>
      </Space>
    </section>
  );
}

function NewCode() {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const { state } = useOpenSession();
  const make = useApiCommand('users.newRecoveryCode');
  const confirm = useApiCommand('users.confirmRecoveryCode');
  const [code, setCode] = useState<readonly [string, string] | null>(null);
  const ask = async (): Promise<void> => {
    const sure = await modal.confirm({
      title: t('users:safety.codeTitle'),
      content: t('users:safety.codeEffect'),
      okText: t('users:safety.codeMake'),
      cancelText: t('common:action.cancel'),
      focusable: { autoFocusButton: 'cancel' },
    });
    if (sure) make.mutate(undefined, { onSuccess: ({ recoveryCode }) => setCode(recoveryCode) });
  };
  const close = (): void => {
    setCode(null);
    make.reset();
    confirm.reset();
  };
  const enable = (made: readonly [string, string]): void =>
    confirm.mutate(
      { code: [...made] },
      {
        onSuccess: () => {
          void message.success(t('users:safety.codeDone'));
          close();
        },
      },
    );
  return (
    <section aria-label={t('users:safety.code')}>
      <h2>{t('users:safety.code')}</h2>
      <p className="qs-hint">{t('users:safety.codeHint')}</p>
      {make.error && <ErrorState error={make.error} />}
      <Button loading={make.isPending} onClick={() => void ask()}>
        {t('users:safety.codeMake')}
      </Button>
      <Modal
        open={code !== null}
        width={720}
        closable={false}
        mask={{ closable: false }}
        keyboard={false}
        footer={null}
      >
        {confirm.error && <ErrorState error={confirm.error} />}
        {code && (
          <RecoveryCode
            code={code}
            bank={state.bank?.name ?? ''}
            title={t('users:safety.codeMade')}
            intro={t('users:safety.codeIntro')}
            doneLabel={t('users:safety.codeEnable')}
            busy={confirm.isPending}
            onDone={() => enable(code)}
            giveUp={{ label: t('users:safety.codeKeep'), run: close }}
          />
        )}
      </Modal>
    </section>
  );
}

export function SafetyTab() {
  return (
    <div className="qs-safety">
      <IdleMinutes />
      <NewCode />
    </div>
  );
}
