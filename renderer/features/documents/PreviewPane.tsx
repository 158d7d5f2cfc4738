/** The right half: the paper as it will print. */
import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/ErrorState';
import { PdfView } from '../../ui/PdfView';
import type { Preview } from './usePreview';

export function PreviewPane({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const { data, pages, error, working, refresh } = preview;
  return (
    <div className="qs-preview">
      <div className="qs-preview-bar">
        <strong>{t('documents:preview.title')}</strong>
        {data && <span>{t('documents:preview.pages', { count: pages })}</span>}
        <span className="qs-hint">{t('documents:preview.draftMark')}</span>
        <span className="qs-form-gap" />
        {working && (
          <span className="qs-hint" role="status">
            <Spin size="small" /> {t('documents:preview.working')}
          </span>
        )}
      </div>
      {error !== null && <ErrorState error={error} onRetry={refresh} />}
      {(data || error === null) && (
        <div className="qs-preview-pages">
          <PdfView data={data} />
        </div>
      )}
    </div>
  );
}
