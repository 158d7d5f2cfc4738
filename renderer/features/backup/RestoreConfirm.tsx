/** Last step of a restore: why, and two persons by their passwords of the backup (ui.md §4 Confirm, L3; ORG-03). */
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../i18n/format';
import { useRequired } from '../../ui/useRequired';
import { PasswordInput } from '../session/PasswordInput';
import { clockText } from '../session/useCountdown';
import type { Inspected } from './backupTypes';

interface Keeper {
  readonly name: string;
  readonly password: string;
}

export interface Confirmation {
  readonly administrator: Keeper;
  readonly second: Keeper | null;
  readonly reason: string;
}

interface Typed {
  readonly administrator: Keeper;
  readonly second?: Keeper;
  readonly reason: string;
}

function KeeperFields({ who }: { who: 'administrator' | 'second' }) {
  const { t } = useTranslation();
  const required = useRequired();
  return (
    <fieldset className="qs-backup-keeper">
      <legend>{t(`backup:restore.${who}`)}</legend>
      <Form.Item name={[who, 'name']} label={t('backup:restore.name')} rules={required.typed(t('backup:restore.name'))}>
        <Input autoComplete="off" spellCheck={false} maxLength={40} />
      </Form.Item>
      <Form.Item
        name={[who, 'password']}
        label={t('backup:restore.password')}
        rules={required.given(t('backup:restore.password'))}
      >
        <PasswordInput />
      </Form.Item>
    </fieldset>
  );
}

export interface ConfirmStepProps {
  readonly seen: Inspected;
  readonly busy: boolean;
  /** Seconds to wait after failed passwords, 0: none. */
  readonly delay: number;
  readonly onBack: () => void;
  readonly onRun: (confirmation: Confirmation) => void;
}

export function ConfirmStep({ seen, busy, delay, onBack, onRun }: ConfirmStepProps) {
  const { t } = useTranslation();
  const required = useRequired();
  const [form] = Form.useForm<Typed>();
  const submit = ({ administrator, second, reason }: Typed): void =>
    onRun({ administrator, second: second ?? null, reason: reason.trim() });
  return (
    <Form<Typed> name="restore" form={form} layout="vertical" requiredMark={false} onFinish={submit}>
      <div className="qs-backup-keepers">
        <KeeperFields who="administrator" />
        {seen.replaces && <KeeperFields who="second" />}
      </div>
      <Form.Item name="reason" label={t('backup:restore.reason')} rules={required.typed(t('backup:restore.reason'))}>
        <Input maxLength={200} />
      </Form.Item>
      <footer className="qs-backup-foot">
        <Button autoFocus disabled={busy} onClick={onBack}>
          {t('common:action.previous')}
        </Button>
        <Button type="primary" danger htmlType="submit" loading={busy} disabled={delay > 0}>
          {delay > 0
            ? t('session:wait', { time: clockText(delay) })
            : t('backup:restore.run', { at: formatInstant(seen.at) })}
        </Button>
      </footer>
    </Form>
  );
}
