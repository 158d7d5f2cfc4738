/** What is only a warning goes out with a reason, which is kept with each paper. */
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';

export interface WarningsReasonProps {
  readonly value: string;
  readonly onChange: (reason: string) => void;
  readonly autoFocus?: boolean;
}

export function WarningsReason({ value, onChange, autoFocus }: WarningsReasonProps) {
  const { t } = useTranslation();
  return (
    <Input.TextArea
      autoFocus={autoFocus}
      autoSize={{ minRows: 1, maxRows: 4 }}
      maxLength={500}
      value={value}
      aria-label={t('documents:issue.reason')}
      placeholder={t('documents:issue.reason')}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
