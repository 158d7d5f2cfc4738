/** One notice: what it says, what became of it, its scans, and the clock that it moves; recording a delivery weighs it first. */
import type { NoticeView, ScanView } from '@shared/contract/dunning.contract';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Descriptions, Drawer, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { AmountText } from '../../ui/AmountText';
import { DateText } from '../../ui/DateText';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { PaperModal } from '../team/PaperModal';
import { DeliveryForm } from './DeliveryForm';
import { useDunningWords } from './dunningWords';
import { MissingPages } from './MissingPages';
import { ScanDrawer } from './ScanDrawer';

const NO_FIELDS = {};

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
        item(
          'chased',
          notice.chasedOn === null
            ? String(notice.chased)
            : t('dunning:notice.chasedOn', {
                count: notice.chased,
                last: notice.chasedOn,
                next: notice.chaseOn ?? '—',
              }),
        ),
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
  const [shown, setShown] = useState<ScanView | null>(null);
  return (
    <section className="qs-dunning-section">
      <h3>{t('dunning:notice.scans')}</h3>
      {scans.length === 0 && <p>{t('dunning:notice.noScans')}</p>}
      {scans[0] && <MissingPages scan={scans[0]} />}
      <ul>
        {scans.map((scan) => (
          <li key={scan.id}>
            {scan.fileName}　
            {t('dunning:scan.page', { page: scan.partPage ?? scan.page, pages: scan.partPages ?? '—' })}
            <Button type="link" size="small" onClick={() => setShown(scan)}>
              {t('dunning:scan.show')}
            </Button>
          </li>
        ))}
      </ul>
      {shown && <ScanDrawer scan={shown} onClose={() => setShown(null)} />}
    </section>
  );
}

/** What was recorded before it was put right. */
function Corrections({ corrections }: Pick<Shown, 'corrections'>) {
  const { t } = useTranslation();
  return (
    <section className="qs-dunning-section">
      <h3>{t('dunning:notice.corrections')}</h3>
      <ul>
        {corrections.map(({ outcome, on, confirmedBy, by, reason, at }) => (
          <li key={at}>
            {t('dunning:notice.correction', {
              ...{ by, reason, on: on ?? '', confirmedBy: confirmedBy ?? t('common:unknown') },
              outcome: t(`dunning:outcome.${outcome}`),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The record that two people sign, to be filed with the notice. */
function DeliveryRecord({ id }: { id: number }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <Space>
      <Button onClick={() => setOpen(true)}>{t('dunning:notice.record')}</Button>
      {isOpen && (
        <PaperModal form="DOC-REC-09" subject={String(id)} fields={NO_FIELDS} onClose={() => setOpen(false)} />
      )}
    </Space>
  );
}

function Body({ shown, onClose }: { shown: Shown; onClose: () => void }) {
  const { t } = useTranslation();
  const mayRecord = useMay('notice.record');
  const chase = useApiCommand('dunning.chase');
  const { notice } = shown;
  return (
    <>
      {notice.voided && (
        <Alert type="error" showIcon title={t('dunning:notice.voided', { reason: notice.voidReason ?? '' })} />
      )}
      {notice.scans > 0 && notice.outcome === 'open' && (
        <Alert type="info" showIcon title={t('dunning:notice.toCheck')} />
      )}
      <Essentials notice={notice} />
      <Clocks clocks={shown.clocks} />
      {shown.corrections.length > 0 && <Corrections corrections={shown.corrections} />}
      <Scans scans={shown.scans} />
      {mayRecord && notice.outcome !== 'open' && <DeliveryRecord id={notice.id} />}
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
