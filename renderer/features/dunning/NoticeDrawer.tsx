/** One notice: what it says, what became of it, its scans, and the clock that it moves; recording a delivery weighs it first. */
import type { NoticeView } from '@shared/contract/dunning.contract';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Descriptions, Drawer, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { AmountText } from '../../ui/AmountText';
import { DateText } from '../../ui/DateText';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { DeliveryForm } from './DeliveryForm';
import { useDunningWords } from './dunningWords';

type Shown = OutputOf<'dunning.notice'>;

function Essentials({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation();
  const words = useDunningWords();
  const item = (key: string, children: React.ReactNode) => ({ key, label: t(`dunning:column.${key}`), children });
  return (
    <Descriptions
      size="small"
      column={2}
      items={[
        item('number', notice.number),
        item('form', words.form(notice.form)),
        item('addressee', words.addressee(notice)),
        item(
          'borrower',
          <Link to="/household/$key" params={{ key: notice.household }}>
            {notice.borrower}
          </Link>,
        ),
        item('contracts', notice.contracts),
        item('noticedOn', <DateText date={notice.noticedOn} />),
        item('principal', <AmountText fen={notice.principal} />),
        item('interest', <AmountText fen={notice.interest} />),
        item('officer', notice.officer ?? '—'),
        item('chased', String(notice.chased)),
      ]}
    />
  );
}

function Clocks({ clocks }: { clocks: Shown['clocks'] }) {
  const { t } = useTranslation();
  return (
    <section className="qs-dunning-section">
      <h3>{t('dunning:notice.clocks')}</h3>
      <ul>
        {clocks.map(({ contract, expiry, verdict }) => (
          <li key={contract}>
            {t('dunning:notice.clock', {
              contract,
              verdict: t(`portfolio:verdict.${verdict}`),
              expiry: expiry ?? '—',
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Scans({ scans }: { scans: Shown['scans'] }) {
  const { t } = useTranslation();
  return (
    <section className="qs-dunning-section">
      <h3>{t('dunning:notice.scans')}</h3>
      {scans.length === 0 && <p>{t('dunning:notice.noScans')}</p>}
      <ul>
        {scans.map((scan) => (
          <li key={scan.id}>
            {scan.fileName}　
            {t('dunning:scan.page', { page: scan.partPage ?? scan.page, pages: scan.partPages ?? '—' })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Body({ shown, onClose }: { shown: Shown; onClose: () => void }) {
  const { t } = useTranslation();
  const mayRecord = useMay('notice.record');
  const chase = useApiCommand('dunning.chase');
  const { notice } = shown;
  return (
    <>
      {notice.scans > 0 && notice.outcome === 'open' && (
        <Alert type="info" showIcon title={t('dunning:notice.toCheck')} />
      )}
      <Essentials notice={notice} />
      <Clocks clocks={shown.clocks} />
      <Scans scans={shown.scans} />
      {notice.missing && mayRecord && (
        <Space>
          <Button loading={chase.isPending} onClick={() => chase.mutate({ id: notice.id })}>
            {t('dunning:notice.chase')}
          </Button>
        </Space>
      )}
      {mayRecord && !notice.voided && <DeliveryForm key={notice.rev} notice={notice} onDone={onClose} />}
    </>
  );
}

export function NoticeDrawer({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation();
  const notice = useApiQuery('dunning.notice', { id });
  return (
    <Drawer open size={720} title={t('dunning:notice.title')} onClose={onClose}>
      {notice.error && <ErrorState error={notice.error} onRetry={() => void notice.refetch()} />}
      {notice.data ? <Body shown={notice.data} onClose={onClose} /> : !notice.error && <Loading />}
    </Drawer>
  );
}
