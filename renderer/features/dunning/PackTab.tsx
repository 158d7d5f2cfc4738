/** The day's pack 催收日作业包: who is due, what may be printed and why not, and one job for what was chosen (REC-03). */
import type { PackEntry } from '@shared/contract/dunning.contract';
import { Button, Checkbox, Select, Space } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useApiStream } from '../../api/useApiStream';
import { useMay, useOpenSession } from '../../app/sessionContext';
import { textIn } from '../../app/urlReaders';
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
import { WarnedModal } from './WarnedModal';

type Order = 'unit' | 'officer' | 'area' | 'name';
const ORDERS: readonly Order[] = ['unit', 'officer', 'area', 'name'];

/** The filter in words, as it stands on the cover sheet. */
const partsOf = ({ unit, officer, area, until }: PackChoice): string[] =>
  [unit, officer, area, until].filter((part) => part !== null);

function Counts({ entries, chosen }: { entries: readonly PackEntry[]; chosen: number }) {
  const { t } = useTranslation();
  const printable = entries.filter((entry) => entry.printable).length;
  const warned = entries.filter((entry) => entry.warned.length > 0).length;
  const households = new Set(entries.map((entry) => entry.household)).size;
  return (
    <>
      <span>{t('dunning:pack.due', { households, people: entries.length })}</span>
      <span>{t('dunning:pack.printable', { count: printable })}</span>
      {warned > 0 && <span>{t('dunning:pack.warned', { count: warned })}</span>}
      <span>{t('dunning:pack.blocked', { count: entries.length - printable })}</span>
      <b>{t('dunning:pack.chosen', { count: chosen })}</b>
    </>
  );
}

type RowKeys = readonly string[];

interface HowToPrint {
  readonly order: Order;
  readonly duplex: boolean;
}

interface PrintBarProps {
  readonly chosen: number;
  readonly payBy: string | null;
  readonly onPayBy: (day: string | null) => void;
  readonly onPrint: (how: HowToPrint) => void;
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
      <Button type="primary" disabled={chosen === 0} onClick={() => onPrint({ order, duplex })}>
        {t('dunning:pack.print', { count: chosen })}
      </Button>
    </Space>
  );
}

/** The filter in the address, so that back and reopen restore it. */
function useChoice(): [PackChoice, (next: PackChoice) => void] {
  const { businessDate } = useOpenSession().state;
  const [unit, setUnit] = useUrlState('unit', textIn);
  const [officer, setOfficer] = useUrlState('officer', textIn);
  const [area, setArea] = useUrlState('area', textIn);
  const [until, setUntil] = useUrlState('until', textIn);
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
  const entries = useMemo(() => (empty ? [] : (pack.data?.entries ?? [])), [empty, pack.data]);
  const selected = useMemo(
    () => entries.filter((entry) => entry.printable && !unchosen.has(entry.key)).map((entry) => entry.key),
    [entries, unchosen],
  );
  const choose = (keys: readonly RowKey[] | null): void => {
    const out = keys === null ? [] : entries.map((entry) => entry.key).filter((key) => !keys.includes(key));
    setUnchosen(new Set(out));
  };
  return { input, pack, entries, selected, choose };
}

/** The same wish is the same request: printing again what a lost answer hid gives the same job, not another. */
function useRequestIds(): (wish: unknown) => string {
  const last = useRef({ wish: '', id: '' });
  return (wish) => {
    const text = JSON.stringify(wish);
    if (last.current.wish !== text) last.current = { wish: text, id: crypto.randomUUID() };
    return last.current.id;
  };
}

function Printing({ printing }: { printing: ReturnType<typeof useApiStream<'dunning.printPack'>> }) {
  const { t } = useTranslation();
  const progress = printing.event?.type === 'progress' ? printing.event : null;
  return (
    <div className="qs-dunning-bar">
      <ProgressPanel
        stage={t(`dunning:stage.${progress?.stage ?? 'looking'}`)}
        done={progress?.done ?? 0}
        total={progress?.total ?? null}
        onCancel={printing.cancel}
        cancelEffect={t('dunning:pack.cancelEffect')}
      />
    </div>
  );
}

export function PackTab({ onPrinted }: { onPrinted: () => void }) {
  const { t } = useTranslation();
  const mayPrint = useMay('notice.prepare');
  const [choice, setChoice] = useChoice();
  const [payBy, setPayBy] = useState<string | null>(null);
  const { input, pack, entries, selected, choose } = usePack(choice, payBy);
  const [shown, setShown] = useState<PackEntry | null>(null);
  const [explaining, setExplaining] = useState<HowToPrint | null>(null);
  const printing = useApiStream('dunning.printPack');
  const columns = usePackColumns();
  const words = useDunningWords();
  const requestIdOf = useRequestIds();
  const warned = entries.filter(({ key, warned: found }) => found.length > 0 && selected.includes(key));
  const look = (next: PackChoice): void => {
    setChoice(next);
    choose(null);
  };
  const print = async (how: HowToPrint, keys: RowKeys, warningsReason: string | null): Promise<void> => {
    setExplaining(null);
    const asked = { ...input, ...how, keys: [...keys], chosen: words.list(partsOf(choice)), warningsReason };
    const done = await printing.start({ ...asked, requestId: requestIdOf(asked) });
    if (done?.type === 'result') onPrinted();
  };
  const onPrint = (how: HowToPrint): void => {
    if (warned.length > 0) setExplaining(how);
    else void print(how, selected, null);
  };
  const unwarned = (): RowKeys => selected.filter((key) => !warned.some((entry) => entry.key === key));
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
      {mayPrint && <PrintBar chosen={selected.length} payBy={payBy} onPayBy={setPayBy} onPrint={onPrint} />}
      {shown && <NoticePreview entry={shown} payBy={payBy} onClose={() => setShown(null)} />}
      {explaining && (
        <WarnedModal
          warned={warned}
          chosen={selected.length}
          onPrint={(reason) => void print(explaining, selected, reason)}
          onLeaveOut={() => void print(explaining, unwarned(), null)}
          onClose={() => setExplaining(null)}
        />
      )}
    </>
  );
}
