/** Approvals and votes (ui.md S10, ORG-03, ORG-04): lists left, the chosen request right; authority during leave on a tab of its own. */
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/sessionContext';
import { useShortcut } from '../../app/shortcuts';
import { idIn } from '../../app/urlReaders';
import { useUrlState } from '../../app/useUrlState';
import { ErrorState } from '../../ui/ErrorState';
import { NoPermission } from '../../ui/NoPermission';
import { PageHeader } from '../../ui/PageHeader';
import './approvals.css';
import { Delegations } from './Delegations';
import { LISTS, type ListName, RequestList, useRequests } from './RequestList';
import { RequestPane } from './RequestPane';

const TABS = [...LISTS, 'delegations'] as const;
type Tab = (typeof TABS)[number];

const tabOf = (stored: unknown): Tab => TABS.find((tab) => tab === stored) ?? 'mine';

function Requests({ list }: { list: ListName }) {
  const { t } = useTranslation();
  const [selected, select] = useUrlState('id', idIn);
  const requests = useRequests(list);
  const { items, error, refetch } = requests;
  const at = items.findIndex(({ id }) => id === selected);
  const next = items[at + 1] ?? items.find(({ id }) => id !== selected);
  const goOn = (): void => select(next?.id);
  useShortcut('Alt+↓', t('approvals:next'), goOn, next !== undefined);
  useShortcut('F5', t('common:action.refresh'), refetch);
  if (error && items.length === 0) return <ErrorState error={error} onRetry={refetch} />;
  return (
    <div className="qs-approvals">
      <div className="qs-approvals-list" data-pane>
        <RequestList list={list} requests={requests} selected={selected} onSelect={select} />
      </div>
      <section className="qs-approvals-pane" data-pane>
        {selected === null ? (
          <p className="qs-state qs-hint">{t('approvals:choose')}</p>
        ) : (
          <RequestPane id={selected} onDone={goOn} />
        )}
      </section>
    </div>
  );
}

function Approvals() {
  const { t } = useTranslation();
  const [tab, setTab] = useUrlState('list', tabOf);
  return (
    <>
      <PageHeader
        title={t('approvals:title')}
        actions={
          <Segmented<Tab>
            value={tab}
            options={TABS.map((value) => ({ value, label: t(`approvals:list.${value}`) }))}
            onChange={(value) => setTab(value === 'mine' ? undefined : value)}
          />
        }
      />
      {tab === 'delegations' ? <Delegations /> : <Requests key={tab} list={tab} />}
    </>
  );
}

export default function ApprovalsScreen() {
  const may = useMay('approvals.view');
  return may ? <Approvals /> : <NoPermission permission="approvals.view" />;
}
