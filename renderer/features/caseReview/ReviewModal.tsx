/** The monthly review of an open case; where a period passed, with its cause, what is hard, and what is done about it by when (B4 §30). */
import type { ReviewLineView } from '@shared/contract/caseReview.contract';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { Alert, App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';

const TEXTS = ['finding', 'cause', 'difficulty', 'solution'] as const;
type Text = (typeof TEXTS)[number];
type Typed = Readonly<Record<Text, string>> & { readonly until: CalendarDate | null };
const FRESH: Typed = { finding: '', cause: '', difficulty: '', solution: '', until: null };

interface Props {
  readonly id: number;
  readonly today: CalendarDate;
  readonly overdue: ReviewLineView['standing']['overdue'];
  readonly onClose: () => void;
}

/** The contract asks for so many characters. */
const LEAST = 2;
const isSaid = (text: string) => text.trim().length >= LEAST;

export function ReviewModal({ id, today, overdue, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [typed, setTyped] = useKeptState(`case-review-${id}`, FRESH);
  const record = useApiCommand('caseReview.record');
  const asks = overdue.length > 0;
  const asked = asks ? TEXTS : TEXTS.slice(0, 1);
  const isComplete = asked.every((name) => isSaid(typed[name])) && (!asks || typed.until !== null);
  const field = (name: Text) => (
    <Form.Item key={name} label={t(`caseReview:column.${name}`)} htmlFor={`review-${name}`} required>
      <Input.TextArea
        id={`review-${name}`}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={1000}
        value={typed[name]}
        onChange={(event) => setTyped((before) => ({ ...before, [name]: event.target.value }))}
      />
    </Form.Item>
  );
  const { finding, ...measures } = typed;
  const said = asks ? measures : { cause: null, difficulty: null, solution: null, until: null };
  const run = (): void =>
    record.mutate(
      { id, finding, ...said },
      {
        onSuccess: () => {
          void message.success(t('caseReview:done.record'));
          setTyped(FRESH);
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      centered
      className="qs-tall-modal"
      title={t('caseReview:record')}
      okText={t('caseReview:record')}
      okButtonProps={{ disabled: !isComplete, loading: record.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      {record.error && <ErrorState error={record.error} />}
      {asks && (
        <Alert
          type="warning"
          showIcon
          title={overdue.map(({ kind, day }) => `${t(`litigation:case.deadline.${kind}`)} ${day}`).join(' · ')}
        />
      )}
      <Form layout="vertical">
        {asked.map(field)}
        {asks && (
          <Form.Item label={t('caseReview:column.until')} required>
            <DateInput
              aria-label={t('caseReview:column.until')}
              today={today}
              value={typed.until}
              onChange={(until) => setTyped((before) => ({ ...before, until }))}
            />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
