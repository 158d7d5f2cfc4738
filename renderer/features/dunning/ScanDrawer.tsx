/** A scan beside its picture: filed by hand to a paper, set aside with a reason, or taken back when it went to the wrong one. */
import type { ScanView } from '@shared/contract/dunning.contract';
import { Alert, Button, Drawer, Form, Input, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { ErrorState } from '../../ui/ErrorState';
import { FindNotice } from './FindNotice';
import { MissingPages } from './MissingPages';
import { ScanPicture } from './ScanPicture';

type Target = { readonly noticeId: number } | { readonly key: string };

/** A line that is typed, with the button that sends it. */
function TypedAct(props: {
  label: string;
  hint?: string;
  verb: string;
  shortest: number;
  longest: number;
  primary?: boolean;
  busy: boolean;
  onAct: (text: string) => void;
}) {
  const { label, hint, verb, shortest, longest, primary, busy, onAct } = props;
  const [text, setText] = useState('');
  return (
    <Form.Item label={label} extra={hint}>
      <Space.Compact block>
        <Input aria-label={label} value={text} maxLength={longest} onChange={(event) => setText(event.target.value)} />
        <Button
          type={primary ? 'primary' : 'default'}
          disabled={text.trim().length < shortest}
          loading={busy}
          onClick={() => onAct(text)}
        >
          {verb}
        </Button>
      </Space.Compact>
    </Form.Item>
  );
}

/** `also`: the page is filed already and holds one more signatory's receipt. */
function Matching({ scan, also, onDone }: { scan: ScanView; also: boolean; onDone: () => void }) {
  const { t } = useTranslation();
  const match = useApiCommand('dunning.matchScan');
  const file = (to: Target): void => match.mutate({ id: scan.id, to, also }, { onSuccess: onDone });
  return (
    <>
      {match.error && <ErrorState error={match.error} />}
      <TypedAct
        label={t('dunning:scan.key')}
        hint={t('dunning:scan.keyHint')}
        verb={t('dunning:scan.file')}
        shortest={1}
        longest={20}
        primary
        busy={match.isPending}
        onAct={(key) => file({ key })}
      />
      <FindNotice busy={match.isPending} onFile={(noticeId) => file({ noticeId })} />
    </>
  );
}

function Waiting({ scan, onDone }: { scan: ScanView; onDone: () => void }) {
  const { t } = useTranslation();
  const aside = useApiCommand('dunning.setScanAside');
  return (
    <Form layout="vertical">
      {scan.why !== null && (
        <Alert
          type="info"
          showIcon
          title={t(`dunning:scanWhy.${scan.why}`)}
          description={
            <>
              {t(`dunning:scanTodo.${scan.why}`)}
              {scan.reason !== null && <div>{t('dunning:scan.reason', { reason: scan.reason })}</div>}
            </>
          }
        />
      )}
      <Matching scan={scan} also={false} onDone={onDone} />
      {aside.error && <ErrorState error={aside.error} />}
      <TypedAct
        label={t('dunning:scan.asideReason')}
        verb={t('dunning:scan.setAside')}
        shortest={4}
        longest={200}
        busy={aside.isPending}
        onAct={(reason) => aside.mutate({ id: scan.id, reason }, { onSuccess: onDone })}
      />
    </Form>
  );
}

function Settled({ scan, onDone }: { scan: ScanView; onDone: () => void }) {
  const { t } = useTranslation();
  const reopen = useApiCommand('dunning.reopenScan');
  const [also, setAlso] = useState(false);
  const said =
    scan.status === 'filed'
      ? t('dunning:scan.filedTo', { number: scan.number, addressee: scan.addressee ?? '' })
      : t('dunning:scan.reason', { reason: scan.reason });
  return (
    <Form layout="vertical">
      <p>{said}</p>
      <MissingPages scan={scan} />
      {reopen.error && <ErrorState error={reopen.error} />}
      <TypedAct
        label={t('dunning:scan.reopenReason')}
        verb={t('dunning:scan.reopen')}
        shortest={4}
        longest={200}
        busy={reopen.isPending}
        onAct={(reason) => reopen.mutate({ id: scan.id, reason }, { onSuccess: onDone })}
      />
      {scan.status === 'filed' && !also && (
        <Form.Item>
          <Button onClick={() => setAlso(true)}>{t('dunning:scan.also')}</Button>
        </Form.Item>
      )}
      {also && <Matching scan={scan} also onDone={onDone} />}
    </Form>
  );
}

export function ScanDrawer({ scan, onClose }: { scan: ScanView; onClose: () => void }) {
  const mayRecord = useMay('notice.record');
  const Acts = scan.status === 'waiting' ? Waiting : Settled;
  return (
    <Drawer open size={980} title={scan.fileName} onClose={onClose}>
      <div className="qs-dunning-scan">
        <section className="qs-dunning-acts">{mayRecord && <Acts scan={scan} onDone={onClose} />}</section>
        <section>
          <ScanPicture id={scan.id} />
        </section>
      </div>
    </Drawer>
  );
}
