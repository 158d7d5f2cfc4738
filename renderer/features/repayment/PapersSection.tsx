/** Papers about the debt that went out to be signed: who signed, when, and what a balance confirmation came back with. */
import { Button, Space, type TableColumnType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { UNKNOWN } from '../../i18n/format';
import { DateText } from '../../ui/DateText';
import { FileTable } from '../parties/FileTable';
import type { DebtPaperView } from './repaymentWords';

export interface PapersSectionProps {
  readonly papers: readonly DebtPaperView[];
  readonly onConfirmation: (() => void) | null;
  readonly onBalance: (() => void) | null;
  readonly onReturn: ((paper: DebtPaperView) => void) | null;
  readonly onCorrect: ((paper: DebtPaperView) => void) | null;
}

/** What was recorded wrongly stays under what stands now. */
function Corrections({ paper: { corrections, signatories } }: { paper: DebtPaperView }) {
  const { t } = useTranslation();
  const nameOf = (key: string) => signatories.find((each) => each.key === key)?.name ?? key;
  return corrections.map(({ key, signedOn, correctedTo, reason, by, at }) => (
    <div key={at + key} className="qs-hint">
      {t('repayment:corrected', {
        ...{ name: nameOf(key), was: signedOn, reason, by },
        now: correctedTo ?? t('repayment:notSignedAtAll'),
      })}
    </div>
  ));
}

function useColumns({
  onReturn,
  onCorrect,
}: Pick<PapersSectionProps, 'onReturn' | 'onCorrect'>): TableColumnType<DebtPaperView>[] {
  const { t } = useTranslation();
  const title = (key: string) => t(`repayment:column.${key}`);
  const isWaiting = ({ voided, signatories }: DebtPaperView) =>
    !voided && signatories.some(({ signedOn }) => signedOn === null);
  const isSigned = ({ voided, signatories }: DebtPaperView) =>
    !voided && signatories.some(({ signedOn }) => signedOn !== null);
  return [
    { title: title('number'), dataIndex: 'number', fixed: 'left' },
    { title: title('form'), render: (_, { form }) => t(`repayment:form.${form}`) },
    { title: title('issuedOn'), render: (_, { issuedOn }) => <DateText date={issuedOn} weekday={false} /> },
    {
      title: title('signatories'),
      render: (_, paper) => (
        <>
          {paper.voided ? (
            <Tag>{t('repayment:voided')}</Tag>
          ) : (
            paper.signatories.map(({ key, role, name, signedOn }) => (
              <Tag key={key} color={signedOn === null ? 'default' : 'success'}>
                {t(`repayment:role.${role}`)} {name} {signedOn ?? t('repayment:unsigned')}
              </Tag>
            ))
          )}
          <Corrections paper={paper} />
        </>
      ),
    },
    {
      title: title('reply'),
      render: (_, { reply, difference }) =>
        reply === null ? UNKNOWN : `${t(`repayment:reply.${reply}`)} ${difference ?? ''}`,
    },
    {
      title: title('scans'),
      align: 'right',
      render: (_, { scans, missingPages }) => (
        <>
          {missingPages.length > 0 && (
            <Tag color="warning">{t('repayment:missingPages', { pages: missingPages.join('、') })}</Tag>
          )}
          {scans}
        </>
      ),
    },
    {
      title: title('action'),
      render: (_, paper) => (
        <>
          {onReturn && isWaiting(paper) && (
            <Button type="link" size="small" onClick={() => onReturn(paper)}>
              {t('repayment:action.return')}
            </Button>
          )}
          {onCorrect && isSigned(paper) && (
            <Button type="link" size="small" onClick={() => onCorrect(paper)}>
              {t('repayment:action.correct')}
            </Button>
          )}
        </>
      ),
    },
  ];
}

export function PapersSection({ papers, onConfirmation, onBalance, ...acts }: PapersSectionProps) {
  const { t } = useTranslation();
  return (
    <FileTable
      title={t('repayment:section.papers')}
      extra={
        <Space>
          {onConfirmation && (
            <Button size="small" onClick={onConfirmation}>
              {t('repayment:form.DOC-REC-05')}
            </Button>
          )}
          {onBalance && (
            <Button size="small" onClick={onBalance}>
              {t('repayment:form.DOC-REC-07')}
            </Button>
          )}
        </Space>
      }
      columns={useColumns(acts)}
      rows={papers}
      keyOf={({ documentId }) => documentId}
      empty={t('repayment:noPapers')}
    />
  );
}
