/** A list of facts as a table: rows by hand, or pasted from Excel over it. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { RuleFact } from '@shared/contract/rules.contract';
import { Button, Table } from 'antd';
import { type ClipboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRuleWords } from '../../ui/ruleWords';
import { CellField } from './CellField';
import { pastedRows, type TypedCell, type TypedRow } from './facts';

export interface FactTableProps {
  readonly id: string;
  readonly fact: RuleFact;
  readonly today: string;
  readonly rows: readonly TypedRow[];
  readonly isWrong: boolean;
  readonly onChange: (rows: readonly TypedRow[]) => void;
}

type Numbered = { readonly index: number; readonly row: TypedRow };

export function FactTable({ id, fact, today, rows, isWrong, onChange }: FactTableProps) {
  const { t } = useTranslation();
  const words = useRuleWords();
  const [unread, setUnread] = useState(0);
  const isOne = fact.shape === 'record';
  const shown = isOne && rows.length === 0 ? [{}] : rows;
  const set = (index: number, name: string, value: TypedCell): void =>
    onChange(shown.map((row, at) => (at === index ? { ...row, [name]: value } : row)));
  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain');
    // A single cell is pasted into the cell.
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const pasted = pastedRows(fact.columns, text, words);
    setUnread(pasted.unread);
    onChange(isOne ? pasted.rows.slice(0, 1) : [...rows, ...pasted.rows]);
  };
  return (
    <section id={id} className={isWrong ? 'qs-fact-table qs-fact-wrong' : 'qs-fact-table'} onPaste={paste}>
      <Table<Numbered>
        size="small"
        pagination={false}
        rowKey="index"
        dataSource={shown.map((row, index) => ({ index, row }))}
        locale={{ emptyText: t('rules:try.noRows') }}
        scroll={{ x: 'max-content' }}
        columns={[
          ...fact.columns.map((column) => ({
            key: column.name,
            title: `${words.fact(column.name)}${column.optional ? '' : ' *'}`,
            render: (_: unknown, { index, row }: Numbered) => (
              <CellField
                id={`${id}-${index}-${column.name}`}
                label={t('rules:draft.cell', { row: index + 1, column: words.fact(column.name) })}
                cell={column}
                today={today}
                value={row[column.name] ?? null}
                isWrong={false}
                onChange={(value) => set(index, column.name, value)}
              />
            ),
          })),
          {
            key: 'remove',
            width: 40,
            render: (_: unknown, { index }: Numbered) =>
              !isOne && (
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={t('rules:draft.removeRow', { row: index + 1 })}
                  onClick={() => onChange(rows.filter((_row, at) => at !== index))}
                />
              ),
          },
        ]}
      />
      {!isOne && (
        <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...rows, {}])}>
          {t('rules:draft.addRow')}
        </Button>
      )}{' '}
      <small role={unread > 0 ? 'alert' : undefined}>
        {unread > 0 ? t('rules:try.unread', { count: unread }) : t('rules:try.paste')}
      </small>
    </section>
  );
}
