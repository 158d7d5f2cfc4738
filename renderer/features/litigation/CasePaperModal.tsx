/** Making a paper of a case, or of a counsel: what a person types at the left, the paper as it will print at the right, and issuing it. */
import { isReason } from '@shared/domain/users/reason';
import { may, PERMISSIONS } from '@shared/domain/users/roles';
import { App, Button, Input, Modal, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { useOpenSession } from '../../app/sessionContext';
import { ErrorState } from '../../ui/ErrorState';
import { PdfView } from '../../ui/PdfView';
import { fromBase64 } from '../documents/base64';
import { FieldInput } from '../documents/FieldInput';

type Form = OutputOf<'documents.forms'>[number];
type Typed = Readonly<Record<string, string | boolean>>;

interface Kept {
  readonly typed: Typed;
  /** Why it is issued in spite of what is only a warning. */
  readonly reason: string;
}
const FRESH: Kept = { typed: {}, reason: '' };

interface FieldsProps {
  readonly form: Form;
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
}

function Fields({ form, typed, onChange }: FieldsProps) {
  const { t } = useTranslation();
  return form.fields.map((field) => {
    const label = t(`litigation:casePaper.field.${field.id}`);
    const inputId = `case-paper-${field.id}`;
    return (
      <div key={field.id} className="qs-case-field">
        {field.kind !== 'checkbox' && <label htmlFor={inputId}>{label}</label>}
        <FieldInput
          field={{ ...field, suggestion: null }}
          inputId={inputId}
          label={label}
          value={typed[field.id] ?? null}
          placeholder=""
          badCells={[]}
          onChange={(value) => onChange({ ...typed, [field.id]: value as string | boolean })}
        />
      </div>
    );
  });
}

function Findings({ findings }: { findings: OutputOf<'documents.render'>['missing'] }) {
  const { t } = useTranslation();
  return findings.map(({ id, code, severity, subject }) => (
    <p key={`${id} ${code} ${subject}`} className={severity === 'warn' ? 'qs-hint' : undefined}>
      {t(`litigation:casePaper.field.${id}`, { defaultValue: '' })}{' '}
      {t(`documents:missing.${code}`, { subject: subject ?? '' })}
    </p>
  ));
}

function Paper({ about, form, onClose }: { about: PaperAbout; form: Form; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const [{ typed, reason }, setKept] = useKeptState(`case-paper-${about.key}-${form.alias}`, FRESH);
  const [shown, setShown] = useState(typed);
  const named = { form: form.alias, subject: about.key };
  const paper = useApiQuery('documents.render', { ...named, fields: shown, format: 'pdf' });
  const issue = useApiCommand('documents.issueTyped');
  const data = useMemo(() => (paper.data ? fromBase64(paper.data.fileBase64) : null), [paper.data]);
  const findings = paper.data?.missing ?? [];
  const isBlocked = findings.some(({ severity }) => severity === 'block');
  const isWarned = findings.length > 0 && !isBlocked;
  const isReady = paper.data && shown === typed && !isBlocked && (!isWarned || isReason(reason.trim()));
  const change = (part: Partial<Kept>): void => {
    // Other words are another request.
    setRequestId(crypto.randomUUID());
    setKept((before) => ({ ...before, ...part }));
  };
  const run = (): void =>
    issue.mutate(
      { ...named, fields: isWarned ? { ...typed, warningsReason: reason.trim() } : typed, requestId },
      {
        onSuccess: ({ number }) => {
          void message.success(t('litigation:casePaper.issued', { number: number ?? '' }));
          setKept(FRESH);
          onClose();
        },
      },
    );
  return (
    <div className="qs-case-paper">
      <div className="qs-case-paper-fields">
        <p className="qs-hint">{t('litigation:casePaper.blank')}</p>
        <Fields form={form} typed={typed} onChange={(next) => change({ typed: next })} />
        <Findings findings={findings} />
        {isWarned && <Why reason={reason} onChange={(text) => change({ reason: text })} />}
        <Button onClick={() => setShown(typed)}>{t('litigation:casePaper.preview')}</Button>{' '}
        <Button type="primary" disabled={!isReady} loading={issue.isPending} onClick={run}>
          {t('litigation:casePaper.issue')}
        </Button>
        {issue.error && <ErrorState error={issue.error} />}
        {paper.error && <ErrorState error={paper.error} onRetry={() => void paper.refetch()} />}
      </div>
      <div className="qs-case-paper-view">{!paper.error && <PdfView data={data} />}</div>
    </div>
  );
}

/** A warning is issued with a reason, which is kept with the paper. */
function Why({ reason, onChange }: { reason: string; onChange: (reason: string) => void }) {
  const { t } = useTranslation();
  return (
    <div className="qs-case-field">
      <label htmlFor="case-paper-why">{t('litigation:casePaper.whyWarned')}</label>
      <Input.TextArea
        id="case-paper-why"
        autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={500}
        value={reason}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

/** Each with its code; one that belongs to another role can be seen with whose it is, and not be chosen. */
function usePaperOptions(forms: readonly Form[]) {
  const { t } = useTranslation();
  const { roles: own } = useOpenSession().user;
  return forms.map(({ alias: value, code, title, permission }) => {
    const disabled = !may(own, permission);
    const roles = PERMISSIONS[permission].map((role) => t(`terms:role.${role}`)).join(t('common:list.separator'));
    const whose = disabled ? t('litigation:casePaper.notYours', { roles }) : '';
    return { value, disabled, label: `${code} ${title}${whose}` };
  });
}

/** A case by its number, or a counsel by his licence. */
export interface PaperAbout {
  readonly kind: 'case' | 'counsel';
  readonly key: string;
}

export function CasePaperModal({ about, onClose }: { about: PaperAbout; onClose: () => void }) {
  const { t } = useTranslation();
  const forms = useApiQuery('documents.forms', undefined);
  const [alias, setAlias] = useState<string | null>(null);
  const own = (forms.data ?? []).filter(({ subject }) => subject === about.kind);
  const options = usePaperOptions(own);
  const form = own.find((each) => each.alias === alias);
  return (
    <Modal open centered width={1180} footer={null} title={t('litigation:casePaper.choose')} onCancel={onClose}>
      <Select
        aria-label={t('litigation:casePaper.kind')}
        placeholder={t('litigation:casePaper.kind')}
        style={{ width: '100%' }}
        showSearch={{ optionFilterProp: 'label' }}
        value={alias}
        onChange={setAlias}
        options={options}
      />
      {form && <Paper key={form.alias} about={about} form={form} onClose={onClose} />}
    </Modal>
  );
}
