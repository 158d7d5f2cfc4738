/** What nobody does alone in a case: withdrawing, releasing, settling, taking things (B4 §14, §16, §19, §20): asked, decided, filed. */
import type { CaseView } from '@shared/contract/litigationViews';
import { PERMIT_FORMS } from '@shared/domain/litigation/permits';
import { Link } from '@tanstack/react-router';
import { App, Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { ErrorState } from '../../ui/ErrorState';
import { FileTable } from '../parties/FileTable';
import { PermitFilingModal } from './PermitFilingModal';
import { PermitModal } from './PermitModal';

type PermitView = CaseView['permits'][number];

function Decision({ permit: { state, approval } }: { permit: PermitView }) {
  const { t } = useTranslation();
  const said = t(`litigation:case.permit.state.${state}`);
  if (!approval) return said;
  return (
    <Link to="/approvals" search={{ list: 'all', id: approval.id } as never}>
      {said}
    </Link>
  );
}

function Filing({ permit, onFile }: { permit: PermitView; onFile: () => void }) {
  const { t } = useTranslation();
  const mayFile = useMay('litigation.file');
  if (permit.filingNo !== null) return t('litigation:case.permit.filedNo', { number: permit.filingNo });
  if (permit.waitsFor !== 'filing') return UNKNOWN;
  if (!mayFile) return t('litigation:case.permit.notFiled');
  return (
    <Button size="small" onClick={onFile}>
      {t('litigation:case.permit.file')}
    </Button>
  );
}

/** Whether its act was done: each permit is for one. */
function Use({ file, permit: { usedBy, waitsFor } }: { file: CaseView; permit: PermitView }) {
  const { t } = useTranslation();
  const act = file.acts.find(({ key }) => key === usedBy);
  if (act) {
    const words = { act: t(`litigation:case.act.${act.kind}`), date: act.on ?? UNKNOWN };
    return t('litigation:case.permit.usedBy', words);
  }
  return waitsFor === 'act' ? <Tag color="processing">{t('litigation:case.permit.waitsAct')}</Tag> : UNKNOWN;
}

/** Its form: in the archive by itself once it is over, or issued here where it could not be made then. */
function Paper({ file, permit: { id, kind, state, waitsFor, documentId } }: { file: CaseView; permit: PermitView }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const mayMake = useMay('paper.prepare');
  const issue = useApiCommand('documents.issueTyped');
  const [requestId] = useState(() => crypto.randomUUID());
  if (documentId !== null)
    return (
      <Link to="/documents" search={{ document: documentId } as never}>
        {t('litigation:case.permit.paper')}
      </Link>
    );
  const form = PERMIT_FORMS[kind];
  if (form === null || state === 'asked' || waitsFor === 'filing' || !mayMake) return UNKNOWN;
  const onSuccess = ({ number }: { number: string | null }): void => {
    void message.success(t('litigation:case.permit.paperMade', { number: number ?? '' }));
  };
  const make = (): void => issue.mutate({ form, subject: `${file.key}/${id}`, fields: {}, requestId }, { onSuccess });
  return (
    <>
      <Button size="small" loading={issue.isPending} onClick={make}>
        {t('litigation:case.permit.makePaper')}
      </Button>
      {issue.error && <ErrorState error={issue.error} />}
    </>
  );
}

export function PermitsTab({ file }: { file: CaseView }) {
  const { t } = useTranslation();
  const mayPrepare = useMay('litigation.prepare');
  const [asking, setAsking] = useState(false);
  const [filing, setFiling] = useState<PermitView | null>(null);
  const title = (key: string) => t(`litigation:case.permit.column.${key}`);
  return (
    <section className="qs-case-section">
      <FileTable
        title={t('litigation:case.tab.permits')}
        extra={
          mayPrepare && (
            <Button size="small" type="primary" onClick={() => setAsking(true)}>
              {t('litigation:case.permit.ask')}
            </Button>
          )
        }
        rows={file.permits}
        keyOf={({ id }) => id}
        empty={t('litigation:case.permit.none')}
        columns={[
          {
            title: title('act'),
            render: (_, { kind, terms }) => t(`litigation:case.permit.act.${terms.release ?? kind}`),
          },
          { title: title('item'), render: (_, { terms }) => terms.item },
          {
            title: title('amount'),
            align: 'right',
            render: (_, { terms }) => (terms.amount === null ? UNKNOWN : <AmountText fen={terms.amount} />),
          },
          { title: t('litigation:case.permit.reason'), render: (_, { reason }) => reason },
          { title: title('state'), render: (_, permit) => <Decision permit={permit} /> },
          {
            title: title('filing'),
            render: (_, permit) => <Filing permit={permit} onFile={() => setFiling(permit)} />,
          },
          { title: title('use'), render: (_, permit) => <Use file={file} permit={permit} /> },
          { title: title('paper'), render: (_, permit) => <Paper file={file} permit={permit} /> },
        ]}
      />
      {asking && <PermitModal file={file} onClose={() => setAsking(false)} />}
      {filing && <PermitFilingModal file={file} permit={filing.id} onClose={() => setFiling(null)} />}
    </section>
  );
}
