/** Writes the list of off-balance targets for a reason, as Excel or PDF (LED-15, ORG-06). */
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { refusalOf } from '../../api/refusal';
import { formatCount } from '../../i18n/format';
import { useRefusalText } from '../../ui/RefusalPanel';
import { useReason } from '../../ui/useReason';

export function useListingExport() {
  const { t } = useTranslation();
  const { message, notification } = App.useApp();
  const refusalText = useRefusalText();
  const write = useApiCommand('targets.exportListing');
  const { ask, dialog } = useReason('export');
  const run = async (format: 'xlsx' | 'pdf', reason: string): Promise<boolean> => {
    try {
      const { path, loans } = await write.mutateAsync({ unit: null, format, reason });
      if (path !== null)
        notification.success({
          title: t('targets:listing.exported', { loans: formatCount(loans) }),
          description: path,
        });
      return true;
    } catch (error) {
      const refusal = refusalOf(error);
      void message.error(refusal ? refusalText(refusal).title : t('common:error.title'));
      return false;
    }
  };
  const question = { title: t('targets:listing.exportTitle'), note: t('targets:listing.exportNote') };
  return {
    ask: (format: 'xlsx' | 'pdf') =>
      ask({ ...question, verb: t('common:action.export'), act: (reason) => run(format, reason) }),
    isRunning: write.isPending,
    dialog,
  };
}
