/** The sheet on a borrower before his loans are priced (DOC-DSP-08): what the file does not say is typed, then the paper. */
import { DIFFICULTIES, type Difficulty, SITUATIONS, type Situation } from '@shared/domain/contracts/situationPaper';
import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeptState } from '../../app/keptForms';
import { PaperModal } from '../team/PaperModal';

interface Props {
  readonly borrower: string;
  /** Of one of his loans: the household is found by it. */
  readonly contract: string;
  readonly onClose: () => void;
}

interface Typed {
  readonly situation?: Situation;
  readonly difficulty?: Difficulty;
  readonly why: string;
  readonly share: string;
  readonly remark: string;
}

export function SituationModal({ borrower, contract, onClose }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useKeptState<Typed>(`situation ${contract}`, { why: '', share: '', remark: '' });
  const [isPaper, setIsPaper] = useState(false);
  const change = (part: Partial<Typed>): void => setTyped((before) => ({ ...before, ...part }));
  if (isPaper) {
    const fields = Object.fromEntries(Object.entries(typed).filter(([, value]) => value));
    return <PaperModal form="DOC-DSP-08" subject={contract} fields={fields} onClose={onClose} />;
  }
  const field = (key: 'why' | 'share' | 'remark', maxLength: number) => (
    <Form.Item label={t(`contracts:situation.${key}`)} htmlFor={`situation-${key}`}>
      <Input
        id={`situation-${key}`}
        maxLength={maxLength}
        value={typed[key]}
        onChange={(event) => change({ [key]: event.target.value })}
      />
    </Form.Item>
  );
  return (
    <Modal
      open
      centered
      width={480}
      title={t('contracts:situation.title', { borrower })}
      okText={t('contracts:situation.verb')}
      onOk={() => setIsPaper(true)}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={t('contracts:situation.now')} htmlFor="situation-now">
          <Select<Situation>
            id="situation-now"
            allowClear
            placeholder={t('contracts:situation.suggested')}
            value={typed.situation ?? null}
            options={SITUATIONS.map((value) => ({ value, label: t(`contracts:situationIs.${value}`) }))}
            onChange={(situation) => change({ situation })}
          />
        </Form.Item>
        <Form.Item label={t('contracts:situation.difficulty')} htmlFor="situation-difficulty">
          <Select<Difficulty>
            id="situation-difficulty"
            allowClear
            placeholder={t('contracts:situation.suggested')}
            value={typed.difficulty ?? null}
            options={DIFFICULTIES.map((value) => ({
              value,
              label: t(`contracts:hard.${value === 'prospect' ? 'none' : value}`),
            }))}
            onChange={(difficulty) => change({ difficulty })}
          />
        </Form.Item>
        {field('why', 200)}
        {field('share', 8)}
        {field('remark', 500)}
      </Form>
    </Modal>
  );
}
