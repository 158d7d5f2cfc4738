/**
 * Asks why before personal data are shown, exported or printed (ui.md §4 Reveal, ORG-06): a short list to choose from, or
 * four characters and more of one's own. The reason goes into the log.
 */
import { isReason, REASON_LENGTH } from '@shared/domain/users/reason';
import { Form, Input, Modal, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Usual reasons by what is asked for; their words are in the locale files. */
const USUAL = {
  reveal: ['call', 'visit', 'contract', 'service', 'court'],
  export: ['plan', 'books', 'report', 'inspection'],
  handOut: ['committee', 'counsel', 'signature', 'archive'],
  reverse: ['voucher', 'household', 'amount', 'returned'],
  undo: ['day', 'kind', 'case', 'twice'],
  void: ['figures', 'addressee', 'twice', 'spoiled'],
  sendBack: ['figures', 'source', 'wording'],
} as const;

/** Data are shown or handed out for a purpose; anything else is done for a reason. */
const FOR_PURPOSE: ReadonlySet<keyof typeof USUAL> = new Set(['reveal', 'export', 'handOut']);

export interface Question {
  readonly title: string;
  readonly verb: string;
  /** What is told to whoever is asked. */
  readonly note: string;
  /** True when the dialog may close; what was typed stays for another try otherwise. */
  readonly act: (reason: string) => Promise<boolean>;
}

function ReasonDialog({
  kind,
  question,
  onClose,
}: {
  kind: keyof typeof USUAL;
  question: Question;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [working, setWorking] = useState(false);
  const usual = USUAL[kind].map((key) => t(`common:reason.${kind}.${key}`));
  const enough = isReason(text);
  const label = t(FOR_PURPOSE.has(kind) ? 'common:reason.label' : 'common:reason.why');
  const usualLabel = t(FOR_PURPOSE.has(kind) ? 'common:reason.usual' : 'common:reason.usualWhy');
  const confirm = async (): Promise<void> => {
    if (!enough || working) return;
    setWorking(true);
    const done = await question.act(text.trim()).finally(() => setWorking(false));
    if (done) onClose();
  };
  return (
    <Modal
      open
      width={520}
      title={question.title}
      okText={question.verb}
      okButtonProps={{ disabled: !enough, loading: working }}
      onOk={() => void confirm()}
      onCancel={onClose}
    >
      <p>{question.note}</p>
      <Radio.Group
        size="small"
        aria-label={usualLabel}
        value={text}
        options={usual.map((words) => ({ label: words, value: words }))}
        onChange={(event) => setText(event.target.value)}
      />
      <Form.Item
        style={{ marginTop: 12 }}
        extra={t('common:reason.short', { least: REASON_LENGTH })}
        validateStatus={text !== '' && !enough ? 'warning' : undefined}
      >
        <Input
          autoFocus
          value={text}
          maxLength={100}
          aria-label={label}
          placeholder={label}
          onChange={(event) => setText(event.target.value)}
          onPressEnter={() => void confirm()}
        />
      </Form.Item>
    </Modal>
  );
}

/** `ask` opens the dialog; `dialog` is what the component has to show. */
export function useReason(kind: keyof typeof USUAL): { ask: (question: Question) => void; dialog: ReactNode } {
  const [question, setQuestion] = useState<Question | null>(null);
  const dialog = question && <ReasonDialog kind={kind} question={question} onClose={() => setQuestion(null)} />;
  return { ask: setQuestion, dialog };
}
