/** What nobody does alone in a case: withdrawing, releasing, settling, taking things (B4 §14, §16, §19, §20): asked, decided, filed. */
import type { CaseView } from '@shared/contract/litigationViews';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/sessionContext';
import { UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { FileTable } from '../parties/FileTable';
import { PermitFilingModal } from './PermitFilingModal';
import { PermitModal } from './PermitModal';

type PermitView = CaseView['permits'][number];

/** The filing level has not answered yet. */
const awaitsFiling = (file: CaseView, { kind, state, filingNo }: PermitView): boolean =>
  kind !== 'settlement' && state === 'approved' && filingNo === null && file.gate.filingLevel !== 'none';

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

function Filing({ file, permit, onFile }: { file: CaseView; permit: PermitView; onFile: () => void }) {
  const { t } = useTranslation();
  const mayFile = useMay('litigation.file');
  if (permit.filingNo !== null) return t('litigation:case.permit.filedNo', { number: permit.filingNo });
  if (!awaitsFiling(file, permit)) return UNKNOWN;
  if (!mayFile) return t('litigation:case.permit.notFiled');
  return (
    <Button size="small" onClick={onFile}>
      {t('litigation:case.permit.file')}
    </Button>
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
            render: (_, permit) => <Filing file={file} permit={permit} onFile={() => setFiling(permit)} />,
          },
        ]}
      />
      {asking && <PermitModal file={file} onClose={() => setAsking(false)} />}
      {filing && <PermitFilingModal file={file} permit={filing.id} onClose={() => setFiling(null)} />}
    </section>
  );
}
