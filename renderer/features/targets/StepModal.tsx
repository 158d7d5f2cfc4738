/** The next step of a target with its date, reason and paper; whoever passes over steps says why. */
import type { TargetDetail } from '@shared/contract/targets.contract';
import { between, STEPS, type Step } from '@shared/domain/targets/steps';
import { Alert, App, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../api/client';
import { useApiCommand } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';

type Target = InputOf<'targets.step'>['to'];

const TARGETS = STEPS.filter((step): step is Target => step !== 'proposed' && step !== 'assigned');

interface Asked {
  readonly to: Target | null;
  readonly on: string | null;
  readonly reason: string;
  readonly documentId: number | null;
}

const FRESH: Asked = { to: null, on: null, reason: '', documentId: null };

/** The next one that is taken here; a group is given on a dialog of its own. */
const nextOf = (step: Step): Target | null => TARGETS.find((each) => STEPS.indexOf(each) > STEPS.indexOf(step)) ?? null;

interface FieldsProps {
  readonly target: TargetDetail;
  readonly asked: Asked;
  readonly onChange: (part: Partial<Asked>) => void;
}

function Fields({ target, asked, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const { to, on, reason, documentId } = asked;
  const skipped = to === null ? [] : between(target.step, to);
  return (
    <Form layout="vertical">
      <Form.Item label={t('targets:move.to')} htmlFor="step-to">
        <Select
          id="step-to"
          value={to}
          options={TARGETS.filter((step) => step !== target.step).map((step) => ({
            value: step,
            label: `${STEPS.indexOf(step) + 1} ${t(`targets:step.${step}`)}`,
          }))}
          onChange={(value: Target) => onChange({ to: value })}
        />
      </Form.Item>
      {skipped.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('targets:move.skips', {
            steps: skipped.map((step) => t(`targets:step.${step}`)).join(t('targets:separator')),
          })}
        />
      )}
      <Form.Item label={t('targets:move.on')}>
        <DateInput
          aria-label={t('targets:move.on')}
          today={target.today}
          value={on}
          onChange={(date) => onChange({ on: date })}
        />
      </Form.Item>
      <Form.Item label={t('targets:move.reason')} htmlFor="step-reason" extra={t('targets:move.reasonHint')}>
        <Input.TextArea
          id="step-reason"
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={500}
          value={reason}
          onChange={(event) => onChange({ reason: event.target.value })}
        />
      </Form.Item>
      <Form.Item label={t('targets:move.document')} htmlFor="step-document">
        <Select
          id="step-document"
          allowClear
          value={documentId}
          placeholder={t('targets:move.noDocument')}
          options={target.papers.map(({ id, label }) => ({ value: id, label }))}
          onChange={(value?: number) => onChange({ documentId: value ?? null })}
        />
      </Form.Item>
    </Form>
  );
}

export function StepModal({ target, onClose }: { target: TargetDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [kept, setKept] = useKeptState(`target-step-${target.id}`, FRESH);
  const move = useApiCommand('targets.step');
  const to = kept.to ?? nextOf(target.step);
  const on = kept.on ?? target.today;
  const { reason, documentId } = kept;
  const change = (part: Partial<Asked>): void => setKept((before) => ({ ...before, ...part }));
  const run = (): void => {
    if (to === null) return;
    move.mutate(
      { id: target.id, rev: target.rev, to, on, reason, documentId },
      {
        onSuccess: () => {
          void message.success(t('targets:move.done', { step: t(`targets:step.${to}`) }));
          setKept(FRESH);
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      centered
      width={520}
      title={t('targets:move.title', { borrower: target.borrower })}
      okText={t('targets:move.verb')}
      okButtonProps={{ disabled: to === null, loading: move.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      {move.error && <ErrorState error={move.error} />}
      <Fields target={target} asked={{ ...kept, to, on }} onChange={change} />
    </Modal>
  );
}
