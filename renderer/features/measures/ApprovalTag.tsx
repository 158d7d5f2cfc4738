/** How the request about a measure or a step stands; leads to it. */
import type { ConductStepView } from '@shared/contract/measures.contract';
import { Link } from '@tanstack/react-router';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';

export function ApprovalTag({ approval }: { approval: NonNullable<ConductStepView['approval']> }) {
  const { t } = useTranslation();
  return (
    <Link to="/approvals" search={{ list: 'all', id: approval.id } as never}>
      <Tag>{t(`measures:approvalState.${approval.state}`)}</Tag>
    </Link>
  );
}
