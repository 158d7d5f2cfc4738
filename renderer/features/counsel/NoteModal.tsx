/** A filing, a penalty or the dismissal of a counsel; a dismissal ends his cases at once (B4 §27). */
import type { CounselView } from '@shared/contract/counsel.contract';
import {
  COUNSEL_ENTRY_KINDS,
  type CounselEntryKind,
  DISMISSALS,
  type Dismissal,
} from '@shared/domain/litigation/counsel';
import { Alert, App, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';

interface Typed {
  readonly kind: CounselEntryKind;
  readonly on: string | null;
  readonly number: string;
  readonly cause: Dismissal | null;
  readonly text: string;
}

function complete({ kind, on, number, cause, text }: Typed) {
  if (on === null || text.trim() === '') return null;
  if (kind === 'filed' && number.trim() === '') return null;
  if (kind === 'dismissed' && cause === null) return null;
  return {
    ...{ kind, on, text },
    number: kind === 'filed' ? number : null,
    cause: kind === 'dismissed' ? cause : null,
  };
}

function Fields({ typed, today, change }: { typed: Typed; today: string; change: (part: Partial<Typed>) => void }) {
  const { t } = useTranslation();
  const title = (key: string) => t(`counsel:column.${key}`);
  const text = (name: 'number' | 'text', most: number) => (
    <Form.Item label={title(name)} htmlFor={`counsel-note-${name}`} required>
      <Input
        id={`counsel-note-${name}`}
        maxLength={most}
        value={typed[name]}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </Form.Item>
  );
  return (
    <Form layout="vertical" size="small">
      <Form.Item label={title('entryKind')} htmlFor="counsel-note-kind">
        <Select
          id="counsel-note-kind"
          value={typed.kind}
          options={COUNSEL_ENTRY_KINDS.map((value) => ({ value, label: t(`counsel:entry.${value}`) }))}
          onChange={(kind: CounselEntryKind) => change({ kind })}
        />
      </Form.Item>
      <Form.Item label={title('on')} required>
        <DateInput aria-label={title('on')} today={today} value={typed.on} onChange={(on) => change({ on })} />
      </Form.Item>
      {typed.kind === 'filed' && text('number', 60)}
      {typed.kind === 'dismissed' && (
        <Form.Item label={title('cause')} htmlFor="counsel-note-cause" required>
          <Select
            id="counsel-note-cause"
            value={typed.cause}
            options={DISMISSALS.map((value) => ({ value, label: t(`counsel:dismissal.${value}`) }))}
            onChange={(cause: Dismissal) => change({ cause })}
          />
        </Form.Item>
      )}
      {text('text', 500)}
    </Form>
  );
}

export function NoteModal({ counsel, today, onClose }: { counsel: CounselView; today: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [typed, setTyped] = useState<Typed>({ kind: 'filed', on: today, number: '', cause: null, text: '' });
  const note = useApiCommand('counsel.note');
  const ready = complete(typed);
  const onSuccess = (): void => {
    void message.success(t('counsel:done.note'));
    onClose();
  };
  return (
    <Modal
      open
      centered
      title={t('counsel:noteTitle', { name: counsel.name })}
      okText={t('counsel:note')}
      okButtonProps={{ disabled: ready === null, loading: note.isPending }}
      onOk={() => ready && note.mutate({ id: counsel.id, ...ready }, { onSuccess })}
      onCancel={onClose}
    >
      {note.error && <ErrorState error={note.error} />}
      {typed.kind === 'dismissed' && counsel.cases > 0 && (
        <Alert type="warning" showIcon title={t('counsel:endsCases', { count: counsel.cases })} />
      )}
      <Fields typed={typed} today={today} change={(part) => setTyped((before) => ({ ...before, ...part }))} />
    </Modal>
  );
}
