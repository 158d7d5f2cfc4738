/** A decision about the case in its course: of the committee, of whoever permits, of the level that files. */
import { Link } from '@tanstack/react-router';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Decision } from './courseLines';

export function DecisionLine({ decision }: { decision: Decision }) {
  const { t } = useTranslation();
  const { on, kind, permit, outcome, number, requestId } = decision;
  const act = permit ? t(`litigation:case.permit.act.${permit.terms.release ?? permit.kind}`) : '';
  const isDecided = outcome === 'approved' || outcome === 'rejected';
  const said = isDecided ? t(`approvals:state.${outcome}`) : t(`litigation:case.decision.${outcome}`);
  const isAgainst = outcome === 'rejected' || outcome === 'refused';
  return (
    <li>
      <span className="qs-figure">{on}</span>
      <b>{t(`litigation:case.decision.${kind}`, { act })}</b>
      <div>
        <Tag color={isAgainst ? 'error' : 'success'}>{said}</Tag>
        {[number, permit?.terms.item].filter(Boolean).join(' ')}
      </div>
      <span className="qs-hint">
        {requestId !== null && (
          <Link to="/approvals" search={{ list: 'all', id: requestId } as never}>
            {t('litigation:case.permit.approval')}
          </Link>
        )}
      </span>
      <span />
    </li>
  );
}
