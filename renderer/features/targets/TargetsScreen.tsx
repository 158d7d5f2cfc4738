/** Targets of recovery (ui.md S22, TEAM-02/03/06, IMP-05): nine dots each, the yearly listing, who answers for loans. */
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/sessionContext';
import { useUrlState } from '../../app/useUrlState';
import { NoPermission } from '../../ui/NoPermission';
import { PageHeader } from '../../ui/PageHeader';
import { Listing } from './Listing';
import { Responsibles } from './Responsibles';
import { TargetGrid } from './TargetGrid';
import './targets.css';

const VIEWS = ['open', 'closed', 'listing', 'responsible'] as const;
type View = (typeof VIEWS)[number];

const viewOf = (stored: unknown): View => VIEWS.find((view) => view === stored) ?? 'open';

function Targets() {
  const { t } = useTranslation();
  const [view, setView] = useUrlState('view', viewOf);
  return (
    <>
      <PageHeader
        title={t('targets:title')}
        actions={
          <Segmented<View>
            value={view}
            options={VIEWS.map((value) => ({ value, label: t(`targets:view.${value}`) }))}
            onChange={(value) => setView(value === 'open' ? undefined : value)}
          />
        }
      />
      {(view === 'open' || view === 'closed') && <TargetGrid key={view} closed={view === 'closed'} />}
      {view === 'listing' && <Listing />}
      {view === 'responsible' && <Responsibles />}
    </>
  );
}

export default function TargetsScreen() {
  const may = useMay('ledger.view');
  return may ? <Targets /> : <NoPermission permission="ledger.view" />;
}
