/** A short table of the household file: titled, dense, its own sentence when empty; it scrolls sideways, the page does not. */
import { Table, type TableColumnType, type TableProps } from 'antd';
import { type ReactNode, useId } from 'react';
import './household.css';

export interface FileTableProps<Row extends object> {
  readonly title: ReactNode;
  /** Right of the title: totals. */
  readonly extra?: ReactNode;
  readonly columns: readonly TableColumnType<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
  /** What an empty table means. */
  readonly empty: string;
  readonly expandable?: TableProps<Row>['expandable'];
  readonly rowClassName?: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
}

export function FileTable<Row extends object>(props: FileTableProps<Row>) {
  const { title, extra, columns, rows, keyOf, empty, expandable, rowClassName, onOpen } = props;
  const id = useId();
  const openBy = (row: Row) => ({
    tabIndex: 0,
    onDoubleClick: () => onOpen?.(row),
    onKeyDown: (event: React.KeyboardEvent<HTMLElement>) => {
      if (event.key === 'Enter' && event.target === event.currentTarget) onOpen?.(row);
    },
  });
  return (
    <section className="qs-file-section" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {extra}
      </header>
      {rows.length === 0 ? (
        <p className="qs-file-none">{empty}</p>
      ) : (
        <Table<Row>
          size="small"
          pagination={false}
          rowKey={keyOf}
          columns={[...columns]}
          dataSource={rows as Row[]}
          scroll={{ x: 'max-content' }}
          expandable={expandable}
          rowClassName={rowClassName}
          onRow={onOpen && openBy}
        />
      )}
    </section>
  );
}
