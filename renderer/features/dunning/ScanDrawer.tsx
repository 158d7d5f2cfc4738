/** A scan that waits, beside its picture: filed by hand to a paper, or set aside with a reason. */
import type { ScanView } from '@shared/contract/dunning.contract';
import { Button, Drawer, Form, Input, Space } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { PdfView } from '../../ui/PdfView';
import { fromBase64 } from '../documents/base64';

function Picture({ id }: { id: number }) {
  const { t } = useTranslation();
  const scan = useApiQuery('dunning.scan', { id });
  const file = scan.data;
  const pdf = useMemo(() => (file?.mediaType === 'application/pdf' ? fromBase64(file.fileBase64) : null), [file]);
  if (scan.error) return <ErrorState error={scan.error} onRetry={() => void scan.refetch()} />;
  if (!file) return <Loading />;
  if (pdf !== null) return <PdfView data={pdf} page={file.scan.page} />;
  if (file.mediaType === '') return <p>{t('dunning:scan.noPicture')}</p>;
  return (
    <img
      className="qs-dunning-picture"
      alt={file.scan.fileName}
      src={`data:${file.mediaType};base64,${file.fileBase64}`}
    />
  );
}

function Matching({ scan, onDone }: { scan: ScanView; onDone: () => void }) {
  const { t } = useTranslation();
  const match = useApiCommand('dunning.matchScan');
  const aside = useApiCommand('dunning.setScanAside');
  const [key, setKey] = useState('');
  const [reason, setReason] = useState('');
  return (
    <Form layout="vertical">
      <Form.Item label={t('dunning:scan.key')} extra={t('dunning:scan.keyHint')}>
        <Space.Compact block>
          <Input
            aria-label={t('dunning:scan.key')}
            value={key}
            maxLength={20}
            onChange={(event) => setKey(event.target.value)}
          />
          <Button
            type="primary"
            disabled={key.trim() === ''}
            loading={match.isPending}
            onClick={() => match.mutate({ id: scan.id, to: { key } }, { onSuccess: onDone })}
          >
            {t('dunning:scan.file')}
          </Button>
        </Space.Compact>
      </Form.Item>
      <Form.Item label={t('dunning:scan.asideReason')}>
        <Space.Compact block>
          <Input
            aria-label={t('dunning:scan.asideReason')}
            value={reason}
            maxLength={200}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button
            disabled={reason.trim().length < 4}
            loading={aside.isPending}
            onClick={() => aside.mutate({ id: scan.id, reason }, { onSuccess: onDone })}
          >
            {t('dunning:scan.setAside')}
          </Button>
        </Space.Compact>
      </Form.Item>
      {match.error && <ErrorState error={match.error} />}
      {aside.error && <ErrorState error={aside.error} />}
    </Form>
  );
}

export function ScanDrawer({ scan, onClose }: { scan: ScanView; onClose: () => void }) {
  return (
    <Drawer open size={820} title={scan.fileName} onClose={onClose}>
      {scan.status === 'waiting' && <Matching scan={scan} onDone={onClose} />}
      <Picture id={scan.id} />
    </Drawer>
  );
}
