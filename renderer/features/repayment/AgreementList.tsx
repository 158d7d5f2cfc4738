/** Agreements of a household, newest first; one in force with each instalment against the receipts. */
import { Link } from '@tanstack/react-router';
import { Alert, Button, Descriptions, type TableColumnType, Tag } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { AmountText } from '../../ui/AmountText';
import { DateText } from '../../ui/DateText';
import { Why } from '../../ui/Why';
import { FileTable } from '../parties/FileTable';
import { type AgreementView, INSTALMENT_TONE, type Repayment, STATE_TONE } from './repaymentWords';

type Instalment = AgreementView['instalments'][number];

function useColumns(signedOn: string | null): TableColumnType<Instalment>[] {
  const { t } = useTranslation();
  const title = (key: string) => t(`repayment:column.${key}`);
  return [
    { title: title('seq'), dataIndex: 'seq', width: 60 },
    {
      title: title('payBy'),
      render: (_, { dueOn, payBy }) =>
        payBy === dueOn ? (
          <DateText date={payBy} />
        ) : (
          <>
            <DateText date={payBy} /> <span className="qs-hint">{t('repayment:rolled', { date: dueOn })}</span>
          </>
        ),
    },
    { title: title('principal'), align: 'right', render: (_, { principal }) => <AmountText fen={principal} /> },
    { title: title('interest'), align: 'right', render: (_, { interest }) => <AmountText fen={interest} /> },
    {
      title: title('paid'),
      align: 'right',
      render: (_, { paid }) => (
        <Why of={{ sentence: t('repayment:whyPaid', { date: signedOn ?? t('repayment:notSigned') }) }}>
          <AmountText fen={paid} />
        </Why>
      ),
    },
    {
      title: title('state'),
      render: (_, { state, paidOn }) => (
        <>
          <Tag color={INSTALMENT_TONE[state]}>{t(`repayment:instalment.${state}`)}</Tag>
          {paidOn && <DateText date={paidOn} weekday={false} />}
        </>
      ),
    },
  ];
}

interface Actions {
  readonly onPaper: ((agreement: AgreementView) => void) | null;
  readonly onEnd: ((agreement: AgreementView) => void) | null;
}

function Agreement({ agreement, hasPaper, onPaper, onEnd }: Actions & { agreement: AgreementView; hasPaper: boolean }) {
  const { t } = useTranslation();
  const { state, approval, debt, asOf, signedOn, endedOn, endReason } = agreement;
  const isAlive = state === 'approved' || state === 'in-force';
  const facts = [
    { key: 'contracts', label: t('repayment:field.contracts'), children: agreement.contracts.join('、') },
    {
      key: 'debt',
      label: t('repayment:field.debt'),
      children: (
        <Why of={{ sentence: t('repayment:whyDebt'), asOf }}>
          <AmountText fen={debt.principal + debt.interest} withUnit />
        </Why>
      ),
    },
    { key: 'order', label: t('repayment:field.order'), children: t(`repayment:order.${agreement.order}`) },
    { key: 'follower', label: t('repayment:field.follower'), children: agreement.follower },
    { key: 'grace', label: t('repayment:field.graceDays'), children: agreement.graceDays },
    { key: 'signedOn', label: t('repayment:field.signedOn'), children: <DateText date={signedOn} /> },
    ...(endedOn === null
      ? []
      : [{ key: 'ended', label: t('repayment:field.endedOn'), children: `${endedOn} ${endReason ?? ''}` }]),
  ];
  return (
    <section aria-label={t('repayment:agreementNo', { id: agreement.id })}>
      <div className="qs-repayment-head">
        <b>{t('repayment:agreementNo', { id: agreement.id })}</b>
        <Tag color={STATE_TONE[state]}>{t(`repayment:state.${state}`)}</Tag>
        {approval && (
          <Link to="/approvals" search={{ id: approval.id } as never}>
            {t('repayment:approval', { id: approval.id })}
          </Link>
        )}
        {onPaper && state === 'approved' && !hasPaper && (
          <Button size="small" type="primary" onClick={() => onPaper(agreement)}>
            {t('repayment:action.paper')}
          </Button>
        )}
        {onEnd && isAlive && (
          <Button size="small" onClick={() => onEnd(agreement)}>
            {t('repayment:action.end')}
          </Button>
        )}
      </div>
      {agreement.breach !== null && (
        <Alert
          type="error"
          showIcon
          title={t('repayment:breach', { seq: agreement.breach, days: agreement.graceDays })}
        />
      )}
      <Descriptions size="small" column={3} items={facts} />
      <FileTable
        title={t('repayment:section.schedule')}
        columns={useColumns(signedOn)}
        rows={agreement.instalments}
        keyOf={({ seq }) => seq}
        empty={t('repayment:noInstalments')}
      />
    </section>
  );
}

export interface AgreementListProps extends Actions {
  readonly repayment: Repayment;
  readonly onDraw: (() => void) | null;
}

export function AgreementList({ repayment, onDraw, ...actions }: AgreementListProps) {
  const { t } = useTranslation();
  const id = useId();
  const { agreements, loans, papers } = repayment;
  const alive = agreements.some(({ state }) => state === 'asked' || state === 'approved' || state === 'in-force');
  return (
    <section className="qs-file-section" aria-labelledby={id}>
      <header>
        <h2 id={id}>{t('repayment:section.agreements')}</h2>
        {onDraw && !alive && loans.length > 0 && (
          <Button size="small" onClick={onDraw}>
            {t('repayment:action.draw')}
          </Button>
        )}
      </header>
      {agreements.length === 0 && <p className="qs-file-none">{t('repayment:noAgreements')}</p>}
      {agreements.map((agreement) => (
        <Agreement
          key={agreement.id}
          agreement={agreement}
          hasPaper={papers.some(({ agreementId, voided }) => agreementId === agreement.id && !voided)}
          {...actions}
        />
      ))}
    </section>
  );
}
