/** The household file (户档案, ui.md S05, ARC-01): one borrower with everything that is known of the debts. */
import type { Household } from '@shared/contract/parties.contract';
import { Link, useParams, useRouter } from '@tanstack/react-router';
import { Button, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { refusalOf } from '../../api/refusal';
import { useMay } from '../../app/sessionContext';
import { useShortcut } from '../../app/shortcuts';
import { useUrlState } from '../../app/useUrlState';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { NoPermission } from '../../ui/NoPermission';
import { type MissingStep, RefusalPanel } from '../../ui/RefusalPanel';
import { ContactsTab } from '../contacts/ContactsTab';
import { CasesTab } from '../litigation/CasesTab';
import { MeasuresTab } from '../measures/MeasuresTab';
import { RepaymentTab } from '../repayment/RepaymentTab';
import { ClassificationTab } from './ClassificationTab';
import { DocumentsTab } from './DocumentsTab';
import { HistoryTab } from './HistoryTab';
import { HouseholdHeader } from './HouseholdHeader';
import './household.css';
import { LimitationTab } from './LimitationTab';
import { LoansTab } from './LoansTab';
import { OverviewTab } from './OverviewTab';
import { otherHouseholds } from './otherHouseholds';
import { PartiesTab } from './PartiesTab';
import { ReceiptsTab } from './ReceiptsTab';
import { SecuritiesTab } from './SecuritiesTab';

const TABS = [
  'overview',
  'loans',
  'parties',
  'securities',
  'limitation',
  'contacts',
  'measures',
  'repayment',
  'cases',
  'receipts',
  'classification',
  'documents',
  'history',
] as const;
type TabKey = (typeof TABS)[number];

const readTab = (stored: unknown): TabKey => TABS.find((tab) => tab === stored) ?? 'overview';

/** How much a tab holds; none where a count says nothing. */
function countOf(file: Household, tab: TabKey): number | null {
  const counts: Partial<Record<TabKey, number>> = {
    loans: file.loans.length,
    parties: file.parties.length,
    securities: file.guarantees.length + file.collateral.length,
    receipts: file.receipts.length,
    documents: file.documents.length + file.drafts.length,
  };
  return counts[tab] ?? null;
}

function content(file: Household, tab: TabKey): ReactNode {
  switch (tab) {
    case 'overview':
      return <OverviewTab file={file} />;
    case 'loans':
      return <LoansTab loans={file.loans} />;
    case 'parties':
      return <PartiesTab parties={file.parties} />;
    case 'securities':
      return <SecuritiesTab file={file} />;
    case 'limitation':
      return <LimitationTab household={file.id} />;
    case 'contacts':
      return <ContactsTab file={file} />;
    case 'measures':
      return <MeasuresTab file={file} />;
    case 'repayment':
      return <RepaymentTab file={file} />;
    case 'cases':
      return <CasesTab household={file.household} />;
    case 'receipts':
      return <ReceiptsTab household={file.id} receipts={file.receipts} />;
    case 'classification':
      return <ClassificationTab entries={file.classification} />;
    case 'documents':
      return <DocumentsTab file={file} />;
    case 'history':
      return <HistoryTab file={file} />;
  }
}

function FileTabs({ file }: { file: Household }) {
  const { t } = useTranslation();
  const [tab, setTab] = useUrlState('tab', readTab);
  const label = (key: TabKey): string => {
    const count = countOf(file, key);
    const name = t(`parties:tab.${key}`);
    return count === null ? name : t('parties:tab.counted', { name, count });
  };
  return (
    <Tabs
      className="qs-file-tabs"
      size="small"
      activeKey={tab}
      destroyOnHidden
      onChange={(key) => setTab(key === 'overview' ? undefined : readTab(key))}
      items={TABS.map((key) => ({ key, label: label(key), children: key === tab ? content(file, key) : null }))}
    />
  );
}

/** A key that means nobody, or several: the households that it can mean, one step each. */
function NotFound({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { t } = useTranslation();
  const refusal = refusalOf(error);
  if (!refusal) return <ErrorState error={error} onRetry={onRetry} />;
  const steps = otherHouseholds(refusal.facts).map(
    ({ household, unit }): MissingStep => ({
      key: household,
      label: unit ?? t('parties:open.secured'),
      action: (
        <Link to="/household/$key" params={{ key: household }}>
          {t('parties:open.household', { household })}
        </Link>
      ),
    }),
  );
  const toLedger = (
    <Link to="/ledger">
      <Button tabIndex={-1}>{t('parties:open.ledger')}</Button>
    </Link>
  );
  return (
    <div className="qs-state">
      <RefusalPanel refusal={refusal} missing={steps} actions={toLedger} />
    </div>
  );
}

function HouseholdFile() {
  const { t } = useTranslation();
  const { key } = useParams({ from: '/household/$key' });
  const router = useRouter();
  const file = useApiQuery('parties.household', { key });
  useShortcut('Alt+←', t('common:action.back'), () => router.history.back());
  useShortcut('F5', t('common:action.refresh'), () => void file.refetch());
  if (file.error) return <NotFound error={file.error} onRetry={() => void file.refetch()} />;
  if (!file.data) return <Loading />;
  return (
    <>
      <HouseholdHeader file={file.data} />
      <FileTabs file={file.data} />
    </>
  );
}

export default function HouseholdScreen() {
  const may = useMay('ledger.view');
  return may ? <HouseholdFile /> : <NoPermission permission="ledger.view" />;
}
