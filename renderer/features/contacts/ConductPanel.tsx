/** What stands against a contact, while it is being typed: each finding with its article; a block cannot be passed. */
import type { ContactView } from '@shared/contract/contacts.contract';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';

type Finding = ContactView['warnings'][number];

export function ConductFindings({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation();
  return (
    <ul className="qs-contact-findings">
      {findings.map(({ code, article, limit }) => (
        <li key={code}>
          {t(`contacts:conduct.${code}`, { limit })} <span className="qs-hint">{article}</span>
        </li>
      ))}
    </ul>
  );
}

export function ConductPanel({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation();
  if (findings.length === 0) return null;
  const blocked = findings.some(({ level }) => level === 'block');
  return (
    <Alert
      className="qs-contact-conduct"
      type={blocked ? 'error' : 'warning'}
      showIcon
      role="alert"
      title={t(blocked ? 'contacts:conduct.block' : 'contacts:conduct.warn')}
      description={<ConductFindings findings={findings} />}
    />
  );
}
