/** Data import (ui.md S06, IMP): the wizard, and the imports made so far. */
import { Segmented, Steps } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/sessionContext';
import { useUrlState } from '../../app/useUrlState';
import { NoPermission } from '../../ui/NoPermission';
import { PageHeader } from '../../ui/PageHeader';
import { useUnsavedGuard } from '../../ui/useUnsavedGuard';
import { BatchesTab } from './BatchesTab';
import { CheckStep } from './CheckStep';
import { FileStep } from './FileStep';
import { HeadingStep } from './HeadingStep';
import { MappingStep } from './MappingStep';
import { type ImportWizard, useImportWizard } from './useImportWizard';
import { WriteStep } from './WriteStep';
import { STEPS, type Step } from './wizard';
import './imports.css';

type ImportTab = 'new' | 'batches';

const readTab = (stored: unknown): ImportTab => (stored === 'batches' ? 'batches' : 'new');

/** Where a click on the step bar may lead: back, as long as nothing is running or written. */
function mayGo(wizard: ImportWizard, to: Step): boolean {
  return STEPS.indexOf(to) < STEPS.indexOf(wizard.step) && !wizard.run.running && wizard.written === null;
}

function StepBar({ wizard }: { wizard: ImportWizard }) {
  const { t } = useTranslation();
  return (
    <div className="qs-import-steps">
      <Steps
        size="small"
        current={STEPS.indexOf(wizard.step)}
        onChange={(to) => {
          const step = STEPS[to];
          if (step && mayGo(wizard, step)) wizard.go(step);
        }}
        items={STEPS.map((step) => ({
          title: t(`imports:step.${step}`),
          disabled: step !== wizard.step && !mayGo(wizard, step),
        }))}
      />
    </div>
  );
}

function StepBody({ wizard }: { wizard: ImportWizard }) {
  const { step, inspection, choices, checked } = wizard;
  if (step === 'file' || !inspection || !choices) return <FileStep wizard={wizard} />;
  if (step === 'heading') return <HeadingStep wizard={wizard} inspection={inspection} />;
  if (step === 'columns')
    return <MappingStep wizard={wizard} inspection={inspection} choices={choices} onChoose={wizard.choose} />;
  if (step === 'check' || !checked) return <CheckStep wizard={wizard} />;
  return <WriteStep wizard={wizard} inspection={inspection} choices={choices} checked={checked} />;
}

function NewImport({ wizard }: { wizard: ImportWizard }) {
  return (
    <div className="qs-import">
      <StepBar wizard={wizard} />
      <StepBody key={wizard.step} wizard={wizard} />
    </div>
  );
}

function Imports() {
  const { t } = useTranslation();
  const mayRun = useMay('import.run');
  // Above the tabs: looking at the imports made must not end a run.
  const wizard = useImportWizard();
  useUnsavedGuard({ unsaved: wizard.run.running });
  const [asked, setTab] = useUrlState('tab', readTab);
  const tab = mayRun ? asked : 'batches';
  const tabs = (['new', 'batches'] as const).map((value) => ({ value, label: t(`imports:tab.${value}`) }));
  return (
    <>
      <PageHeader
        title={t('nav:imports.full')}
        actions={
          mayRun && (
            <Segmented<ImportTab>
              aria-label={t('imports:tab.label')}
              value={tab}
              options={tabs}
              onChange={(next) => setTab(next)}
            />
          )
        }
      />
      {tab === 'new' ? (
        <NewImport wizard={wizard} />
      ) : (
        <BatchesTab onImport={mayRun ? () => setTab('new') : undefined} />
      )}
    </>
  );
}

export default function ImportScreen() {
  return useMay('import.view') ? <Imports /> : <NoPermission permission="import.view" />;
}
