/** Writes the ledger as it stands on screen: filter, order, columns with their headings, unit of amounts (LOAN-05). */
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { refusalOf } from '../../api/refusal';
import { usePreferences } from '../../app/preferences';
import { formatCount } from '../../i18n/format';
import { useRefusalText } from '../../ui/RefusalPanel';
import type { LedgerGridColumn } from './ledgerColumns';
import type { LedgerState } from './ledgerState';

export function useLedgerExport(state: LedgerState, columns: readonly LedgerGridColumn[]) {
  const { t } = useTranslation();
  const { notification } = App.useApp();
  const { amountUnit } = usePreferences();
  const refusalText = useRefusalText();
  const write = useApiCommand('loans.export');
  const run = async (): Promise<void> => {
    if (write.isPending) return;
    try {
      const { path, rows } = await write.mutateAsync({
        filter: state.filter as never,
        sort: state.sort,
        columns: columns.map(({ key }) => key),
        titles: columns.map(({ title }) => title),
        amountUnit,
      });
      if (path === null) return;
      notification.success({
        title: t('loans:export.done', { rows: formatCount(rows) }),
        description: path,
        duration: 8,
      });
    } catch (error) {
      const refusal = refusalOf(error);
      const { title, todo } = refusal
        ? refusalText(refusal)
        : { title: t('loans:export.failed'), todo: t('common:error.unchanged') };
      notification.error({ title, description: todo, duration: 0 });
    }
  };
  return { run: () => void run(), isRunning: write.isPending };
}
