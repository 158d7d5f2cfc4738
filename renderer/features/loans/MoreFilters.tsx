/** The further filters of the ledger in a drawer beside the rows: ranges, people, forms, parts of a text. */
import { type FilterColumn, type FilterOperator, MONEY_COLUMNS } from '@shared/domain/loans/ledger';
import { Button, Drawer, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';
import { useOpenSession } from '../../app/sessionContext';
import { AmountInput } from '../../ui/AmountInput';
import { DateInput } from '../../ui/DateInput';
import { useEnterMovesOn } from '../../ui/useEnterMovesOn';
import { ChoiceFilter, type FilterProps } from './ChoiceFilter';
import { valuesOf, withValues } from './ledgerState';
import { FOUR_LEVELS } from './loanWords';

const RANGES: readonly FilterColumn[] = ['balance', 'principal', 'interestOff', 'dueDate', 'issueDate', 'nplDate'];
const PARTS: readonly FilterColumn[] = ['borrower', 'contract', 'purpose', 'actualUser', 'flags', 'approver'];

export interface MoreFiltersProps extends FilterProps {
  readonly options: OutputOf<'loans.options'> | undefined;
  readonly open: boolean;
  readonly onClose: () => void;
}

interface BoundProps extends FilterProps {
  readonly column: FilterColumn;
  readonly operator: FilterOperator;
}

function Bound({ column, operator, filter, onFilter }: BoundProps) {
  const { t } = useTranslation();
  const { state } = useOpenSession();
  const value = valuesOf(filter, column, operator)[0] ?? null;
  const end = operator === '>=' ? 'from' : 'to';
  const shared = {
    'aria-label': t(`loans:filter.${end}`, { column: t(`loans:column.${column}`) }),
    onChange: (next: string | number | null) =>
      onFilter(withValues(filter, column, operator, next === null ? [] : [next])),
  };
  return MONEY_COLUMNS.includes(column) ? (
    <AmountInput {...shared} value={value as number | null} />
  ) : (
    <DateInput {...shared} value={value as string | null} today={state.businessDate} />
  );
}

function Range(props: FilterProps & { column: FilterColumn }) {
  const { t } = useTranslation();
  return (
    <Form.Item label={t(`loans:column.${props.column}`)}>
      <div className="qs-ledger-range">
        <Bound {...props} operator=">=" />
        <span aria-hidden>–</span>
        <Bound {...props} operator="<=" />
      </div>
    </Form.Item>
  );
}

function Part({ column, filter, onFilter }: FilterProps & { column: FilterColumn }) {
  const { t } = useTranslation();
  const value = String(valuesOf(filter, column, '~')[0] ?? '');
  const settle = (typed: string): void => {
    const text = typed.trim();
    if (text !== value) onFilter(withValues(filter, column, '~', text === '' ? [] : [text]));
  };
  const label = t(`loans:column.${column}`);
  return (
    <Form.Item label={label}>
      <Input
        key={value}
        defaultValue={value}
        maxLength={60}
        aria-label={label}
        placeholder={t('loans:filter.contains')}
        onBlur={(event) => settle(event.target.value)}
        onPressEnter={(event) => settle(event.currentTarget.value)}
      />
    </Form.Item>
  );
}

export function MoreFilters({ options, open, onClose, ...filterProps }: MoreFiltersProps) {
  const { t } = useTranslation();
  const onKeyDown = useEnterMovesOn();
  const choices: readonly [FilterColumn, readonly string[]][] = [
    ['officer', options?.officers ?? []],
    ['sheetStatus', options?.sheetStatuses ?? []],
    ['subject', options?.subjects ?? []],
    ['fourLevel', Object.keys(FOUR_LEVELS)],
    ['occupancy', options?.occupancies ?? []],
    ['status', options?.statuses ?? []],
  ];
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={480}
      title={t('loans:filter.moreTitle')}
      extra={
        <Button type="primary" data-enter-last onClick={onClose}>
          {t('loans:filter.done')}
        </Button>
      }
    >
      <Form layout="horizontal" labelCol={{ flex: '116px' }} colon={false} className="qs-ledger-more" component={false}>
        <fieldset className="qs-ledger-more" onKeyDownCapture={onKeyDown}>
          {choices.map(([column, values]) => (
            <Form.Item key={column} label={t(`loans:column.${column}`)}>
              <ChoiceFilter {...filterProps} column={column} values={['', ...values]} width="100%" />
            </Form.Item>
          ))}
          {RANGES.map((column) => (
            <Range key={column} {...filterProps} column={column} />
          ))}
          {PARTS.map((column) => (
            <Part key={column} {...filterProps} column={column} />
          ))}
        </fieldset>
      </Form>
    </Drawer>
  );
}
