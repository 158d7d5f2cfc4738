/** Step 5: the only one that writes: what it will do, how far it is, and what came of it. */
import type { ImportResult, Inspection } from '@shared/contract/imports.contract';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Descriptions, Result, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../i18n/format';
import { DateText } from '../../ui/DateText';
import { ErrorState } from '../../ui/ErrorState';
import { RunProgress } from './RunProgress';
import { rowsToWrite } from './results';
import { UndoModal } from './UndoModal';
import type { ImportWizard } from './useImportWizard';
import { WizardFoot } from './WizardFoot';
import type { Choices } from './wizard';

interface WriteStepProps {
  readonly wizard: ImportWizard;
  readonly inspection: Inspection;
  readonly choices: Choices;
  readonly checked: ImportResult;
}

function Plan({ wizard, inspection, choices, checked }: WriteStepProps) {
  const { t } = useTranslation();
  const { newUnits, acceptWarnings } = wizard;
  const held = checked.refused + checked.warned;
  const counts = { added: formatCount(checked.added), changed: formatCount(checked.changed) };
  const lines = [
    ['file', inspection.fileName],
    ['kind', t(`imports:kind.${checked.kind}`)],
    ['asOf', <DateText key="asOf" date={choices.asOf} />],
    ['writes', t('imports:write.counts', counts)],
    ['held', held > 0 ? t('imports:write.heldCount', { count: held }) : null],
    ['warnings', acceptWarnings ? t('imports:write.acceptedCount', { count: checked.warnings.length }) : null],
    ['units', newUnits.length > 0 ? newUnits.join(t('common:list.separator')) : null],
  ] as const;
  return (
    <Descriptions
      size="small"
      bordered
      column={1}
      className="qs-import-plan"
      items={lines
        .filter(([, children]) => children !== null)
        .map(([key, children]) => ({ key, label: t(`imports:write.${key}`), children }))}
    />
  );
}

function Ready(props: WriteStepProps) {
  const { t } = useTranslation();
  const { wizard, checked } = props;
  const { run } = wizard;
  const count = rowsToWrite(checked);
  return (
    <>
      <div className="qs-import-run">
        {run.error && <ErrorState error={run.error} onRetry={() => void wizard.write()} />}
        <Plan {...props} />
        {run.running ? (
          <RunProgress run={run} />
        ) : (
          <Alert type="info" showIcon title={t('imports:write.whole')} description={t('imports:write.undoable')} />
        )}
      </div>
      <WizardFoot onBack={run.running ? undefined : () => wizard.go('check')}>
        <Button type="primary" autoFocus loading={run.running} onClick={() => void wizard.write()}>
          {t('imports:write.write', { count })}
        </Button>
      </WizardFoot>
    </>
  );
}

function Done({ wizard, written }: { wizard: ImportWizard; written: ImportResult }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [undoing, setUndoing] = useState(false);
  const counts = {
    batch: written.batch ?? '',
    added: formatCount(written.added),
    changed: formatCount(written.changed),
    held: formatCount(written.refused + written.warned),
  };
  const batch = written.batch && {
    batch: written.batch,
    kind: written.kind,
    fileName: wizard.inspection?.fileName ?? '',
    added: written.added,
    changed: written.changed,
  };
  return (
    <>
      <div className="qs-import-run">
        <Result
          status="success"
          title={t('imports:done.title', counts)}
          subTitle={t('imports:done.counts', counts)}
          extra={
            <Space>
              <Button type="primary" autoFocus onClick={wizard.restart}>
                {t('imports:done.next')}
              </Button>
              <Button onClick={() => void navigate({ to: '/ledger' })}>{t('imports:done.ledger')}</Button>
              <Button onClick={() => setUndoing(true)}>{t('imports:undo.title')}</Button>
            </Space>
          }
        />
      </div>
      {undoing && batch && <UndoModal batch={batch} onClose={() => setUndoing(false)} onUndone={wizard.restart} />}
    </>
  );
}

export function WriteStep(props: WriteStepProps) {
  const { written } = props.wizard;
  return written ? <Done wizard={props.wizard} written={written} /> : <Ready {...props} />;
}
