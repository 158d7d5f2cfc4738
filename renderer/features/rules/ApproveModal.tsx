/** Putting a rule in force (L3): what it does, and the name of the rule typed by the one who answers for it. */
import type { RuleDetail, RuleDraft } from '@shared/contract/rules.contract';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { ErrorState } from '../../ui/ErrorState';
import { Impact } from './Impact';

export function ApproveModal({ rule, draft, onClose }: { rule: RuleDetail; draft: RuleDraft; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [typed, setTyped] = useState('');
  const approve = useApiCommand('rules.approveDraft');
  const { from, document, article } = draft.draft;
  const run = (): void =>
    approve.mutate(
      { id: draft.id, rev: draft.rev },
      {
        onSuccess: () => {
          void message.success(t('rules:approve.done', { title: rule.title, date: from }));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      width={520}
      title={t('rules:approve.title', { title: rule.title })}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={[
        <Button key="cancel" autoFocus onClick={onClose}>
          {t('common:action.cancel')}
        </Button>,
        <Button
          key="approve"
          type="primary"
          disabled={typed.trim() !== rule.title}
          loading={approve.isPending}
          onClick={run}
        >
          {t('rules:approve.verb')}
        </Button>,
      ]}
    >
      <ul className="qs-effects">
        <li>{t('rules:approve.effect.force', { date: from })}</li>
        <li>{t('rules:approve.effect.source', { document, article })}</li>
        <li>{t('rules:approve.effect.frozen')}</li>
      </ul>
      <Impact draft={draft} />
      {approve.error && <ErrorState error={approve.error} />}
      <label htmlFor="approve-name">{t('rules:approve.type', { title: rule.title })}</label>
      <Input id="approve-name" value={typed} onChange={(event) => setTyped(event.target.value)} />
    </Modal>
  );
}
