/** An issued paper beside the household: the archived PDF itself, to read, print and copy. */
import { FileWordOutlined, PrinterOutlined, SaveOutlined } from '@ant-design/icons';
import type { DocumentView } from '@shared/contract/parties.contract';
import { App, Button, Drawer, Space } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { refusalOf } from '../../api/refusal';
import { useShortcut } from '../../app/shortcuts';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { PdfView } from '../../ui/PdfView';
import { useRefusalText } from '../../ui/RefusalPanel';
import { fromBase64 } from '../documents/base64';

/** Prints and saves an archived paper; says what became of it. */
export function usePaperActions() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const refusalText = useRefusalText();
  const printing = useApiCommand('documents.print');
  const saving = useApiCommand('documents.saveCopy');
  const complain = (error: unknown): void => {
    const refusal = refusalOf(error);
    message.error(refusal ? refusalText(refusal).title : t('common:error.title'));
  };
  const print = (id: number): void =>
    printing.mutate(
      { id },
      {
        onSuccess: ({ outcome }) => message.info(t(`parties:paper.${outcome}`)),
        onError: complain,
      },
    );
  const save = (id: number, format: 'pdf' | 'docx'): void =>
    saving.mutate(
      { id, format },
      {
        onSuccess: ({ path }) => path !== null && message.success(t('parties:paper.saved', { path })),
        onError: complain,
      },
    );
  return { print, save, isBusy: printing.isPending || saving.isPending };
}

function Pages({ id }: { id: number }) {
  const shown = useApiQuery('documents.show', { id });
  const data = useMemo(() => (shown.data ? fromBase64(shown.data.fileBase64) : null), [shown.data]);
  if (shown.error) return <ErrorState error={shown.error} onRetry={() => void shown.refetch()} />;
  return data ? <PdfView data={data} /> : <Loading />;
}

export function PaperDrawer({ paper, onClose }: { paper: DocumentView | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { print, save, isBusy } = usePaperActions();
  useShortcut('Ctrl+P', t('common:action.print'), () => paper && print(paper.id), paper !== null);
  return (
    <Drawer
      open={paper !== null}
      onClose={onClose}
      size={720}
      destroyOnHidden
      className="qs-paper"
      title={paper && t('parties:paper.title', { title: paper.title, number: paper.number })}
      extra={
        paper && (
          <Space>
            <Button icon={<PrinterOutlined />} disabled={isBusy} onClick={() => print(paper.id)}>
              {t('common:action.print')}
            </Button>
            <Button icon={<SaveOutlined />} disabled={isBusy} onClick={() => save(paper.id, 'pdf')}>
              {t('parties:paper.savePdf')}
            </Button>
            {paper.hasWord && (
              <Button icon={<FileWordOutlined />} disabled={isBusy} onClick={() => save(paper.id, 'docx')}>
                {t('parties:paper.saveWord')}
              </Button>
            )}
          </Space>
        )
      }
    >
      {paper && <Pages id={paper.id} />}
    </Drawer>
  );
}
