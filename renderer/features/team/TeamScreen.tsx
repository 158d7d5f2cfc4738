/** The team (ui.md S15, TEAM-01/04/05): groups, the month day by day, leave, plans against what was reached, progress by period. */
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/sessionContext';
import { useUrlState } from '../../app/useUrlState';
import { NoPermission } from '../../ui/NoPermission';
import { PageHeader } from '../../ui/PageHeader';
import { Groups } from './Groups';
import { Leaves } from './Leaves';
import { MonthSheet } from './MonthSheet';
import { Plans } from './Plans';
import { Progress } from './Progress';
import './team.css';

const TABS = ['groups', 'month', 'leaves', 'plans', 'progress'] as const;
type Tab = (typeof TABS)[number];

const tabOf = (stored: unknown): Tab => TABS.find((tab) => tab === stored) ?? 'month';

function Team() {
  const { t } = useTranslation();
  const [tab, setTab] = useUrlState('tab', tabOf);
  return (
    <>
      <PageHeader
        title={t('team:title')}
        actions={
          <Segmented<Tab>
            value={tab}
            options={TABS.map((value) => ({ value, label: t(`team:tab.${value}`) }))}
            onChange={(value) => setTab(value === 'month' ? undefined : value)}
          />
        }
      />
      {tab === 'groups' && <Groups />}
      {tab === 'month' && <MonthSheet />}
      {tab === 'leaves' && <Leaves />}
      {tab === 'plans' && <Plans />}
      {tab === 'progress' && <Progress />}
    </>
  );
}

export default function TeamScreen() {
  const may = useMay('team.view');
  return may ? <Team /> : <NoPermission permission="team.view" />;
}
