/** Writes the log to a file for a reason: what is filtered, for reading, or all of it as a proof. */
import type { AuditFilter } from '@shared/contract/audit.contract';
import { ACTION_GROUPS, actionsOf } from '@shared/domain/audit/actions';
import { LOG_COLUMNS } from '@shared/domain/audit/logTitles';
import { ROLES } from '@shared/domain/users/roles';
import { App } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { refusalOf } from '../../api/refusal';
import { formatCount } from '../../i18n/format';
import { useRefusalText } from '../../ui/RefusalPanel';
import { useReason } from '../../ui/useReason';

/** What the file is written in: the words on screen. */
function wordsOf(t: TFunction): Record<string, string> {
  return Object.fromEntries([
    ...LOG_COLUMNS.map((column) => [column, t(`audit:column.${column}`)]),
    ...actionsOf(ACTION_GROUPS).map((action) => [`action.${action}`, t(`audit:action.${action}`)]),
    ...ROLES.map((role) => [`role.${role}`, t(`terms:role.${role}`)]),
  ]);
}

export type LogFormat = 'xlsx' | 'jsonl';

export function useLogExport(filter: AuditFilter) {
  const { t } = useTranslation();
  const { notification } = App.useApp();
  const refusalText = useRefusalText();
  const write = useApiCommand('audit.export');
  const { ask, dialog } = useReason('export');
  /** False when nothing was written and nobody cancelled. */
  const run = async (format: LogFormat, reason: string): Promise<boolean> => {
    try {
      const { path, entries } = await write.mutateAsync({ format, filter, reason, words: wordsOf(t) });
      if (path === null) return true;
      const title = t('audit:export.done', { count: entries, shown: formatCount(entries) });
      notification.success({ title, description: path, duration: 8 });
      return true;
    } catch (error) {
      const refusal = refusalOf(error);
      const { title, todo } = refusal
        ? refusalText(refusal)
        : { title: t('common:error.title'), todo: t('common:error.unchanged') };
      notification.error({ title, description: todo, duration: 0 });
      return false;
    }
  };
  const askFor = (format: LogFormat): void =>
    ask({
      title: `${t('audit:export.title')} · ${t(`audit:export.${format}`)}`,
      verb: t('audit:export.verb'),
      note: t('audit:export.note'),
      act: (reason) => run(format, reason),
    });
  return { askFor, isRunning: write.isPending, dialog };
}
