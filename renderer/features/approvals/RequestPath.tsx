/** The levels of a request with what each said, why these levels decide, and the checks that a decision rests on. */

import { CheckOutlined, CloseOutlined } from '@ant-design/icons';
import type { ApprovalDecision, ApprovalDetail } from '@shared/contract/approvals.contract';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../i18n/format';
import { DateText } from '../../ui/DateText';
import { Why } from '../../ui/Why';
import { useApprovalWords } from './approvalWords';

const TONE = { consent: 'success', return: 'warning', reject: 'error', withdraw: 'default', void: 'default' } as const;

export function DecisionLine({ decision }: { decision: ApprovalDecision }) {
  const { t } = useTranslation();
  const { outcome, display, forDisplay, opinion, decidedAt, code } = decision;
  return (
    <>
      <div>
        <Tag color={TONE[outcome]}>{t(`approvals:outcome.${outcome}`)}</Tag>
        {display}
        {forDisplay !== null && ` ${t('approvals:forOther', { name: forDisplay })}`}
        <span className="qs-hint"> {formatInstant(decidedAt)}</span>
      </div>
      {opinion !== '' && <div className="qs-approval-opinion">{opinion}</div>}
      {code !== null && (
        <div className="qs-hint">
          {t('approvals:code')} <code>{code}</code>
        </div>
      )}
    </>
  );
}

function Deadline({ request }: { request: ApprovalDetail }) {
  const { t } = useTranslation();
  const { deadline, deadlineTrace } = request;
  if (deadline === null) return null;
  return (
    <p>
      {t('approvals:deadline')}{' '}
      <Why of={{ sentence: t('approvals:deadlineWhy'), asOf: request.asOf, rules: deadlineTrace }}>
        <DateText date={deadline} />
      </Why>
    </p>
  );
}

/** What every request rests on, then what its kind does; the caption counts what is met. */
function Checks({ request }: { request: ApprovalDetail }) {
  const { t } = useTranslation();
  const isSame = request.changes.length === 0;
  const names = request.preparedBy.map(({ display }) => display).join(t('audit:separator'));
  const lines = [
    { key: 'content', met: isSame, text: t(`approvals:check.content.${isSame ? 'yes' : 'no'}`), article: null },
    { key: 'separation', met: true, text: t('approvals:check.separation', { names }), article: null },
    ...request.checklist.map(({ id, met, detail, article }, index) => ({
      key: `${id} ${index}`,
      ...{ met, article },
      text:
        detail === '' ? t(`approvals:item.${id}`) : t('approvals:itemOf', { item: t(`approvals:item.${id}`), detail }),
    })),
  ];
  const met = lines.filter((line) => line.met).length;
  return (
    <section aria-label={t('approvals:checks')}>
      <h2>{t('approvals:checksMet', { met, all: lines.length })}</h2>
      <ul className="qs-approval-checks">
        {lines.map((line) => (
          <li key={line.key} className={line.met ? undefined : 'qs-approval-bad'}>
            {line.met ? <CheckOutlined /> : <CloseOutlined />} {line.text}{' '}
            {line.article !== null && <span className="qs-hint">{line.article}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function RequestPath({ request }: { request: ApprovalDetail }) {
  const { t } = useTranslation();
  const words = useApprovalWords();
  const { path, at, state, decisions } = request;
  const others = decisions.filter(({ level }) => level === null);
  const waiting = (index: number) =>
    index === at && state === 'submitted' ? t('approvals:waits') : t('approvals:later');
  return (
    <section aria-label={t('approvals:path')}>
      <h2>
        <Why of={{ sentence: t('approvals:pathWhy'), asOf: request.asOf, rules: request.trace }}>
          {t('approvals:path')}
        </Why>
      </h2>
      <ol className="qs-approval-path">
        {path.map((level, index) => {
          const said = decisions.find((each) => each.at === index && each.level !== null);
          return (
            <li key={level} aria-current={index === at && state === 'submitted' ? 'step' : undefined}>
              <strong>{words.level(level)}</strong>
              {said ? <DecisionLine decision={said} /> : <span className="qs-hint"> {waiting(index)}</span>}
            </li>
          );
        })}
      </ol>
      {others.map((decision) => (
        <DecisionLine key={decision.decidedAt} decision={decision} />
      ))}
      <Deadline request={request} />
      <Checks request={request} />
    </section>
  );
}
