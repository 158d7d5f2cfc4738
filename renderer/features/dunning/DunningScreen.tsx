/** Dunning 催收 (ui.md S07, S16, S34): the day's pack, the register of notices, returned scans, and what was printed. */
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/sessionContext';
import { useUrlState } from '../../app/useUrlState';
import { NoPermission } from '../../ui/NoPermission';
import { PageHeader } from '../../ui/PageHeader';
import './dunning.css';
import { JobsTab } from './JobsTab';
import { PackTab } from './PackTab';
import { RegisterTab } from './RegisterTab';
import { ScansTab } from './ScansTab';

const TABS = ['pack', 'register', 'scans', 'jobs'] as const;
type Tab = (typeof TABS)[number];

export default function DunningScreen() {
  const { t } = useTranslation();
  const maySee = useMay('notice.view');
  const mayRecord = useMay('notice.record');
  const mayJobs = useMay('archive.view');
  const [tab, setTab] = useUrlState<Tab>('tab', (stored) => TABS.find((each) => each === stored) ?? 'pack');
  if (!maySee) return <NoPermission permission="notice.view" />;
  const panes: Readonly<Record<Tab, { readonly allowed: boolean; readonly pane: React.ReactNode }>> = {
    pack: { allowed: true, pane: <PackTab onPrinted={() => setTab('jobs')} /> },
    register: { allowed: true, pane: <RegisterTab /> },
    scans: { allowed: mayRecord, pane: <ScansTab /> },
    jobs: { allowed: mayJobs, pane: <JobsTab /> },
  };
  const shown = TABS.filter((each) => panes[each].allowed);
  const active = shown.includes(tab) ? tab : 'pack';
  return (
    <>
      <PageHeader title={t('nav:dunning.full')} />
      <Tabs
        size="small"
        className="qs-dunning-tabs"
        activeKey={active}
        onChange={(key) => setTab(key as Tab)}
        items={shown.map((key) => ({ key, label: t(`dunning:tab.${key}`) }))}
      />
      {panes[active].pane}
    </>
  );
}
