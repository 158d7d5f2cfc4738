/** First step of a restore: one of the listed generations, or a file from anywhere. */
import { FolderOpenOutlined } from '@ant-design/icons';
import { Button, Input, Radio, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { formatInstant } from '../../i18n/format';
import { ErrorState } from '../../ui/ErrorState';
import { pastedPath } from '../../ui/pastedPath';
import { megabytes } from './lastBackup';

export function ChooseStep({ busy, onChoose }: { busy: boolean; onChoose: (source: string) => void }) {
  const { t } = useTranslation();
  const sources = useApiQuery('backup.sources', undefined);
  const chooseFile = useApiCommand('backup.chooseFile');
  const [source, setSource] = useState('');
  const listed = sources.data ?? [];
  const take = (path: string | null): void => {
    if (path) setSource(path);
  };
  return (
    <>
      {sources.error && <ErrorState error={sources.error} onRetry={() => void sources.refetch()} />}
      {listed.length > 0 && (
        <fieldset className="qs-backup-sources">
          <legend>{t('backup:restore.choose')}</legend>
          <Radio.Group
            value={source}
            onChange={(event) => setSource(event.target.value as string)}
            options={listed.map((each) => ({
              value: each.path,
              label: `${formatInstant(each.at)} · ${t(`backup:reason.${each.reason}`)} · ${megabytes(each.bytes)} MB`,
            }))}
          />
        </fieldset>
      )}
      <div className="qs-backup-line">
        <span>{t('backup:restore.file')}</span>
        <Space.Compact block>
          <Input
            value={source}
            spellCheck={false}
            aria-label={t('backup:restore.file')}
            onChange={(event) => setSource(event.target.value)}
          />
          <Button
            icon={<FolderOpenOutlined />}
            loading={chooseFile.isPending}
            onClick={() => chooseFile.mutate({ title: t('backup:restore.chooseTitle') }, { onSuccess: take })}
          >
            {t('backup:restore.chooseFile')}
          </Button>
        </Space.Compact>
      </div>
      <footer className="qs-backup-foot">
        <Button
          type="primary"
          loading={busy}
          disabled={source.trim() === ''}
          onClick={() => onChoose(pastedPath(source))}
        >
          {t('backup:restore.check')}
        </Button>
      </footer>
    </>
  );
}
