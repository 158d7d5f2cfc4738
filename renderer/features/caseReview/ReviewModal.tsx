/** The monthly review of an open case; where a period passed, with its cause and what is done about it (B4 §30). */
import type { ReviewLineView } from '@shared/contract/caseReview.contract';
import { Alert, App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { ErrorState } from '../../ui/ErrorState';

const FRESH = { finding: '', cause: '', solution: '' };
type Typed = typeof FRESH;

interface Props {
  readonly id: number;
  readonly overdue: ReviewLineView['standing']['overdue'];
  readonly onClose: () => void;
}

/** The contract asks for so many characters. */
const LEAST = 4;
const isSaid = (text: string) => text.trim().length >= LEAST;

export function ReviewModal({ id, overdue, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [typed, setTyped] = useKeptState(`case-review-${id}`, FRESH);
  const record = useApiCommand('caseReview.record');
  const asks = overdue.length > 0;
  const isComplete = isSaid(typed.finding) && (!asks || (isSaid(typed.cause) && isSaid(typed.solution)));
  const field = (name: keyof Typed) => (
    <Form.Item label={t(`caseReview:column.${name}`)} htmlFor={`review-${name}`} required>
      <Input.TextArea
        id={`review-${name}`}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={1000}
        value={typed[name]}
        onChange={(event) => setTyped((before) => ({ ...before, [name]: event.target.value }))}
      />
    </Form.Item>
  );
  const said = { cause: asks ? typed.cause : null, solution: asks ? typed.solution : null };
  const run = (): void =>
    record.mutate(
      { id, finding: typed.finding, ...said },
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
        {field('finding')}
        {asks && field('cause')}
        {asks && field('solution')}
      </Form>
    </Modal>
  );
}
