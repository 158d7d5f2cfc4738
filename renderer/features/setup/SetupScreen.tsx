/** First set-up (S37): five steps, one command, and the recovery code. What was typed stays when going back. */
import { Button, Form, Steps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '../../api/refusal';
import { useSession } from '../../app/session';
import { ErrorState } from '../../ui/ErrorState';
import { RefusalPanel } from '../../ui/RefusalPanel';
import { useEnterMovesOn } from '../../ui/useEnterMovesOn';
import { RestoreGate } from '../backup/RestoreGate';
import { GateCard } from '../session/GateCard';
import { RecoveryCode } from '../session/RecoveryCode';
import { BankStep } from './BankStep';
import { FolderStep } from './FolderStep';
import { PeopleStep } from './PeopleStep';
import { SeriesStep } from './SeriesStep';
import { SummaryStep } from './SummaryStep';
import { SERIES_WORDS, type SetupForm, STEPS } from './setupForm';
import { type Setup, useSetup } from './useSetup';
import './setup.css';

function StepBody({ setup }: { setup: Setup }) {
  switch (setup.step) {
    case 'folder':
      return <FolderStep mode={setup.mode} onMode={setup.setMode} nothingThere={setup.nothingThere} />;
    case 'bank':
      return <BankStep />;
    case 'series':
      return <SeriesStep />;
    case 'people':
      return <PeopleStep />;
    case 'summary':
      return <SummaryStep form={setup.form.getFieldsValue(true) as SetupForm} />;
  }
}

function Problem({ setup }: { setup: Setup }) {
  const { t } = useTranslation();
  if (!setup.error) return null;
  const refusal = refusalOf(setup.error);
  const repair = setup.step === 'summary' && <Button onClick={setup.repair}>{t('setup:repair')}</Button>;
  return (
    <div className="qs-gate-problem">
      {refusal ? <RefusalPanel refusal={refusal} actions={repair} /> : <ErrorState error={setup.error} />}
    </div>
  );
}

function Footer({ setup }: { setup: Setup }) {
  const { t } = useTranslation();
  const at = STEPS.indexOf(setup.step);
  const opens = setup.step === 'folder' && setup.mode === 'existing';
  const label = setup.step === 'summary' ? t('setup:create') : opens ? t('setup:folder.open') : t('common:action.next');
  return (
    <footer className="qs-setup-foot">
      <span className="qs-hint">{t('setup:keysHint')}</span>
      {at > 0 && (
        <Button disabled={setup.busy} onClick={() => setup.go(STEPS[at - 1] ?? 'folder')}>
          {t('common:action.previous')}
        </Button>
      )}
      <Button
        key={setup.step}
        type="primary"
        data-enter-last
        autoFocus={setup.step === 'summary'}
        loading={setup.busy}
        onClick={() => void setup.next()}
      >
        {label}
      </Button>
    </footer>
  );
}

function Assistant({ setup, dataDir }: { setup: Setup; dataDir: string }) {
  const { t } = useTranslation();
  const onEnter = useEnterMovesOn();
  const reached = STEPS.indexOf(setup.reached);
  return (
    <>
      <Steps
        size="small"
        current={STEPS.indexOf(setup.step)}
        onChange={(to) => to < STEPS.indexOf(setup.step) && setup.go(STEPS[to] ?? 'folder')}
        items={STEPS.map((step, index) => ({ title: t(`setup:step.${step}`), disabled: index > reached }))}
      />
      <Form<SetupForm>
        className="qs-setup-form"
        name="setup"
        form={setup.form}
        labelCol={{ flex: '104px' }}
        labelWrap
        onKeyDownCapture={onEnter}
        initialValues={{
          dataDir,
          units: [],
          series: Object.fromEntries(SERIES_WORDS.map((word) => [word, 1])),
          user: { unit: '', roles: ['clerk'] },
        }}
      >
        <div className="qs-setup-body">
          <Problem setup={setup} />
          <StepBody setup={setup} />
        </div>
        <Footer setup={setup} />
      </Form>
    </>
  );
}

export default function SetupScreen() {
  const { t } = useTranslation();
  const session = useSession();
  const setup = useSetup();
  const [restoring, setRestoring] = useState(false);
  if (restoring) return <RestoreGate onBack={() => setRestoring(false)} />;
  return (
    <GateCard title={t('nav:setup.full')} wide>
      {setup.made ? (
        <RecoveryCode
          code={setup.made.code}
          bank={setup.made.bank}
          title={t('setup:recovery.made')}
          intro={t('session:recovery.intro')}
          doneLabel={t('session:recovery.goOn')}
          onDone={setup.finish}
        />
      ) : (
        <>
          <Assistant setup={setup} dataDir={session.data?.dataDir ?? ''} />
          {setup.step === 'folder' && (
            <Button type="link" onClick={() => setRestoring(true)}>
              {t('backup:restore.fromGate')}
            </Button>
          )}
        </>
      )}
    </GateCard>
  );
}
