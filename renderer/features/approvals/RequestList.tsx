/** One of the lists of S10: what waits for me, what I asked, everything. The row on which the keyboard stands is shown beside it. */
import type { ApprovalItem } from '@shared/contract/approvals.contract';
import { daysBetween } from '@shared/kernel/calendarDate';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiPages } from '../../api/queries';
import { useOpenSession } from '../../app/sessionContext';
import { formatAmount, formatCount, formatInstant, UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { useApprovalWords } from './approvalWords';

export const LISTS = ['mine', 'submitted', 'all'] as const;
export type ListName = (typeof LISTS)[number];

const PAGE = 100;

export function useRequests(list: ListName) {
  const base = useMemo(() => ({ list, limit: PAGE }), [list]);
  const pages = useApiPages(
    'approvals.list',
    base,
    (cursor: number | null) => ({ ...base, cursor }),
    (page) => page.next,
  );
  const items = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isPending, isPlaceholderData, error } = pages;
  const more = (): void => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  };
  return { items, more, isLoading: isPending || isPlaceholderData, error, refetch: () => void pages.refetch() };
}

/** Days until a committee's review ends, in words; of other levels no time is set. */
function useTimeLeft(): (item: ApprovalItem) => string {
  const { t } = useTranslation();
  const { businessDate } = useOpenSession().state;
  return ({ deadline, state }) => {
    if (deadline === null || state !== 'submitted') return UNKNOWN;
    const days = daysBetween(businessDate, deadline);
    if (days === 0) return t('approvals:left.today');
    return days > 0 ? t('approvals:left.days', { count: days }) : t('approvals:left.late', { count: -days });
  };
}

function useColumns(list: ListName): readonly GridColumn<ApprovalItem>[] {
  const { t } = useTranslation();
  const words = useApprovalWords();
  const left = useTimeLeft();
  const text = (key: string, width: number, of: (item: ApprovalItem) => string): GridColumn<ApprovalItem> => ({
    key,
    title: t(`approvals:column.${key}`),
    width,
    render: of,
    copy: of,
  });
  const amountOf = (item: ApprovalItem) => item.amount ?? item.lossAmount;
  const amount: GridColumn<ApprovalItem> = {
    ...text('amount', 104, (item) => formatAmount(amountOf(item), 'yuan')),
    kind: 'amount',
    render: (item) => <AmountText fen={amountOf(item)} />,
  };
  const where = ({ state, waitingFor }: ApprovalItem) =>
    waitingFor === null ? t(`approvals:state.${state}`) : words.level(waitingFor);
  return [
    { ...text('kind', 92, ({ kind }) => words.kind(kind)), sticky: true },
    text('title', 140, ({ title }) => title),
    list === 'mine' ? text('left', 72, left) : text('state', 96, where),
    amount,
    text('household', 148, ({ household, borrower }) => (household ? `${household} ${borrower}` : UNKNOWN)),
    text('by', 96, ({ submittedBy }) => submittedBy),
    { ...text('at', 132, ({ submittedAt }) => formatInstant(submittedAt)), kind: 'date' },
  ];
}

export function RequestList({
  list,
  requests,
  selected,
  onSelect,
}: {
  list: ListName;
  requests: ReturnType<typeof useRequests>;
  selected: number | null;
  onSelect: (id: number) => void;
}) {
  const { t } = useTranslation();
  const columns = useColumns(list);
  const { items, more, isLoading } = requests;
  return (
    <DataGrid<ApprovalItem>
      key={list}
      caption={t(`approvals:list.${list}`)}
      columns={columns}
      rows={items}
      keyOf={({ id }) => id}
      loading={isLoading}
      onReachEnd={more}
      onActive={({ id }) => onSelect(id)}
      onOpen={({ id }) => onSelect(id)}
      {...(selected === null ? {} : { startAt: selected })}
      empty={<p className="qs-state qs-hint">{t(`approvals:empty.${list}`)}</p>}
      totals={<span>{t('approvals:count', { count: items.length, shown: formatCount(items.length) })}</span>}
    />
  );
}
