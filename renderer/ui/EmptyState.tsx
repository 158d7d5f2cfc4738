/** Nothing to show, and why: nothing there yet, the filter hides all of it, or nothing is due. */
import { Button, Empty } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface EmptyStateProps {
  readonly why: 'none' | 'filtered' | 'nothing-due';
  /** First action when there is nothing yet, e.g. an import button. */
  readonly action?: ReactNode;
  readonly onClearFilter?: () => void;
}

export function EmptyState({ why, action, onClearFilter }: EmptyStateProps) {
  const { t } = useTranslation();
  return (
    <Empty className="qs-state" image={Empty.PRESENTED_IMAGE_SIMPLE} description={t(`common:empty.${why}`)}>
      {why === 'filtered' && onClearFilter ? (
        <Button onClick={onClearFilter}>{t('common:action.clearFilter')}</Button>
      ) : (
        action
      )}
    </Empty>
  );
}
