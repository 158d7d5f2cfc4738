/** Writes the list of off-balance targets for a reason, as Excel or PDF (LED-15, ORG-06). */
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { formatCount } from '../../i18n/format';
import { useComplain } from '../../ui/useComplain';
import { useReason } from '../../ui/useReason';

export function useListingExport() {
  const { t } = useTranslation();
  const { notification } = App.useApp();
  const complain = useComplain();
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
      complain(error);
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
