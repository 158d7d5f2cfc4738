/**
 * A table of the form as an editable grid. Enter goes on, the arrows change the row, Ctrl+N adds a row, Ctrl+Delete
 * takes one out, Ctrl+D repeats the cell above.
 */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { FormField } from '@shared/contract/documents.contract';
import type { Row } from '@shared/domain/litigation/preLitigationReport/fields';
import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FORM_TEXTS, isRowName } from './reportForm';
import { TableCell } from './TableCell';
import { useUndoOffer } from './useUndoOffer';

export interface TableFieldProps {
  readonly field: FormField;
  readonly label: string;
  readonly rows: readonly Row[];
  readonly onChange: (rows: readonly Row[]) => void;
  /** As `row.column`, rows from 1. */
  readonly badCells: readonly string[];
}

const WIDTHS: Record<FormField['columns'][number]['kind'], number> = {
  text: 128,
  longText: 208,
  amount: 128,
  percent: 72,
  date: 148,
  choice: 96,
};

/** Keys that stay with their row while rows come and go. */
function useRowKeys(count: number) {
  const next = useRef(count);
  const [keys, setKeys] = useState(() => Array.from({ length: count }, (_, index) => index));
  const fits = keys.length === count ? keys : Array.from({ length: count }, () => next.current++);
  if (fits !== keys) setKeys(fits);
  return {
    keys: fits,
    add: () => setKeys([...fits, next.current++]),
    remove: (at: number) => setKeys(fits.filter((_, index) => index !== at)),
  };
}

/** Where a key was pressed: row from 0, and the column. */
function cellAt(target: EventTarget): { row: number; column: string } | null {
  const [row, column] = ((target as HTMLElement).closest<HTMLElement>('[data-cell]')?.dataset.cell ?? '').split('.');
  return row && column ? { row: Number(row) - 1, column } : null;
}

const INPUT = 'input, textarea, select';

function useTableKeys(
  rows: readonly Row[],
  add: () => void,
  remove: (at: number) => void,
  onChange: TableFieldProps['onChange'],
) {
  return (event: KeyboardEvent<HTMLElement>): void => {
    const at = cellAt(event.target);
    if (!at || event.altKey) return;
    const go = (row: number): void =>
      event.currentTarget
        .querySelector(`[data-cell="${row + 1}.${at.column}"]`)
        ?.querySelector<HTMLElement>(INPUT)
        ?.focus();
    const free = !(event.target instanceof HTMLSelectElement);
    const above = rows[at.row - 1]?.[at.column];
    if (event.ctrlKey && event.key.toLowerCase() === 'n') add();
    else if (event.ctrlKey && event.key === 'Delete') remove(at.row);
    else if (event.ctrlKey && event.key.toLowerCase() === 'd' && above !== undefined)
      onChange(rows.map((row, index) => (index === at.row ? { ...row, [at.column]: above } : row)));
    else if (free && event.key === 'ArrowDown') go(at.row + 1);
    else if (free && event.key === 'ArrowUp') go(at.row - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** A wide table keeps its first column, which says what the row is about, in view. */
const firstColumn = (field: FormField, index: number): string | undefined =>
  index === 0 && field.columns.length > 3 ? 'qs-cells-first' : undefined;

function HeadRow({ field }: { field: FormField }) {
  const { t } = useTranslation();
  return (
    <tr>
      <th className="qs-cells-number" aria-label={t('documents:table.number')} />
      {field.columns.map(({ id, required }, index) => (
        <th key={id} scope="col" className={firstColumn(field, index)}>
          {t(`${FORM_TEXTS}.columns.${field.id}.${id}`)}
          {required && <span className="qs-form-need">{t('documents:field.star')}</span>}
        </th>
      ))}
      <th className="qs-cells-remove" />
    </tr>
  );
}

interface TableRowProps {
  readonly field: FormField;
  readonly row: Row;
  /** From 1. */
  readonly number: number;
  readonly badCells: readonly string[];
  readonly onChange: (row: Row) => void;
  readonly onRemove: () => void;
}

function TableRow({ field, row, number, badCells, onChange, onRemove }: TableRowProps) {
  const { t } = useTranslation();
  const remove = t('documents:table.remove', { row: number });
  return (
    <tr data-row={number}>
      <th className="qs-cells-number" scope="row">
        {number}
      </th>
      {field.columns.map((column, index) => (
        <td
          key={column.id}
          className={firstColumn(field, index)}
          data-cell={`${number}.${column.id}`}
          data-bad={badCells.includes(`${number}.${column.id}`) ? '' : undefined}
        >
          <TableCell
            field={field.id}
            column={column}
            number={number}
            value={row[column.id] ?? ''}
            onChange={(value) => onChange({ ...row, [column.id]: value })}
          />
        </td>
      ))}
      <td className="qs-cells-remove">
        <Button
          type="text"
          size="small"
          tabIndex={-1}
          icon={<DeleteOutlined />}
          aria-label={remove}
          title={t('common:keys.hint', { label: remove, combo: 'Ctrl+Delete' })}
          onClick={onRemove}
        />
      </td>
    </tr>
  );
}

export function TableField({ field, label, rows, onChange, badCells }: TableFieldProps) {
  const { t } = useTranslation();
  const table = useRef<HTMLFieldSetElement>(null);
  const offerUndo = useUndoOffer();
  const { keys, add: addKey, remove: removeKey } = useRowKeys(rows.length);
  const [focusRow, setFocusRow] = useState<number | null>(null);
  const width = (kind: keyof typeof WIDTHS, id: string): number => (isRowName(field.id, id) ? 168 : WIDTHS[kind]);
  const add = (): void => {
    addKey();
    setFocusRow(rows.length);
    onChange([...rows, Object.fromEntries(field.columns.map(({ id }) => [id, '']))]);
  };
  const remove = (at: number): void => {
    removeKey(at);
    setFocusRow(Math.min(at, rows.length - 2));
    onChange(rows.filter((_, index) => index !== at));
    offerUndo(t('documents:table.removed', { row: at + 1 }), () => onChange(rows));
  };
  useEffect(() => {
    if (focusRow === null) return;
    const row = table.current?.querySelectorAll('tbody tr')[focusRow];
    (row?.querySelector<HTMLElement>(INPUT) ?? table.current?.querySelector<HTMLElement>('button'))?.focus();
    setFocusRow(null);
  }, [focusRow]);
  const onKeyDown = useTableKeys(rows, add, remove, onChange);
  return (
    <fieldset ref={table} className="qs-cells" aria-label={label} onKeyDown={onKeyDown}>
      <div className="qs-cells-scroll">
        <table aria-label={label}>
          <colgroup>
            <col style={{ width: 28 }} />
            {field.columns.map(({ id, kind }) => (
              <col key={id} style={{ width: width(kind, id) }} />
            ))}
            <col style={{ width: 30 }} />
          </colgroup>
          <thead>
            <HeadRow field={field} />
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <TableRow
                key={keys[index]}
                field={field}
                row={row}
                number={index + 1}
                badCells={badCells}
                onChange={(changed) => onChange(rows.map((each, at) => (at === index ? changed : each)))}
                onRemove={() => remove(index)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Button
        type="link"
        size="small"
        icon={<PlusOutlined />}
        title={t('common:keys.hint', { label: t('documents:table.add'), combo: 'Ctrl+N' })}
        onClick={add}
      >
        {t('documents:table.add')}
      </Button>
    </fieldset>
  );
}
