/** Reports of a difficult case (B4 §24, LIT-11): put to the levels, and sent when they agreed. */
import type { CaseView } from '@shared/contract/litigationViews';
import { Link } from '@tanstack/react-router';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { useMay } from '../../app/sessionContext';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';
import { FileTable } from '../parties/FileTable';

type Report = CaseView['reports'][number];

function SendModal({ file, report, onClose }: { file: CaseView; report: Report; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [typed, setTyped] = useKeptState(`coordination-${report.documentId}`, { on: file.today, to: '' });
  const send = useApiCommand('litigation.sendCoordination');
  const run = (): void =>
    send.mutate(
      { id: file.id, document: report.documentId, ...typed },
      {
        onSuccess: () => {
          void message.success(t('litigation:coordination.done'));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      centered
      title={t('litigation:coordination.send')}
      okText={t('litigation:coordination.send')}
      okButtonProps={{ disabled: typed.to.trim() === '', loading: send.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      {send.error && <ErrorState error={send.error} />}
      <Form layout="vertical" size="small">
        <Form.Item label={t('litigation:coordination.to')} htmlFor="coordination-to" required>
          <Input
            id="coordination-to"
            maxLength={200}
            value={typed.to}
            onChange={(event) => setTyped((before) => ({ ...before, to: event.target.value }))}
          />
        </Form.Item>
        <Form.Item label={t('litigation:coordination.on')} required>
          <DateInput
            aria-label={t('litigation:coordination.on')}
            today={file.today}
            value={typed.on}
            onChange={(day) => setTyped((before) => ({ ...before, on: day ?? file.today }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function Standing({ report: { approval, sentOn } }: { report: Report }) {
  const { t } = useTranslation();
  if (sentOn !== null) return t('litigation:coordination.sent', { date: sentOn });
  if (approval === null) return t('litigation:coordination.notAsked');
  return (
    <Link to="/approvals" search={{ list: 'all', id: approval.id } as never}>
      {t(`approvals:state.${approval.state}`)}
    </Link>
  );
}

const mayAsk = ({ approval, sentOn }: Report): boolean =>
  sentOn === null && (approval === null || !['submitted', 'approved'].includes(approval.state));
const maySend = ({ approval, sentOn }: Report): boolean => sentOn === null && approval?.state === 'approved';

export function CoordinationSection({ file }: { file: CaseView }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const mayPrepare = useMay('litigation.prepare');
  const [sending, setSending] = useState<Report | null>(null);
  const ask = useApiCommand('litigation.askCoordination');
  const start = ({ documentId }: Report): void =>
    ask.mutate(
      { id: file.id, document: documentId },
      { onSuccess: () => void message.success(t('litigation:coordination.asked')) },
    );
  const title = (key: string) => t(`litigation:case.column.${key}`);
  return (
    <>
      {ask.error && <ErrorState error={ask.error} />}
      <FileTable
        title={t('litigation:coordination.title')}
        rows={file.reports}
        keyOf={({ documentId }) => documentId}
        empty={t('litigation:coordination.none')}
        columns={[
          { title: title('issuedOn'), render: (_, { issuedOn }) => issuedOn },
          {
            title: title('number'),
            render: (_, { documentId, number }) => (
              <Link to="/documents" search={{ document: documentId } as never}>
                {number}
              </Link>
            ),
          },
          { title: title('state'), render: (_, report) => <Standing report={report} /> },
          {
            title: '',
            render: (_, report) =>
              mayPrepare && (
                <>
                  {mayAsk(report) && (
                    <Button size="small" type="link" loading={ask.isPending} onClick={() => start(report)}>
                      {t('litigation:coordination.ask')}
                    </Button>
                  )}
                  {maySend(report) && (
                    <Button size="small" type="link" onClick={() => setSending(report)}>
                      {t('litigation:coordination.send')}
                    </Button>
                  )}
                </>
              ),
          },
        ]}
      />
      {sending && <SendModal file={file} report={sending} onClose={() => setSending(null)} />}
    </>
  );
}
