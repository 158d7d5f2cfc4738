/** The same draft was saved elsewhere, in the same fields: the person chooses field by field. */
import type { FieldValue } from '@shared/domain/litigation/preLitigationReport/fields';
import { useTranslation } from 'react-i18next';
import { useOpenSession } from '../../app/sessionContext';
import { formatInstant } from '../../i18n/format';
import { StaleVersion } from '../../ui/StaleVersion';
import { FORM_TEXTS } from './reportForm';
import type { DraftEditor } from './useDraftEditor';
import type { DraftConflict } from './useDraftSaving';

export function DraftConflictPanel({ editor, conflict }: { editor: DraftEditor; conflict: DraftConflict }) {
  const { t } = useTranslation();
  const { user } = useOpenSession();
  const shown = (value: unknown): string => {
    if (Array.isArray(value)) return t('documents:table.rows', { count: value.length });
    return (value as FieldValue | undefined)?.toString() || t('common:unknown');
  };
  return (
    <StaleVersion
      by={user.display}
      at={formatInstant(conflict.theirs.savedAt)}
      fields={conflict.open.map((field) => ({
        field,
        label: t(`${FORM_TEXTS}.fields.${field}`),
        mine: shown(conflict.mine[field]),
        theirs: shown(conflict.theirs.fields[field]),
      }))}
      onTake={editor.resolve}
      onReload={editor.takeTheirs}
    />
  );
}
