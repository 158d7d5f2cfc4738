/** The tab of the branch's own version: whether it may have one, the draft on its way, or the button that begins one. */
import type { RuleDetail } from '@shared/contract/rules.contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useKeptState } from '../../app/keptForms';
import { useMay } from '../../app/sessionContext';
import { DraftEditor } from './DraftEditor';

export function BranchVersion({ rule }: { rule: RuleDetail }) {
  const { t } = useTranslation();
  const mayEdit = useMay('rules.edit');
  const [isBegun, setBegun] = useKeptState(`rules.begun ${rule.id}`, false);
  const { change } = rule;
  if (!change) {
    const why = rule.layer === 'branch' ? 'own' : 'statute';
    return <p className="qs-hint">{t(`rules:draft.unchangeable.${why}`)}</p>;
  }
  if (change.draft || isBegun) return <DraftEditor rule={rule} change={change} onClose={() => setBegun(false)} />;
  return (
    <div className="qs-rules-draft">
      <p className="qs-hint">{t(`rules:draft.how.${change.how}`)}</p>
      {mayEdit ? (
        <Button type="primary" onClick={() => setBegun(true)}>
          {t('rules:draft.begin')}
        </Button>
      ) : (
        <p className="qs-hint">{t('rules:draft.editors')}</p>
      )}
    </div>
  );
}
