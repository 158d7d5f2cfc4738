/** A case (案件, ui.md S09): where it stands, its gate, its course, its deadlines, what it is about, its evidence and papers. */
import type { CaseView } from '@shared/contract/litigationViews';
import { Link, useParams, useRouter } from '@tanstack/react-router';
import { Tabs, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { useShortcut } from '../../app/shortcuts';
import { useUrlState } from '../../app/useUrlState';
import { formatAmount } from '../../i18n/format';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { NoPermission } from '../../ui/NoPermission';
import { PageHeader } from '../../ui/PageHeader';
import { Why } from '../../ui/Why';
import { MoneyTab } from '../caseMoney/MoneyTab';
import { ReviewTab } from '../caseReview/ReviewTab';
import { AboutTab } from './AboutTab';
import { CourseTab } from './CourseTab';
import { DeadlinesTab } from './DeadlinesTab';
import { EvidenceTab } from './EvidenceTab';
import { GateStrip } from './GateStrip';
import '../parties/household.css';
import './litigation.css';
import { PapersTab } from './PapersTab';
import { PermitsTab } from './PermitsTab';

const TABS = ['acts', 'deadlines', 'about', 'evidence', 'papers', 'permits', 'money', 'review'] as const;
type TabKey = (typeof TABS)[number];

const readTab = (stored: unknown): TabKey => TABS.find((tab) => tab === stored) ?? 'acts';

function content(file: CaseView, tab: TabKey): ReactNode {
  switch (tab) {
    case 'acts':
      return <CourseTab file={file} />;
    case 'deadlines':
      return <DeadlinesTab file={file} />;
    case 'about':
      return <AboutTab file={file} />;
    case 'evidence':
      return <EvidenceTab file={file} />;
    case 'papers':
      return <PapersTab file={file} />;
    case 'permits':
      return <PermitsTab file={file} />;
    case 'money':
      return <MoneyTab file={file} />;
    case 'review':
      return <ReviewTab file={file} />;
  }
}

function Header({ file }: { file: CaseView }) {
  const { t } = useTranslation();
  const names = (role: 'responsible' | 'handler') =>
    file.people.filter((person) => person.role === role).map(({ name }) => name);
  const [responsible] = names('responsible');
  const role = t(`litigation:case.role.${file.gate.responsible.role}`);
  const handlers = names('handler').join(t('litigation:case.separator')) || t('litigation:case.undecided');
  return (
    <PageHeader
      title={file.title}
      status={
        <>
          <Tag color="blue">{t(`litigation:case.stage.${file.stage}`)}</Tag>{' '}
          <Link to="/household/$key" params={{ key: file.household.number }}>
            {file.household.number}
          </Link>{' '}
          {t('litigation:case.claimed', { amount: formatAmount(file.claimed.total, 'yuan') })}{' '}
          <Why
            of={{
              sentence: t('litigation:case.responsibleWhy', {
                role,
                amount: formatAmount(file.claimed.total, 'yuan'),
              }),
              asOf: file.today,
              rules: file.gate.responsible.trace,
            }}
          >
            {t('litigation:case.personRole.responsible')} {responsible ?? t('litigation:case.responsibleDue', { role })}
          </Why>{' '}
          {t('litigation:case.personRole.handler')} {handlers}{' '}
          {[file.caseNo, file.enforcementNo].filter(Boolean).join(' ')}
        </>
      }
    />
  );
}

function CaseFile() {
  const { t } = useTranslation();
  const { key } = useParams({ from: '/case/$key' });
  const router = useRouter();
  const [tab, setTab] = useUrlState('tab', readTab);
  const file = useApiQuery('litigation.show', { key });
  useShortcut('Alt+←', t('common:action.back'), () => router.history.back());
  useShortcut('F5', t('common:action.refresh'), () => void file.refetch());
  if (file.error) return <ErrorState error={file.error} onRetry={() => void file.refetch()} />;
  const { data } = file;
  if (!data) return <Loading />;
  return (
    <>
      <Header file={data} />
      <div className="qs-case-page">
        <GateStrip key={data.version} file={data} />
        <Tabs
          size="small"
          activeKey={tab}
          destroyOnHidden
          onChange={(next) => setTab(next === 'acts' ? undefined : readTab(next))}
          items={TABS.map((each) => ({
            key: each,
            label: t(`litigation:case.tab.${each}`),
            children: each === tab ? content(data, each) : null,
          }))}
        />
      </div>
    </>
  );
}

export default function CaseScreen() {
  const may = useMay('litigation.view');
  return may ? <CaseFile /> : <NoPermission permission="litigation.view" />;
}
