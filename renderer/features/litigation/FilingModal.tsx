/** Sending a case for filing (B4 §21–22), and recording what the level answered. */
import type { CaseView } from '@shared/contract/litigationViews';
import { FILING_OUTCOMES, type FilingOutcome } from '@shared/domain/litigation/gateDetail';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { App, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';

interface Props {
  readonly file: CaseView;
  readonly isAnswer: boolean;
  readonly onClose: () => void;
}

interface AnswerProps {
  readonly outcome: FilingOutcome;
  readonly number: string;
  readonly note: string;
  readonly onChange: (part: { outcome?: FilingOutcome; number?: string; note?: string }) => void;
}

function Answer({ outcome, number, note, onChange }: AnswerProps) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item label={t('litigation:case.fact.outcome')}>
        <Radio.Group
          value={outcome}
          options={FILING_OUTCOMES.map((value) => ({ value, label: t(`litigation:case.filingOutcome.${value}`) }))}
          onChange={(event) => onChange({ outcome: event.target.value })}
        />
      </Form.Item>
      <Form.Item label={t('litigation:case.filingNumber')} htmlFor="filing-number" required>
        <Input
          id="filing-number"
          maxLength={100}
          value={number}
          onChange={(event) => onChange({ number: event.target.value })}
        />
      </Form.Item>
      <Form.Item label={t('litigation:case.note')} htmlFor="filing-note">
        <Input
          id="filing-note"
          maxLength={500}
          value={note}
          onChange={(event) => onChange({ note: event.target.value })}
        />
      </Form.Item>
    </>
  );
}

export function FilingModal({ file, isAnswer, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [on, setOn] = useState<CalendarDate | null>(file.today);
  const [answer, setAnswer] = useState({ outcome: 'agreed' as FilingOutcome, number: '', note: '' });
  const ask = useApiCommand('litigation.askFiling');
  const record = useApiCommand('litigation.recordFiling');
  const error = ask.error ?? record.error;
  const verb = t(`litigation:case.step.${isAnswer ? 'record-filing' : 'ask-filing'}`);
  const onSuccess = (): void => {
    void message.success(t('litigation:case.done.filing'));
    onClose();
  };
  const run = (): void => {
    if (on === null) return;
    const { outcome, number, note } = answer;
    if (!isAnswer) ask.mutate({ id: file.id, on }, { onSuccess });
    else record.mutate({ id: file.id, on, outcome, number: number.trim(), note: note.trim() || null }, { onSuccess });
  };
  return (
    <Modal
      open
      centered
      title={t('litigation:case.filingTo', { verb, level: t(`litigation:case.filingLevel.${file.gate.filingLevel}`) })}
      okText={verb}
      okButtonProps={{
        disabled: on === null || (isAnswer && answer.number.trim() === ''),
        loading: ask.isPending || record.isPending,
      }}
      onOk={run}
      onCancel={onClose}
    >
      {error && <ErrorState error={error} />}
      <Form layout="vertical">
        <Form.Item label={t('litigation:case.actOn')} required>
          <DateInput aria-label={t('litigation:case.actOn')} today={file.today} value={on} onChange={setOn} />
        </Form.Item>
        {isAnswer && <Answer {...answer} onChange={(part) => setAnswer((before) => ({ ...before, ...part }))} />}
      </Form>
    </Modal>
  );
}
