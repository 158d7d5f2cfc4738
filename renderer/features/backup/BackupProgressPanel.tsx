/** How far a backup or a restore is, in megabytes. */
import type { BackupProgress } from '@shared/contract/backup.contract';
import { useTranslation } from 'react-i18next';
import { ProgressPanel } from '../../ui/ProgressPanel';

const MEGABYTE = 1024 * 1024;

export interface BackupProgressPanelProps {
  readonly event: { readonly kind: string } | null;
  readonly onCancel?: () => void;
  /** Translated; what a cancel leaves behind. */
  readonly effect?: string;
}

const progressOf = (event: BackupProgressPanelProps['event']): BackupProgress | null =>
  event?.kind === 'progress' ? (event as BackupProgress) : null;

export function BackupProgressPanel({ event, onCancel, effect }: BackupProgressPanelProps) {
  const { t } = useTranslation();
  const progress = progressOf(event);
  const total = progress?.total;
  return (
    <ProgressPanel
      stage={t(`backup:stage.${progress?.stage ?? 'database'}`)}
      done={Math.round((progress?.done ?? 0) / MEGABYTE)}
      total={total ? Math.max(1, Math.round(total / MEGABYTE)) : null}
      onCancel={onCancel}
      cancelEffect={onCancel && (effect ?? t('backup:cancelEffect'))}
    />
  );
}
