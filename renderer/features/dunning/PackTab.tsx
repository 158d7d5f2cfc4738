/** The day's pack 催收日作业包: who is due, what may be printed and why not, and one job for what was chosen (REC-03). */
import type { PackEntry } from '@shared/contract/dunning.contract';
import { Button, Checkbox, Select, Space } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useApiStream } from '../../api/useApiStream';
import { useMay, useOpenSession } from '../../app/sessionContext';
import { useUrlState } from '../../app/useUrlState';
import { DateInput } from '../../ui/DateInput';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { RowKey } from '../../ui/grid/gridTypes';
import { ProgressPanel } from '../../ui/ProgressPanel';
import { useDunningWords } from './dunningWords';
import { NoticePreview } from './NoticePreview';
import { isEmptyChoice, type PackChoice, PackFilter } from './PackFilter';
import { usePackColumns } from './packColumns';

type Order = 'unit' | 'officer' | 'area' | 'name';
const ORDERS: readonly Order[] = ['unit', 'officer', 'area', 'name'];

const asText = (stored: unknown): string | null => (typeof stored === 'string' && stored !== '' ? stored : null);

/** The filter in words, as it stands on the cover sheet. */
const partsOf = ({ unit, officer, area, until }: PackChoice): string[] =>
  [unit, officer, area, until].filter((part) => part !== null);

function Counts({ entries, chosen }: { entries: readonly PackEntry[]; chosen: number }) {
  const { t } = useTranslation();
  const printable = entries.filter((entry) => entry.printable).length;
  const households = new Set(entries.map((entry) => entry.household)).size;
  return (
    <>
      <span>{t('dunning:pack.due', { households, people: entries.length })}</span>
      <span>{t('dunning:pack.printable', { count: printable })}</span>
      <span>{t('dunning:pack.blocked', { count: entries.length - printable })}</span>
      <b>{t('dunning:pack.chosen', { count: chosen })}</b>
    </>
  );
}

interface PrintBarProps {
  readonly chosen: number;
  readonly payBy: string | null;
  readonly onPayBy: (day: string | null) => void;
  readonly onPrint: (order: Order, duplex: boolean) => void;
}

function PrintBar({ chosen, payBy, onPayBy, onPrint }: PrintBarProps) {
  const { t } = useTranslation();
  const { businessDate } = useOpenSession().state;
  const [order, setOrder] = useState<Order>('officer');
  const [duplex, setDuplex] = useState(true);
  return (
    <Space className="qs-dunning-bar" wrap>
      <span>{t('dunning:pack.payBy')}</span>
      <DateInput aria-label={t('dunning:pack.payBy')} today={businessDate} value={payBy} onChange={onPayBy} />
      <Select
        aria-label={t('dunning:pack.order')}
        className="qs-dunning-order"
        value={order}
        onChange={setOrder}
        options={ORDERS.map((value) => ({ value, label: t(`dunning:order.${value}`) }))}
      />
      <Checkbox checked={duplex} onChange={(event) => setDuplex(event.target.checked)}>
        {t('dunning:pack.duplex')}
      </Checkbox>
      <Button type="primary" disabled={chosen === 0} onClick={() => onPrint(order, duplex)}>
        {t('dunning:pack.print', { count: chosen })}
      </Button>
    </Space>
  );
}

/** The filter in the address, so that back and reopen restore it. */
function useChoice(): [PackChoice, (next: PackChoice) => void] {
  const { businessDate } = useOpenSession().state;
  const [unit, setUnit] = useUrlState('unit', asText);
  const [officer, setOfficer] = useUrlState('officer', asText);
  const [area, setArea] = useUrlState('area', asText);
  const [until, setUntil] = useUrlState('until', asText);
  const set = (next: PackChoice): void => {
    setUnit(next.unit ?? undefined);
    setOfficer(next.officer ?? undefined);
    setArea(next.area ?? undefined);
    setUntil(next.until);
  };
  return [{ unit, officer, area, until: until ?? businessDate }, set];
}

/** What is due by the choice, and which of it is to be printed: all that may be, until a person takes some out. */
function usePack(choice: PackChoice, payBy: string | null) {
  const input = { ...choice, household: null, payBy, contact: null };
  const empty = isEmptyChoice(choice);
  const pack = useApiQuery('dunning.pack', input, { enabled: !empty, keepOld: true });
  const [unchosen, setUnchosen] = useState<ReadonlySet<RowKey>>(new Set());
  // One request for one look: printing again what a lost answer hid gives the same job, not another.
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const entries = useMemo(() => (empty ? [] : (pack.data?.entries ?? [])), [empty, pack.data]);
  const selected = useMemo(
    () => entries.filter((entry) => entry.printable && !unchosen.has(entry.key)).map((entry) => entry.key),
    [entries, unchosen],
  );
  const choose = (keys: readonly RowKey[] | null): void => {
    const out = keys === null ? [] : entries.map((entry) => entry.key).filter((key) => !keys.includes(key));
    setUnchosen(new Set(out));
    setRequestId(crypto.randomUUID());
  };
  return { input, pack, entries, selected, choose, requestId };
}

function Printing({ printing }: { printing: ReturnType<typeof useApiStream<'dunning.printPack'>> }) {
  const { t } = useTranslation();
  const progress = printing.event?.type === 'progress' ? printing.event : null;
  return (
    <ProgressPanel
      stage={t(`dunning:stage.${progress?.stage ?? 'looking'}`)}
      done={progress?.done ?? 0}
      total={progress?.total ?? null}
      onCancel={printing.cancel}
      cancelEffect={t('dunning:pack.cancelEffect')}
    />
  );
}

export function PackTab({ onPrinted }: { onPrinted: () => void }) {
  const { t } = useTranslation();
  const mayPrint = useMay('notice.prepare');
  const [choice, setChoice] = useChoice();
  const [payBy, setPayBy] = useState<string | null>(null);
  const { input, pack, entries, selected, choose, requestId } = usePack(choice, payBy);
  const [shown, setShown] = useState<PackEntry | null>(null);
  const printing = useApiStream('dunning.printPack');
  const columns = usePackColumns();
  const words = useDunningWords();
  const look = (next: PackChoice): void => {
    setChoice(next);
    choose(null);
  };
  const print = async (order: Order, duplex: boolean): Promise<void> => {
    const done = await printing.start({
      ...input,
      keys: selected,
      chosen: words.list(partsOf(choice)),
      order,
      duplex,
      requestId,
    });
    if (done?.type === 'result') onPrinted();
  };
  if (printing.running) return <Printing printing={printing} />;
  return (
    <>
      <PackFilter choice={choice} loading={pack.isFetching} onLook={look} />
      {printing.error && <ErrorState error={printing.error} />}
      {pack.error && <ErrorState error={pack.error} onRetry={() => void pack.refetch()} />}
      <DataGrid<PackEntry>
        caption={t('dunning:tab.pack')}
        columns={columns}
        rows={entries}
        total={entries.length}
        keyOf={(entry) => entry.key}
        labelOf={(entry) => entry.addressee}
        loading={pack.isFetching && entries.length === 0}
        selected={selected}
        onSelect={choose}
        onOpen={setShown}
        empty={<EmptyState why={isEmptyChoice(choice) ? 'none' : 'nothing-due'} />}
        totals={<Counts entries={entries} chosen={selected.length} />}
      />
      {mayPrint && (
        <PrintBar
          chosen={selected.length}
          payBy={payBy}
          onPayBy={setPayBy}
          onPrint={(order, duplex) => void print(order, duplex)}
        />
      )}
      {shown && <NoticePreview entry={shown} payBy={payBy} onClose={() => setShown(null)} />}
    </>
  );
}
