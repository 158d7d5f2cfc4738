/** What stands against an act, what has to be accepted with a reason, and which deadlines the act begins or meets. */
import type { CaseView } from '@shared/contract/litigationViews';
import { Alert, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';
import { useRefusalText } from '../../ui/RefusalPanel';
import { DeadlinePill } from './DeadlinePill';

type Outlook = OutputOf<'litigation.previewAct'>;

interface Props {
  readonly file: CaseView;
  readonly outlook: Outlook;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

export function ActOutlook({ file, outlook, reason, onReason }: Props) {
  const { t } = useTranslation();
  const textOf = useRefusalText();
  const { findings, begins, meets } = outlook;
  const isRefused = findings.some(({ severity }) => severity === 'refuse');
  return (
    <>
      {findings.map(({ code, facts, article, severity }) => {
        const { title, todo } = textOf({ code, facts });
        const fields = code === 'act-fact-missing' ? t(`litigation:case.field.${facts.field}`) : '';
        return (
          <Alert
            key={`${code} ${facts.field ?? ''}`}
            type={severity === 'refuse' ? 'error' : 'warning'}
            showIcon
            title={[title, fields].join(' ')}
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
