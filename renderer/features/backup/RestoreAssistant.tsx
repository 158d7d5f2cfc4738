/** The restore assistant (ui.md S36): choose → verify and compare → two persons confirm → sign in anew. */
import { Alert, Button, Result, Steps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiStream } from '../../api/useApiStream';
import { formatInstant } from '../../i18n/format';
import { ErrorState } from '../../ui/ErrorState';
import { SignInProblem, useDelay } from '../session/SignInProblem';
import { BackupProgressPanel } from './BackupProgressPanel';
import type { Inspected } from './backupTypes';
import { megabytes } from './lastBackup';
import { ChooseStep } from './RestoreChoose';
import { type Confirmation, ConfirmStep } from './RestoreConfirm';
import { DifferenceTable } from './RestoreDifferences';
import './backup.css';

interface Chosen {
  readonly source: string;
  readonly seen: Inspected;
}

const STEPS = ['choose', 'compare', 'confirm'] as const;
type Step = (typeof STEPS)[number];

function useRestore() {
  const inspect = useApiStream('backup.inspect');
  const restore = useApiStream('backup.restore');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [step, setStep] = useState<Step>('choose');
  const [done, setDone] = useState<{ aside: string | null } | null>(null);
  const choose = async (source: string): Promise<void> => {
    const event = await inspect.start({ source });
    if (event?.kind !== 'inspected') return;
    setChosen({ source, seen: event });
    setStep('compare');
  };
  const run = async (confirmation: Confirmation): Promise<void> => {
    if (!chosen) return;
    const event = await restore.start({ source: chosen.source, ...confirmation });
    if (event?.kind === 'restored') setDone({ aside: event.aside });
  };
  return { inspect, restore, chosen, step, setStep, done, choose, run };
}

function Compare({ seen, onNext, onBack }: { seen: Inspected; onNext: () => void; onBack: () => void }) {
  const { t } = useTranslation();
  const at = formatInstant(seen.at);
  const facts = { at, size: megabytes(seen.bytes), attachments: seen.attachments, program: seen.program };
  return (
    <>
      <Alert type="success" showIcon title={t('backup:restore.sound', facts)} />
      <Alert
        type={seen.replaces ? 'warning' : 'info'}
        showIcon
        title={seen.replaces ? t('backup:restore.replaces', { at }) : t('backup:restore.empty')}
      />
      <DifferenceTable seen={seen} />
      <footer className="qs-backup-foot">
        <Button onClick={onBack}>{t('common:action.previous')}</Button>
        <Button type="primary" onClick={onNext}>
          {t('common:action.next')}
        </Button>
      </footer>
    </>
  );
}

function Done({ aside }: { aside: string | null }) {
  const { t } = useTranslation();
  return (
    <Result
      status="success"
      title={t('backup:restore.done')}
      subTitle={aside && t('backup:restore.aside', { aside })}
      extra={
        <Button type="primary" autoFocus onClick={() => window.location.reload()}>
          {t('backup:restore.signIn')}
        </Button>
      }
    />
  );
}

export function RestoreAssistant() {
  const { t } = useTranslation();
  const { inspect, restore, chosen, step, setStep, done, choose, run } = useRestore();
  const delay = useDelay(restore.error);
  if (done) return <Done aside={done.aside} />;
  return (
    <div className="qs-backup-restore">
      <Steps
        size="small"
        current={STEPS.indexOf(step)}
        items={STEPS.map((key) => ({ title: t(`backup:restore.step.${key}`) }))}
      />
      {step === 'choose' && inspect.error && <ErrorState error={inspect.error} />}
      {step !== 'choose' && <SignInProblem error={restore.error} delay={delay} />}
      {inspect.running && (
        <BackupProgressPanel
          event={inspect.event}
          onCancel={inspect.cancel}
          effect={t('backup:restore.cancelEffect')}
        />
      )}
      {step === 'choose' && <ChooseStep busy={inspect.running} onChoose={(source) => void choose(source)} />}
      {step === 'compare' && chosen && (
        <Compare seen={chosen.seen} onBack={() => setStep('choose')} onNext={() => setStep('confirm')} />
      )}
      {restore.running && (
        <BackupProgressPanel
          event={restore.event}
          onCancel={restore.cancel}
          effect={t('backup:restore.cancelEffect')}
        />
      )}
      {step === 'confirm' && chosen && (
        <ConfirmStep
          seen={chosen.seen}
          busy={restore.running}
          delay={delay}
          onBack={() => setStep('compare')}
          onRun={(confirmation) => void run(confirmation)}
        />
      )}
    </div>
  );
}
