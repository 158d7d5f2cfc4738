/** The household's papers: drafts of the signed-in person to go on with, then everything that was issued. */
import type { DocumentView, Household } from '@shared/contract/parties.contract';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Space, type TableColumnType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '../../api/refusal';
import { useMay } from '../../app/sessionContext';
import { formatCount, formatInstant } from '../../i18n/format';
import { DateText } from '../../ui/DateText';
import { useRefusalText } from '../../ui/RefusalPanel';
import { useHandOut } from '../archive/useHandOut';
import { FileTable } from './FileTable';

type Draft = Household['drafts'][number];

function useDraftColumns(): TableColumnType<Draft>[] {
  const { t } = useTranslation();
  const may = useMay('report.prepare');
  return [
    { title: t('parties:paper.name'), dataIndex: 'title' },
    { title: t('parties:paper.savedAt'), className: 'qs-figure', render: (_, { savedAt }) => formatInstant(savedAt) },
    {
      title: t('parties:paper.actions'),
      render: (_, { id }) =>
        may && (
          <Link to="/document/$draftId" params={{ draftId: String(id) }}>
            {t('parties:paper.continue')}
          </Link>
        ),
    },
  ];
}

/** What can be done with an issued paper from its row; a refusal is said in the row. */
function PaperActions({ paper }: { paper: DocumentView }) {
  const { t } = useTranslation();
  const refusalText = useRefusalText();
  const { allowed, print, saveCopy, working, error, dialog } = useHandOut(paper, () => {});
  const refusal = refusalOf(error);
  return (
    <Space size={12}>
      <Link to="/documents" search={{ document: paper.id } as never}>
        {t('parties:paper.open')}
      </Link>
      {allowed && (
        <>
          <Button type="link" size="small" disabled={working} onClick={print}>
            {t('common:action.print')}
          </Button>
          <Button type="link" size="small" disabled={working} onClick={() => saveCopy('pdf')}>
            {t('parties:paper.savePdf')}
          </Button>
          {paper.hasWord && (
            <Button type="link" size="small" disabled={working} onClick={() => saveCopy('docx')}>
              {t('parties:paper.saveWord')}
            </Button>
          )}
          {dialog}
        </>
      )}
      {error !== null && (
        <span className="qs-file-wrong" role="alert">
          {refusal ? refusalText(refusal).title : t('common:error.title')}
        </span>
      )}
    </Space>
  );
}

function useIssuedColumns(mayRead: boolean): TableColumnType<DocumentView>[] {
  const { t } = useTranslation();
  return [
    { title: t('parties:paper.number'), dataIndex: 'number', className: 'qs-figure' },
    { title: t('parties:paper.name'), dataIndex: 'title', ellipsis: true, width: 260 },
    { title: t('parties:paper.issuedOn'), render: (_, { issuedOn }) => <DateText date={issuedOn} weekday={false} /> },
    { title: t('parties:paper.issuedBy'), dataIndex: 'issuedBy' },
    { title: t('parties:paper.pages'), align: 'right', render: (_, { pages }) => formatCount(pages) },
    { title: t('parties:paper.prints'), align: 'right', render: (_, { prints }) => formatCount(prints) },
    { title: t('parties:paper.status'), render: (_, { status }) => <Tag>{t(`parties:paper.${status}`)}</Tag> },
    { title: t('parties:paper.actions'), render: (_, paper) => mayRead && <PaperActions paper={paper} /> },
  ];
}

export function DocumentsTab({ file }: { file: Household }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayRead = useMay('archive.view');
  const open = ({ id }: DocumentView): void => void navigate({ to: '/documents', search: { document: id } as never });
  return (
    <>
      <FileTable
        title={t('parties:paper.drafts')}
        columns={useDraftColumns()}
        rows={file.drafts}
        keyOf={({ id }) => id}
        empty={t('parties:empty.drafts')}
      />
      <FileTable
        title={t('parties:paper.issuedPapers')}
        columns={useIssuedColumns(mayRead)}
        rows={file.documents}
        keyOf={({ id }) => id}
        empty={t('parties:empty.documents')}
        onOpen={mayRead ? open : undefined}
      />
    </>
  );
}
