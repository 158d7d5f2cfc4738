/** Counsel's opinion on a case as it is described now (B4 §9): its contents, and the settlement plan that later settlements keep to. */
import type { CaseView } from '@shared/contract/litigationViews';
import { CHANCES, type Chance, CONCLUSIONS, type Conclusion } from '@shared/domain/litigation/gateDetail';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { App, Button, Drawer, Form, Input, InputNumber, Radio, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { AmountInput } from '../../ui/AmountInput';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';

const PLAN = {
  floor: null as number | null,
  firstPayment: 0 as number | null,
  months: 12,
  waiver: 0 as number | null,
  keepsSecurity: true,
  onDefault: '',
};
const FRESH = {
  on: null as CalendarDate | null,
  number: '',
  counsel: '',
  facts: '',
  law: '',
  chance: 'high' as Chance,
  adverse: '',
  enforceability: 'fair' as Chance,
  assets: '',
  expected: null as number | null,
  hasPlan: true,
  plan: PLAN,
  conclusion: 'sue' as Conclusion,
};
type Typed = typeof FRESH;
type Change = (part: Partial<Typed>) => void;

const TEXTS = ['facts', 'law', 'adverse', 'assets'] as const;

function Words({ typed, onChange }: { typed: Typed; onChange: Change }) {
  const { t } = useTranslation();
  return (
    <>
      {(['number', 'counsel'] as const).map((name) => (
        <Form.Item key={name} label={t(`litigation:case.opinion.${name}`)} htmlFor={`opinion-${name}`} required>
          <Input
            id={`opinion-${name}`}
            maxLength={200}
            value={typed[name]}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        </Form.Item>
      ))}
      {TEXTS.map((name) => (
        <Form.Item key={name} label={t(`litigation:case.opinion.${name}`)} htmlFor={`opinion-${name}`} required>
          <Input.TextArea
            id={`opinion-${name}`}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={4000}
            value={typed[name]}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        </Form.Item>
      ))}
      {(['chance', 'enforceability'] as const).map((name) => (
        <Form.Item key={name} label={t(`litigation:case.opinion.${name}`)}>
          <Radio.Group
            value={typed[name]}
            options={CHANCES.map((value) => ({ value, label: t(`litigation:case.chance.${value}`) }))}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        </Form.Item>
      ))}
    </>
  );
}

function Plan({ plan, onChange }: { plan: typeof PLAN; onChange: (part: Partial<typeof PLAN>) => void }) {
  const { t } = useTranslation();
  return (
    <>
      {(['floor', 'firstPayment', 'waiver'] as const).map((name) => (
        <Form.Item
          key={name}
          label={t(`litigation:case.plan.${name}`)}
          htmlFor={`plan-${name}`}
          required={name === 'floor'}
        >
          <AmountInput id={`plan-${name}`} value={plan[name]} onChange={(fen) => onChange({ [name]: fen })} />
        </Form.Item>
      ))}
      <Form.Item label={t('litigation:case.plan.months')} htmlFor="plan-months">
        <InputNumber
          id="plan-months"
          min={0}
          max={120}
          precision={0}
          value={plan.months}
          onChange={(months) => onChange({ months: months ?? 0 })}
        />
      </Form.Item>
      <Form.Item label={t('litigation:case.plan.keepsSecurity')} htmlFor="plan-security">
        <Switch
          id="plan-security"
          checked={plan.keepsSecurity}
          onChange={(keepsSecurity) => onChange({ keepsSecurity })}
        />
      </Form.Item>
      <Form.Item label={t('litigation:case.plan.onDefault')} htmlFor="plan-default" required>
        <Input
          id="plan-default"
          maxLength={500}
          value={plan.onDefault}
          onChange={(event) => onChange({ onDefault: event.target.value })}
        />
      </Form.Item>
    </>
  );
}

function Fields({ file, typed, onChange }: { file: CaseView; typed: Typed; onChange: Change }) {
  const { t } = useTranslation();
  return (
    <Form layout="vertical" size="small">
      <Form.Item label={t('litigation:case.opinion.on')} required>
        <DateInput
          aria-label={t('litigation:case.opinion.on')}
          today={file.today}
          value={typed.on}
          onChange={(day) => onChange({ on: day })}
        />
      </Form.Item>
      <Words typed={typed} onChange={onChange} />
      <Form.Item label={t('litigation:case.opinion.expected')} htmlFor="opinion-expected" required>
        <AmountInput id="opinion-expected" value={typed.expected} onChange={(fen) => onChange({ expected: fen })} />
      </Form.Item>
      <Form.Item label={t('litigation:case.opinion.hasPlan')} htmlFor="opinion-plan">
        <Switch id="opinion-plan" checked={typed.hasPlan} onChange={(hasPlan) => onChange({ hasPlan })} />
      </Form.Item>
      {typed.hasPlan && <Plan plan={typed.plan} onChange={(part) => onChange({ plan: { ...typed.plan, ...part } })} />}
      <Form.Item label={t('litigation:case.opinion.conclusion')}>
        <Radio.Group
          value={typed.conclusion}
          options={CONCLUSIONS.map((value) => ({ value, label: t(`litigation:case.conclusion.${value}`) }))}
          onChange={(event) => onChange({ conclusion: event.target.value })}
        />
      </Form.Item>
    </Form>
  );
}

/** null: something is still missing. */
function opinionOf({ on: _, hasPlan, plan, expected, ...typed }: Typed) {
  const texts = [typed.number, typed.counsel, ...TEXTS.map((name) => typed[name])];
  if (expected === null || texts.some((text) => text.trim().length < 2)) return null;
  const { floor, firstPayment, waiver } = plan;
  if (!hasPlan) return { ...typed, expected, settlement: null };
  if (floor === null || plan.onDefault.trim().length < 2) return null;
  const settlement = { ...plan, floor, firstPayment: firstPayment ?? 0, waiver: waiver ?? 0 };
  return { ...typed, expected, settlement };
}

export function OpinionDrawer({ file, onClose }: { file: CaseView; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [kept, setTyped] = useKeptState(`case-opinion-${file.id}-${file.version}`, FRESH);
  const give = useApiCommand('litigation.giveOpinion');
  const typed = { ...kept, on: kept.on ?? file.today };
  const opinion = opinionOf(typed);
  const run = (): void => {
    if (opinion === null) return;
    give.mutate(
      { id: file.id, version: file.version, on: typed.on, opinion },
      {
        onSuccess: () => {
          void message.success(t('litigation:case.done.opinion'));
          setTyped(FRESH);
          onClose();
        },
      },
    );
  };
  return (
    <Drawer open size={720} title={t('litigation:case.step.opinion')} onClose={onClose}>
      {give.error && <ErrorState error={give.error} />}
      <Fields file={file} typed={typed} onChange={(part) => setTyped((before) => ({ ...before, ...part }))} />
      <div className="qs-drawer-foot">
        {opinion === null && <p className="qs-hint">{t('litigation:case.opinion.incomplete')}</p>}
        <Button type="primary" disabled={opinion === null} loading={give.isPending} onClick={run}>
          {t('litigation:case.step.opinion')}
        </Button>
      </div>
    </Drawer>
  );
}
