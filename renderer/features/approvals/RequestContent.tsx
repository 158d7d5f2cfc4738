/** What is asked, as it was frozen: beside it what has changed since, and the issued paper where there is one. */
import type { ApprovalDetail } from '@shared/contract/approvals.contract';
import { Link } from '@tanstack/react-router';
import { Alert, Descriptions, Segmented, Table } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { formatInstant, formatPercent } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { PdfView } from '../../ui/PdfView';
import { fromBase64 } from '../documents/base64';
import { useApprovalWords } from './approvalWords';

/** As it was issued, else as it would print today. */
function Paper({ id }: { id: number }) {
  const { t } = useTranslation();
  const paper = useApiQuery('approvals.paper', { id });
  const pdf = useMemo(() => (paper.data ? fromBase64(paper.data.fileBase64) : null), [paper.data]);
  if (paper.error) return <ErrorState error={paper.error} onRetry={() => void paper.refetch()} />;
  if (!pdf) return <Loading />;
  const number = paper.data?.issued ?? null;
  return (
    <>
      <p className="qs-hint">
        {number === null ? t('approvals:paper.draft') : t('approvals:paper.issued', { number })}
      </p>
      <PdfView data={pdf} />
    </>
  );
}

function Changes({ changes }: { changes: ApprovalDetail['changes'] }) {
  const { t } = useTranslation();
  const words = useApprovalWords();
  return (
    <Alert
      type="error"
      showIcon
      title={t('approvals:check.content.no')}
      description={
        <Table
          size="small"
          pagination={false}
          rowKey="field"
          dataSource={changes}
          columns={[
            { title: t('approvals:change.field'), render: (_, { field }) => words.field(field) },
            { title: t('approvals:change.asked'), render: (_, { asked }) => words.value(asked) },
            { title: t('approvals:change.now'), render: (_, { now }) => words.value(now) },
          ]}
        />
      }
    />
  );
}

/** Of a digest; the whole is one hover away. */
const SHOWN_DIGITS = 16;

const CaseLink = ({ caseKey }: { caseKey: string }) => (
  <Link to="/case/$key" params={{ key: caseKey }}>
    {caseKey}
  </Link>
);

/** What was frozen, line by line. */
function Lines({ request }: { request: ApprovalDetail }) {
  const { t } = useTranslation();
  const words = useApprovalWords();
  const item = (key: string, label: string, children: ReactNode) => ({ key, label, children });
  const { lossAmount, lossPpm, household, borrower } = request;
  return (
    <Descriptions
      size="small"
      column={1}
      items={[
        ...(household === null
          ? []
          : [
              item(
                'household',
                t('approvals:column.household'),
                <Link to="/household/$key" params={{ key: household }}>
                  {household} {borrower}
                </Link>,
              ),
            ]),
        ...request.content
          .filter(({ type }) => type !== 'household')
          .map((line) =>
            item(
              `line-${line.field}`,
              words.field(line.field),
              line.field === 'case' ? <CaseLink caseKey={words.value(line)} /> : words.value(line),
            ),
          ),
        ...(lossAmount === null
          ? []
          : [item('loss', t('approvals:lossAmount'), <AmountText fen={lossAmount} withUnit />)]),
        ...(lossPpm === null ? [] : [item('rate', t('approvals:lossRate'), formatPercent(lossPpm / 1_000_000))]),
        item('unit', t('approvals:unit'), request.unit),
        item(
          'by',
          t('approvals:preparedBy'),
          request.preparedBy.map(({ display }) => display).join(t('audit:separator')),
        ),
        item('at', t('approvals:column.at'), formatInstant(request.submittedAt)),
        item(
          'digest',
          t('approvals:digest'),
          <code title={request.digest}>{request.digest.slice(0, SHOWN_DIGITS)}…</code>,
        ),
      ]}
    />
  );
}

const FACES = ['paper', 'lines'] as const;
type Face = (typeof FACES)[number];

export function RequestContent({ request }: { request: ApprovalDetail }) {
  const { t } = useTranslation();
  const [face, setFace] = useState<Face>('paper');
  const { id, hasPaper, changes } = request;
  return (
    <section className="qs-approval-content" aria-label={t('approvals:asked')}>
      {changes.length > 0 && <Changes changes={changes} />}
      {hasPaper && (
        <Segmented<Face>
          size="small"
          value={face}
          options={FACES.map((value) => ({ value, label: t(`approvals:face.${value}`) }))}
          onChange={setFace}
        />
      )}
      {hasPaper && face === 'paper' ? <Paper id={id} /> : <Lines request={request} />}
    </section>
  );
}
