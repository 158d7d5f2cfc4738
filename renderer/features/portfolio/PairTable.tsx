/** What the books say against what the rules say: classes that differ, and specific provisions by class and rate. */
import type { OverviewCell } from '@shared/contract/portfolio.contract';
import { UNKNOWN_WORD } from '@shared/domain/portfolio/overview';
import { Button, Table } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount, formatPercent, UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { ClassTag } from '../../ui/ClassTag';
import { EmptyState } from '../../ui/EmptyState';
import { type PairRow, pairRows, sumOf } from './cells';
import type { Wanted } from './ResultsDrawer';

export interface PairTableProps {
  readonly section: 'classes' | 'provisions';
  readonly cells: readonly OverviewCell[];
  readonly onOpen: (wanted: Wanted) => void;
}

const known = (word: string): string | null => (word === UNKNOWN_WORD ? null : word);

const rateOf = (word: string): string => (known(word) === null ? UNKNOWN : formatPercent(Number(word)));

/** A class, or a rate as percent. */
function Suggested({ section, word }: { section: PairTableProps['section']; word: string }) {
  if (section === 'classes') return <ClassTag level={known(word)} />;
  return <span className="qs-figure">{rateOf(word)}</span>;
}

/** The sums of all rows. */
function Total({ rows, section }: { rows: readonly PairRow[]; section: PairTableProps['section'] }) {
  const { t } = useTranslation();
  const { loans, balance, amount } = sumOf(rows);
  return (
    <Table.Summary.Row>
      <Table.Summary.Cell index={0} colSpan={2}>
        {t('portfolio:overview.total')}
      </Table.Summary.Cell>
      <Table.Summary.Cell index={2} align="right">
        <span className="qs-figure">{formatCount(loans)}</span>
      </Table.Summary.Cell>
      {(section === 'provisions' ? [balance, amount] : [balance]).map((fen, index) => (
        <Table.Summary.Cell key={index === 0 ? 'balance' : 'amount'} index={3 + index} align="right">
          <AmountText fen={fen} />
        </Table.Summary.Cell>
      ))}
    </Table.Summary.Row>
  );
}

export function PairTable({ section, cells, onOpen }: PairTableProps) {
  const { t } = useTranslation();
  const rows = pairRows(cells, section);
  const open = ({ booked, suggested }: PairRow) => {
    const word = section === 'classes' ? suggested : rateOf(suggested);
    const title = t(`portfolio:overview.pair.${section}`, { booked, suggested: word });
    onOpen({ title, filter: { section, booked, suggested } });
  };
  const column = (key: string, title: string, render: (row: PairRow) => ReactNode) => ({
    key,
    title: t(`portfolio:overview.column.${title}`),
    width: 140,
    render: (_: unknown, row: PairRow) => render(row),
  });
  const figures = [
    column('loans', 'loans', (row) => (
      <Button type="link" size="small" onClick={() => open(row)}>
        {formatCount(row.loans)}
      </Button>
    )),
    column('balance', 'balance', ({ balance }) => <AmountText fen={balance} />),
    ...(section === 'provisions' ? [column('amount', 'amount', ({ amount }) => <AmountText fen={amount} />)] : []),
  ];
  return (
    <Table<PairRow>
      size="small"
      rowKey={({ booked, suggested }) => `${booked} ${suggested}`}
      dataSource={rows}
      pagination={false}
      locale={{ emptyText: <EmptyState why="none" /> }}
      columns={[
        column('booked', 'booked', ({ booked }) => <ClassTag level={known(booked)} />),
        column('suggested', section === 'classes' ? 'class' : 'rate', ({ suggested }) => (
          <Suggested section={section} word={suggested} />
        )),
        ...figures.map((figure) => ({ ...figure, align: 'right' as const })),
      ]}
      summary={() => rows.length > 0 && <Total rows={rows} section={section} />}
    />
  );
}
