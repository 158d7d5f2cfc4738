/** Writes the log to a file for a reason: what is filtered, for reading, or all of it as a proof. */
import type { AuditFilter } from '@shared/contract/audit.contract';
import { type LogWords, logWords, type Texts } from '@shared/domain/audit/logWords';
import { App } from 'antd';
import type { i18n as I18n } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { refusalOf } from '../../api/refusal';
import { formatCount } from '../../i18n/format';
import { useRefusalText } from '../../ui/RefusalPanel';
import { useReason } from '../../ui/useReason';

/** What the file is written in: the words on screen. */
function wordsOf(i18n: I18n): LogWords {
  const texts = (file: string): Record<string, Texts> => i18n.getResourceBundle(i18n.language, file);
  return logWords({ audit: texts('audit'), roles: texts('terms').role ?? {}, fields: texts('parties').fact ?? {} });
}

export type LogFormat = 'xlsx' | 'jsonl';

export function useLogExport(filter: AuditFilter) {
  const { t, i18n } = useTranslation();
  const { notification } = App.useApp();
  const refusalText = useRefusalText();
  const write = useApiCommand('audit.export');
  const { ask, dialog } = useReason('export');
  /** False when nothing was written and nobody cancelled. */
  const run = async (format: LogFormat, reason: string): Promise<boolean> => {
    try {
      const { path, entries } = await write.mutateAsync({ format, filter, reason, words: wordsOf(i18n) });
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
