/** Personal data (ui.md §4 Reveal): masked; shown for 30 s after a purpose is given, which the server logs. */
import { EyeOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useComplain } from './useComplain';
import { useReason } from './useReason';

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
  const complain = useComplain();
  const [plain, setPlain] = usePlain();
  const { ask, dialog } = useReason('reveal');
  if (masked === null) return <span>{t('common:unknown')}</span>;
  const reveal = async (purpose: string, show: NonNullable<typeof onReveal>): Promise<boolean> => {
    try {
      setPlain(await show(purpose));
      return true;
    } catch (error) {
      complain(error);
      return false;
    }
  };
  const title = t('common:mask.reveal', { label });
  const question = { title, verb: t('common:mask.confirm'), note: t('common:mask.logged') };
  return (
    <span className="qs-figure qs-masked">
      {plain ?? <span title={t('common:mask.hidden', { label })}>{masked}</span>}
      {onReveal && plain === null && (
        <Tooltip title={title}>
          <Button
            type="text"
            size="small"
            icon={<EyeOutlined />}
            aria-label={title}
            onClick={() => ask({ ...question, act: (purpose) => reveal(purpose, onReveal) })}
          />
        </Tooltip>
      )}
      {dialog}
    </span>
  );
}
