/** Personal data (ui.md §4 Reveal): masked; shown for 30 s after a purpose is given, which the server logs. */
import { EyeOutlined } from '@ant-design/icons';
import { App, Button, Input, Modal, Tooltip } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '../api/refusal';
import { useRefusalText } from './RefusalPanel';

const SHOWN_MS = 30_000;

export interface MaskedProps {
  /** Already masked by the server. */
  readonly masked: string | null;
  /** Name of the datum, for the dialog and screen readers. */
  readonly label: string;
  /** Asks the server for the value; absent where the person may not reveal. */
  readonly onReveal?: (purpose: string) => Promise<string>;
}

function usePlain(): [string | null, (value: string) => void] {
  const [plain, setPlain] = useState<string | null>(null);
  useEffect(() => {
    if (plain === null) return;
    const timer = setTimeout(() => setPlain(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [plain]);
  return [plain, setPlain];
}

export function Masked({ masked, label, onReveal }: MaskedProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const refusalText = useRefusalText();
  const [plain, setPlain] = usePlain();
  const [purpose, setPurpose] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  if (masked === null) return <span>{t('common:unknown')}</span>;
  const reveal = async (): Promise<void> => {
    if (!onReveal || !purpose?.trim()) return;
    setAsking(true);
    try {
      setPlain(await onReveal(purpose.trim()));
      setPurpose(null);
    } catch (error) {
      const refusal = refusalOf(error);
      message.error(refusal ? refusalText(refusal).title : t('common:error.title'));
    } finally {
      setAsking(false);
    }
  };
  return (
    <span className="qs-figure qs-masked">
      {plain ?? <span title={t('common:mask.hidden', { label })}>{masked}</span>}
      {onReveal && plain === null && (
        <Tooltip title={t('common:mask.reveal', { label })}>
          <Button
            type="text"
            size="small"
            icon={<EyeOutlined />}
            aria-label={t('common:mask.reveal', { label })}
            onClick={() => setPurpose('')}
          />
        </Tooltip>
      )}
      <Modal
        open={purpose !== null}
        width={420}
        title={t('common:mask.reveal', { label })}
        okText={t('common:mask.confirm')}
        okButtonProps={{ disabled: !purpose?.trim(), loading: asking }}
        onOk={() => void reveal()}
        onCancel={() => setPurpose(null)}
        destroyOnHidden
      >
        <p>{t('common:mask.logged')}</p>
        <Input
          autoFocus
          value={purpose ?? ''}
          maxLength={100}
          aria-label={t('common:mask.purpose')}
          placeholder={t('common:mask.purpose')}
          onChange={(event) => setPurpose(event.target.value)}
          onPressEnter={() => void reveal()}
        />
      </Modal>
    </span>
  );
}
