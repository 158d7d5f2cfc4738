/** What becomes of a debt whose suit the committee refused (B4 §10). */
import type { CaseView } from '@shared/contract/litigationViews';
import { TREATMENTS, type Treatment } from '@shared/domain/litigation/gateDetail';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { App, Checkbox, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';

const FRESH = { treatments: [] as Treatment[], text: '', reviewOn: null as CalendarDate | null };

export function TreatmentModal({ file, onClose }: { file: CaseView; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [typed, setTyped] = useKeptState(`case-treatment-${file.id}`, FRESH);
  const state = useApiCommand('litigation.stateTreatment');
  const { treatments, text, reviewOn } = typed;
  const change = (part: Partial<typeof FRESH>): void => setTyped((before) => ({ ...before, ...part }));
  const run = (): void =>
    state.mutate(
      { id: file.id, on: file.today, treatments, text: text.trim(), reviewOn },
      {
        onSuccess: () => {
          void message.success(t('litigation:case.done.treatment'));
          setTyped(FRESH);
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      centered
      title={t('litigation:case.step.treatment')}
      okText={t('litigation:case.step.treatment')}
      okButtonProps={{ disabled: treatments.length === 0 || text.trim().length < 2, loading: state.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      {state.error && <ErrorState error={state.error} />}
      <Form layout="vertical">
        <Form.Item label={t('litigation:case.fact.treatments')} required>
          <Checkbox.Group
            value={treatments}
            options={TREATMENTS.map((value) => ({ value, label: t(`litigation:case.treatment.${value}`) }))}
            onChange={(values) => change({ treatments: values })}
          />
        </Form.Item>
        <Form.Item label={t('litigation:case.fact.text')} htmlFor="treatment-text" required>
          <Input.TextArea
            id="treatment-text"
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={4000}
            value={text}
            onChange={(event) => change({ text: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={t('litigation:case.fact.reviewOn')}>
          <DateInput
            aria-label={t('litigation:case.fact.reviewOn')}
            today={file.today}
            value={reviewOn}
            onChange={(day) => change({ reviewOn: day })}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
