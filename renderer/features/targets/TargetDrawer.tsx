/** A target in full: its nine steps with date, person and paper, its group and goals, and who answers for its loans. */
import type { TargetDetail } from '@shared/contract/targets.contract';
import { STEPS } from '@shared/domain/targets/steps';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Drawer, Space, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { formatAmount } from '../../i18n/format';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { Why } from '../../ui/Why';
import { AssignModal } from './AssignModal';
import { StepModal } from './StepModal';
import { TargetLoans } from './TargetLoans';

type Record = TargetDetail['steps'][number];

function StepLine({ target, place }: { target: TargetDetail; place: number }) {
  const { t } = useTranslation();
  const step = STEPS[place];
  const dot = target.dots[place];
  const record = target.steps.findLast((each) => each.step === step);
  const said = (given: Record) => [given.by, given.reason, given.document].filter(Boolean).join(t('targets:separator'));
  return (
    <li
      className={dot === 'todo' ? 'qs-target-ahead' : undefined}
      aria-current={dot === 'current' ? 'step' : undefined}
    >
      <i className={`qs-dot qs-dot-${dot}`} aria-hidden />
      <span>
        {place + 1} {t(`targets:step.${step}`)}
      </span>
      <span className="qs-figure">{dot === 'todo' ? null : record?.on}</span>
      <span>
        {dot === 'skipped' && <Tag color="warning">{t('targets:dot.skipped')}</Tag>}
        {record && dot !== 'todo' && said(record)}
      </span>
    </li>
  );
}

/** What other features know of the household, for whoever takes the next step. */
function Facts({ target }: { target: TargetDetail }) {
  const { t } = useTranslation();
  const { approval, plans, received, household } = target;
  const plan = plans[0];
  return (
    <Space size="middle" wrap>
      <Link to="/household/$key" params={{ key: household }}>
        {t('targets:file', { household })}
      </Link>
      {approval && (
        <Link to="/approvals" search={{ list: 'all', id: approval.id } as never}>
          {t('targets:approval')} {t(`approvals:state.${approval.state}`)}
        </Link>
      )}
      <Link to="/household/$key" params={{ key: household }} search={{ tab: 'measures' } as never}>
        {plan ? t('targets:plan', { version: plan.version, by: plan.by }) : t('targets:noPlan')}
      </Link>
      <Why of={{ sentence: t('targets:receivedWhy', { date: target.proposedOn }) }}>
        {t('targets:received', { amount: formatAmount(received, 'yuan') })}
      </Why>
    </Space>
  );
}

function Assignments({ target }: { target: TargetDetail }) {
  const { t } = useTranslation();
  if (target.assignments.length === 0) return <p className="qs-hint">{t('targets:unassigned')}</p>;
  return (
    <ul className="qs-target-steps">
      {target.assignments.map((given) => (
        <li key={given.at}>
          <i />
          <span>{given.group}</span>
          <span>{given.manager}</span>
          <span>
            {t('targets:goal', {
              principal: formatAmount(given.principal, 'yuan'),
              interest: formatAmount(given.interest, 'yuan'),
              dueOn: given.dueOn,
            })}{' '}
            {t(`targets:way.${given.way}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Content({ target }: { target: TargetDetail }) {
  const { t } = useTranslation();
  const mayStep = useMay('target.lead') && target.closedOn === null;
  const mayAssign = useMay('target.assign') && target.closedOn === null;
  const [asked, setAsked] = useState<'step' | 'assign' | null>(null);
  const close = (): void => setAsked(null);
  return (
    <div className="qs-target">
      <section>
        <Facts target={target} />
      </section>
      <section aria-label={t('targets:steps')}>
        <h3>{t('targets:steps')}</h3>
        <ol className="qs-target-steps">
          {STEPS.map((step, place) => (
            <StepLine key={step} target={target} place={place} />
          ))}
        </ol>
      </section>
      <section aria-label={t('targets:assignment')}>
        <h3>{t('targets:assignment')}</h3>
        <Assignments target={target} />
      </section>
      <TargetLoans target={target} />
      <div className="qs-drawer-foot">
        <Space>
          {mayStep && (
            <Button type="primary" onClick={() => setAsked('step')}>
              {t('targets:move.verb')}
            </Button>
          )}
          {mayAssign && <Button onClick={() => setAsked('assign')}>{t('targets:assign.verb')}</Button>}
        </Space>
      </div>
      {asked === 'step' && <StepModal target={target} onClose={close} />}
      {asked === 'assign' && <AssignModal target={target} onClose={close} />}
    </div>
  );
}

export function TargetDrawer({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const target = useApiQuery('targets.show', { id });
  const data = target.data;
  const openFile = (): void => data && void navigate({ to: '/household/$key', params: { key: data.household } });
  return (
    <Drawer
      open
      size={760}
      title={data ? `${data.borrower} ${t(`targets:source.${data.source}`)}` : t('targets:title')}
      extra={data && <Button onClick={openFile}>{t('targets:openFile')}</Button>}
      onClose={onClose}
    >
      {target.error && <ErrorState error={target.error} onRetry={() => void target.refetch()} />}
      {!data && !target.error && <Loading />}
      {data && <Content target={data} />}
    </Drawer>
  );
}
