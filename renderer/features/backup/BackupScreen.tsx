/** Backup and restore (ui.md S36, APP-03): what stands verified, a new one at once, back again, and to another computer. */
import { Alert, App, Button, Space, Tabs, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useApiStream } from '../../api/useApiStream';
import { useMay } from '../../app/sessionContext';
import { useUrlState } from '../../app/useUrlState';
import { formatInstant } from '../../i18n/format';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { NoPermission } from '../../ui/NoPermission';
import { PageHeader } from '../../ui/PageHeader';
import { useRefusalText } from '../../ui/RefusalPanel';
import { BackupList } from './BackupList';
import { BackupProgressPanel } from './BackupProgressPanel';
import type { BackupStatus } from './backupTypes';
import { isStaleBackup } from './lastBackup';
import { MoveGuide } from './MoveGuide';
import { RestoreAssistant } from './RestoreAssistant';
import { SecondDevicePanel } from './SecondDevicePanel';
import './backup.css';

type BackupTab = 'list' | 'restore' | 'move';

const TABS: readonly BackupTab[] = ['list', 'restore', 'move'];
const readTab = (stored: unknown): BackupTab => TABS.find((tab) => tab === stored) ?? 'list';

function Newest({ status }: { status: BackupStatus }) {
  const { t } = useTranslation();
  const [newest] = status.generations;
  if (!newest) return <Tag color="warning">{t('backup:last.none')}</Tag>;
  return (
    <Space size="small">
      <span>{t('backup:last.label')}</span>
      <span className="qs-figure">{formatInstant(newest.at)}</span>
      <Tag color="success">{t('backup:last.verified')}</Tag>
    </Space>
  );
}

function Warnings({ status }: { status: BackupStatus }) {
  const { t } = useTranslation();
  const textOf = useRefusalText();
  const failure = status.lastFailure && textOf(status.lastFailure);
  return (
    <>
      {isStaleBackup(status.generations[0]?.at ?? null, new Date()) && (
        <Alert type="warning" showIcon banner title={t('backup:last.stale')} />
      )}
      {failure && (
        <Alert
          type="warning"
          showIcon
          banner
          title={t('backup:lastFailure')}
          description={`${failure.title} ${failure.todo}`}
        />
      )}
    </>
  );
}

function useCreate() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const textOf = useRefusalText();
  const create = useApiStream('backup.create');
  const start = async (): Promise<void> => {
    const event = await create.start({ reason: 'manual' });
    if (event?.kind !== 'made') return;
    if (event.secondDevice)
      void message.warning(`${t('backup:madeWithoutSecond')} ${textOf(event.secondDevice).title}`, 8);
    else void message.success(t('backup:made'), 3);
  };
  return { create, start };
}

function ListTab({ status }: { status: BackupStatus }) {
  return (
    <>
      <Warnings status={status} />
      <SecondDevicePanel current={status.secondDevice} />
      <BackupList generations={status.generations} />
    </>
  );
}

function Backups() {
  const { t } = useTranslation();
  const [tab, setTab] = useUrlState('tab', readTab);
  const mayCreate = useMay('backup.create');
  const mayRestore = useMay('backup.restore');
  // One that runs by itself sends no word to the window.
  const status = useApiQuery('backup.status', undefined, { refetchEvery: 2_000 });
  const { create, start } = useCreate();
  const now = (
    <Button type="primary" loading={create.running} disabled={status.data?.running} onClick={() => void start()}>
      {t('backup:now')}
    </Button>
  );
  const tabs = TABS.filter((key) => key !== 'restore' || mayRestore);
  return (
    <>
      <PageHeader
        title={t('nav:backup.full')}
        status={status.data && <Newest status={status.data} />}
        actions={mayCreate ? now : null}
      />
      <div className="qs-tabbed">
        <Tabs
          size="small"
          activeKey={tab}
          onChange={(key) => setTab(readTab(key))}
          items={tabs.map((key) => ({ key, label: t(`backup:tab.${key}`) }))}
        />
        {create.running && <BackupProgressPanel event={create.event} onCancel={create.cancel} />}
        {create.error && <ErrorState error={create.error} onRetry={() => void start()} />}
        {status.error && <ErrorState error={status.error} onRetry={() => void status.refetch()} />}
        {!status.data && !status.error && <Loading />}
        {tab === 'list' && status.data && <ListTab status={status.data} />}
        {tab === 'restore' && mayRestore && <RestoreAssistant />}
        {tab === 'move' && <MoveGuide />}
      </div>
    </>
  );
}

export default function BackupScreen() {
  return useMay('backup.view') ? <Backups /> : <NoPermission permission="backup.view" />;
}
