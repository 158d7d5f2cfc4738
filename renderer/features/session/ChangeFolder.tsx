/** Points the program at another data folder; one that holds no data leads to the first set-up. */
import { App, Button, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { ErrorState } from '../../ui/ErrorState';
import { pastedPath } from '../../ui/pastedPath';
import { FolderInput } from './FolderInput';

export function ChangeFolder({ current, onClose }: { current: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [path, setPath] = useState(current);
  const change = useApiCommand('session.changeDataDir');
  // Awaited, not handed over as a callback: this card is gone when the folder turns out to be empty.
  const open = async (): Promise<void> => {
    const state = await change.mutateAsync({ dataDir: pastedPath(path) }).catch(() => null);
    if (state === null) return;
    if (state.phase === 'setup') void message.info(t('session:folder.noData'), 8);
    onClose();
  };
  return (
    <div className="qs-gate-change">
      {change.error && <ErrorState error={change.error} />}
      <FolderInput value={path} onChange={setPath} autoFocus />
      <Space>
        <Button loading={change.isPending} disabled={path.trim() === ''} onClick={() => void open()}>
          {t('session:folder.open')}
        </Button>
        <Button onClick={onClose}>{t('common:action.cancel')}</Button>
      </Space>
    </div>
  );
}
