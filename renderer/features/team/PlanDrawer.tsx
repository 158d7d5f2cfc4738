/** Making or changing a work plan: kind, time, and a line of goals for each unit, group, person and month. */
import { DeleteOutlined } from '@ant-design/icons';
import { PLAN_KINDS, SCOPES, type Scope } from '@shared/domain/team/plans';
import { App, Button, Drawer, Form, Input, InputNumber, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { useOpenSession } from '../../app/sessionContext';
import { useShortcut } from '../../app/shortcuts';
import { AmountInput } from '../../ui/AmountInput';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';
import { begunFrom, monthsOf, planToSend, type TypedLine, type TypedPlan, withLine } from './planForm';
import type { OpenPlan, PlansAnswer } from './teamTypes';

interface FormProps {
  readonly typed: TypedPlan;
  readonly onChange: (part: Partial<TypedPlan>) => void;
}

function Head({ typed, onChange }: FormProps) {
  const { t } = useTranslation();
  const { businessDate } = useOpenSession().state;
  const day = (key: 'firstDay' | 'lastDay') => (
    <DateInput
      aria-label={t(`team:plan.${key}`)}
      today={businessDate}
      value={typed[key]}
      onChange={(date) => onChange({ [key]: date })}
    />
  );
  return (
    <>
      <Form.Item label={t('team:plan.kind')} htmlFor="plan-kind">
        <Select
          id="plan-kind"
          value={typed.kind}
          options={PLAN_KINDS.map((value) => ({ value, label: t(`team:planKind.${value}`) }))}
          onChange={(kind) => onChange({ kind })}
        />
      </Form.Item>
      <Form.Item label={t('team:plan.title')} htmlFor="plan-title">
        <Input
          id="plan-title"
          maxLength={100}
          value={typed.title}
          onChange={(event) => onChange({ title: event.target.value })}
        />
      </Form.Item>
      <Form.Item label={t('team:plan.time')}>
        <Space>
          {day('firstDay')}
          {day('lastDay')}
        </Space>
      </Form.Item>
    </>
  );
}

type Subjects = Readonly<Record<Scope, readonly { readonly value: number; readonly label: string }[]>>;

function useSubjects({ units, groups }: PlansAnswer): Subjects {
  const team = useApiQuery('team.groups', undefined);
  const named = (rows: readonly { readonly id: number; readonly name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }));
  const people = (team.data?.people ?? []).map(({ id, display }) => ({ value: id, label: display }));
  return { branch: [], unit: named(units), group: named(groups), person: people };
}

interface LineProps {
  readonly line: TypedLine;
  readonly place: number;
  readonly subjects: Subjects;
  readonly months: readonly string[];
  readonly onChange: (part: Partial<TypedLine>) => void;
  readonly onRemove: () => void;
}

function Line({ line, place, subjects, months, onChange, onRemove }: LineProps) {
  const { t } = useTranslation();
  const name = (key: string): string => t('team:plan.ofLine', { field: t(`team:plan.${key}`), line: place });
  const amount = (key: 'principal' | 'interest') => (
    <AmountInput aria-label={name(`goal-${key}`)} value={line[key]} onChange={(fen) => onChange({ [key]: fen })} />
  );
  return (
    <div className="qs-plan-line">
      <Select
        aria-label={name('scope')}
        value={line.scope}
        options={SCOPES.map((value) => ({ value, label: t(`team:scope.${value}`) }))}
        onChange={(scope: Scope) => onChange({ scope, subjectId: null })}
      />
      <Select
        aria-label={name('subject')}
        showSearch
        optionFilterProp="label"
        disabled={line.scope === 'branch'}
        value={line.subjectId}
        options={[...subjects[line.scope]]}
        onChange={(subjectId: number) => onChange({ subjectId })}
      />
      <Select
        aria-label={name('month')}
        showSearch
        value={line.month}
        options={[{ value: '', label: t('team:plan.whole') }, ...months.map((value) => ({ value, label: value }))]}
        onChange={(month: string) => onChange({ month })}
      />
      {amount('principal')}
      {amount('interest')}
      <InputNumber
        aria-label={name('households')}
        min={0}
        precision={0}
        controls={false}
        value={line.households}
        onChange={(value) => onChange({ households: value ?? 0 })}
      />
      <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={name('removeLine')} onClick={onRemove} />
    </div>
  );
}

function Lines({ typed, onChange, answer }: FormProps & { answer: PlansAnswer }) {
  const { t } = useTranslation();
  const subjects = useSubjects(answer);
  const { lines } = typed;
  const months = monthsOf(typed);
  const heads = ['scope', 'subject', 'month', 'goal-principal', 'goal-interest', 'households'] as const;
  return (
    <div className="qs-plan-lines">
      <div className="qs-plan-line qs-hint">
        {heads.map((head) => (
          <span key={head}>{t(`team:plan.${head}`)}</span>
        ))}
      </div>
      {lines.map((line, index) => (
        <Line
          key={line.key}
          line={line}
          place={index + 1}
          subjects={subjects}
          months={months}
          onChange={(part) =>
            onChange({ lines: lines.map((each) => (each.key === line.key ? { ...each, ...part } : each)) })
          }
          onRemove={() => onChange({ lines: lines.filter(({ key }) => key !== line.key) })}
        />
      ))}
      <Button onClick={() => onChange(withLine(typed))}>{t('team:plan.addLine')}</Button>
    </div>
  );
}

interface Props {
  /** null: a new one. */
  readonly plan: OpenPlan | null;
  readonly answer: PlansAnswer;
  readonly onSaved: (id: number) => void;
  readonly onClose: () => void;
}

export function PlanDrawer({ plan, answer, onSaved, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { businessDate } = useOpenSession().state;
  const [kept, setKept] = useKeptState<TypedPlan | null>(`team-plan-${plan?.id ?? 'new'}`, null);
  const typed = kept ?? begunFrom(plan, businessDate);
  const save = useApiCommand('team.savePlan');
  const ready = planToSend(typed);
  const onChange = (part: Partial<TypedPlan>): void => setKept({ ...typed, ...part });
  const run = (): void => {
    if (!ready) return;
    save.mutate(
      { id: plan?.id ?? null, rev: plan?.rev ?? null, ...ready },
      {
        onSuccess: ({ id }) => {
          void message.success(t('team:plan.saved'));
          setKept(null);
          onSaved(id);
          onClose();
        },
      },
    );
  };
  useShortcut('Ctrl+S', t('common:action.save'), run);
  return (
    <Drawer open size={900} title={t(plan ? 'team:plan.edit' : 'team:plan.new')} onClose={onClose}>
      <Form component={false} labelCol={{ flex: '80px' }}>
        <Head typed={typed} onChange={onChange} />
        <Lines typed={typed} onChange={onChange} answer={answer} />
        {save.error && <ErrorState error={save.error} />}
        <div className="qs-drawer-foot">
          <Space>
            <Button type="primary" aria-disabled={ready === null} loading={save.isPending} onClick={run}>
              {t('common:action.save')}
            </Button>
            <Button onClick={onClose}>{t('common:action.close')}</Button>
          </Space>
        </div>
      </Form>
    </Drawer>
  );
}
