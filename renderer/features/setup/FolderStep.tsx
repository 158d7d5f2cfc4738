/** Step 1: where the data lie, or which existing folder to open instead. */
import { Alert, Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { FolderInput } from '../session/FolderInput';

export type FolderMode = 'new' | 'existing';

export interface FolderStepProps {
  readonly mode: FolderMode;
  readonly onMode: (mode: FolderMode) => void;
  /** An existing folder was wanted and holds no data. */
  readonly nothingThere: boolean;
}

export function FolderStep({ mode, onMode, nothingThere }: FolderStepProps) {
  const { t } = useTranslation();
  return (
    <div className="qs-setup-narrow">
      <Form.Item label={t('setup:folder.mode')}>
        <Radio.Group
          value={mode}
          onChange={(event) => onMode(event.target.value as FolderMode)}
          options={[
            { value: 'new', label: t('setup:folder.new') },
            { value: 'existing', label: t('setup:folder.existing') },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="dataDir"
        label={t('setup:folder.path')}
        rules={[{ required: true, whitespace: true, message: t('setup:required.folder') }]}
      >
        <FolderInput autoFocus />
      </Form.Item>
      {nothingThere && <Alert type="warning" showIcon title={t('setup:folder.nothingThere')} />}
      <ul className="qs-setup-notes">
        {mode === 'new' ? (
          <>
            <li>{t('setup:folder.note.empty')}</li>
            <li>{t('setup:folder.note.local')}</li>
            <li>{t('setup:folder.note.encrypted')}</li>
          </>
        ) : (
          <li>{t('setup:folder.note.existing')}</li>
        )}
      </ul>
    </div>
  );
}
