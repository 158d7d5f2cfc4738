/** A version of the plan of measures: why, judged by the three principles, what is added and what stops (B1 §12). */
import { isOpen } from '@shared/domain/measures/plan';
import { App, Button, Drawer, Form, Input, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useOpenSession } from '../../app/sessionContext';
import { useShortcut } from '../../app/shortcuts';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';
import { type Measures, useMeasureWords } from './measureWords';
import { type ChosenMeasure, type PlanForm, planOf, withMeasure } from './planForm';
import { WordsHint } from './WordsHint';

export interface PlanDrawerProps {
  readonly open: boolean;
  readonly household: number;
  readonly borrower: string;
  readonly measures: Measures;
  readonly form: PlanForm;
  readonly onForm: (form: PlanForm) => void;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function Chosen({ measures, form, onForm }: Pick<PlanDrawerProps, 'measures' | 'form' | 'onForm'>) {
  const { t } = useTranslation();
  const { name } = useMeasureWords();
  const { businessDate } = useOpenSession().state;
  const set = (index: number, change: Partial<ChosenMeasure>): void =>
    onForm({ ...form, add: form.add.map((each, at) => (at === index ? { ...each, ...change } : each)) });
  const warned = new Set(measures.verdicts.flatMap(({ measure, standing }) => (standing === 'warn' ? measure : [])));
  const chosen = new Set(form.add.map(({ measure }) => measure));
  const options = measures.verdicts
    .filter(({ measure, standing }) => standing !== 'block' && !chosen.has(measure))
    .map(({ measure, suits }) => ({
      value: measure,
      label: `${name(measure)} ${t(suits ? 'measures:suits' : 'measures:unsuited')}`,
    }));
  return (
    <section>
      <h3>{t('measures:plan.added')}</h3>
      {form.add.map(({ measure, what, responsible, dueOn, basis }, index) => (
        <div key={measure} className="qs-measure-chosen">
          <b>{name(measure)}</b>
          <Input
            aria-label={t('measures:column.what')}
            maxLength={200}
            value={what}
            onChange={(event) => set(index, { what: event.target.value })}
          />
          <Select
            aria-label={t('measures:column.responsible')}
            placeholder={t('measures:column.responsible')}
            value={responsible ?? undefined}
            options={measures.people.map(({ id, display }) => ({ value: id, label: display }))}
            onChange={(id: number) => set(index, { responsible: id })}
          />
          <DateInput
            aria-label={t('measures:column.dueOn')}
            today={businessDate}
            value={dueOn}
            onChange={(date) => set(index, { dueOn: date })}
          />
          <Button type="text" onClick={() => onForm({ ...form, add: form.add.filter((_, at) => at !== index) })}>
            {t('measures:plan.remove')}
          </Button>
          {warned.has(measure) && (
            <div className="qs-measure-basis">
              <Input
                aria-label={t('measures:column.basis')}
                placeholder={t('measures:column.basis')}
                maxLength={1_000}
                value={basis}
                onChange={(event) => set(index, { basis: event.target.value })}
              />
              <span className="qs-hint">{t('measures:plan.consent')}</span>
            </div>
          )}
        </div>
      ))}
      <Select
        className="qs-measure-add"
        aria-label={t('measures:plan.add')}
        placeholder={t('measures:plan.add')}
        showSearch
        optionFilterProp="label"
        popupMatchSelectWidth={false}
        value={null}
        options={options}
        onChange={(measure: string) => onForm(withMeasure(form, measure, name(measure)))}
      />
    </section>
  );
}

/** What goes on unless somebody says why it stops. */
function Going({ measures, form, onForm }: Pick<PlanDrawerProps, 'measures' | 'form' | 'onForm'>) {
  const { t } = useTranslation();
  const { name } = useMeasureWords();
  const going = measures.items.filter(({ state }) => isOpen(state));
  if (going.length === 0) return null;
  return (
    <section>
      <h3>{t('measures:plan.keep')}</h3>
      {going.map(({ id, measure, what, dueOn }) => (
        <Form.Item key={id} label={`${name(measure)} ${dueOn}`} extra={what}>
          <Input
            aria-label={t('measures:plan.dropWhy')}
            placeholder={t('measures:plan.dropWhy')}
            maxLength={200}
            value={form.drop[id] ?? ''}
            onChange={(event) => onForm({ ...form, drop: { ...form.drop, [id]: event.target.value } })}
          />
        </Form.Item>
      ))}
    </section>
  );
}

const LEAST_TEXT = 4;
/** Something stands there, but not what can be saved. */
const isShort = (text: string): boolean => text !== '' && text.trim().length < LEAST_TEXT;

function Texts({ form, onForm }: Pick<PlanDrawerProps, 'form' | 'onForm'>) {
  const { t } = useTranslation();
  const least = (label: string) => t('common:required.least', { label, least: LEAST_TEXT });
  return (['reason', 'risk', 'loss', 'recovery'] as const).map((key) => (
    <Form.Item
      key={key}
      label={t(`measures:plan.${key}`)}
      required
      help={isShort(form[key]) ? least(t(`measures:plan.${key}`)) : undefined}
    >
      <Input.TextArea
        aria-label={t(`measures:plan.${key}`)}
        autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={1_000}
        value={form[key]}
        onChange={(event) => onForm({ ...form, [key]: event.target.value })}
      />
    </Form.Item>
  ));
}

/** Everything typed into the plan. */
const wordsOf = ({ reason, risk, loss, recovery, add, drop }: PlanForm): string[] => [
  ...[reason, risk, loss, recovery],
  ...add.flatMap(({ what, basis }) => [what, basis]),
  ...Object.values(drop),
];

export function PlanDrawer(props: PlanDrawerProps) {
  const { open, household, borrower, form, onDone, onClose } = props;
  const { t } = useTranslation();
  const { message } = App.useApp();
  const save = useApiCommand('measures.savePlan');
  const plan = planOf(household, form);
  const complete =
    plan !== null && [plan.reason, plan.risk, plan.loss, plan.recovery].every(({ length }) => length >= LEAST_TEXT);
  const run = (): void => {
    if (!complete) return;
    save.mutate(plan, {
      onSuccess: ({ version }) => {
        void message.success(t('measures:plan.saved', { version }));
        onDone();
      },
    });
  };
  useShortcut('Ctrl+S', t('common:action.save'), run, open);
  return (
    <Drawer open={open} size={900} destroyOnHidden title={t('measures:plan.title', { borrower })} onClose={onClose}>
      <Form component={false} labelCol={{ flex: '204px' }} labelWrap>
        <Texts {...props} />
        <Going {...props} />
        <Chosen {...props} />
        <WordsHint texts={wordsOf(form)} />
        {save.error && <ErrorState error={save.error} />}
        <div className="qs-drawer-foot">
          <Space>
            <Button type="primary" aria-disabled={!complete} loading={save.isPending} onClick={run}>
              {t('common:action.save')}
            </Button>
            <Button onClick={onClose}>{t('common:action.close')}</Button>
          </Space>
        </div>
      </Form>
    </Drawer>
  );
}
