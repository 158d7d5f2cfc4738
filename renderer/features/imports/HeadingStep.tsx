/** Step 2: what the program found in the file: sheet, kind, heading. Both can be set right here. */
import type { Inspection } from '@shared/contract/imports.contract';
import { IMPORT_KINDS } from '@shared/domain/imports/records';
import { Alert, Button, Select, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { SheetPreview } from './SheetPreview';
import type { ImportWizard } from './useImportWizard';
import { WizardFoot } from './WizardFoot';
import { fileSize, type Kind } from './wizard';

function Facts({ inspection }: { inspection: Inspection }) {
  const { t } = useTranslation();
  const { fileName, byteLength, format, encoding, declaredScale, remembered } = inspection;
  const facts = [
    fileSize(byteLength),
    [format.toUpperCase(), encoding].filter(Boolean).join(' '),
    declaredScale ? t('imports:heading.declared', { unit: t(`imports:scale.${declaredScale}`) }) : null,
  ];
  return (
    <span className="qs-import-facts">
      <b title={fileName}>{fileName}</b>
      <span className="qs-hint">{facts.filter(Boolean).join(' · ')}</span>
      {remembered && <Tag color="success">{t('imports:heading.remembered', { name: remembered })}</Tag>}
    </span>
  );
}

export function HeadingStep({ wizard, inspection }: { wizard: ImportWizard; inspection: Inspection }) {
  const { t } = useTranslation();
  const { mapping, sheets } = inspection;
  const again = (kind: Kind | null, sheet: number): void => void wizard.read(inspection.path, kind, sheet);
  const found = mapping.headerRows.length;
  return (
    <>
      <div className="qs-import-bar">
        <Facts inspection={inspection} />
        <span className="qs-map-one">
          {t('imports:heading.sheet')}
          <Select
            className="qs-import-choice"
            aria-label={t('imports:heading.sheet')}
            value={mapping.sheet}
            options={sheets.map((label, value) => ({ value, label }))}
            popupMatchSelectWidth={false}
            onChange={(sheet) => again(null, sheet)}
          />
        </span>
        <span className="qs-map-one">
          {t('imports:heading.kind')}
          <Select<Kind>
            className="qs-import-choice"
            aria-label={t('imports:heading.kind')}
            value={mapping.kind}
            options={IMPORT_KINDS.map((value) => ({ value, label: t(`imports:kind.${value}`) }))}
            popupMatchSelectWidth={false}
            onChange={(kind) => again(kind, mapping.sheet)}
          />
        </span>
      </div>
      {wizard.readError && <ErrorState error={wizard.readError} />}
      <Alert
        type="info"
        banner
        title={t('imports:heading.found', {
          count: found,
          rows: mapping.headerRows.join(t('common:list.separator')),
          first: mapping.firstDataRow,
          columns: inspection.columns.length,
          kind: t(`imports:kind.${mapping.kind}`),
        })}
      />
      {wizard.reading ? <Loading onCancel={wizard.cancelReading} /> : <SheetPreview inspection={inspection} />}
      <WizardFoot hint={t('imports:heading.hint')} onBack={() => wizard.go('file')}>
        <Button type="primary" autoFocus disabled={wizard.reading} onClick={() => wizard.go('columns')}>
          {t('common:action.next')}
        </Button>
      </WizardFoot>
    </>
  );
}
