/** Recording an act: its kind among those that may follow, its facts, and before it is written what stands against it and which deadlines it begins. */
import type { CaseView } from '@shared/contract/litigationViews';
import { ACT_FIELDS } from '@shared/domain/litigation/actFields';
import type { CourtAct } from '@shared/domain/litigation/actKinds';
import { COURT_ACTS } from '@shared/domain/litigation/actKinds';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { App, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../api/client';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';
import { FilesField } from '../contacts/FilesField';
import { ActFieldInput } from './ActFieldInput';
import { ActOutlook } from './ActOutlook';

type Detail = InputOf<'litigation.recordAct'>['detail'];

interface Asked {
  readonly kind: CourtAct | null;
  readonly on: CalendarDate | null;
  readonly detail: Detail;
  readonly note: string;
  readonly files: readonly string[];
  readonly reason: string;
}

const FRESH: Asked = { kind: null, on: null, detail: {}, note: '', files: [], reason: '' };

interface FieldsProps {
  readonly file: CaseView;
  readonly asked: Asked;
  readonly onChange: (part: Partial<Asked>) => void;
}

/** Those that fit where the case stands come first; the others can be chosen, to learn why not. */
function useKinds(file: CaseView) {
  const { t } = useTranslation();
  const fitting = new Set<string>(file.mayFollow);
  const option = (value: CourtAct) => ({ value, label: t(`litigation:case.act.${value}`) });
  return [
    { label: t('litigation:case.fits'), options: COURT_ACTS.filter((kind) => fitting.has(kind)).map(option) },
    { label: t('litigation:case.fitsNot'), options: COURT_ACTS.filter((kind) => !fitting.has(kind)).map(option) },
  ];
}

function Fields({ file, asked, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const kinds = useKinds(file);
  const { kind, on, detail, note, files } = asked;
  return (
    <Form layout="vertical" size="small" className="qs-case-form">
      <Form.Item label={t('litigation:case.actKind')} htmlFor="act-kind" required>
        <Select
          id="act-kind"
          showSearch={{ optionFilterProp: 'label' }}
          value={kind}
          options={kinds}
          onChange={(value: CourtAct) => onChange({ kind: value, detail: {} })}
        />
      </Form.Item>
      <Form.Item label={t('litigation:case.actOn')} required>
        <DateInput
          aria-label={t('litigation:case.actOn')}
          today={file.today}
          value={on}
          onChange={(day) => onChange({ on: day })}
        />
      </Form.Item>
      {kind &&
        ACT_FIELDS[kind].map(({ name, required }) => (
          <ActFieldInput
            key={name}
            file={file}
            kind={kind}
            name={name}
            required={required}
            value={detail[name]}
            onChange={(value) => onChange({ detail: { ...detail, [name]: value } as Detail })}
          />
        ))}
      <Form.Item label={t('litigation:case.note')} htmlFor="act-note">
        <Input
          id="act-note"
          maxLength={1000}
          value={note}
          onChange={(event) => onChange({ note: event.target.value })}
        />
      </Form.Item>
      <Form.Item label={t('litigation:case.files')}>
        <FilesField value={files} onChange={(paths) => onChange({ files: paths })} />
      </Form.Item>
    </Form>
  );
}

export function ActModal({ file, onClose }: { file: CaseView; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [asked, setAsked] = useKeptState(`case-act-${file.id}`, FRESH);
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const record = useApiCommand('litigation.recordAct');
  const { kind, on, detail, note, files, reason } = asked;
  const isAsked = kind !== null && on !== null;
  const preview = useApiQuery(
    'litigation.previewAct',
    { id: file.id, kind: kind ?? 'task-set', on: on ?? file.today, detail },
    { enabled: isAsked, keepOld: true },
  );
  const findings = isAsked ? (preview.data?.findings ?? []) : [];
  const isRefused = findings.some(({ severity }) => severity === 'refuse');
  const change = (part: Partial<Asked>): void => {
    setRequestId(crypto.randomUUID());
    setAsked((before) => ({ ...before, ...part }));
  };
  const run = (): void => {
    if (!isAsked) return;
    const accepted = findings.map(({ code }) => code);
    const words = { note: note.trim() || null, reason: reason.trim() || null };
    record.mutate(
      { id: file.id, kind, on, detail, files: [...files], accepted, ...words, requestId },
      {
        onSuccess: () => {
          void message.success(t('litigation:case.recorded', { act: t(`litigation:case.act.${kind}`) }));
          setAsked(FRESH);
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      centered
      width={640}
      className="qs-tall-modal"
      title={t('litigation:case.record')}
      okText={t('litigation:case.record')}
      okButtonProps={{ disabled: !isAsked || isRefused, loading: record.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      {record.error && <ErrorState error={record.error} />}
      <Fields file={file} asked={asked} onChange={change} />
      {isAsked && preview.data && (
        <ActOutlook
          file={file}
          kind={kind}
          outlook={preview.data}
          reason={reason}
          onReason={(value) => setAsked((before) => ({ ...before, reason: value }))}
        />
      )}
    </Modal>
  );
}
