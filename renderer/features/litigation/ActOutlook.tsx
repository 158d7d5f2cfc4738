/** What stands against an act, what has to be accepted with a reason, and which deadlines the act begins or meets. */
import type { CaseView } from '@shared/contract/litigationViews';
import type { CourtAct } from '@shared/domain/litigation/actKinds';
import { TRANSITIONS } from '@shared/domain/litigation/procedure';
import { isCourtAct } from '@shared/domain/litigation/replay';
import { Alert, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';
import { useRefusalText } from '../../ui/RefusalPanel';
import { usePartyName } from './actFacts';
import { DeadlinePill } from './DeadlinePill';

type Outlook = OutputOf<'litigation.previewAct'>;

/** What is not filled in yet is no mistake of whoever is still typing. */
const MISSING = 'act-fact-missing';
const OUT_OF_ORDER = 'act-out-of-order';
/** What fits nearly everywhere is not told state by state. */
const MOST_STATES = 8;

/** Where the case would have to stand. */
function useStatesFor(): (kind: string) => string | null {
  const { t } = useTranslation();
  return (kind) => {
    const states = isCourtAct(kind) ? Object.keys(TRANSITIONS[kind].moves) : [];
    if (states.length === 0 || states.length > MOST_STATES) return null;
    const words = states.map((state) => t(`litigation:case.stage.${state}`));
    return t('litigation:case.onlyIn', { states: words.join(t('litigation:case.separator')) });
  };
}

interface Props {
  readonly file: CaseView;
  readonly kind: CourtAct;
  readonly outlook: Outlook;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

export function ActOutlook({ file, kind, outlook, reason, onReason }: Props) {
  const { t } = useTranslation();
  const textOf = useRefusalText();
  const statesFor = useStatesFor();
  const partyName = usePartyName(file);
  const { findings, begins, meets } = outlook;
  const isRefused = findings.some(({ severity }) => severity === 'refuse');
  const missing = findings.filter(({ code }) => code === MISSING).map(({ facts }) => facts.field);
  return (
    <>
      {missing.length > 0 && (
        <p className="qs-hint">
          {t('litigation:case.stillMissing', {
            fields: missing
              .map((field) => t(`litigation:case.field.${field}`, { context: kind }))
              .join(t('litigation:case.separator')),
          })}
        </p>
      )}
      {findings
        .filter(({ code }) => code !== MISSING)
        .map(({ code, facts, article, severity }) => {
          const { title, todo } = textOf({ code, facts });
          const where = code === OUT_OF_ORDER ? statesFor(String(facts.kind)) : null;
          return (
            <Alert
              key={code}
              type={severity === 'refuse' ? 'error' : 'warning'}
              showIcon
              title={title}
              description={[article, where, todo].filter(Boolean).map((line) => <div key={line}>{line}</div>)}
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
