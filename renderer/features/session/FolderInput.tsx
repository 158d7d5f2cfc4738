/** A folder: typed, pasted or chosen in the system's dialog. */
import { FolderOpenOutlined } from '@ant-design/icons';
import { Button, Input, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { pastedPath } from '../../ui/pastedPath';

export interface FolderInputProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (path: string) => void;
  readonly autoFocus?: boolean;
}

export function FolderInput({ id, value = '', onChange, autoFocus }: FolderInputProps) {
  const { t } = useTranslation();
  const choose = useApiCommand('session.chooseDataDir');
  const chosen = (path: string | null): void => {
    if (path) onChange?.(path);
  };
  return (
    <Space.Compact block>
      <Input
        id={id}
        value={value}
        autoFocus={autoFocus}
        spellCheck={false}
        aria-label={t('session:folder.label')}
        placeholder={t('session:folder.placeholder')}
        onChange={(event) => onChange?.(event.target.value)}
        onBlur={() => onChange?.(pastedPath(value))}
      />
      <Button
        icon={<FolderOpenOutlined />}
        loading={choose.isPending}
        onClick={() => choose.mutate(undefined, { onSuccess: chosen })}
      >
        {t('session:folder.choose')}
      </Button>
    </Space.Compact>
  );
}
