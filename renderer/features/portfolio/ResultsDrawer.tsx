/** The results behind a sum of the overview: whose, of which loan, until when and why; each leads to the household file. */
import type { ResultRow } from '@shared/contract/portfolio.contract';
import type { Bucket, Section } from '@shared/domain/portfolio/overview';
import { Link } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiPages } from '../../api/queries';
import { formatCount, formatPercent, UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { ClassTag } from '../../ui/ClassTag';
import { DateText } from '../../ui/DateText';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { ResultWhy } from './ResultWhy';

/** What was asked for: a cell of a table. */
export interface Wanted {
  readonly title: string;
  readonly filter: {
    readonly section: Section;
    readonly unitId?: number | null;
    readonly bucket?: Bucket;
    readonly booked?: string;
    readonly suggested?: string;
  };
}

const PAGE = 100;

function useResults(filter: Wanted['filter']) {
  const base = useMemo(() => ({ ...filter, limit: PAGE }), [filter]);
  return useApiPages(
    'portfolio.results',
    base,
    (offset: number | null) => ({ ...base, offset: offset ?? 0 }),
    (page) => page.next,
  );
}

/** The result in a word or a figure. */
function Answer({ row }: { row: ResultRow }): ReactNode {
  const { t } = useTranslation();
  const { kind, word, refusal, day } = row;
  if (refusal !== null) return t(`portfolio:verdict.${refusal === 'needs-facts' ? 'needs-facts' : 'refused'}`);
  if (kind === 'five-level') return <ClassTag level={word} />;
  if (kind === 'provision') return <AmountText fen={row.amount} />;
  if (kind === 'notice') return <DateText date={day} />;
  return t(`portfolio:overview.status.${kind}.${word}`);
}

function useColumns(section: Section): readonly GridColumn<ResultRow>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const column = (
      key: string,
      width: number,
      render: (row: ResultRow) => ReactNode,
      more: Partial<GridColumn<ResultRow>> = {},
    ): GridColumn<ResultRow> => ({ key, title: t(`portfolio:overview.column.${key}`), width, render, ...more });
    const signatory = ({ borrower, guarantor }: ResultRow) => guarantor ?? borrower;
    const hasSignatories = section === 'limitation' || section === 'enforcement';
    const hasDays = hasSignatories || section === 'notices';
    return [
      column(
        'name',
        112,
        (row) => (
          <Link to="/household/$key" params={{ key: row.household }} search={{ tab: 'limitation' } as never}>
            {signatory(row)}
          </Link>
        ),
        { sticky: true, copy: signatory },
      ),
      ...(hasSignatories
        ? [column('role', 72, ({ guarantor }) => t(`portfolio:role.${guarantor === null ? 'borrower' : 'guarantor'}`))]
        : []),
      column('contract', 168, ({ contract }) => contract, { kind: 'id', copy: ({ contract }) => contract }),
      column('unit', 92, ({ unit }) => unit, { copy: ({ unit }) => unit }),
      column('balance', 104, ({ balance }) => <AmountText fen={balance} />, { kind: 'amount' }),
      ...(hasDays ? [] : [column('booked', 72, ({ booked }) => <ClassTag level={booked} />)]),
      ...(section === 'provisions'
        ? [column('rate', 72, ({ word }) => (word === null ? UNKNOWN : formatPercent(Number(word))))]
        : []),
      ...(hasSignatories
        ? [
            column('day', 92, ({ day }) => <DateText date={day} weekday={false} />, { kind: 'date' }),
            column('arguable', 92, ({ arguableDay }) => <DateText date={arguableDay} weekday={false} />, {
              kind: 'date',
            }),
          ]
        : []),
      column(section, 130, (row) => (
        <ResultWhy row={row}>
          <Answer row={row} />
        </ResultWhy>
      )),
    ];
  }, [section, t]);
}

function Results({ title, filter }: Wanted) {
  const { t } = useTranslation();
  const pages = useResults(filter);
  const columns = useColumns(filter.section);
  const rows = useMemo(() => pages.data?.pages.flatMap(({ items }) => items) ?? [], [pages.data]);
  if (pages.error && rows.length === 0) return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />;
  const more = () => {
    if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage();
  };
  return (
    <DataGrid<ResultRow>
      caption={title}
      columns={columns}
      rows={rows}
      keyOf={({ loanId, kind, subject }) => `${loanId} ${kind} ${subject}`}
      loading={pages.isPending || pages.isPlaceholderData}
      onReachEnd={more}
      empty={<EmptyState why="none" />}
      totals={<span>{t('portfolio:overview.shown', { shown: formatCount(rows.length) })}</span>}
    />
  );
}

/** `wanted` null: closed. */
export function ResultsDrawer({ wanted, onClose }: { wanted: Wanted | null; onClose: () => void }) {
  return (
    <Drawer open={wanted !== null} onClose={onClose} size={880} title={wanted?.title} className="qs-portfolio-drawer">
      {wanted && <Results {...wanted} />}
    </Drawer>
  );
}
