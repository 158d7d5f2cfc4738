/** Work that takes over a second (APP-04): stage, n of N, and a cancel that says what it leaves behind. */
import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../i18n/format';

export interface ProgressPanelProps {
  /** Translated name of the stage. */
  readonly stage: string;
  readonly done: number;
  /** null while nobody knows how much there is. */
  readonly total: number | null;
  readonly onCancel?: () => void;
  /** What a cancel leaves behind, e.g. that nothing was written. */
  readonly cancelEffect?: string;
}

export function ProgressPanel({ stage, done, total, onCancel, cancelEffect }: ProgressPanelProps) {
  const { t } = useTranslation();
  const percent = total ? Math.min(100, Math.floor((done / total) * 100)) : 0;
  const counted = total === null ? formatCount(done) : `${formatCount(done)}/${formatCount(total)}`;
  return (
    <div className="qs-progress" role="status" aria-live="polite">
      <span className="qs-figure">{t('common:progress.stage', { counted, stage })}</span>
      <Progress percent={percent} status="active" showInfo={total !== null} />
      {onCancel && <Button onClick={onCancel}>{t('common:action.cancel')}</Button>}
      {cancelEffect && <span className="qs-hint">{cancelEffect}</span>}
    </div>
  );
}
