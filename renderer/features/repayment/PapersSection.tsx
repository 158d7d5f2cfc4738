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
}

function useColumns(onReturn: PapersSectionProps['onReturn']): TableColumnType<DebtPaperView>[] {
  const { t } = useTranslation();
  const title = (key: string) => t(`repayment:column.${key}`);
  const isWaiting = ({ voided, signatories }: DebtPaperView) =>
    !voided && signatories.some(({ signedOn }) => signedOn === null);
  return [
    { title: title('number'), dataIndex: 'number', fixed: 'left' },
    { title: title('form'), render: (_, { form }) => t(`repayment:form.${form}`) },
    { title: title('issuedOn'), render: (_, { issuedOn }) => <DateText date={issuedOn} weekday={false} /> },
    {
      title: title('signatories'),
      render: (_, { signatories, voided }) =>
        voided ? (
          <Tag>{t('repayment:voided')}</Tag>
        ) : (
          signatories.map(({ key, role, name, signedOn }) => (
            <Tag key={key} color={signedOn === null ? 'default' : 'success'}>
              {t(`repayment:role.${role}`)} {name} {signedOn ?? t('repayment:unsigned')}
            </Tag>
          ))
        ),
    },
    {
      title: title('reply'),
      render: (_, { reply, difference }) =>
        reply === null ? UNKNOWN : `${t(`repayment:reply.${reply}`)} ${difference ?? ''}`,
    },
    { title: title('scans'), dataIndex: 'scans', align: 'right' },
    {
      title: title('action'),
      render: (_, paper) =>
        onReturn &&
        isWaiting(paper) && (
          <Button type="link" size="small" onClick={() => onReturn(paper)}>
            {t('repayment:action.return')}
          </Button>
        ),
    },
  ];
}

export function PapersSection({ papers, onConfirmation, onBalance, onReturn }: PapersSectionProps) {
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
      columns={useColumns(onReturn)}
      rows={papers}
      keyOf={({ documentId }) => documentId}
      empty={t('repayment:noPapers')}
    />
  );
}
