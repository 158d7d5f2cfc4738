/** A loan's five-level or fine class as a square tag; the code is always printed, so that colour is never alone. */
import { useTranslation } from 'react-i18next';
import { CLASS_LOOKS } from './classTag.styles';

export function ClassTag({ level }: { level: string | null }) {
  const { t } = useTranslation();
  if (level === null) return <span>{t('common:unknown')}</span>;
  const look = CLASS_LOOKS[level];
  if (!look) return <span>{level}</span>;
  return (
    <span
      className="qs-class-tag"
      title={t(`terms:class.${look.key}.full`)}
      style={{ color: look.text, background: look.tint, borderColor: look.solid }}
    >
      {t(`terms:class.${look.key}.code`)}
    </span>
  );
}
