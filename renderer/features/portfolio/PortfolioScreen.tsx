/**
 * What the rules say about all loans (ui.md S28): what is past or runs out soon by unit, first notices, classes that the rules give
 * otherwise than the books, provisions. From the last run; running it anew is a button.
 */
import { CalculatorOutlined } from '@ant-design/icons';
import { SECTIONS, type Section } from '@shared/domain/portfolio/overview';
import { App, Button, Tabs, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';
import { useApiQuery } from '../../api/queries';
import { useApiStream } from '../../api/useApiStream';
import { useMay } from '../../app/sessionContext';
import { useUrlState } from '../../app/useUrlState';
import { formatCount, formatInstant } from '../../i18n/format';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { NoPermission } from '../../ui/NoPermission';
import { PageHeader } from '../../ui/PageHeader';
import { ProgressPanel } from '../../ui/ProgressPanel';
import { PairTable } from './PairTable';
import './portfolio.css';
import { ResultsDrawer, type Wanted } from './ResultsDrawer';
import { UnitTable } from './UnitTable';

type Status = OutputOf<'portfolio.status'>;

/** As of when, by whom, and what makes it out of date. */
function RunState({ status }: { status: Status | undefined }) {
  const { t } = useTranslation();
  if (!status?.run) return null;
  const { asOf, at, by, loans } = status.run;
  return (
    <>
      <span className="qs-hint">
        {t('portfolio:overview.run', { asOf, at: formatInstant(at), by, loans: formatCount(loans) })}
      </span>
      {status.stale.map((reason) => (
        <Tag key={reason} color="warning">
          {t(`portfolio:overview.stale.${reason}`)}
        </Tag>
      ))}
    </>
  );
}

function useRun() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const run = useApiStream('portfolio.run');
  const begin = async (): Promise<void> => {
    const event = await run.start(undefined);
    if (event?.type === 'result')
      void message.success(t('portfolio:overview.done', { loans: formatCount(event.result.loans) }));
  };
  const cancel = (): void => {
    run.cancel();
    void message.info(t('portfolio:overview.cancelled'));
  };
  return { ...run, begin: () => void begin(), cancel };
}

const readSection = (stored: unknown): Section => SECTIONS.find((section) => section === stored) ?? 'limitation';

function Sections() {
  const { t } = useTranslation();
  const [section, setSection] = useUrlState('tab', readSection);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const overview = useApiQuery('portfolio.overview', undefined, { keepOld: true });
  if (overview.error) return <ErrorState error={overview.error} onRetry={() => void overview.refetch()} />;
  if (!overview.data) return <Loading />;
  const { cells, units } = overview.data;
  const content = (): ReactNode =>
    section === 'classes' || section === 'provisions' ? (
      <PairTable section={section} cells={cells} onOpen={setWanted} />
    ) : (
      <UnitTable section={section} cells={cells} units={units} onOpen={setWanted} />
    );
  return (
    <>
      <Tabs
        className="qs-portfolio-tabs"
        size="small"
        activeKey={section}
        onChange={(key) => setSection(key === 'limitation' ? undefined : (key as Section))}
        items={SECTIONS.map((key) => ({ key, label: t(`portfolio:overview.section.${key}`) }))}
      />
      <div className="qs-portfolio-body" data-pane>
        <p className="qs-hint">{t(`portfolio:overview.note.${section}`)}</p>
        {content()}
      </div>
      <ResultsDrawer wanted={wanted} onClose={() => setWanted(null)} />
    </>
  );
}

function Portfolio() {
  const { t } = useTranslation();
  const mayRun = useMay('portfolio.run');
  const status = useApiQuery('portfolio.status', undefined);
  const run = useRun();
  const seen = run.event?.type === 'progress' ? run.event : null;
  const button = mayRun && (
    <Button type="primary" icon={<CalculatorOutlined aria-hidden />} loading={run.running} onClick={run.begin}>
      {t('portfolio:overview.verb')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('nav:portfolio.full')} status={<RunState status={status.data} />} actions={button} />
      {run.running && (
        <ProgressPanel
          stage={t('portfolio:overview.stage')}
          done={seen?.done ?? 0}
          total={seen?.total ?? null}
          onCancel={run.cancel}
          cancelEffect={t('portfolio:overview.cancelEffect')}
        />
      )}
      {run.error && <ErrorState error={run.error} onRetry={run.begin} />}
      {status.error && <ErrorState error={status.error} onRetry={() => void status.refetch()} />}
      {status.data?.run === null && <EmptyState why="none" action={button} />}
      {status.data?.run && <Sections />}
    </>
  );
}

export default function PortfolioScreen() {
  const may = useMay('ledger.view');
  return may ? <Portfolio /> : <NoPermission permission="ledger.view" />;
}
