/** The household's papers: drafts of the signed-in person to go on with, then everything that was issued. */
import type { DocumentView, Household } from '@shared/contract/parties.contract';
import { Link } from '@tanstack/react-router';
import { Button, Space, type TableColumnType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/sessionContext';
import { formatCount, formatInstant } from '../../i18n/format';
import { DateText } from '../../ui/DateText';
import { FileTable } from './FileTable';
import { PaperDrawer, usePaperActions } from './PaperDrawer';

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

function useIssuedColumns(onOpen: (paper: DocumentView) => void): TableColumnType<DocumentView>[] {
  const { t } = useTranslation();
  const { print, save, isBusy } = usePaperActions();
  const may = useMay('archive.view');
  return [
    { title: t('parties:paper.number'), dataIndex: 'number', className: 'qs-figure' },
    { title: t('parties:paper.name'), dataIndex: 'title' },
    { title: t('parties:paper.issuedOn'), render: (_, { issuedOn }) => <DateText date={issuedOn} weekday={false} /> },
    { title: t('parties:paper.issuedBy'), dataIndex: 'issuedBy' },
    { title: t('parties:paper.pages'), align: 'right', render: (_, { pages }) => formatCount(pages) },
    { title: t('parties:paper.prints'), align: 'right', render: (_, { prints }) => formatCount(prints) },
    { title: t('parties:paper.status'), render: (_, { status }) => <Tag>{t(`parties:paper.${status}`)}</Tag> },
    {
      title: t('parties:paper.actions'),
      render: (_, paper) =>
        may && (
          <Space size={0}>
            <Button type="link" size="small" onClick={() => onOpen(paper)}>
              {t('parties:paper.open')}
            </Button>
            <Button type="link" size="small" disabled={isBusy} onClick={() => print(paper.id)}>
              {t('common:action.print')}
            </Button>
            <Button type="link" size="small" disabled={isBusy} onClick={() => save(paper.id, 'pdf')}>
              {t('parties:paper.savePdf')}
            </Button>
          </Space>
        ),
    },
  ];
}

export function DocumentsTab({ file }: { file: Household }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<DocumentView | null>(null);
  const mayRead = useMay('archive.view');
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
        columns={useIssuedColumns(setOpen)}
        rows={file.documents}
        keyOf={({ id }) => id}
        empty={t('parties:empty.documents')}
        onOpen={mayRead ? setOpen : undefined}
      />
      <PaperDrawer paper={open} onClose={() => setOpen(null)} />
    </>
  );
}
