/** The cells of a version of the branch: values by name, or the rows of a table; a fault stands at its cell. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { RuleChange } from '@shared/contract/rules.contract';
import type { DraftRow, VersionDraft } from '@shared/domain/rules/versionDraft';
import { Button, Input, Select, Table, type TableColumnType } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRuleWords } from '../../ui/ruleWords';
import { type FaultText, faultAt } from './draftFaults';

export interface DraftTableProps {
  readonly change: RuleChange;
  readonly draft: VersionDraft;
  readonly faultText: FaultText;
  readonly disabled: boolean;
  readonly onChange: (draft: VersionDraft) => void;
}

interface CellProps {
  readonly label: string;
  readonly text: string;
  readonly fault: string | null;
  /** Codes that the column knows; empty: free text. */
  readonly words: readonly string[];
  /** A condition may name several words, with spaces between them. */
  readonly isMany: boolean;
  readonly disabled: boolean;
  readonly onChange: (text: string) => void;
}

function Choice({ label, text, fault, words, isMany, disabled, onChange }: CellProps) {
  const { value: word } = useRuleWords();
  const { t } = useTranslation();
  return (
    <Select<string[]>
      size="small"
      mode={isMany ? 'multiple' : undefined}
      allowClear
      aria-label={label}
      status={fault ? 'error' : undefined}
      disabled={disabled}
      popupMatchSelectWidth={false}
      placeholder={isMany ? t('rules:draft.any') : undefined}
      value={text === '' ? (isMany ? [] : undefined) : text.split(' ')}
      options={words.map((each) => ({ value: each, label: word(each) }))}
      onChange={(chosen?: string | string[]) => onChange([chosen ?? []].flat().join(' '))}
    />
  );
}

function Cell(props: CellProps) {
  const { label, text, fault, words, disabled, onChange } = props;
  return (
    <span className="qs-rules-cell">
      {words.length > 0 ? (
        <Choice {...props} />
      ) : (
        <Input
          size="small"
          aria-label={label}
          aria-invalid={fault !== null}
          status={fault ? 'error' : undefined}
          title={fault ?? undefined}
          disabled={disabled}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {fault && <small role="alert">{fault}</small>}
    </span>
  );
}

const YES_NO = ['true', 'false'];

function Values({ change, draft, faultText, disabled, onChange }: DraftTableProps) {
  const { t } = useTranslation();
  const words = useRuleWords();
  return (
    <div className="qs-rules-values">
      {change.values.map((column) => (
        <div key={column.name}>
          <span>{words.fact(column.name)}</span>
          <Cell
            label={words.fact(column.name)}
            text={draft.values[column.name] ?? ''}
            fault={faultText(faultAt(change.draft?.faults ?? [], null, column.name))}
            words={column.type === 'boolean' ? YES_NO : column.words}
            isMany={false}
            disabled={disabled}
            onChange={(text) => onChange({ ...draft, values: { ...draft.values, [column.name]: text } })}
          />
          <small>
            {t('rules:draft.now', { value: change.start.values[column.name] ?? t('common:unknown') })}{' '}
            {column.tighter && t(`rules:draft.only.${column.tighter}`)}
          </small>
        </div>
      ))}
    </div>
  );
}

type Numbered = DraftRow & { readonly index: number };

function Rows({ change, draft, faultText, disabled, onChange }: DraftTableProps) {
  const { t } = useTranslation();
  const words = useRuleWords();
  const faults = change.draft?.faults ?? [];
  const setRows = (rows: readonly DraftRow[]): void => onChange({ ...draft, rows });
  const column = (part: 'when' | 'gives', name: string, choices: readonly string[]): TableColumnType<Numbered> => ({
    key: `${part}.${name}`,
    title: words.fact(name),
    width: 150,
    className: part === 'gives' ? 'qs-rules-gives' : undefined,
    render: (_, row) => (
      <Cell
        label={t('rules:draft.cell', { row: row.index + 1, column: words.fact(name) })}
        text={row[part][name] ?? ''}
        fault={faultText(faultAt(faults, row.index, `${part}.${name}`))}
        words={choices}
        isMany={part === 'when'}
        disabled={disabled}
        onChange={(text) =>
          setRows(
            draft.rows.map((each, index) =>
              index === row.index ? { ...each, [part]: { ...each[part], [name]: text } } : each,
            ),
          )
        }
      />
    ),
  });
  return (
    <>
      <Table<Numbered>
        size="small"
        className="qs-rules-rows"
        pagination={false}
        rowKey="index"
        dataSource={draft.rows.map((row, index) => ({ ...row, index }))}
        scroll={{ x: 'max-content' }}
        columns={[
          ...change.inputs.map((input) => column('when', input.name, input.type === 'boolean' ? YES_NO : input.words)),
          ...change.columns.map((each) => column('gives', each.name, each.type === 'boolean' ? YES_NO : each.words)),
          {
            key: 'remove',
            width: 40,
            render: (_, { index }) => (
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined aria-hidden />}
                disabled={disabled}
                aria-label={t('rules:draft.removeRow', { row: index + 1 })}
                onClick={() => setRows(draft.rows.filter((_row, at) => at !== index))}
              />
            ),
          },
        ]}
      />
      <Button
        size="small"
        icon={<PlusOutlined aria-hidden />}
        disabled={disabled}
        onClick={() => setRows([...draft.rows, { when: {}, gives: {} }])}
      >
        {t('rules:draft.addRow')}
      </Button>
    </>
  );
}

export function DraftTable(props: DraftTableProps) {
  const { values, columns } = props.change;
  return (
    <>
      {columns.length > 0 && <Rows {...props} />}
      {values.length > 0 && <Values {...props} />}
    </>
  );
}
