/** The folder that the scanner writes to: which one, whether it can be reached, and what came from it since sign-in. */
import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';
import { useApiCommand } from '../../api/queries';
import { ErrorState } from '../../ui/ErrorState';

type Watched = OutputOf<'dunning.scanFolder'>;

function Told({ folder }: { folder: Watched }) {
  const { t } = useTranslation();
  const { path, state, cause, filed, waiting, known, failed } = folder;
  if (path === null) return <span>{t('dunning:scanFolder.none')}</span>;
  const any = filed + waiting + known + failed > 0;
  return (
    <span title={t('dunning:scanFolder.putAway')}>
      <b className="qs-dunning-path">{path}</b>{' '}
      <span className={state === 'watching' ? undefined : 'qs-dunning-why'}>
        {t(`dunning:scanFolder.${state ?? 'idle'}`, { cause })}
      </span>{' '}
      {any && t('dunning:scanFolder.counts', { filed, waiting, known, failed })}
    </span>
  );
}

export function ScanFolder({ folder }: { folder: Watched }) {
  const { t } = useTranslation();
  const choose = useApiCommand('dunning.chooseScans');
  const set = useApiCommand('dunning.setScanFolder');
  const pick = (): void => choose.mutate(undefined, { onSuccess: ({ path }) => path !== null && set.mutate({ path }) });
  return (
    <>
      <div className="qs-dunning-folder">
        <span>{t('dunning:scanFolder.label')}</span>
        <Told folder={folder} />
        <Space>
          <Button size="small" loading={choose.isPending || set.isPending} onClick={pick}>
            {t(folder.path === null ? 'dunning:scanFolder.choose' : 'dunning:scanFolder.change')}
          </Button>
          {folder.path !== null && (
            <Button size="small" onClick={() => set.mutate({ path: null })}>
              {t('dunning:scanFolder.stop')}
            </Button>
          )}
        </Space>
      </div>
      {set.error && <ErrorState error={set.error} />}
    </>
  );
}
