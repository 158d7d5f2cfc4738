/** Findings as a list whose lines lead to the field, or to the household file where that must be repaired. */
import type { MissingItem } from '@shared/contract/documents.contract';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { findingKey, findingLines, useFindingText } from './findings';
import { isAboutFile } from './formFocus';

export interface MissingListProps {
  readonly items: readonly MissingItem[];
  /** Whose file the findings are repaired in; null: nobody's. */
  readonly household: string | null;
  readonly onJump?: (item: MissingItem) => void;
}

export function MissingList({ items, household, onJump }: MissingListProps) {
  const { t } = useTranslation();
  const { full } = useFindingText();
  return (
    <ul className="qs-missing">
      {findingLines(items).map(({ item, rows }) => (
        <li key={findingKey(item)} data-severity={item.severity}>
          {isAboutFile(item) ? (
            <>
              {full(item, rows)} <span className="qs-hint">{t(`documents:repair.${item.id}`)}</span>{' '}
              {household !== null && (
                <Link to="/household/$key" params={{ key: household }}>
                  {t('documents:repair.open')}
                </Link>
              )}
            </>
          ) : onJump ? (
            <Button type="link" size="small" onClick={() => onJump(item)}>
              {full(item, rows)}
            </Button>
          ) : (
            full(item, rows)
          )}
        </li>
      ))}
    </ul>
  );
}
