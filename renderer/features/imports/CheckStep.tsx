/** Step 4: the dry run. Nothing is written; every row is accounted for, and what is doubtful is accepted on purpose. */
import type { ImportResult } from '@shared/contract/imports.contract';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { ErrorState } from '../../ui/ErrorState';
import { useComplain } from '../../ui/useComplain';
import { CheckDecisions } from './CheckDecisions';
import { CheckTables } from './CheckTables';
import { Differences, OutcomeTiles } from './CheckTiles';
import { RunProgress } from './RunProgress';
import { firstOutcome, type Outcome, rowsToWrite } from './results';
import type { ImportWizard } from './useImportWizard';
import { WizardFoot } from './WizardFoot';
import { runInput } from './wizard';
import './check.css';

/** Refused rows, and held-back ones while nobody has accepted them, go into a file of their own. */
function SaveRejects({ wizard, result }: { wizard: ImportWizard; result: ImportResult }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const complain = useComplain();
  const save = useApiCommand('imports.saveRejects');
  const input = runInput(wizard, true, null);
  const count = result.refused + result.warned;
  if (!input || count === 0) return null;
  const run = (): void =>
    save.mutate(input, {
      onSuccess: ({ path }) => path && void message.success(t('imports:check.rejectsSaved', { path }), 8),
      onError: complain,
    });
  return (
    <Button loading={save.isPending} onClick={run}>
      {t('imports:check.saveRejects', { count })}
    </Button>
  );
}

function Checked({ wizard, result }: { wizard: ImportWizard; result: ImportResult }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Outcome | null>(null);
  const outcome = chosen ?? firstOutcome(result);
  const rows = rowsToWrite(result);
  return (
    <>
      <OutcomeTiles result={result} chosen={outcome} onChoose={setChosen} />
      <Differences result={result} />
      <CheckDecisions wizard={wizard} result={result} />
      <CheckTables result={result} outcome={outcome} />
      <WizardFoot
        hint={rows === 0 ? t('imports:check.nothing') : t('imports:check.dryOnly')}
        onBack={() => wizard.go('columns')}
      >
        <SaveRejects wizard={wizard} result={result} />
        <Button type="primary" autoFocus disabled={rows === 0} onClick={() => wizard.go('write')}>
          {t('imports:check.next')}
        </Button>
      </WizardFoot>
    </>
  );
}

export function CheckStep({ wizard }: { wizard: ImportWizard }) {
  const { t } = useTranslation();
  const { run, checked } = wizard;
  if (checked && !run.running) return <Checked wizard={wizard} result={checked} />;
  return (
    <>
      <div className="qs-import-run">
        {run.error && <ErrorState error={run.error} onRetry={() => void wizard.check()} />}
        {run.running ? <RunProgress run={run} /> : !run.error && <p>{t('imports:check.cancelled')}</p>}
      </div>
      <WizardFoot onBack={() => wizard.go('columns')}>
        <Button type="primary" disabled={run.running} onClick={() => void wizard.check()}>
          {t('imports:check.again')}
        </Button>
      </WizardFoot>
    </>
  );
}
