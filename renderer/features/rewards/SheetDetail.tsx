/** One reward sheet: its lines with their reasons, who gets what, what the last run changed, and its way to payment. */
import type { RewardLineView, RewardSheetDetail } from '@shared/contract/rewards.contract';
import { Link } from '@tanstack/react-router';
import { Alert, Segmented, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { useUrlState } from '../../app/useUrlState';
import { formatAmount, UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { DataGrid } from '../../ui/grid/DataGrid';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { CostsModal } from './CostsModal';
import { useLineColumns } from './lineColumns';
import { SheetActions } from './SheetActions';
import { STATE_COLOUR } from './stateColour';

const SHOWN = ['all', 'given', 'adjustment', 'excluded', 'payees', 'changes'] as const;
type Shown = (typeof SHOWN)[number];
const shownOf = (stored: unknown): Shown => SHOWN.find((each) => each === stored) ?? 'all';

const FITS: Readonly<Record<Exclude<Shown, 'payees' | 'changes'>, (line: RewardLineView) => boolean>> = {
  all: () => true,
  given: ({ amount }) => amount !== 0,
  adjustment: ({ kind }) => kind === 'adjustment',
  excluded: ({ excluded }) => excluded !== null,
};

function Lines({ sheet, shown }: { sheet: RewardSheetDetail; shown: keyof typeof FITS }) {
  const { t } = useTranslation();
  const mayPrepare = useMay('reward.prepare') && sheet.state === 'draft';
  const [costs, setCosts] = useState<RewardLineView | null>(null);
  const columns = useLineColumns(mayPrepare ? setCosts : null);
  const rows = sheet.lineRows.filter(FITS[shown]);
  const sum = rows.reduce((total, { amount }) => total + amount, 0);
  return (
    <>
      <DataGrid<RewardLineView>
        caption={t(`rewards:shown.${shown}`)}
        columns={columns}
        rows={rows}
        keyOf={({ key, name }) => `${key} ${name}`}
        total={rows.length}
        empty={<EmptyState why={shown === 'all' ? 'none' : 'filtered'} />}
        totals={
          <span>
            {t('rewards:totals', { count: rows.length })} <AmountText fen={sum} withUnit />
          </span>
        }
      />
      {costs && <CostsModal line={costs} onClose={() => setCosts(null)} />}
    </>
  );
}

function Payees({ payees }: RewardSheetDetail) {
  const { t } = useTranslation();
  if (payees.length === 0) return <EmptyState why="none" />;
  return (
    <table className="qs-reward-table">
      <thead>
        <tr>
          <th>{t('rewards:line.name')}</th>
          <th className="qs-figure">{t('rewards:payee.lines')}</th>
          <th className="qs-figure">{t('rewards:line.amount')}</th>
          <th>{t('rewards:payee.remark')}</th>
        </tr>
      </thead>
      <tbody>
        {payees.map(({ name, lines, amount }) => (
          <tr key={name}>
            <td>{name}</td>
            <td className="qs-figure">{lines}</td>
            <td className="qs-figure">
              <AmountText fen={amount} />
            </td>
            <td>{amount < 0 && t('rewards:payee.owes')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Changes({ changes, run }: RewardSheetDetail) {
  const { t } = useTranslation();
  if (changes.length === 0)
    return <p className="qs-hint">{t(run === 1 ? 'rewards:change.first' : 'rewards:change.none')}</p>;
  const said = (fen: number | null): string => (fen === null ? UNKNOWN : formatAmount(fen, 'yuan'));
  return (
    <table className="qs-reward-table">
      <thead>
        <tr>
          <th>{t('rewards:line.key')}</th>
          <th>{t('rewards:line.name')}</th>
          <th className="qs-figure">{t('rewards:change.before')}</th>
          <th className="qs-figure">{t('rewards:change.now')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ key, name, before, now }) => (
          <tr key={`${key} ${name}`}>
            <td>{key}</td>
            <td>{name}</td>
            <td className="qs-figure">{said(before)}</td>
            <td className="qs-figure">{said(now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Status({ sheet }: { sheet: RewardSheetDetail }) {
  const { t } = useTranslation();
  const { approval, state, paidOn, voucherNo, total } = sheet;
  return (
    <span className="qs-reward-status">
      <Tag color={STATE_COLOUR[state]}>{t(`rewards:state.${state}`)}</Tag>
      <AmountText fen={total} withUnit />
      {approval && (
        <Link to="/approvals" search={{ list: 'all', id: approval.id } as never}>
          {t('rewards:approval')} {t(`approvals:state.${approval.state}`)}
        </Link>
      )}
      {paidOn && <span>{t('rewards:paid', { on: paidOn, voucher: voucherNo })}</span>}
    </span>
  );
}

export function SheetDetail({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation();
  const detail = useApiQuery('rewards.show', { id });
  const [shown, setShown] = useUrlState('shown', shownOf);
  if (detail.error) return <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />;
  const sheet = detail.data;
  if (!sheet) return <Loading />;
  return (
    <>
      <PageHeader
        title={t('rewards:sheet.title', { from: sheet.from, to: sheet.to })}
        status={<Status sheet={sheet} />}
        actions={<SheetActions sheet={sheet} onClose={onClose} />}
      />
      {sheet.outdated && <Alert banner type="warning" title={t('rewards:outdated')} />}
      <div className="qs-filter-line">
        <Segmented<Shown>
          value={shown}
          options={SHOWN.map((value) => ({ value, label: t(`rewards:shown.${value}`) }))}
          onChange={(value) => setShown(value === 'all' ? undefined : value)}
        />
      </div>
      {shown === 'payees' ? (
        <Payees {...sheet} />
      ) : shown === 'changes' ? (
        <Changes {...sheet} />
      ) : (
        <Lines sheet={sheet} shown={shown} />
      )}
    </>
  );
}
