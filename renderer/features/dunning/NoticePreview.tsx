/** One notice of the pack as it will print, marked as draft. */
import type { PackEntry } from '@shared/contract/dunning.contract';
import { App, Button, Drawer } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { PdfView } from '../../ui/PdfView';
import { fromBase64 } from '../documents/base64';
import { useDunningWords } from './dunningWords';

export interface NoticePreviewProps {
  readonly entry: PackEntry;
  readonly payBy: string | null;
  readonly onClose: () => void;
}

function Paper({ form, subject, payBy }: { form: string; subject: string; payBy: string | null }) {
  const fields = payBy === null ? {} : { payBy };
  const preview = useApiQuery('documents.render', { form, subject, fields, format: 'pdf' });
  const file = preview.data?.fileBase64;
  const data = useMemo(() => (file === undefined ? null : fromBase64(file)), [file]);
  if (preview.error) return <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />;
  return data === null ? <Loading /> : <PdfView data={data} />;
}

/** The consent to perform is issued alone, by those who release it, after two employees explained it to the debtor. */
function IssueConsent({ paper, onIssued }: { paper: NonNullable<PackEntry['paper']>; onIssued: () => void }) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const mayIssue = useMay('notice.consent');
  const [requestId] = useState(() => crypto.randomUUID());
  const issue = useApiCommand('documents.issueTyped');
  if (!mayIssue) return <p>{t('dunning:consent.whoMay')}</p>;
  const confirm = async (): Promise<void> => {
    const sure = await modal.confirm({
      title: t('dunning:consent.title'),
      content: t('dunning:consent.text'),
      okText: t('dunning:consent.issue'),
      cancelText: t('common:action.cancel'),
    });
    if (!sure) return;
    issue.mutate(
      { ...paper, fields: {}, requestId },
      {
        onSuccess: ({ number }) => {
          void message.success(t('dunning:consent.issued', { number }));
          onIssued();
        },
      },
    );
  };
  return (
    <>
      <Button loading={issue.isPending} onClick={() => void confirm()}>
        {t('dunning:consent.issue')}
      </Button>
      {issue.error && <ErrorState error={issue.error} />}
    </>
  );
}

export function NoticePreview({ entry, payBy, onClose }: NoticePreviewProps) {
  const { t } = useTranslation();
  const words = useDunningWords();
  return (
    <Drawer open size={720} title={words.addressee(entry)} onClose={onClose}>
      <ul className="qs-dunning-findings">
        {entry.blocked.map((finding) => (
          <li key={finding.code}>{words.why(finding)}</li>
        ))}
      </ul>
      {entry.reason === 'first-notice' && <p>{t('dunning:preview.noInterruption')}</p>}
      {entry.paper && entry.form === 'DOC-REC-04' && <IssueConsent paper={entry.paper} onIssued={onClose} />}
      {entry.paper && <Paper {...entry.paper} payBy={payBy} />}
    </Drawer>
  );
}
