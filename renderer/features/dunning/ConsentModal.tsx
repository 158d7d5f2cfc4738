/** The consent to perform is issued alone, by those who release it, after two employees explained it to the debtor. */
import type { PackEntry } from '@shared/contract/dunning.contract';
import { isReason } from '@shared/domain/users/reason';
import { App, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { ErrorState } from '../../ui/ErrorState';
import { WarningsReason } from '../documents/WarningsReason';
import { useDunningWords } from './dunningWords';

export interface ConsentModalProps {
  readonly paper: NonNullable<PackEntry['paper']>;
  readonly onIssued: () => void;
  readonly onClose: () => void;
}

export function ConsentModal({ paper, onIssued, onClose }: ConsentModalProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useDunningWords();
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState('');
  const preview = useApiQuery('documents.render', { ...paper, fields: {}, format: 'pdf' });
  const issue = useApiCommand('documents.issueTyped');
  const findings = preview.data?.missing ?? [];
  const isBlocked = findings.some(({ severity }) => severity === 'block');
  const isWarned = findings.length > 0 && !isBlocked;
  const isReady = preview.data !== undefined && !isBlocked && (!isWarned || isReason(reason.trim()));
  const run = (): void =>
    issue.mutate(
      { ...paper, fields: isWarned ? { warningsReason: reason.trim() } : {}, requestId },
      {
        onSuccess: ({ number }) => {
          void message.success(t('dunning:consent.issued', { number }));
          onIssued();
        },
      },
    );
  return (
    <Modal
      open
      centered
      title={t('dunning:consent.title')}
      okText={t('dunning:consent.issue')}
      cancelText={t('common:action.cancel')}
      okButtonProps={{ disabled: !isReady, loading: issue.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      <p>{t('dunning:consent.text')}</p>
      <ul className="qs-dunning-findings">
        {findings.map(({ id, code, subject }) => (
          <li key={`${id} ${code} ${subject}`}>{words.why({ code, subject })}</li>
        ))}
      </ul>
      {isWarned && (
        <WarningsReason
          value={reason}
          onChange={(next) => {
            // Other words are another request.
            setRequestId(crypto.randomUUID());
            setReason(next);
          }}
        />
      )}
      {preview.error && <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />}
      {issue.error && <ErrorState error={issue.error} />}
    </Modal>
  );
}
