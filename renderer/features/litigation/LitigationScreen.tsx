/** Court cases of branch and sub-branch (ui.md S29, LIT-13): the ledger in its views, and the control sheet of deadlines. */
import { Link } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/sessionContext';
import { useUrlState } from '../../app/useUrlState';
import { NoPermission } from '../../ui/NoPermission';
import { PageHeader } from '../../ui/PageHeader';
import { CaseGrid } from './CaseGrid';
import { DeadlineSheet } from './DeadlineSheet';
import './litigation.css';

const VIEWS = ['open', 'without-deadline', 'missed', 'closed', 'all', 'deadlines'] as const;
type View = (typeof VIEWS)[number];

const viewOf = (stored: unknown): View => VIEWS.find((view) => view === stored) ?? 'open';

function Litigation() {
  const { t } = useTranslation();
  const [view, setView] = useUrlState('view', viewOf);
  return (
    <>
      <PageHeader
        title={t('nav:litigation.full')}
        status={<Link to="/case-reviews">{t('nav:caseReviews.full')}</Link>}
        actions={
          <Segmented<View>
            value={view}
            options={VIEWS.map((value) => ({
              value,
              label: t(value === 'deadlines' ? 'litigation:case.sheet.title' : `litigation:case.view.${value}`),
            }))}
            onChange={(value) => setView(value === 'open' ? undefined : value)}
          />
        }
      />
      {view === 'deadlines' ? <DeadlineSheet /> : <CaseGrid key={view} view={view} />}
    </>
  );
}

export default function LitigationScreen() {
  const may = useMay('litigation.view');
  return may ? <Litigation /> : <NoPermission permission="litigation.view" />;
}
