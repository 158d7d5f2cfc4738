/** What can be done with a reward sheet where it stands. */
import type { RewardSheetDetail } from '@shared/contract/rewards.contract';
import { App, Button, Dropdown, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useMay, useOpenSession } from '../../app/sessionContext';
import { ErrorState } from '../../ui/ErrorState';
import { PaperModal } from '../team/PaperModal';
import { ExportButton } from './ExportButton';
import { PayModal } from './PayModal';
import { PeriodModal } from './PeriodModal';

const NO_FIELDS = {};

type Dialog = 'period' | 'pay' | 'paper';

interface Props {
  readonly sheet: RewardSheetDetail;
  readonly onClose: () => void;
}

function useSubmission({ sheet, onClose }: Props) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const submit = useApiCommand('rewards.submit');
  const discard = useApiCommand('rewards.discard');
  const { id, rev } = sheet;
  const run = (): void =>
    submit.mutate({ id, rev }, { onSuccess: () => void message.success(t('rewards:submit.done')) });
  const askDiscard = (): void =>
    void modal.confirm({
      title: t('rewards:discard.title'),
      content: t('rewards:discard.effect'),
      okText: t('rewards:discard.verb'),
      onOk: () => discard.mutate({ id, rev }, { onSuccess: onClose }),
    });
  return { run, askDiscard, isPending: submit.isPending, error: submit.error ?? discard.error };
}

export function SheetActions(props: Props) {
  const { sheet, onClose } = props;
  const { t } = useTranslation();
  const { state } = useOpenSession();
  const mayPrepare = useMay('reward.prepare');
  const mayPay = useMay('reward.pay');
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const submission = useSubmission(props);
  const close = (): void => setDialog(null);
  const isDraft = mayPrepare && sheet.state === 'draft';
  const more = [
    ...(isDraft ? [{ key: 'discard', label: t('rewards:discard.verb'), onClick: submission.askDiscard }] : []),
    ...(mayPrepare ? [{ key: 'paper', label: t('rewards:paper'), onClick: () => setDialog('paper') }] : []),
  ];
  return (
    <Space>
      {isDraft && (
        <Button type="primary" disabled={sheet.outdated} loading={submission.isPending} onClick={submission.run}>
          {t('rewards:submit.verb')}
        </Button>
      )}
      {isDraft && <Button onClick={() => setDialog('period')}>{t('rewards:compute.repeat')}</Button>}
      {mayPay && sheet.state === 'approved' && (
        <Button type="primary" onClick={() => setDialog('pay')}>
          {t('rewards:pay.verb')}
        </Button>
      )}
      <ExportButton what="sheet" id={sheet.id} />
      {more.length > 0 && (
        <Dropdown menu={{ items: more }}>
          <Button>{t('rewards:more')}</Button>
        </Dropdown>
      )}
      <Button onClick={onClose}>{t('rewards:back')}</Button>
      {submission.error && <ErrorState error={submission.error} />}
      {dialog === 'period' && (
        <PeriodModal today={state.businessDate} sheet={sheet} onClose={close} onDone={() => undefined} />
      )}
      {dialog === 'pay' && <PayModal sheet={sheet} onClose={close} />}
      {dialog === 'paper' && (
        <PaperModal form="DOC-RWD-02" subject={String(sheet.id)} fields={NO_FIELDS} onClose={close} />
      )}
    </Space>
  );
}
