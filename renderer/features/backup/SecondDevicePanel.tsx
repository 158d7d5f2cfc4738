/** The folder on another device that gets a copy of every backup. */
import { Button, Space, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { formatInstant } from '../../i18n/format';
import { ErrorState } from '../../ui/ErrorState';
import { pastedPath } from '../../ui/pastedPath';
import { FolderInput } from '../session/FolderInput';
import type { BackupStatus } from './backupTypes';

export function SecondDevicePanel({ current }: { current: BackupStatus['secondDevice'] }) {
  const { t } = useTranslation();
  const mayChange = useMay('backup.create');
  const [typed, setTyped] = useState(current?.dir ?? '');
  const change = useApiCommand('backup.setSecondDevice');
  const state = current && (
    <>
      <Tag color={current.state === 'ready' ? 'success' : 'warning'}>{t(`backup:second.state.${current.state}`)}</Tag>
      {current.newestAt && <span className="qs-figure">{formatInstant(current.newestAt)}</span>}
    </>
  );
  const dir = pastedPath(typed);
  return (
    <section className="qs-backup-second" aria-label={t('backup:second.title')}>
      <header>
        <b>{t('backup:second.title')}</b>
        {state ?? <span className="qs-hint">{t('backup:second.hint')}</span>}
      </header>
      {change.error && <ErrorState error={change.error} />}
      {mayChange ? (
        <div className="qs-backup-folder">
          <FolderInput value={typed} onChange={setTyped} />
          <Space>
            <Button
              loading={change.isPending}
              disabled={dir === '' || dir === current?.dir}
              onClick={() => change.mutate({ dir })}
            >
              {t('backup:second.set')}
            </Button>
            {current && <Button onClick={() => change.mutate({ dir: null })}>{t('backup:second.remove')}</Button>}
          </Space>
        </div>
      ) : (
        <code>{current?.dir}</code>
      )}
    </section>
  );
}
