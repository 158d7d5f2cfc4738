/** Step 3: which column holds which field, with samples and the unit of amounts (IMP-02). */
import type { Inspection } from '@shared/contract/imports.contract';
import { Button, Table, type TableColumnsType, Tag } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../app/shortcuts';
import { useElementSize } from '../../ui/useElementSize';
import { ColumnSelect, fieldId, ScaleSelect } from './ColumnSelect';
import { MappingOptions } from './MappingOptions';
import type { ImportWizard } from './useImportWizard';
import { WizardFoot } from './WizardFoot';
import { fieldsInOrder, type MappingProps, missingFields, undecidedFields, unusedColumns } from './wizard';

type Field = Inspection['fields'][number];

const HEADER = 30;

function FieldName({ field, label, state }: { field: Field; label: string; state: 'missing' | 'ambiguous' | null }) {
  const { t } = useTranslation();
  return (
    <span className="qs-map-field">
      <span>{label}</span>
      {field.required && <span className="qs-map-required">{t('imports:columns.required')}</span>}
      {state && <Tag color={state === 'missing' ? 'error' : 'warning'}>{t(`imports:columns.${state}`)}</Tag>}
    </span>
  );
}

function Samples({ inspection, column }: { inspection: Inspection; column: number | null }) {
  const { t } = useTranslation();
  if (column === null) return null;
  const samples = inspection.columns.find(({ index }) => index === column)?.samples ?? [];
  const text = samples.join('  ·  ');
  return samples.length > 0 ? (
    <span title={text}>{text}</span>
  ) : (
    <span className="qs-hint">{t('imports:columns.noSamples')}</span>
  );
}

function useMappingColumns(props: MappingProps): TableColumnsType<Field> {
  const { t } = useTranslation();
  const { inspection, choices } = props;
  const missing = missingFields(inspection, choices);
  const undecided = undecidedFields(inspection, choices);
  const label = (field: string): string => t(`imports:field.${inspection.mapping.kind}.${field}`);
  const state = (field: string) =>
    undecided.includes(field) ? 'ambiguous' : missing.includes(field) ? 'missing' : null;
  return [
    {
      title: t('imports:columns.field'),
      width: 220,
      render: (_, field) => <FieldName field={field} label={label(field.field)} state={state(field.field)} />,
    },
    {
      title: t('imports:columns.column'),
      width: 300,
      render: (_, { field }) => <ColumnSelect {...props} field={field} label={label(field)} labelOf={label} />,
    },
    {
      title: t('imports:columns.scale'),
      width: 96,
      render: (_, { field, amount }) => amount && <ScaleSelect {...props} field={field} label={label(field)} />,
    },
    {
      title: t('imports:columns.samples'),
      ellipsis: true,
      render: (_, { field }) => <Samples inspection={inspection} column={choices.columns[field] ?? null} />,
    },
  ];
}

function MappingTable(props: MappingProps) {
  const { t } = useTranslation();
  const [box, { height }] = useElementSize<HTMLDivElement>();
  const columns = useMappingColumns(props);
  const fields = useMemo(() => fieldsInOrder(props.inspection), [props.inspection]);
  return (
    <div ref={box} className="qs-map" data-pane>
      <Table<Field>
        size="small"
        rowKey="field"
        pagination={false}
        columns={columns}
        dataSource={fields}
        scroll={{ y: Math.max(120, height - HEADER) }}
        aria-label={t('imports:columns.title')}
      />
    </div>
  );
}

/** What still has to be decided, and the columns of the file that nothing takes. */
function Hint({ open, unused }: { open: number; unused: Inspection['columns'] }) {
  const { t } = useTranslation();
  if (open > 0) return <b className="qs-map-open">{t('imports:columns.open', { count: open })}</b>;
  const separator = t('common:list.separator');
  const names = unused
    .map(({ title, hidden }) => (hidden ? t('imports:columns.hiddenNamed', { title }) : title))
    .join(separator);
  return names ? <span title={names}>{t('imports:columns.unused', { names })}</span> : t('imports:columns.allUsed');
}

export function MappingStep({ wizard, ...props }: MappingProps & { readonly wizard: ImportWizard }) {
  const { t } = useTranslation();
  const { inspection, choices } = props;
  const open = [...new Set([...undecidedFields(inspection, choices), ...missingFields(inspection, choices)])];
  const focusNext = (): void => document.getElementById(fieldId(open[0] ?? ''))?.focus();
  const check = (): void => {
    if (open.length > 0) focusNext();
    else void wizard.check();
  };
  useShortcut('F8', t('imports:columns.nextOpen'), focusNext, open.length > 0);
  useShortcut('Ctrl+Enter', t('imports:columns.check'), check);
  return (
    <>
      <MappingOptions {...props} />
      <MappingTable {...props} />
      <WizardFoot
        hint={<Hint open={open.length} unused={unusedColumns(inspection, choices)} />}
        onBack={() => wizard.go('heading')}
      >
        {open.length > 0 && (
          <Button
            title={t('common:keys.hint', { label: t('imports:columns.nextOpen'), combo: 'F8' })}
            onClick={focusNext}
          >
            {t('imports:columns.nextOpen')}
          </Button>
        )}
        <Button type="primary" autoFocus disabled={open.length > 0} onClick={check}>
          {t('imports:columns.check')}
        </Button>
      </WizardFoot>
    </>
  );
}
