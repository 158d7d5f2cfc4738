/** A paper as it will print, what keeps it from being issued or needs a reason, and issuing it. */
import { isReason } from '@shared/domain/users/reason';
import { App, Button, Modal } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { ErrorState } from '../../ui/ErrorState';
import { PdfView } from '../../ui/PdfView';
import { fromBase64 } from '../documents/base64';
import { WarningsReason } from '../documents/WarningsReason';

interface Props {
  /** Code of the form. */
  readonly form: string;
  readonly subject: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly onClose: () => void;
}

export function PaperModal({ form, subject, fields, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState('');
  const paper = useApiQuery('documents.render', { form, subject, fields, format: 'pdf' });
  const issue = useApiCommand('documents.issueTyped');
  const data = useMemo(() => (paper.data ? fromBase64(paper.data.fileBase64) : null), [paper.data]);
  const findings = paper.data?.missing ?? [];
  const isBlocked = findings.some(({ severity }) => severity === 'block');
  const isWarned = findings.length > 0 && !isBlocked;
  const isReady = paper.data && !isBlocked && (!isWarned || isReason(reason.trim()));
  const run = (): void =>
    issue.mutate(
      { form, subject, fields: isWarned ? { ...fields, warningsReason: reason.trim() } : fields, requestId },
      {
        onSuccess: ({ number }) => {
          void message.success(t('team:paper.issued', { number: number ?? '' }));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      centered
      width={760}
      title={t('team:paper.title')}
      onCancel={onClose}
      footer={[
        <Button key="close" onClick={onClose}>
          {t('common:action.close')}
        </Button>,
        <Button key="issue" type="primary" disabled={!isReady} loading={issue.isPending} onClick={run}>
          {t('team:paper.issue')}
        </Button>,
      ]}
    >
      {issue.error && <ErrorState error={issue.error} />}
      {paper.error && <ErrorState error={paper.error} onRetry={() => void paper.refetch()} />}
      {findings.map(({ id, code, severity, subject: about }) => (
        <p key={`${id} ${code} ${about}`} className={severity === 'warn' ? 'qs-hint' : undefined}>
          {t(`team:planText.${id}`, { defaultValue: '' })} {t(`documents:missing.${code}`, { subject: about ?? '' })}
        </p>
      ))}
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
      <div className="qs-team-paper">{!paper.error && <PdfView data={data} />}</div>
    </Modal>
  );
}
