/**
 * The one table of the application (ui.md §4): 29 px rows drawn as needed, sticky name column, keyboard, order by the
 * server, pages fetched before the end is reached, totals below. It holds no data: rows, order and selection come in.
 */
import type { Reference } from '@rc-component/table';
import { Table, type TableColumnType, type TableProps } from 'antd';
import { type Key, type ReactNode, type RefObject, type UIEvent, useEffect, useId, useMemo, useRef } from 'react';
import { usePreferences } from '../../app/preferences';
import { rowHeight } from '../../app/theme';
import { Loading } from '../Loading';
import { useElementSize } from '../useElementSize';
import type { GridColumn, GridSort, RowKey } from './gridTypes';
import { type GridKeyboard, useGridKeyboard } from './useGridKeyboard';
import { useSidewaysScroll } from './useSidewaysScroll';

/** Fetch the next page when this many rows are left below the last one on screen. */
const AHEAD = 30;
const HEADER = 30;
/** The sideways scroll bar has its own strip below the rows, so that it hides none of them (app.css). */
const SCROLLBAR = 9;
const CHECKBOX = 40;
const FIGURES = ['amount', 'count'];

export interface DataGridProps<Row extends object> {
  /** Caption for screen readers. */
  readonly caption: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => RowKey;
  /** Rows of the whole result, for screen readers; absent while unknown. */
  readonly total?: number;
  readonly loading?: boolean;
  /** Shown in place of rows; an EmptyState. */
  readonly empty?: ReactNode;
  readonly sort?: GridSort | null;
  readonly onSort?: (sort: GridSort | null) => void;
  /** Called near the end of the rows; may be called again while a page is on its way. */
  readonly onReachEnd?: () => void;
  readonly selected?: readonly RowKey[];
  readonly onSelect?: (keys: RowKey[]) => void;
  /** Name of a row, for its checkbox. */
  readonly labelOf?: (row: Row) => string;
  /** Enter or double click. */
  readonly onOpen?: (row: Row) => void;
  readonly onActive?: (row: Row) => void;
  /** Row to begin at, once it is there: found, scrolled to and focused, as on coming back from it. */
  readonly startAt?: RowKey;
  /** Totals of the filter and of the selection. */
  readonly totals?: ReactNode;
}

function useTableColumns<Row extends object>({ columns, sort, onSort }: DataGridProps<Row>, scale: number) {
  return useMemo(
    () =>
      columns.map(
        (column): TableColumnType<Row> => ({
          key: column.key,
          title: column.title,
          width: Math.round(column.width * scale),
          align: FIGURES.includes(column.kind ?? 'text') ? 'right' : 'left',
          fixed: column.sticky ? 'left' : undefined,
          ellipsis: { showTitle: true },
          sorter: Boolean(column.sortable && onSort),
          showSorterTooltip: false,
          sortOrder: sort?.column === column.key ? (sort.descending ? 'descend' : 'ascend') : null,
          className: FIGURES.includes(column.kind ?? 'text') ? 'qs-figure' : undefined,
          onCell: () => ({ role: 'gridcell' }),
          render: (_, row) => column.render(row),
        }),
      ),
    [columns, sort, onSort, scale],
  );
}

function selectionOf<Row extends object>({ selected, onSelect, labelOf }: DataGridProps<Row>) {
  return (
    onSelect && {
      columnWidth: CHECKBOX,
      selectedRowKeys: selected as RowKey[],
      onChange: (keys: readonly Key[]) => onSelect(keys as RowKey[]),
      // The grid has one tab stop; Space selects.
      getCheckboxProps: (row: Row) => ({ 'aria-label': labelOf?.(row), tabIndex: -1 }) as object,
    }
  );
}

function rowPropsOf<Row extends object>(
  props: DataGridProps<Row>,
  keyboard: GridKeyboard<Row>,
  idOf: (key: RowKey) => string,
) {
  return (row: Row, index?: number): object => {
    const key = props.keyOf(row);
    const active = key === keyboard.activeKey;
    return {
      id: idOf(key),
      role: 'row',
      'aria-rowindex': (index ?? 0) + 2,
      'aria-selected': props.selected?.includes(key),
      'data-active-row': active ? '' : undefined,
      className: active ? 'qs-grid-active' : undefined,
      onClick: () => keyboard.activate(row),
      onDoubleClick: () => props.onOpen?.(row),
    };
  };
}

/** Scrolls to the row to begin at and takes the focus, once, when rows hold it. */
function useStart<Row extends object>(
  { rows, keyOf, startAt }: DataGridProps<Row>,
  box: RefObject<HTMLDivElement | null>,
  table: RefObject<Reference | null>,
): void {
  const pending = useRef(startAt);
  useEffect(() => {
    if (pending.current === undefined || rows.length === 0 || !table.current) return;
    const index = rows.findIndex((row) => keyOf(row) === pending.current);
    pending.current = undefined;
    if (index < 0) return;
    table.current.scrollTo({ index });
    box.current?.focus();
  });
}

export function DataGrid<Row extends object>(props: DataGridProps<Row>) {
  const { columns, rows, loading, onSort, onReachEnd, selected, onSelect } = props;
  const { fontScale } = usePreferences();
  const id = useId();
  const idOf = (key: RowKey): string => `${id}-${key}`;
  const table = useRef<Reference>(null);
  const [box, { height }] = useElementSize<HTMLDivElement>();
  const row = rowHeight(fontScale);
  const body = Math.max(row * 3, height - Math.round(HEADER * fontScale) - SCROLLBAR);
  const tableColumns = useTableColumns(props, fontScale);
  const page = Math.max(1, Math.floor(body / row) - 1);
  const keyboard = useGridKeyboard<Row>({ ...props, page, table, selected: selected ?? null });
  useStart(props, box, table);
  useSidewaysScroll(box);
  const width = columns.reduce((sum, column) => sum + Math.round(column.width * fontScale), onSelect ? CHECKBOX : 0);
  const onScroll = ({ currentTarget: seen }: UIEvent<HTMLElement>): void => {
    if (seen.scrollTop + seen.clientHeight > seen.scrollHeight - AHEAD * row) onReachEnd?.();
  };
  const onChange: TableProps<Row>['onChange'] = (_, __, sorter) => {
    const one = Array.isArray(sorter) ? sorter[0] : sorter;
    onSort?.(one?.order ? { column: String(one.columnKey), descending: one.order === 'descend' } : null);
  };
  // Rows are divs that come and go, so the roles are set by hand: no native table can be virtual.
  const grid = {
    role: 'grid',
    'aria-label': props.caption,
    'aria-rowcount': props.total ?? -1,
    'aria-multiselectable': onSelect ? true : undefined,
    'aria-busy': loading,
    'aria-activedescendant': keyboard.activeKey === null ? undefined : idOf(keyboard.activeKey),
    tabIndex: 0,
    onKeyDown: keyboard.onKeyDown,
  };
  return (
    <div className="qs-grid">
      <div ref={box} className="qs-grid-box" data-pane {...grid}>
        {height > 0 && (
          <Table<Row>
            ref={table}
            virtual
            size="small"
            pagination={false}
            rowKey={props.keyOf}
            columns={tableColumns}
            dataSource={rows as Row[]}
            scroll={{ x: width, y: body }}
            locale={{ emptyText: loading ? <Loading /> : props.empty }}
            onScroll={onScroll}
            onChange={onChange}
            rowSelection={selectionOf(props)}
            onRow={rowPropsOf(props, keyboard, idOf)}
          />
        )}
      </div>
      {props.totals && <div className="qs-grid-totals">{props.totals}</div>}
    </div>
  );
}
