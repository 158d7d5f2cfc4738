/** Households of the ledger's filter become targets (TEAM-02): what would be proposed is shown before anything is done. */

import type { LedgerFilter } from '@shared/domain/loans/ledger';
import { SOURCES, type Source } from '@shared/domain/targets/sources';
import { Alert, App, Form, Input, Modal, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { formatAmount, formatCount } from '../../i18n/format';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { Why } from '../../ui/Why';

const LEAST_REASON = 4;

function Preview({ found }: { found: OutputOf<'targets.preview'> }) {
  const { t } = useTranslation();
  const { households, loans, balance, known, unfit, consent, trace } = found;
  const counts = {
    households: formatCount(households),
    loans: formatCount(loans),
    amount: formatAmount(balance, 'yuan'),
  };
  return (
    <>
      <p>
        <b>{t('targets:propose.found', counts)}</b>
      </p>
      {(known > 0 || unfit > 0) && <p className="qs-hint">{t('targets:propose.left', { known, unfit })}</p>}
      {consent && (
        <Alert
          type="info"
          showIcon
          title={
            <Why of={{ sentence: t('targets:propose.consent'), rules: trace }}>{t('targets:propose.consent')}</Why>
          }
        />
      )}
    </>
  );
}

export function ProposeModal({ filter, onClose }: { filter: LedgerFilter; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [source, setSource] = useState<Source>('off-balance');
  const [reason, setReason] = useState('');
  const [requestId] = useState(() => crypto.randomUUID());
  const choice = useMemo(() => ({ source, filter: filter as never }), [source, filter]);
  const preview = useApiQuery('targets.preview', choice, { keepOld: true });
  const propose = useApiCommand('targets.propose');
  const ready = [...reason.trim()].length >= LEAST_REASON && (preview.data?.households ?? 0) > 0;
  const run = (): void => {
    if (!ready) return;
    propose.mutate(
      { ...choice, reason, requestId },
      {
        onSuccess: ({ proposed, consent }) => {
          const count = { count: proposed, shown: formatCount(proposed) };
          void message.success(t(consent ? 'targets:propose.submitted' : 'targets:propose.done', count));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      centered
      width={520}
      title={t('targets:propose.title')}
      okText={t('targets:propose.verb')}
      okButtonProps={{ disabled: !ready, loading: propose.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={t('targets:propose.source')} htmlFor="propose-source">
          <Select
            id="propose-source"
            value={source}
            options={SOURCES.map((value) => ({ value, label: t(`targets:source.${value}`) }))}
            onChange={setSource}
          />
        </Form.Item>
        {preview.error && <ErrorState error={preview.error} />}
        {!preview.data && !preview.error && <Loading />}
        {preview.data && <Preview found={preview.data} />}
        <Form.Item label={t('targets:propose.reason')} htmlFor="propose-reason" extra={t('targets:propose.reasonHint')}>
          <Input
            id="propose-reason"
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
      </Form>
      {propose.error && <ErrorState error={propose.error} />}
    </Modal>
  );
}
