/** The gate to the court (起诉闸门): each step with its state and article, and the buttons of whoever may take the next one. */
import type { CaseView, GateStepView } from '@shared/contract/litigationViews';
import { isPassed } from '@shared/domain/litigation/gate';
import { Link } from '@tanstack/react-router';
import { App, Button, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { ErrorState } from '../../ui/ErrorState';
import { Why } from '../../ui/Why';
import { FilingModal } from './FilingModal';
import { OpinionDrawer } from './OpinionDrawer';
import { OverrideModal } from './OverrideModal';
import { TreatmentModal } from './TreatmentModal';

type Open = 'opinion' | 'treatment' | 'ask-filing' | 'record-filing' | 'override';

/** The step that is open says what it misses; of the others that is behind their question mark. */
function Step({ step, today, isNext }: { step: GateStepView; today: string; isNext: boolean }) {
  const { t } = useTranslation();
  const missing = Array.isArray(step.facts.missing) ? step.facts.missing : [];
  const unclaimed = Array.isArray(step.facts.unclaimed) ? step.facts.unclaimed : [];
  const state = t(`litigation:case.gateState.${step.state}`);
  const details = [
    ...missing.map((each) => t(`litigation:case.missing.${each}`)),
    ...unclaimed.map(String),
    ...(typeof step.facts.number === 'string' ? [step.facts.number] : []),
  ];
  const separator = t('litigation:case.separator');
  const shown = isNext ? [state, details.join(separator)] : [state];
  return (
    <span className={`qs-case-gate-step qs-case-gate-${step.state}`}>
      <Why of={{ sentence: [state, ...details].join(separator), asOf: today, rules: step.trace }}>
        {t(`litigation:case.gateStep.${step.id}`)} {shown.join(' ').trim()}
      </Why>
    </span>
  );
}

/** Which buttons the step that is open offers, to whoever may press them. */
function useNextSteps(file: CaseView): { kind: Open | 'ask-committee'; primary: boolean }[] {
  const mayPrepare = useMay('litigation.prepare');
  const mayOpine = useMay('litigation.opinion');
  const mayTreat = useMay('litigation.treat');
  const mayFile = useMay('litigation.file');
  const mayOverride = useMay('litigation.override');
  const next = file.gate.steps.find((step) => !isPassed(step));
  if (!next) return [];
  const offers = (id: GateStepView['id'], state: GateStepView['state'], may: boolean) =>
    next.id === id && next.state === state && may;
  const steps: { kind: Open | 'ask-committee'; primary: boolean }[] = [];
  if (offers('opinion', 'missing', mayOpine)) steps.push({ kind: 'opinion', primary: true });
  if (offers('committee', 'missing', mayPrepare)) steps.push({ kind: 'ask-committee', primary: true });
  if (offers('committee', 'refused', mayTreat)) steps.push({ kind: 'treatment', primary: true });
  if (offers('filing', 'missing', mayPrepare) || offers('filing', 'refused', mayPrepare))
    steps.push({ kind: 'ask-filing', primary: true });
  if (offers('filing', 'waiting', mayFile)) steps.push({ kind: 'record-filing', primary: true });
  if (mayOverride && file.gate.override === null) steps.push({ kind: 'override', primary: false });
  return steps;
}

function Dialog({ file, open, onClose }: { file: CaseView; open: Open; onClose: () => void }) {
  switch (open) {
    case 'opinion':
      return <OpinionDrawer file={file} onClose={onClose} />;
    case 'treatment':
      return <TreatmentModal file={file} onClose={onClose} />;
    case 'ask-filing':
    case 'record-filing':
      return <FilingModal file={file} isAnswer={open === 'record-filing'} onClose={onClose} />;
    case 'override':
      return <OverrideModal file={file} onClose={onClose} />;
  }
}

export function GateStrip({ file }: { file: CaseView }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [open, setOpen] = useState<Open | null>(null);
  const ask = useApiCommand('litigation.askCommittee');
  const steps = useNextSteps(file);
  const next = file.gate.steps.find((step) => !isPassed(step));
  const { override } = file.gate;
  const askCommittee = (): void =>
    ask.mutate({ id: file.id }, { onSuccess: () => void message.success(t('litigation:case.done.ask-committee')) });
  return (
    <section className="qs-case-gate" aria-label={t('litigation:case.gate')}>
      <b>{t('litigation:case.gate')}</b>
      {file.gate.steps.map((step) => (
        <Step key={step.id} step={step} today={file.today} isNext={step === next} />
      ))}
      {next?.id === 'committee' && file.consent.requestId !== null && (
        <Link to="/approvals" search={{ list: 'all', id: file.consent.requestId } as never}>
          {t('litigation:case.consent', { state: t(`approvals:state.${file.consent.state}`) })}
        </Link>
      )}
      <Space>
        {steps.map(({ kind, primary }) => (
          <Button
            key={kind}
            size="small"
            type={primary ? 'primary' : 'default'}
            danger={kind === 'override'}
            loading={kind === 'ask-committee' && ask.isPending}
            onClick={() => (kind === 'ask-committee' ? askCommittee() : setOpen(kind))}
          >
            {t(`litigation:case.step.${kind}`)}
          </Button>
        ))}
      </Space>
      {override && (
        <p className="qs-case-gate-override">
          {t('litigation:case.overridden', {
            kind: t(`litigation:case.override.${override.kind}`),
            by: override.by ?? '',
            date: override.on ?? '',
            reason: override.reason ?? '',
          })}
        </p>
      )}
      {ask.error && <ErrorState error={ask.error} />}
      {open && <Dialog file={file} open={open} onClose={() => setOpen(null)} />}
    </section>
  );
}
