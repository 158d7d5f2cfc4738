/** The head of the household file: who, masked, how the loans stand, how much is owed; the main action. */
import { FileAddOutlined } from '@ant-design/icons';
import type { Household } from '@shared/contract/parties.contract';
import { useNavigate } from '@tanstack/react-router';
import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useMay, useReadsOnly } from '../../app/sessionContext';
import { formatCount } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { ClassTag } from '../../ui/ClassTag';
import { DateText } from '../../ui/DateText';
import { Masked } from '../../ui/Masked';
import { PageHeader } from '../../ui/PageHeader';
import { useComplain } from '../../ui/useComplain';
import { classesOf, firstDue, receivedTotals } from './householdFigures';
import { useReveal } from './useReveal';

const FORM = 'pre-litigation-report';

/** Opens the person's draft of the report for this household, or begins one. */
function DraftReport({ household }: { household: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const complain = useComplain();
  const may = useMay('report.prepare');
  const open = useApiCommand('documents.openDraft');
  const start = async (): Promise<void> => {
    try {
      const draft = await open.mutateAsync({ form: FORM, subject: household });
      await navigate({ to: '/document/$draftId', params: { draftId: String(draft.id) } });
    } catch (error) {
      complain(error);
    }
  };
  return (
    <Tooltip title={may ? undefined : t('parties:action.reportForbidden')}>
      <Button
        type="primary"
        icon={<FileAddOutlined aria-hidden />}
        loading={open.isPending}
        aria-disabled={!may}
        onClick={() => may && void start()}
      >
        {t('parties:action.draftReport')}
      </Button>
    </Tooltip>
  );
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="qs-file-figure">
      <span className="qs-hint">{label}</span>
      <b>{children}</b>
    </div>
  );
}

/** The line of figures under the head. */
function Figures({ file }: { file: Household }) {
  const { t } = useTranslation();
  const { totals } = file;
  const received = receivedTotals(file.receipts);
  return (
    <section className="qs-file-figures" aria-label={t('parties:figures.label')}>
      <Figure label={t('parties:figures.loans')}>
        {t('parties:figures.count', { loans: formatCount(totals.loans) })}
      </Figure>
      <Figure label={t('loans:column.balance')}>
        <AmountText fen={totals.balance} withUnit />
      </Figure>
      <Figure label={t('loans:column.interestOn')}>
        <AmountText fen={totals.interestOn} withUnit />
      </Figure>
      <Figure label={t('loans:column.interestOff')}>
        <AmountText fen={totals.interestOff} withUnit />
      </Figure>
      <Figure label={t('parties:figures.owed')}>
        <AmountText fen={totals.balance + totals.interestOn + totals.interestOff} withUnit />
      </Figure>
      <Figure label={t('parties:figures.received')}>
        {file.receipts.length === 0 ? (
          t('parties:figures.none')
        ) : (
          <AmountText fen={received.principal + received.interest} withUnit />
        )}
      </Figure>
      <Figure label={t('parties:figures.firstDue')}>
        <DateText date={firstDue(file.loans)} weekday={false} />
      </Figure>
    </section>
  );
}

export function HouseholdHeader({ file }: { file: Household }) {
  const { t } = useTranslation();
  const revealOf = useReveal();
  const readsOnly = useReadsOnly();
  const { borrower } = file;
  const separator = t('common:list.separator');
  return (
    <>
      <PageHeader
        title={
          <span className="qs-file-name" title={borrower.name}>
            {borrower.name}
          </span>
        }
        status={
          <span className="qs-file-status">
            <Masked
              masked={borrower.idNumber}
              label={t('terms:word.idNumber')}
              onReveal={revealOf(borrower.id, 'idNumber')}
            />
            {classesOf(file.loans).map((level) => (
              <ClassTag key={level} level={level} />
            ))}
            <span>{file.units.join(separator)}</span>
            <span className="qs-figure">{file.household}</span>
          </span>
        }
        actions={!readsOnly && <DraftReport household={file.household} />}
      />
      <Figures file={file} />
    </>
  );
}
