/** Page header, 36 px: title, status, at most three buttons; what does not fit belongs into a menu. */
import type { ReactNode } from 'react';

export interface PageHeaderProps {
  readonly title: ReactNode;
  /** Tags and short facts behind the title. */
  readonly status?: ReactNode;
  readonly actions?: ReactNode;
}

export function PageHeader({ title, status, actions }: PageHeaderProps) {
  return (
    <div className="qs-page-header" data-pane>
      <h1>{title}</h1>
      <div className="qs-page-status">{status}</div>
      <div className="qs-page-actions">{actions}</div>
    </div>
  );
}
