/** Proposing a limited step: the law stands beside the choice; a forbidden one says why and goes no further. */
import { STEP_ACTS, type StepAct, sayableIn } from '@shared/domain/measures/conductSteps';
import { Alert, App, Button, Checkbox, Drawer, Form, Input, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { useOpenSession } from '../../app/sessionContext';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';
import { useEnterMovesOn } from '../../ui/useEnterMovesOn';
import { useRequired } from '../../ui/useRequired';
import type { Measures } from './measureWords';
import { StandingTag } from './Suggestions';
import { WordsHint } from './WordsHint';

interface StepForm {
  readonly act?: StepAct;
  readonly basis?: string;
  readonly purpose?: string;
  readonly channel?: string;
  readonly content?: string;
  readonly checks?: string[];
  readonly plannedOn?: string;
}

const EMPTY: StepForm = {};

export interface ProposeStepDrawerProps {
  readonly household: number;
  readonly borrower: string;
  readonly acts: Measures['acts'];
  readonly onClose: () => void;
}

function Limits({ found }: { found: Measures['acts'][number] | undefined }) {
  const { t } = useTranslation();
  if (!found) return null;
  return (
    <Alert
      type={found.standing === 'block' ? 'error' : 'warning'}
      showIcon
      role="alert"
      className="qs-contact-conduct"
      title={
        <>
          <StandingTag standing={found.standing} /> {found.limit?.reason}
        </>
      }
      description={`${t('measures:step.limits')} ${found.limit?.article ?? ''}`}
    />
  );
}

function StepFields({ found }: { found: Measures['acts'][number] }) {
  const { t } = useTranslation();
  const { businessDate } = useOpenSession().state;
  const required = useRequired();
  const label = (key: 'purpose' | 'channel' | 'content') => t(`measures:step.${key}`);
  const [basis, plannedOn] = [t('measures:column.basis'), t('measures:column.plannedOn')];
  return (
    <>
      <Form.Item name="basis" label={basis} rules={required.typed(basis, 4, t('measures:need.basis'))}>
        <Input.TextArea autoSize maxLength={1_000} />
      </Form.Item>
      <Form.Item
        name="purpose"
        label={label('purpose')}
        rules={required.typed(label('purpose'), 2, t('measures:need.purpose'))}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="channel"
        label={label('channel')}
        rules={required.typed(label('channel'), 2, t('measures:need.channel'))}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="content"
        label={label('content')}
        rules={required.typed(label('content'), 4, t('measures:need.content'))}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1_000} />
      </Form.Item>
      <Form.Item name="plannedOn" label={plannedOn} rules={required.given(plannedOn)}>
        <DateInput today={businessDate} />
      </Form.Item>
      {found.checks.length > 0 && (
        <Form.Item name="checks" label={t('measures:step.checks')}>
          <Checkbox.Group options={found.checks.map(({ id, text }) => ({ value: id, label: text }))} />
        </Form.Item>
      )}
    </>
  );
}

export function ProposeStepDrawer({ household, borrower, acts, onClose }: ProposeStepDrawerProps) {
  const { t } = useTranslation();
  const required = useRequired();
  const { message } = App.useApp();
  const [form] = Form.useForm<StepForm>();
  const [kept, setKept] = useKeptState<StepForm>(`measures.step.${household}`, EMPTY);
  const propose = useApiCommand('measures.proposeStep');
  const onEnter = useEnterMovesOn();
  const found = acts.find(({ act }) => act === kept.act);
  const run = (typed: Required<StepForm>): void =>
    propose.mutate(
      { ...typed, household, checks: typed.checks ?? [] },
      {
        onSuccess: () => {
          void message.success(t('measures:step.proposed'));
          setKept(EMPTY);
          onClose();
        },
      },
    );
  const isBlocked = found?.standing === 'block';
  return (
    <Drawer open size={640} title={t('measures:step.title', { borrower })} onClose={onClose}>
      <Form<StepForm>
        name="conduct-step"
        form={form}
        labelCol={{ flex: '96px' }}
        labelWrap
        initialValues={kept}
        onValuesChange={(_, all) => setKept({ ...kept, ...all })}
        onFinish={(typed) => run(typed as Required<StepForm>)}
        onKeyDownCapture={onEnter}
      >
        <Form.Item name="act" label={t('measures:column.act')} rules={required.chosen(t('measures:column.act'))}>
          <Select options={STEP_ACTS.map((act) => ({ value: act, label: t(`measures:act.${act}`) }))} />
        </Form.Item>
        <Limits found={found} />
        {found && !isBlocked && <StepFields found={found} />}
        {found && (
          <WordsHint
            texts={[kept.basis, kept.purpose, kept.channel, kept.content].map((text) => text ?? '')}
            except={sayableIn(found.act)}
          />
        )}
        {propose.error && <ErrorState error={propose.error} />}
        <div className="qs-drawer-foot">
          <Space>
            <Button type="primary" htmlType="submit" disabled={!found || isBlocked} loading={propose.isPending}>
              {t('measures:step.propose')}
            </Button>
            <Button onClick={onClose}>{t('common:action.close')}</Button>
          </Space>
        </div>
      </Form>
    </Drawer>
  );
}
