/** The end of a draft: approved by somebody who had no hand in it, or sent back to those who prepared it with a reason. */
import type { RuleChange, RuleDetail, RuleDraft } from '@shared/contract/rules.contract';
import { App, Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useMay, useOpenSession } from '../../app/sessionContext';
import { formatInstant } from '../../i18n/format';
import { ErrorState } from '../../ui/ErrorState';
import { useReason } from '../../ui/useReason';
import { ApproveModal } from './ApproveModal';

function SendBack({ rule, draft }: { rule: RuleDetail; draft: RuleDraft }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const mayReturn = useMay('rules.approve');
  const sendBack = useApiCommand('rules.returnDraft');
  const { ask, dialog } = useReason('sendBack');
  if (!mayReturn || draft.returned) return null;
  const run = (reason: string): Promise<boolean> =>
    sendBack.mutateAsync({ id: draft.id, rev: draft.rev, reason }).then(
      () => {
        void message.success(t('rules:draft.return.done'));
        return true;
      },
      // What is wrong is said beside the draft, so the question never stays.
      () => true,
    );
  const question = {
    title: t('rules:draft.return.title', { title: rule.title }),
    verb: t('rules:draft.return.verb'),
    note: t('rules:draft.return.note'),
    act: run,
  };
  return (
    <>
      <Button onClick={() => ask(question)}>{t('rules:draft.return.verb')}</Button>
      {sendBack.error && <ErrorState error={sendBack.error} />}
      {dialog}
    </>
  );
}

/** Why the person here cannot approve now; null when he can. */
function useHindrance(draft: RuleDraft, isChanged: boolean): string | null {
  const { t } = useTranslation();
  const mayApprove = useMay('rules.approve');
  const { user } = useOpenSession();
  if (!mayApprove) return t('rules:draft.approvers');
  if (draft.preparedBy.some(({ userId }) => userId === user.id)) return t('errors:own-item.todo');
  if (isChanged) return t('rules:draft.saveFirst');
  if (draft.returned) return t('errors:rule-draft-returned.title');
  return draft.faults.length > 0 ? t('rules:draft.faulty', { count: draft.faults.length }) : null;
}

function OfDraft({ rule, draft, isChanged }: { rule: RuleDetail; draft: RuleDraft; isChanged: boolean }) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const why = useHindrance(draft, isChanged);
  const names = draft.preparedBy.map(({ display }) => display).join(t('common:list.separator'));
  return (
    <>
      <span className="qs-hint">{t('rules:draft.preparedBy', { names, at: formatInstant(draft.savedAt) })}</span>
      <Tooltip title={why}>
        <Button aria-disabled={why !== null} onClick={() => why === null && setAsking(true)}>
          {t('rules:draft.approve')}
        </Button>
      </Tooltip>
      <SendBack rule={rule} draft={draft} />
      {isAsking && <ApproveModal rule={rule} draft={draft} onClose={() => setAsking(false)} />}
    </>
  );
}

/** Who prepared it, and whether the person here may approve: the button stays and says why not. */
export function Approval({ rule, change, isChanged }: { rule: RuleDetail; change: RuleChange; isChanged: boolean }) {
  return change.draft && <OfDraft rule={rule} draft={change.draft} isChanged={isChanged} />;
}
