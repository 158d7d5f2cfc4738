/** Files that lie with an entry of the books; a copy leaves the program with a reason (ORG-06). */
import { App, Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/sessionContext';
import { useComplain } from './useComplain';
import { useReason } from './useReason';

interface HandOutFilesProps {
  readonly files: readonly { readonly seq: number; readonly name: string }[];
  /** Asks where the copy goes and writes it; null: the person chose no place. */
  readonly save: (seq: number, reason: string) => Promise<{ path: string | null }>;
}

export function HandOutFiles({ files, save }: HandOutFilesProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const complain = useComplain();
  const may = useMay('archive.hand-out');
  const { ask, dialog } = useReason('handOut');
  const take = async (seq: number, reason: string): Promise<boolean> => {
    try {
      const { path } = await save(seq, reason);
      if (path !== null) void message.success(t('common:file.saved', { path }));
    } catch (error) {
      complain(error);
    }
    return true;
  };
  const question = (seq: number, name: string) => ({
    title: t('common:file.title', { name }),
    verb: t('common:file.verb'),
    note: t('common:file.note'),
    act: (reason: string) => take(seq, reason),
  });
  return (
    <Space wrap>
      {files.map(({ seq, name }) => (
        <Button key={seq} type="link" size="small" disabled={!may} onClick={() => ask(question(seq, name))}>
          {name}
        </Button>
      ))}
      {dialog}
    </Space>
  );
}
