/** One notice of the pack as it will print, marked as draft. */
import type { PackEntry } from '@shared/contract/dunning.contract';
import { Button, Drawer } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { PdfView } from '../../ui/PdfView';
import { fromBase64 } from '../documents/base64';
import { ConsentModal } from './ConsentModal';
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

/** Whoever may not release it is told who does. */
function IssueConsent({ paper, onIssued }: { paper: NonNullable<PackEntry['paper']>; onIssued: () => void }) {
  const { t } = useTranslation();
  const mayIssue = useMay('notice.consent');
  const [isOpen, setOpen] = useState(false);
  if (!mayIssue) return <p>{t('dunning:consent.whoMay')}</p>;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('dunning:consent.issue')}</Button>
      {isOpen && <ConsentModal paper={paper} onIssued={onIssued} onClose={() => setOpen(false)} />}
    </>
  );
}

export function NoticePreview({ entry, payBy, onClose }: NoticePreviewProps) {
  const { t } = useTranslation();
  const words = useDunningWords();
  return (
    <Drawer open size={720} title={words.addressee(entry)} onClose={onClose}>
      <ul className="qs-dunning-findings">
        {[...entry.blocked, ...entry.warned].map((finding) => (
          <li key={`${finding.code} ${finding.subject}`}>{words.why(finding)}</li>
        ))}
      </ul>
      {entry.reason === 'first-notice' && <p>{t('dunning:preview.noInterruption')}</p>}
      {entry.paper && entry.form === 'DOC-REC-04' && <IssueConsent paper={entry.paper} onIssued={onClose} />}
      {entry.paper && <Paper {...entry.paper} payBy={payBy} />}
    </Drawer>
  );
}
