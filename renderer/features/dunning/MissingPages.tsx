/** Which pages of a returned paper did not come back: they are asked for before anything is recorded. */
import type { ScanView } from '@shared/contract/dunning.contract';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';

export function MissingPages({ scan: { missingPages, partPages } }: { scan: ScanView }) {
  const { t } = useTranslation();
  if (missingPages.length === 0) return null;
  const facts = { pages: missingPages.join('、'), total: partPages ?? '—' };
  return <Alert type="warning" showIcon title={t('dunning:scan.missingPages', facts)} />;
}
