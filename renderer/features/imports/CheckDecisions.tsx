/** What a person decides over the dry run: units that do not exist yet, and doubts that he has looked at himself. */
import type { ImportResult } from '@shared/contract/imports.contract';
import { Alert, Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ImportWizard } from './useImportWizard';

function Units({ wizard, result }: { wizard: ImportWizard; result: ImportResult }) {
  const { t } = useTranslation();
  const separator = t('common:list.separator');
  if (wizard.newUnits.length > 0)
    return (
      <Alert
        type="info"
        banner
        title={t('imports:check.willCreate', { names: wizard.newUnits.join(separator) })}
        action={
          <Button size="small" onClick={() => void wizard.check({ newUnits: [] })}>
            {t('imports:check.dontCreate')}
          </Button>
        }
      />
    );
  if (result.unknownUnits.length === 0) return null;
  return (
    <Alert
      type="warning"
      banner
      title={t('imports:check.unknownUnits', { names: result.unknownUnits.join(separator) })}
      action={
        <Button size="small" onClick={() => void wizard.check({ newUnits: result.unknownUnits })}>
          {t('imports:check.create')}
        </Button>
      }
    />
  );
}

function Warnings({ wizard, result }: { wizard: ImportWizard; result: ImportResult }) {
  const { t } = useTranslation();
  if (result.warned === 0 && !wizard.acceptWarnings) return null;
  return (
    <div className="qs-import-accept">
      <Checkbox
        checked={wizard.acceptWarnings}
        onChange={(event) => void wizard.check({ acceptWarnings: event.target.checked })}
      >
        {wizard.acceptWarnings
          ? t('imports:check.accepted', { count: result.warnings.length })
          : t('imports:check.accept', { count: result.warned })}
      </Checkbox>
    </div>
  );
}

export function CheckDecisions({ wizard, result }: { wizard: ImportWizard; result: ImportResult }) {
  return (
    <div className="qs-import-decisions">
      <Units wizard={wizard} result={result} />
      <Warnings wizard={wizard} result={result} />
    </div>
  );
}
