/** Extensions and re-lending of a household: the condition with its article and evidence, where each stands, and its form (REC-08). */
import { Link } from '@tanstack/react-router';
import { Button, Space, type TableColumnType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { AmountText } from '../../ui/AmountText';
import { DateText } from '../../ui/DateText';
import { HandOutFiles } from '../../ui/HandOutFiles';
import { FileTable } from '../parties/FileTable';
import { type DebtPaperView, STATE_TONE, type TermView } from './repaymentWords';

export interface TermSectionProps {
  readonly terms: readonly TermView[];
  readonly papers: readonly DebtPaperView[];
  readonly onAsk: (() => void) | null;
  readonly onPaper: ((term: TermView) => void) | null;
  readonly onDrop: ((term: TermView) => void) | null;
}

function Condition({ term }: { term: TermView }) {
  const { t } = useTranslation();
  const { article, condition, facts, security } = term;
  const save = useApiCommand('repayment.saveTermFile');
  const saveFile = (seq: number, reason: string) => save.mutateAsync({ id: term.id, seq, reason, path: null });
  return (
    <div className="qs-repayment-condition">
      <div title={condition}>
        {article}　{condition}
      </div>
      <div className="qs-hint">
        {facts} <HandOutFiles files={term.files} save={saveFile} />
        {security && `${t('repayment:field.security')}　${security}`}
      </div>
    </div>
  );
}

function Standing({ term: { state, approval, extensions } }: { term: TermView }) {
  const { t } = useTranslation();
  return (
    <>
      <Tag color={STATE_TONE[state]}>{t(`repayment:termState.${state}`)}</Tag>
      {approval && (
        <Link to="/approvals" search={{ id: approval.id } as never}>
          {t('repayment:approval', { id: approval.id })}
        </Link>
      )}
      {extensions.map(({ id, agreedOn, takenBack }) => (
        <div key={id} className="qs-hint">
          {takenBack === null
            ? t('repayment:termInForce', { date: agreedOn })
            : t('repayment:termTakenBack', { date: agreedOn, reason: takenBack })}
        </div>
      ))}
    </>
  );
}

function useColumns({ papers, onPaper, onDrop }: TermSectionProps): TableColumnType<TermView>[] {
  const { t } = useTranslation();
  const title = (key: string) => t(`repayment:field.${key}`);
  const hasPaper = ({ id }: TermView) => papers.some(({ termId, voided }) => termId === id && !voided);
  return [
    {
      title: title('termKind'),
      render: (_, { id, kind }) => t('repayment:termNo', { id, kind: t(`repayment:termKind.${kind}`) }),
    },
    { title: title('contracts'), dataIndex: 'contract' },
    { title: title('condition'), render: (_, term) => <Condition term={term} /> },
    {
      title: title('owed'),
      align: 'right',
      render: (_, { debt }) => <AmountText fen={debt.principal + debt.interest} />,
    },
    {
      title: title('newDueOn'),
      render: (_, { dueOn, newDueOn }) => (
        <>
          <DateText date={newDueOn} weekday={false} />
          <div className="qs-hint">
            {title('dueOn')} {dueOn}
          </div>
        </>
      ),
    },
    { title: t('repayment:column.state'), render: (_, term) => <Standing term={term} /> },
    {
      title: t('repayment:column.action'),
      render: (_, term) => (
        <Space size={0}>
          {onPaper && term.state !== 'refused' && !hasPaper(term) && (
            <Button type="link" size="small" onClick={() => onPaper(term)}>
              {t('repayment:action.termPaper')}
            </Button>
          )}
          {onDrop && term.state === 'approved' && (
            <Button type="link" size="small" onClick={() => onDrop(term)}>
              {t('repayment:action.dropTerm')}
            </Button>
          )}
        </Space>
      ),
    },
  ];
}

export function TermSection(props: TermSectionProps) {
  const { t } = useTranslation();
  const { terms, onAsk } = props;
  return (
    <FileTable
      title={t('repayment:section.terms')}
      extra={
        onAsk && (
          <Button size="small" onClick={onAsk}>
            {t('repayment:action.askTerm')}
          </Button>
        )
      }
      columns={useColumns(props)}
      rows={terms}
      keyOf={({ id }) => id}
      empty={t('repayment:noTerms')}
    />
  );
}
