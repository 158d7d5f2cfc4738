/** What stands against an act, what has to be accepted with a reason, and which deadlines the act begins or meets. */
import type { CaseView } from '@shared/contract/litigationViews';
import { Alert, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';
import { useRefusalText } from '../../ui/RefusalPanel';
import { usePartyName } from './actFacts';
import { DeadlinePill } from './DeadlinePill';

type Outlook = OutputOf<'litigation.previewAct'>;

/** What is not filled in yet is no mistake of whoever is still typing. */
const MISSING = 'act-fact-missing';

interface Props {
  readonly file: CaseView;
  readonly outlook: Outlook;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

export function ActOutlook({ file, outlook, reason, onReason }: Props) {
  const { t } = useTranslation();
  const textOf = useRefusalText();
  const partyName = usePartyName(file);
  const { findings, begins, meets } = outlook;
  const isRefused = findings.some(({ severity }) => severity === 'refuse');
  const missing = findings.filter(({ code }) => code === MISSING).map(({ facts }) => facts.field);
  return (
    <>
      {missing.length > 0 && (
        <p className="qs-hint">
          {t('litigation:case.stillMissing', {
            fields: missing.map((field) => t(`litigation:case.field.${field}`)).join(t('litigation:case.separator')),
          })}
        </p>
      )}
      {findings
        .filter(({ code }) => code !== MISSING)
        .map(({ code, facts, article, severity }) => {
          const { title, todo } = textOf({ code, facts });
          return (
            <Alert
              key={code}
              type={severity === 'refuse' ? 'error' : 'warning'}
              showIcon
              title={title}
              description={[article, todo].filter(Boolean).join(' ')}
            />
          );
        })}
      {findings.length > 0 && !isRefused && (
        <Form.Item label={t('litigation:case.acceptWhy')} htmlFor="act-reason" required>
          <Input id="act-reason" maxLength={200} value={reason} onChange={(event) => onReason(event.target.value)} />
        </Form.Item>
      )}
      {[...begins, ...meets].length > 0 && (
        <ul>
          {begins.map((each) => (
            <li key={each.key}>
              {t('litigation:case.begins')} {t(`litigation:case.deadline.${each.kind}`)}{' '}
              {each.party && partyName(each.party)}{' '}
              <DeadlinePill day={each.day} today={file.today} provisional={each.provisional} />
            </li>
          ))}
          {meets.map((each) => (
            <li key={each.key}>
              {t('litigation:case.meets')} {t(`litigation:case.deadline.${each.kind}`)}{' '}
              {t(`litigation:case.deadlineState.${each.state}`)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
