/** Putting packages up for tender: one row for each loan with its package, price, and why its recovery is hard. */
import { HARD_CLASSES, type HardClass } from '@shared/domain/contracts/tender';
import type { Fen } from '@shared/kernel/money';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { AmountInput } from '../../ui/AmountInput';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';

interface Row {
  readonly key: number;
  readonly name: string;
  readonly contract: string;
  readonly hard: HardClass | null;
  readonly price: Fen | null;
}

interface Typed {
  readonly title: string;
  readonly opensOn: string | null;
  readonly rows: readonly Row[];
}

const empty = (key: number, name: string): Row => ({ key, name, contract: '', hard: null, price: null });
const FRESH: Typed = { title: '', opensOn: null, rows: [empty(1, '')] };
/** Characters of a title. */
const LEAST = 4;

function complete({ title, opensOn, rows }: Typed) {
  const loans = rows.flatMap(({ name, contract, hard, price }) =>
    name.trim() === '' || contract.trim() === '' || price === null || price <= 0
      ? []
      : [{ name, contract, hard, price }],
  );
  if ([...title.trim()].length < LEAST || opensOn === null || loans.length !== rows.length) return null;
  const packages = [...Map.groupBy(loans, ({ name }) => name.trim())].map(([name, own]) => ({
    name,
    loans: own.map(({ contract, hard, price }) => ({ contract, hard, price })),
  }));
  return { title, opensOn, packages };
}

function LoanRow({ row, onChange }: { row: Row; onChange: (part: Partial<Row>) => void }) {
  const { t } = useTranslation();
  const label = (key: string) => `${t(`contracts:announce.${key}`)} ${row.key}`;
  return (
    <div className="qs-contract-row">
      <Input
        aria-label={label('package')}
        placeholder={t('contracts:announce.package')}
        value={row.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <Input
        aria-label={label('contract')}
        placeholder={t('contracts:announce.contract')}
        value={row.contract}
        onChange={(event) => onChange({ contract: event.target.value })}
      />
      <AmountInput
        aria-label={label('price')}
        placeholder={t('contracts:announce.price')}
        value={row.price}
        onChange={(price) => onChange({ price })}
      />
      <Select<HardClass>
        allowClear
        aria-label={label('hard')}
        placeholder={t('contracts:hard.none')}
        value={row.hard}
        options={HARD_CLASSES.map((value) => ({ value, label: t(`contracts:hard.${value}`) }))}
        onChange={(hard?: HardClass) => onChange({ hard: hard ?? null })}
      />
    </div>
  );
}

interface Props {
  readonly today: string;
  readonly onClose: () => void;
  readonly onDone: (id: number) => void;
}

export function AnnounceModal({ today, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [requestId] = useState(() => crypto.randomUUID());
  const [typed, setTyped] = useKeptState('tender', FRESH);
  const announce = useApiCommand('contracts.announceTender');
  const ready = complete(typed);
  const change = (part: Partial<Typed>): void => setTyped((before) => ({ ...before, ...part }));
  const changeRow = (key: number, part: Partial<Row>): void =>
    change({ rows: typed.rows.map((row) => (row.key === key ? { ...row, ...part } : row)) });
  const add = (): void =>
    change({ rows: [...typed.rows, empty(typed.rows.length + 1, typed.rows.at(-1)?.name ?? '')] });
  const run = (): void => {
    if (!ready) return;
    announce.mutate(
      { ...ready, requestId },
      {
        onSuccess: ({ id }) => {
          setTyped(FRESH);
          onDone(id);
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      centered
      width={760}
      title={t('contracts:announce.verb')}
      okText={t('contracts:announce.verb')}
      okButtonProps={{ disabled: ready === null, loading: announce.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      {announce.error && <ErrorState error={announce.error} />}
      <Form layout="vertical">
        <Form.Item label={t('contracts:tender.title')} htmlFor="tender-title">
          <Input
            id="tender-title"
            maxLength={100}
            value={typed.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={t('contracts:tender.opensOn')}>
          <DateInput
            aria-label={t('contracts:tender.opensOn')}
            today={today}
            value={typed.opensOn}
            onChange={(opensOn) => change({ opensOn })}
          />
        </Form.Item>
        {typed.rows.map((row) => (
          <LoanRow key={row.key} row={row} onChange={(part) => changeRow(row.key, part)} />
        ))}
        <Button onClick={add}>{t('contracts:announce.add')}</Button>
      </Form>
    </Modal>
  );
}
