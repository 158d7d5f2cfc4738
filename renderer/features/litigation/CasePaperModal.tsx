/** Making a paper of the case: what a person types at the left, the paper as it will print at the right, and issuing it. */
import type { CaseView } from '@shared/contract/litigationViews';
import { App, Button, Modal, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { ErrorState } from '../../ui/ErrorState';
import { PdfView } from '../../ui/PdfView';
import { fromBase64 } from '../documents/base64';
import { FieldInput } from '../documents/FieldInput';

type Form = OutputOf<'documents.forms'>[number];
type Typed = Readonly<Record<string, string | boolean>>;

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

function Paper({ file, form, onClose }: { file: CaseView; form: Form; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const [typed, setTyped] = useState<Typed>({});
  const [shown, setShown] = useState<Typed>({});
  const named = { form: form.alias, subject: file.key };
  const paper = useApiQuery('documents.render', { ...named, fields: shown, format: 'pdf' });
  const issue = useApiCommand('documents.issueTyped');
  const data = useMemo(() => (paper.data ? fromBase64(paper.data.fileBase64) : null), [paper.data]);
  const findings = paper.data?.missing ?? [];
  const isReady = paper.data && shown === typed && !findings.some(({ severity }) => severity === 'block');
  const run = (): void =>
    issue.mutate(
      { ...named, fields: typed, requestId },
      {
        onSuccess: ({ number }) => {
          void message.success(t('litigation:casePaper.issued', { number: number ?? '' }));
          onClose();
        },
      },
    );
  const refresh = (): void => {
    setShown(typed);
    // Other words are another request.
    setRequestId(crypto.randomUUID());
  };
  return (
    <div className="qs-case-paper">
      <div className="qs-case-paper-fields">
        <p className="qs-hint">{t('litigation:casePaper.blank')}</p>
        <Fields form={form} typed={typed} onChange={setTyped} />
        <Button onClick={refresh}>{t('litigation:casePaper.preview')}</Button>{' '}
        <Button type="primary" disabled={!isReady} loading={issue.isPending} onClick={run}>
          {t('litigation:casePaper.issue')}
        </Button>
        {issue.error && <ErrorState error={issue.error} />}
        {paper.error && <ErrorState error={paper.error} onRetry={() => void paper.refetch()} />}
        <Findings findings={findings} />
      </div>
      <div className="qs-case-paper-view">{!paper.error && <PdfView data={data} />}</div>
    </div>
  );
}

export function CasePaperModal({ file, onClose }: { file: CaseView; onClose: () => void }) {
  const { t } = useTranslation();
  const forms = useApiQuery('documents.forms', undefined);
  const [alias, setAlias] = useState<string | null>(null);
  const own = (forms.data ?? []).filter(({ subject }) => subject === 'case');
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
        options={own.map(({ alias: value, code, title }) => ({ value, label: `${code} ${title}` }))}
      />
      {form && <Paper key={form.alias} file={file} form={form} onClose={onClose} />}
    </Modal>
  );
}
