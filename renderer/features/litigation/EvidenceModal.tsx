/** An item for the evidence list, with its scan where there is one. */
import type { CaseView } from '@shared/contract/litigationViews';
import { EVIDENCE_KINDS, type EvidenceKind } from '@shared/domain/litigation/caseFile';
import { App, Form, Input, InputNumber, Modal, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { ErrorState } from '../../ui/ErrorState';
import { FilesField } from '../contacts/FilesField';

const FRESH = {
  kind: 'receipt' as EvidenceKind,
  name: '',
  source: '',
  proves: '',
  pages: 1,
  isOriginal: true,
  file: null as string | null,
};
type Typed = typeof FRESH;

function Fields({ typed, onChange }: { typed: Typed; onChange: (part: Partial<Typed>) => void }) {
  const { t } = useTranslation();
  const text = (name: 'name' | 'source' | 'proves') => (
    <Form.Item label={t(`litigation:case.column.${name}`)} htmlFor={`evidence-${name}`} required>
      <Input
        id={`evidence-${name}`}
        maxLength={200}
        value={typed[name]}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    </Form.Item>
  );
  return (
    <Form layout="vertical" size="small" className="qs-case-form">
      <Form.Item label={t('litigation:case.column.evidenceKind')} htmlFor="evidence-kind">
        <Select
          id="evidence-kind"
          value={typed.kind}
          options={EVIDENCE_KINDS.map((value) => ({ value, label: t(`litigation:case.evidenceKind.${value}`) }))}
          onChange={(kind: EvidenceKind) => onChange({ kind })}
        />
      </Form.Item>
      {text('name')}
      {text('source')}
      {text('proves')}
      <Form.Item
        label={t('litigation:case.column.pages')}
        htmlFor="evidence-pages"
        extra={typed.file !== null && t('litigation:case.pagesCounted')}
      >
        <InputNumber
          id="evidence-pages"
          min={1}
          max={5000}
          precision={0}
          disabled={typed.file !== null}
          value={typed.pages}
          onChange={(pages) => onChange({ pages: pages ?? 1 })}
        />
      </Form.Item>
      <Form.Item label={t('litigation:case.column.original')} htmlFor="evidence-original">
        <Switch id="evidence-original" checked={typed.isOriginal} onChange={(isOriginal) => onChange({ isOriginal })} />
      </Form.Item>
      <Form.Item label={t('litigation:case.column.scan')}>
        <FilesField
          value={typed.file === null ? [] : [typed.file]}
          onChange={(paths) => onChange({ file: paths.at(-1) ?? null })}
        />
      </Form.Item>
    </Form>
  );
}

export function EvidenceModal({ file, onClose }: { file: CaseView; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [typed, setTyped] = useKeptState(`case-evidence-${file.id}`, FRESH);
  const add = useApiCommand('litigation.addEvidence');
  const isComplete = [typed.name, typed.source, typed.proves].every((text) => text.trim() !== '');
  const run = (): void =>
    add.mutate(
      { id: file.id, ...typed },
      {
        onSuccess: ({ pages }) => {
          void message.success(t('litigation:case.done.evidence', { count: pages }));
          setTyped(FRESH);
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      centered
      title={t('litigation:case.addEvidence')}
      okText={t('litigation:case.addEvidence')}
      okButtonProps={{ disabled: !isComplete, loading: add.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      {add.error && <ErrorState error={add.error} />}
      <Fields typed={typed} onChange={(part) => setTyped((before) => ({ ...before, ...part }))} />
    </Modal>
  );
}
