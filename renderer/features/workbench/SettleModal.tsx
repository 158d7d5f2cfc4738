/** An item of the work list is put off to a later day with a reason, or said to be done with what came of it (S02). */
import type { WorkItemView } from '@shared/contract/workbench.contract';
import { isReason, REASON_LENGTH } from '@shared/domain/users/reason';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';
import { Why } from '../../ui/Why';

export interface Settling {
  readonly item: WorkItemView;
  readonly how: 'postpone' | 'done';
}

interface UntilValue {
  readonly value: CalendarDate | null;
  readonly onChange: (day: CalendarDate | null) => void;
}

interface Props extends Settling {
  readonly what: string;
  readonly today: CalendarDate;
  readonly onClose: () => void;
}

function Until({ item, today, value, onChange }: Pick<Props, 'item' | 'today'> & UntilValue) {
  const { t } = useTranslation();
  const { postpone } = item.may;
  return (
    <Form.Item
      label={t('workbench:settle.until')}
      required
      extra={
        postpone && (
          <Why of={{ sentence: t('workbench:settle.why'), asOf: today, rules: postpone.trace }}>
            {t('workbench:settle.latest', { day: postpone.until })}
          </Why>
        )
      }
    >
      <DateInput aria-label={t('workbench:settle.until')} today={today} value={value} onChange={onChange} />
    </Form.Item>
  );
}

export function SettleModal({ item, how, what, today, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [until, setUntil] = useState<CalendarDate | null>(null);
  const [text, setText] = useKeptState(`work-${how}-${item.kind}-${item.key}`, '');
  const postpone = useApiCommand('workbench.postpone');
  const markDone = useApiCommand('workbench.markDone');
  const command = how === 'postpone' ? postpone : markDone;
  const onSuccess = (): void => {
    void message.success(
      t(how === 'postpone' ? 'workbench:settle.postponed' : 'workbench:settle.marked', { day: until }),
    );
    setText('');
    onClose();
  };
  const { kind, key } = item;
  const run = (): void => {
    if (how === 'done') markDone.mutate({ kind, key, result: text.trim() }, { onSuccess });
    else if (until !== null) postpone.mutate({ kind, key, until, reason: text.trim() }, { onSuccess });
  };
  const isReady = isReason(text) && (how === 'done' || until !== null);
  return (
    <Modal
      open
      centered
      title={t(`workbench:settle.${how}`, { what })}
      okText={t(`workbench:act.${how}`)}
      okButtonProps={{ disabled: !isReady, loading: command.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      {command.error && <ErrorState error={command.error} />}
      <Form layout="vertical">
        {how === 'postpone' && <Until item={item} today={today} value={until} onChange={setUntil} />}
        <Form.Item
          label={t(how === 'postpone' ? 'workbench:settle.reason' : 'workbench:settle.result')}
          htmlFor="work-text"
          required
          extra={t('workbench:settle.short', { least: REASON_LENGTH })}
        >
          <Input
            id="work-text"
            autoFocus={how === 'done'}
            maxLength={200}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
