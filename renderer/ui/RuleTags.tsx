/** Where a figure of a rule comes from, and how sure it is: 本行 / 办法 / 法规, 待法律确认. Sure ones carry no second tag. */
import type { Layer, RuleStatus } from '@shared/rules/ruleTypes';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import './ruleTags.css';

const LAYER_COLOURS: Readonly<Record<Layer, string>> = { national: 'default', regulation: 'blue', branch: 'purple' };

export function LayerTag({ layer }: { layer: Layer }) {
  const { t } = useTranslation();
  return <Tag color={LAYER_COLOURS[layer]}>{t(`rules:layer.${layer}`)}</Tag>;
}

export function StatusTag({ status }: { status: RuleStatus | undefined }) {
  const { t } = useTranslation();
  if (status === undefined || status === 'verified') return null;
  return (
    <Tag className="qs-rule-unsure" title={t(`rules:statusHint.${status}`)}>
      {t(`rules:status.${status}`)}
    </Tag>
  );
}
