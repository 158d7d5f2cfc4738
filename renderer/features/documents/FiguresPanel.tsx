/** What the form takes from the household file: every figure with its source and date, and what an update changed. */
import type { Draft } from '@shared/contract/documents.contract';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../i18n/format';
import { currentLanguage } from '../../i18n/i18n';
import { Why } from '../../ui/Why';
import type { FigureChange } from './figureChanges';

export function FigureChanges({ changes, onClose }: { changes: readonly FigureChange[]; onClose?: () => void }) {
  const { t } = useTranslation();
  if (changes.length === 0) return null;
  return (
    <Alert
      type="info"
      showIcon
      role="status"
      className="qs-form-alert"
      closable={onClose ? { onClose } : false}
      title={t('documents:figures.changed', { count: changes.length })}
      description={
        <ul>
          {changes.map(({ label, before, after }) => (
            <li key={label}>
              {t('documents:figures.change', {
                label,
                before: before ?? t('common:unknown'),
                after: after ?? t('common:unknown'),
              })}
            </li>
          ))}
        </ul>
      }
    />
  );
}

export function FiguresPanel({ draft }: { draft: Pick<Draft, 'figures' | 'asOf'> }) {
  const { t } = useTranslation();
  const asOf = formatDate(draft.asOf, currentLanguage(), false);
  // Payments of one day share a label; the place in the list tells them apart.
  const figures = draft.figures.map((figure, index) => ({ ...figure, key: `${index} ${figure.label}` }));
  return (
    <details className="qs-form-figures">
      <summary>{t('documents:figures.title', { count: figures.length, asOf })}</summary>
      {figures.length === 0 && <p className="qs-hint">{t('documents:figures.none')}</p>}
      <dl>
        {figures.map(({ key, label, value, source, asOf: date }) => (
          <div key={key}>
            <dt title={label}>{label}</dt>
            <dd>
              <Why of={{ sentence: source, asOf: date }}>{value}</Why>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
