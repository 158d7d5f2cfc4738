/** What of the typed words cannot be recorded, or had better be put otherwise, each with its article (documents.md §8). */
import { typedFindings, wordCode } from '@shared/domain/contacts/talk';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';

export interface WordsHintProps {
  readonly texts: readonly string[];
  readonly except?: Parameters<typeof typedFindings>[1];
}

export function WordsHint({ texts, except }: WordsHintProps) {
  const { t } = useTranslation();
  const findings = typedFindings(texts, except);
  if (findings.length === 0) return null;
  const blocked = findings.some(({ level }) => level === 'block');
  return (
    <Alert
      type={blocked ? 'error' : 'warning'}
      showIcon
      title={t(blocked ? 'measures:words.block' : 'measures:words.warn')}
      description={
        <ul className="qs-measure-conditions">
          {findings.map((finding) => (
            <li key={`${finding.group} ${finding.level} ${finding.word}`}>
              {t(`contacts:conduct.${wordCode(finding)}`, { words: finding.word })}{' '}
              <span className="qs-hint">{finding.article}</span>
            </li>
          ))}
        </ul>
      }
    />
  );
}
