/** One contract: its terms with what they rest on, the account, what happened under it, and its next step. */
import type { ContractDetail } from '@shared/contract/contracts.contract';
import { daysBetween } from '@shared/kernel/calendarDate';
import { Link } from '@tanstack/react-router';
import { Descriptions, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { formatAmount, formatPercent, UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { Why } from '../../ui/Why';
import { ContractActions } from './ContractActions';

const SUMS = [
  'preserved',
  'interest',
  'deducted',
  'compensation',
  'advanced',
  'paidOut',
  'payable',
  'bondLeft',
] as const;

function Terms({ contract }: { contract: ContractDetail }) {
  const { t } = useTranslation();
  const { amount, bond, feeRate, lateRate, termYears, trace, signedOn, until, approval } = contract;
  const item = (key: string, children: React.ReactNode) => ({ key, label: t(`contracts:term.${key}`), children });
  const percent = (rate: string | null) => (rate === null ? UNKNOWN : formatPercent(Number(rate)));
  return (
    <Descriptions
      size="small"
      column={2}
      items={[
        item('amount', <AmountText fen={amount} withUnit />),
        item(
          'bond',
          <Why of={{ sentence: t('contracts:term.why'), rules: trace }}>
            <AmountText fen={bond} withUnit />
          </Why>,
        ),
        item('fee', feeRate === null ? t('contracts:term.bands') : percent(feeRate)),
        item('late', percent(lateRate)),
        item('years', String(termYears)),
        item('signed', signedOn ? `${signedOn} – ${until}` : UNKNOWN),
        item(
          'approval',
          approval ? (
            <Link to="/approvals" search={{ list: 'all', id: approval.id } as never}>
              {t(`approvals:state.${approval.state}`)}
            </Link>
          ) : (
            UNKNOWN
          ),
        ),
      ]}
    />
  );
}

function Account({ contract }: { contract: ContractDetail }) {
  const { t } = useTranslation();
  const { account, recovered, earnedTrace } = contract;
  const sentence = t('contracts:account.why', { recovered: formatAmount(recovered, 'yuan') });
  return (
    <Descriptions
      size="small"
      column={2}
      title={t('contracts:account.title')}
      items={[
        {
          key: 'recovered',
          label: t('contracts:account.recovered'),
          children: <AmountText fen={recovered} withUnit />,
        },
        {
          key: 'earned',
          label: t('contracts:account.earned'),
          children: (
            <Why of={{ sentence, rules: earnedTrace }}>
              <AmountText fen={account.earned} withUnit />
            </Why>
          ),
        },
        ...SUMS.map((key) => ({
          key,
          label: t(`contracts:account.${key}`),
          children: <AmountText fen={account[key]} withUnit />,
        })),
      ]}
    />
  );
}

function Entry({ entry, lateRate }: { entry: ContractDetail['entries'][number] } & Pick<ContractDetail, 'lateRate'>) {
  const { t } = useTranslation();
  const { kind, advance, loanContract, collectedOn, on, amount, interest, deducted, evidence, trace } = entry;
  const yuan = (fen: number): string => formatAmount(fen, 'yuan');
  const late = (from: string): string =>
    t('contracts:entry.late', {
      days: daysBetween(from, on),
      amount: yuan(amount),
      rate: formatPercent(Number(lateRate)),
      interest: yuan(interest),
      evidence,
    });
  const sentence = interest > 0 && collectedOn !== null ? late(collectedOn) : evidence;
  return (
    <tr>
      <td className="qs-contract-day">
        {advance === null ? t(`contracts:entry.${kind}`) : t(`contracts:advance.${advance}`)}
      </td>
      <td className="qs-contract-day">{collectedOn === null ? on : `${collectedOn} – ${on}`}</td>
      <td className="qs-figure">
        {trace.length === 0 ? (
          <AmountText fen={amount} />
        ) : (
          <Why of={{ sentence, rules: trace }}>
            <AmountText fen={amount} />
          </Why>
        )}
      </td>
      <td>
        {interest > 0 && t('contracts:entry.interest', { amount: yuan(interest) })}{' '}
        {deducted > 0 && t('contracts:entry.deducted', { amount: yuan(deducted) })}
      </td>
      <td>{[loanContract, evidence].filter(Boolean).join(' ')}</td>
    </tr>
  );
}

function Entries({ entries, lateRate }: ContractDetail) {
  const { t } = useTranslation();
  if (entries.length === 0) return <p className="qs-hint">{t('contracts:entry.none')}</p>;
  return (
    <table className="qs-contract-table">
      <thead>
        <tr>
          <th>{t('contracts:entry.kind')}</th>
          <th>{t('contracts:entry.day')}</th>
          <th className="qs-figure">{t('contracts:entry.amount')}</th>
          <th>{t('contracts:entry.effect')}</th>
          <th>{t('contracts:entry.evidence')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} lateRate={lateRate} />
        ))}
      </tbody>
    </table>
  );
}

function Loans({ loanRows }: ContractDetail) {
  const { t } = useTranslation();
  return (
    <table className="qs-contract-table">
      <thead>
        <tr>
          <th>{t('contracts:loan.borrower')}</th>
          <th>{t('contracts:loan.contract')}</th>
          <th className="qs-figure">{t('contracts:loan.owed')}</th>
        </tr>
      </thead>
      <tbody>
        {loanRows.map(({ borrower, contract, owed }) => (
          <tr key={contract}>
            <td>{borrower}</td>
            <td>{contract}</td>
            <td className="qs-figure">
              <AmountText fen={owed} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function ContractDrawer({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation();
  const detail = useApiQuery('contracts.show', { id });
  const contract = detail.data;
  return (
    <Drawer
      open
      size={760}
      title={contract ? `${contract.party} ${t(`contracts:kind.${contract.kind}`)}` : t('contracts:title')}
      onClose={onClose}
    >
      {detail.error && <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />}
      {!contract && !detail.error && <Loading />}
      {contract && (
        <div className="qs-contract">
          <p>{contract.basis}</p>
          <ContractActions contract={contract} />
          <Terms contract={contract} />
          {contract.signedOn !== null && <Account contract={contract} />}
          <h3>{t('contracts:entries')}</h3>
          <Entries {...contract} />
          <h3>{t('contracts:loans')}</h3>
          <Loans {...contract} />
        </div>
      )}
    </Drawer>
  );
}
