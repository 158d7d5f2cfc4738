/** Interest of a household's loans (REC-13): terms as the contract has them, each kind until today with its lines, or what is missing. */
import type { InterestFile, LoanInterestView } from '@shared/contract/interest.contract';
import { INTEREST_KINDS } from '@shared/domain/interest/accrual';
import { yuanGrouped } from '@shared/kernel/money';
import { Button, type TableColumnType, Tag, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { DateText } from '../../ui/DateText';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { Why } from '../../ui/Why';
import { FileTable } from '../parties/FileTable';
import { gapSentence } from './gapSentence';
import { TermsDrawer } from './TermsDrawer';

type Kind = (typeof INTEREST_KINDS)[number];
type Accrual = NonNullable<LoanInterestView['accrual']>;

/** Every line of one kind with its numbers, and what stood open before. */
function formulaOf({ lines, open, basis }: Accrual, kind: Kind): string {
  const own = lines.filter((line) => line.kind === kind);
  const parts = own.map(
    ({ from, to, days, base, annualRate, amount }) =>
      `${from}–${to}: ${yuanGrouped(base)} × ${annualRate} × ${days} ÷ ${basis} = ${yuanGrouped(amount)}`,
  );
  return [...(open[kind] > 0 ? [yuanGrouped(open[kind])] : []), ...parts].join('; ');
}

function Amount({ loan, kind }: { loan: LoanInterestView; kind: Kind }) {
  const { t } = useTranslation();
  const { accrual, terms, calledInOn } = loan;
  if (accrual === null) return UNKNOWN;
  const paid = accrual.paid > 0 ? t('interest:whyPaid', { amount: yuanGrouped(accrual.paid) }) : '';
  const isCalled = kind === 'penalty' && calledInOn !== null && terms?.callPenalty === true;
  return (
    <Why
      of={{
        sentence: `${isCalled ? t('interest:why.penaltyOnCall', { on: calledInOn }) : t(`interest:why.${kind}`)}${paid}`,
        asOf: accrual.asOf,
        formula: formulaOf(accrual, kind),
        rules: accrual.trace,
      }}
    >
      <AmountText fen={accrual[kind]} />
    </Why>
  );
}

function useColumns(onRecord: ((loan: LoanInterestView) => void) | null): TableColumnType<LoanInterestView>[] {
  const { t } = useTranslation();
  const title = (key: string) => t(`interest:column.${key}`);
  return [
    { title: title('loan'), dataIndex: 'contract', fixed: 'left' },
    { title: title('principal'), align: 'right', render: (_, { principal }) => <AmountText fen={principal} /> },
    {
      title: title('ledgerInterest'),
      align: 'right',
      render: (_, { ledgerInterest, asOf }) => (
        <Why of={{ sentence: t('interest:why.ledger'), asOf }}>
          <AmountText fen={ledgerInterest} />
        </Why>
      ),
    },
    {
      title: title('terms'),
      render: (_, { terms, missing, gap, accrual, contract }) => (
        <>
          {terms && (
            <>
              <DateText date={terms.from} weekday={false} />{' '}
              <span className="qs-hint">
                {t('interest:terms', {
                  uplift: terms.upliftPercent ?? UNKNOWN,
                  compound: t(`interest:compound.${terms.compound ? 'yes' : 'no'}`),
                  source: terms.source,
                })}
              </span>
            </>
          )}
          {gap && (
            <Tooltip title={gapSentence(t, gap)}>
              <Tag color="warning">{t('interest:gapTag')}</Tag>
            </Tooltip>
          )}
          {accrual?.callUnsaid && (
            <Tag color="warning">{t('documents:missing.interest-call-unsaid', { subject: contract })}</Tag>
          )}
          {missing && <Tag color="warning">{t(`documents:missing.${missing}`, { subject: contract })}</Tag>}
        </>
      ),
    },
    ...INTEREST_KINDS.map(
      (kind): TableColumnType<LoanInterestView> => ({
        title: title(kind),
        align: 'right',
        render: (_, loan) => <Amount loan={loan} kind={kind} />,
      }),
    ),
    {
      title: title('action'),
      render: (_, loan) =>
        onRecord && (
          <Button type="link" size="small" onClick={() => onRecord(loan)}>
            {t('interest:action.record')}
          </Button>
        ),
    },
  ];
}

function Content({ file }: { file: InterestFile }) {
  const { t } = useTranslation();
  const mayRecord = useMay('notice.prepare');
  const [recording, setRecording] = useState<LoanInterestView | null>(null);
  return (
    <>
      <FileTable
        title={t('interest:title', { date: file.today })}
        columns={useColumns(mayRecord ? setRecording : null)}
        rows={file.loans}
        keyOf={({ id }) => id}
        empty={t('interest:none')}
      />
      {recording && <TermsDrawer loan={recording} today={file.today} onClose={() => setRecording(null)} />}
    </>
  );
}

export function InterestSection({ household }: { household: number }) {
  const file = useApiQuery('interest.household', { household });
  if (file.error) return <ErrorState error={file.error} onRetry={() => void file.refetch()} />;
  return file.data ? <Content file={file.data} /> : <Loading />;
}
