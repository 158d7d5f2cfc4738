/** Naming who answers for a loan, with a deadline and why (TEAM-06, B2 §19); an irregularity is a decision of its own. */
import type { TargetLoan } from '@shared/contract/targets.contract';
import { App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';

interface Asked {
  readonly person: string;
  readonly deadline: string | null;
  readonly reason: string;
}

const FRESH: Asked = { person: '', deadline: null, reason: '' };
const LEAST_REASON = 4;

function complete({ person, deadline, reason }: Asked) {
  if (deadline === null || person.trim().length < 2 || [...reason.trim()].length < LEAST_REASON) return null;
  return { person, deadline, reason };
}

export function ResponsibleModal({ loan, today, onClose }: { loan: TargetLoan; today: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [asked, setAsked] = useKeptState(`responsible-${loan.id}`, FRESH);
  const name = useApiCommand('targets.nameResponsible');
  const change = (part: Partial<Asked>): void => setAsked((before) => ({ ...before, ...part }));
  const ready = complete(asked);
  const run = (): void => {
    if (!ready) return;
    name.mutate(
      { loanId: loan.id, ...ready },
      {
        onSuccess: ({ mode }) => {
          void message.success(t('targets:responsible.done', { mode: t(`targets:mode.${mode}`) }));
          setAsked(FRESH);
          onClose();
        },
      },
    );
  };
  const field = (key: 'person' | 'reason', maxLength: number) => (
    <Form.Item label={t(`targets:responsible.${key}`)} htmlFor={`responsible-${key}`}>
      <Input
        id={`responsible-${key}`}
        maxLength={maxLength}
        value={asked[key]}
        onChange={(event) => change({ [key]: event.target.value })}
      />
    </Form.Item>
  );
  return (
    <Modal
      open
      centered
      width={480}
      title={t('targets:responsible.title', { contract: loan.contract })}
      okText={t('targets:responsible.verb')}
      okButtonProps={{ disabled: ready === null, loading: name.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      {name.error && <ErrorState error={name.error} />}
      <Form layout="vertical">
        {field('person', 40)}
        <Form.Item label={t('targets:responsible.deadline')}>
          <DateInput
            aria-label={t('targets:responsible.deadline')}
            today={today}
            value={asked.deadline}
            onChange={(deadline) => change({ deadline })}
          />
        </Form.Item>
        {field('reason', 500)}
      </Form>
    </Modal>
  );
}
