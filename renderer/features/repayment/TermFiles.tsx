/** Files that show that a condition holds; a copy leaves the program with a reason (ORG-06). */
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { refusalOf } from '../../api/refusal';
import { useMay } from '../../app/sessionContext';
import { useRefusalText } from '../../ui/RefusalPanel';
import { useReason } from '../../ui/useReason';
import type { TermView } from './repaymentWords';

export function TermFiles({ term }: { term: TermView }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const refusalText = useRefusalText();
  const may = useMay('archive.hand-out');
  const save = useApiCommand('repayment.saveTermFile');
  const { ask, dialog } = useReason('handOut');
  const take = async (seq: number, reason: string): Promise<boolean> => {
    try {
      const { path } = await save.mutateAsync({ id: term.id, seq, reason, path: null });
      if (path !== null) void message.success(t('contacts:file.saved', { path }));
    } catch (error) {
      const refusal = refusalOf(error);
      void message.error(refusal ? refusalText(refusal).title : t('common:error.title'));
    }
    return true;
  };
  const question = (seq: number, name: string) => ({
    title: t('contacts:file.title', { name }),
    verb: t('contacts:file.verb'),
    note: t('contacts:file.note'),
    act: (reason: string) => take(seq, reason),
  });
  return (
    <>
      {term.files.map(({ seq, name }) => (
        <Button key={seq} type="link" size="small" disabled={!may} onClick={() => ask(question(seq, name))}>
          {name}
        </Button>
      ))}
      {dialog}
    </>
  );
}
