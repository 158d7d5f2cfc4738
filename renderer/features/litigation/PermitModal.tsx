/** Asking to withdraw, release, settle or take a thing; a settlement stands beside the plan of the opinion while it is typed (LIT-09). */
import type { CaseView } from '@shared/contract/litigationViews';
import { OF_SEIZURE } from '@shared/domain/litigation/permits';
import { type ComparedTerm, comparedWithPlan, isException } from '@shared/domain/litigation/planTerms';
import { App, Form, Input, InputNumber, Modal, Radio, Select, Switch, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { formatAmount, UNKNOWN } from '../../i18n/format';
import { AmountInput } from '../../ui/AmountInput';
import { ErrorState } from '../../ui/ErrorState';
import { FileTable } from '../parties/FileTable';
import { askedOf, FRESH_PERMIT, isRelease, missingIn, PERMIT_ACTS, type TypedPermit } from './permitForm';

interface PartProps {
  readonly typed: TypedPermit;
  readonly onChange: (part: Partial<TypedPermit>) => void;
}

type TextName = 'item' | 'exception' | 'inspection' | 'appraisal' | 'performance' | 'effects';

function Text({ typed, onChange, name, required }: PartProps & { name: TextName; required?: boolean }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      className="qs-wide"
      label={t(`litigation:case.permit.term.${name}`)}
      htmlFor={`permit-${name}`}
      required={required ?? false}
    >
      <Input.TextArea
        id={`permit-${name}`}
        autoSize={{ minRows: 1, maxRows: 5 }}
        maxLength={2000}
        value={typed[name]}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    </Form.Item>
  );
}

type AmountName = 'amount' | 'firstPayment' | 'waiver' | 'appraised';

function Amount({ typed, onChange, name }: PartProps & { name: AmountName }) {
  const { t } = useTranslation();
  const label = typed.act === 'in-kind' && name === 'amount' ? 'thingAmount' : name;
  return (
    <Form.Item label={t(`litigation:case.permit.term.${label}`)} htmlFor={`permit-${name}`} required>
      <AmountInput id={`permit-${name}`} value={typed[name]} onChange={(fen) => onChange({ [name]: fen })} />
    </Form.Item>
  );
}

function Compared({ file, typed }: { file: CaseView; typed: TypedPermit }) {
  const { t } = useTranslation();
  const title = (key: string) => t(`litigation:case.permit.${key}`);
  const { amount, firstPayment, months, waiver, keepsSecurity } = typed;
  const terms = { amount, firstPayment: firstPayment ?? 0, months, waiver: waiver ?? 0, keepsSecurity };
  const shown = (term: ComparedTerm['term'], value: ComparedTerm['planned']): string => {
    if (value === null) return UNKNOWN;
    if (typeof value === 'boolean') return t(`litigation:case.permit.term.${value ? 'yes' : 'no'}`);
    return term === 'months' ? String(value) : formatAmount(value, 'yuan');
  };
  return (
    <div className="qs-wide">
      {file.plan === null && <p className="qs-hint">{title('noPlan')}</p>}
      <FileTable
        title={title('compared')}
        rows={comparedWithPlan(file.plan, terms)}
        keyOf={({ term }) => term}
        empty={UNKNOWN}
        columns={[
          { title: title('column.term'), render: (_, { term }) => title(`term.${term}`) },
          { title: title('planned'), render: (_, { term, planned }) => shown(term, planned) },
          { title: title('agreed'), render: (_, { term, agreed }) => shown(term, agreed) },
          {
            title: title('keeps'),
            render: (_, { keeps }) => (
              <Tag color={keeps ? 'success' : 'error'}>{title(keeps ? 'keeps' : 'leaves')}</Tag>
            ),
          },
        ]}
      />
      <p>{title(isException(file.securities, file.plan, terms) ? 'isException' : 'within')}</p>
    </div>
  );
}

function Settlement({ file, typed, onChange }: PartProps & { file: CaseView }) {
  const { t } = useTranslation();
  return (
    <>
      <Amount name="amount" typed={typed} onChange={onChange} />
      <Amount name="firstPayment" typed={typed} onChange={onChange} />
      <Form.Item label={t('litigation:case.permit.term.months')} htmlFor="permit-months">
        <InputNumber
          id="permit-months"
          min={0}
          max={120}
          precision={0}
          value={typed.months}
          onChange={(months) => onChange({ months: months ?? 0 })}
        />
      </Form.Item>
      <Amount name="waiver" typed={typed} onChange={onChange} />
      {(['keepsSecurity', 'takesThings'] as const).map((name) => (
        <Form.Item key={name} label={t(`litigation:case.permit.term.${name}`)} htmlFor={`permit-${name}`}>
          <Switch id={`permit-${name}`} checked={typed[name]} onChange={(value) => onChange({ [name]: value })} />
        </Form.Item>
      ))}
      <Compared file={file} typed={typed} />
      <Text name="exception" typed={typed} onChange={onChange} />
    </>
  );
}

/** The seizure that is released; its thing is what the permit speaks of. */
function Seizure({ file, typed, onChange }: PartProps & { file: CaseView }) {
  const { t } = useTranslation();
  const standing = file.seizures.filter(({ releasedOn }) => releasedOn === null);
  const choose = (key: string): void => {
    const item = standing.find((seizure) => seizure.key === key)?.item ?? '';
    onChange({ seizure: key, item });
  };
  return (
    <Form.Item
      className="qs-wide"
      label={t('litigation:case.permit.term.seizure')}
      htmlFor="permit-seizure"
      required
      extra={standing.length === 0 && t('litigation:case.permit.noSeizure')}
    >
      <Select
        id="permit-seizure"
        value={typed.seizure}
        options={standing.map(({ key, item, orderedOn, paperNo }) => ({
          value: key,
          label: [orderedOn, item, paperNo].filter(Boolean).join(' '),
        }))}
        onChange={choose}
      />
    </Form.Item>
  );
}

function Release(part: PartProps) {
  return (
    <>
      <Text name="performance" {...part} required />
      <Text name="effects" {...part} required />
    </>
  );
}

function Thing(part: PartProps) {
  return (
    <>
      <Text name="inspection" {...part} required />
      <Amount name="appraised" {...part} />
      <Text name="appraisal" {...part} required />
      <Amount name="amount" {...part} />
    </>
  );
}

export function PermitModal({ file, onClose }: { file: CaseView; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [typed, setTyped] = useKeptState(`case-permit-${file.id}`, FRESH_PERMIT);
  const ask = useApiCommand('litigation.askPermit');
  const onChange = (part: Partial<TypedPermit>): void => setTyped((before) => ({ ...before, ...part }));
  const ready = askedOf(typed);
  const missing = missingIn(typed)
    .map((field) => t(`litigation:case.permit.${field === 'reason' ? field : `term.${field}`}`))
    .join(t('litigation:case.separator'));
  const run = (): void => {
    if (ready === null) return;
    const onSuccess = (): void => {
      void message.success(t('litigation:case.permit.asked'));
      setTyped(FRESH_PERMIT);
      onClose();
    };
    ask.mutate({ id: file.id, ...ready }, { onSuccess });
  };
  return (
    <Modal
      open
      centered
      width={720}
      className="qs-tall-modal"
      title={t('litigation:case.permit.title')}
      okText={t('litigation:case.permit.ask')}
      okButtonProps={{ disabled: ready === null, loading: ask.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      {ask.error && <ErrorState error={ask.error} />}
      <Form layout="vertical" size="small" className="qs-case-form">
        <Radio.Group
          className="qs-wide"
          value={typed.act}
          options={PERMIT_ACTS.map((value) => ({ value, label: t(`litigation:case.permit.act.${value}`) }))}
          onChange={(event) => onChange({ act: event.target.value })}
        />
        {isRelease(typed.act) && OF_SEIZURE.includes(typed.act) && (
          <Seizure file={file} typed={typed} onChange={onChange} />
        )}
        <Text name="item" typed={typed} onChange={onChange} required />
        {isRelease(typed.act) && <Release typed={typed} onChange={onChange} />}
        {typed.act === 'settlement' && <Settlement file={file} typed={typed} onChange={onChange} />}
        {typed.act === 'in-kind' && <Thing typed={typed} onChange={onChange} />}
        <Form.Item className="qs-wide" label={t('litigation:case.permit.reason')} htmlFor="permit-reason" required>
          <Input.TextArea
            id="permit-reason"
            autoSize={{ minRows: 1, maxRows: 5 }}
            maxLength={200}
            value={typed.reason}
            onChange={(event) => onChange({ reason: event.target.value })}
          />
        </Form.Item>
        {ready === null && (
          <p className="qs-hint qs-wide">{t('litigation:case.permit.incomplete', { fields: missing })}</p>
        )}
      </Form>
    </Modal>
  );
}
