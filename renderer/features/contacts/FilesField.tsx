/** Papers, photographs and recordings that belong to a contact: chosen one by one, kept by their content when it is saved. */
import { PaperClipOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';

export interface FilesFieldProps {
  readonly id?: string;
  readonly value?: readonly string[];
  readonly onChange?: (paths: readonly string[]) => void;
}

const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

export function FilesField({ id, value = [], onChange }: FilesFieldProps) {
  const { t } = useTranslation();
  const choose = useApiCommand('contacts.chooseFile');
  const add = (): void =>
    choose.mutate(
      { title: t('contacts:action.attach') },
      { onSuccess: (path) => path !== null && onChange?.([...new Set([...value, path])]) },
    );
  return (
    <span>
      {value.map((path) => (
        <Tag
          key={path}
          closable={{ 'aria-label': t('contacts:action.remove', { name: nameOf(path) }) }}
          title={path}
          onClose={() => onChange?.(value.filter((each) => each !== path))}
        >
          {nameOf(path)}
        </Tag>
      ))}
      <Button id={id} size="small" icon={<PaperClipOutlined aria-hidden />} loading={choose.isPending} onClick={add}>
        {t('contacts:action.attach')}
      </Button>
    </span>
  );
}
