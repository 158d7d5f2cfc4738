/** Writes the ledger as it stands on screen, for a reason: filter, order, columns with headings, unit (LOAN-05, ORG-06). */
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { refusalOf } from '../../api/refusal';
import { usePreferences } from '../../app/preferences';
import { formatCount } from '../../i18n/format';
import { useRefusalText } from '../../ui/RefusalPanel';
import { useReason } from '../../ui/useReason';
import type { LedgerGridColumn } from './ledgerColumns';
import type { LedgerState } from './ledgerState';

export function useLedgerExport(state: LedgerState, columns: readonly LedgerGridColumn[]) {
  const { t } = useTranslation();
  const { notification } = App.useApp();
  const { amountUnit } = usePreferences();
  const refusalText = useRefusalText();
  const write = useApiCommand('loans.export');
  const { ask, dialog } = useReason('export');
  /** False when nothing was written and nobody cancelled. */
  const run = async (reason: string): Promise<boolean> => {
    try {
      const { path, rows } = await write.mutateAsync({
        filter: state.filter as never,
        sort: state.sort,
        columns: columns.map(({ key }) => key),
        titles: columns.map(({ title }) => title),
        amountUnit,
        reason,
      });
      if (path === null) return true;
      notification.success({
        title: t('loans:export.done', { rows: formatCount(rows) }),
        description: path,
        duration: 8,
      });
      return true;
    } catch (error) {
      const refusal = refusalOf(error);
      const { title, todo } = refusal
        ? refusalText(refusal)
        : { title: t('loans:export.failed'), todo: t('common:error.unchanged') };
      notification.error({ title, description: todo, duration: 0 });
      return false;
    }
  };
  const question = { title: t('loans:export.title'), verb: t('loans:export.verb'), note: t('loans:export.note') };
  return { ask: () => ask({ ...question, act: run }), isRunning: write.isPending, dialog };
}
