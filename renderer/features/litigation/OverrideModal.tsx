/** Taking the way to the court although a step misses: with authority and reason, on paper and in the log; no step turns green. */
import type { CaseView } from '@shared/contract/litigationViews';
import { OVERRIDES, type Override } from '@shared/domain/litigation/gateDetail';
import { isReason } from '@shared/domain/users/reason';
import { Alert, App, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { ErrorState } from '../../ui/ErrorState';

export function OverrideModal({ file, onClose }: { file: CaseView; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [kind, setKind] = useState<Override>('exception');
  const [reason, setReason] = useState('');
  const override = useApiCommand('litigation.overrideGate');
  const run = (): void =>
    override.mutate(
      { id: file.id, kind, reason: reason.trim() },
      {
        onSuccess: () => {
          void message.success(t('litigation:case.done.override'));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      centered
      title={t('litigation:case.step.override')}
      okText={t('litigation:case.step.override')}
      okButtonProps={{ danger: true, disabled: !isReason(reason), loading: override.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      {override.error && <ErrorState error={override.error} />}
      <Alert type="warning" showIcon title={t('litigation:case.overrideNote')} />
      <Form layout="vertical">
        <Form.Item label={t('litigation:case.fact.override')}>
          <Radio.Group
            value={kind}
            options={OVERRIDES.map((value) => ({ value, label: t(`litigation:case.override.${value}`) }))}
            onChange={(event) => setKind(event.target.value)}
          />
        </Form.Item>
        <Form.Item label={t('litigation:case.reason')} htmlFor="override-reason" required>
          <Input
            id="override-reason"
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
