/** The text of a regulation, opened at a page. */
import type { Regulation } from '@shared/contract/regulations.contract';
import { Modal } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { ErrorState } from '../../ui/ErrorState';
import { PdfView } from '../../ui/PdfView';
import { fromBase64 } from '../documents/base64';

/** `page` null: the file, whose article has no page yet. */
export function OriginalViewer({
  regulation,
  page,
  onClose,
}: {
  regulation: Regulation;
  page: number | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { id, title, number, effectiveFrom, pages } = regulation;
  const file = useApiQuery('regulations.file', { id });
  const data = useMemo(() => (file.data ? fromBase64(file.data.fileBase64) : null), [file.data]);
  return (
    <Modal
      open
      width={920}
      className="qs-original"
      title={
        <>
          {title} {number}{' '}
          <span className="qs-hint">
            {t('rules:since', { date: effectiveFrom })} · {t('regulations:pages', { count: pages })}
          </span>
        </>
      }
      footer={null}
      onCancel={onClose}
    >
      {page === null && <p className="qs-hint">{t('regulations:noPage')}</p>}
      {file.error ? (
        <ErrorState error={file.error} onRetry={() => void file.refetch()} />
      ) : (
        <PdfView data={data} page={page ?? 1} />
      )}
    </Modal>
  );
}
