/** What became of a notice, taken from the receipt or the courier's trace; says what a clock will hear before it is recorded. */
import type { NoticeView } from '@shared/contract/dunning.contract';
import { CAPACITIES, callsIn, DELIVERY_METHODS, NOTICE_OUTCOMES } from '@shared/domain/dunning/delivery';
import { App, Button, Checkbox, Form, Input, Select, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../api/client';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { refusalOf } from '../../api/refusal';
import { useKeptState } from '../../app/keptForms';
import { useOpenSession } from '../../app/sessionContext';
import { DateInput } from '../../ui/DateInput';
import { useRefusalText } from '../../ui/RefusalPanel';

type Typed = Omit<InputOf<'dunning.recordDelivery'>, 'id' | 'rev'>;

/** Whoever signed is forgotten when it turns out that nobody did. */
const signerAfter = ({ outcome }: Partial<Typed>): Partial<Typed> =>
  outcome === undefined || outcome === 'signed' ? {} : { signedBy: null, capacity: null, consents: false };

/** Something was recorded before: it is put right with a reason, and stays. */
const isCorrection = ({ outcome }: NoticeView): boolean => outcome !== 'open';

const begin = (notice: NoticeView): Typed => ({
  method: notice.method ?? 'in-person',
  trackingNo: notice.trackingNo,
  outcome: notice.outcome === 'open' ? 'signed' : notice.outcome,
  arrivedOn: notice.arrivedOn,
  signedBy: notice.signedBy,
  capacity: notice.capacity,
  receiptOn: notice.receiptOn,
  objection: notice.objection,
  consents: notice.consents,
  witness: notice.witness,
  remark: notice.remark,
  reason: null,
});

function Effect({ id, typed: { reason: _, ...typed } }: { id: number; typed: Typed }) {
  const { t } = useTranslation();
  const refusalText = useRefusalText();
  const weighed = useApiQuery('dunning.weighDelivery', { id, ...typed }, { keepOld: true }).data;
  if (!weighed) return null;
  if (weighed.refusal !== null) return <span className="qs-hint">{refusalText({ code: weighed.refusal }).title}</span>;
  return (
    <span>
      <Tag color={weighed.effect === 'interrupts' ? 'success' : 'warning'}>{t(`dunning:effect.${weighed.effect}`)}</Tag>
      {weighed.reason && t(`portfolio:reason.${weighed.reason}`)}
    </span>
  );
}

/** Fields that take text. */
const TEXTS = ['signedBy', 'trackingNo', 'witness', 'objection', 'remark'] as const;

type Change = (part: Partial<Typed>) => void;

/** A choice of the contract's words. */
function Choice({
  name,
  values,
  typed,
  onChange,
}: {
  name: 'method' | 'outcome' | 'capacity';
  values: readonly string[];
  typed: Typed;
  onChange: Change;
}) {
  const { t } = useTranslation();
  const label = t(`dunning:delivery.${name}`);
  return (
    <Form.Item label={label}>
      <Select
        aria-label={label}
        value={typed[name] ?? undefined}
        onChange={(value) => onChange({ [name]: value })}
        options={values.map((value) => ({ value, label: t(`dunning:${name}.${value}`) }))}
      />
    </Form.Item>
  );
}

function Day({ name, typed, onChange }: { name: 'arrivedOn' | 'receiptOn'; typed: Typed; onChange: Change }) {
  const { t } = useTranslation();
  const { businessDate } = useOpenSession().state;
  const label = t(`dunning:delivery.${name}`);
  return (
    <Form.Item label={label}>
      <DateInput
        aria-label={label}
        today={businessDate}
        value={typed[name] ?? null}
        onChange={(day) => onChange({ [name]: day })}
      />
    </Form.Item>
  );
}

function Fields({ typed, onChange }: { typed: Typed; onChange: Change }) {
  const { t } = useTranslation();
  return (
    <>
      <Choice name="method" values={DELIVERY_METHODS} typed={typed} onChange={onChange} />
      <Choice name="outcome" values={NOTICE_OUTCOMES} typed={typed} onChange={onChange} />
      <Day name="arrivedOn" typed={typed} onChange={onChange} />
      {typed.outcome === 'signed' && <Choice name="capacity" values={CAPACITIES} typed={typed} onChange={onChange} />}
      <Day name="receiptOn" typed={typed} onChange={onChange} />
      {TEXTS.map((key) => (
        <Form.Item key={key} label={t(`dunning:delivery.${key}`)}>
          <Input
            aria-label={t(`dunning:delivery.${key}`)}
            value={typed[key] ?? ''}
            maxLength={200}
            onChange={(event) => onChange({ [key]: event.target.value || null })}
          />
        </Form.Item>
      ))}
    </>
  );
}

export function DeliveryForm({ notice, onDone }: { notice: NoticeView; onDone: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const refusalText = useRefusalText();
  const record = useApiCommand('dunning.recordDelivery');
  const [kept, setKept] = useKeptState<Typed | null>(`dunning.delivery.${notice.id}.${notice.rev}`, null);
  const typed = kept ?? begin(notice);
  const change: Change = (part) => setKept({ ...typed, ...part, ...signerAfter(part) });
  const save = (): void =>
    record.mutate(
      { id: notice.id, rev: notice.rev, ...typed },
      {
        onSuccess: ({ effect }) => {
          setKept(null);
          const calledIn = callsIn({ form: notice.form, outcome: typed.outcome });
          void message.success(t(`dunning:recorded.${calledIn ? 'called-in' : effect}`));
          onDone();
        },
      },
    );
  const refusal = refusalOf(record.error);
  return (
    <Form layout="horizontal" labelCol={{ flex: '112px' }} className="qs-dunning-section" onFinish={save}>
      <h3>{t(isCorrection(notice) ? 'dunning:delivery.correct' : 'dunning:delivery.title')}</h3>
      <Fields typed={typed} onChange={change} />
      {notice.form === 'DOC-REC-04' && typed.outcome === 'signed' && (
        <Form.Item label={t('dunning:delivery.consents')}>
          <Checkbox checked={typed.consents} onChange={(event) => change({ consents: event.target.checked })}>
            {t('dunning:delivery.consentsHint')}
          </Checkbox>
        </Form.Item>
      )}
      {isCorrection(notice) && (
        <Form.Item label={t('dunning:delivery.reason')} required extra={t('dunning:delivery.reasonHint')}>
          <Input
            aria-label={t('dunning:delivery.reason')}
            value={typed.reason ?? ''}
            maxLength={200}
            onChange={(event) => change({ reason: event.target.value || null })}
          />
        </Form.Item>
      )}
      <Form.Item label={t('dunning:delivery.effect')}>
        <Effect id={notice.id} typed={typed} />
      </Form.Item>
      {refusal && <p className="qs-dunning-why">{refusalText(refusal).title}</p>}
      <Button type="primary" htmlType="submit" loading={record.isPending}>
        {t('dunning:delivery.save')}
      </Button>
    </Form>
  );
}
