/** The report's chapters over the form: where one is, and how much each still lacks. */
import type { MissingItem } from '@shared/contract/documents.contract';
import { Badge } from 'antd';
import { useTranslation } from 'react-i18next';
import { isAboutFile } from './formFocus';
import { FORM_TEXTS, SECTIONS } from './reportForm';

export interface ChapterNavProps {
  readonly missing: readonly MissingItem[];
  readonly current: string;
  readonly onGo: (section: string) => void;
}

export function ChapterNav({ missing, current, onGo }: ChapterNavProps) {
  const { t } = useTranslation();
  const blocksIn = (section: string): number =>
    missing.filter((item) => item.severity === 'block' && item.section === section && !isAboutFile(item)).length;
  return (
    <nav className="qs-chapters" aria-label={t('documents:form.chapters')}>
      {SECTIONS.map((section) => (
        <button
          key={section}
          type="button"
          aria-current={section === current ? 'location' : undefined}
          title={t(`${FORM_TEXTS}.sections.${section}`)}
          onClick={() => onGo(section)}
        >
          {t(`${FORM_TEXTS}.shortSections.${section}`)}
          <Badge size="small" count={blocksIn(section)} />
        </button>
      ))}
    </nav>
  );
}
