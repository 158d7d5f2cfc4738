/** What stands against a contact, while it is being typed: each finding with its article; a block cannot be passed. */
import type { ContactView } from '@shared/contract/contacts.contract';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';

type Finding = ContactView['warnings'][number];

export function ConductFindings({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation();
  return (
    <ul className="qs-contact-findings">
      {findings.map(({ code, article, limit, words }) => (
        <li key={code}>
          {t(`contacts:conduct.${code}`, { limit, words })} <span className="qs-hint">{article}</span>
        </li>
      ))}
    </ul>
  );
}

export function ConductPanel({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation();
  if (findings.length === 0) return null;
  const blocks = findings.filter(({ level }) => level === 'block');
  const blocked = blocks.length > 0;
  return (
    <Alert
      className="qs-contact-conduct"
      type={blocked ? 'error' : 'warning'}
      showIcon
      role="alert"
      title={t(blocked ? 'contacts:conduct.block' : 'contacts:conduct.warn')}
      // What is passed with a reason can wait until nothing stands against it.
      description={<ConductFindings findings={blocked ? blocks : findings} />}
    />
  );
}
