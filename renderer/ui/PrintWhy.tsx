/** 打印依据: what a figure rests on, on paper, as it stands in its card. */
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../api/client';
import { useApiCommand } from '../api/queries';
import { useMay } from '../app/sessionContext';
import { ErrorState } from './ErrorState';

export function PrintWhy({ paper }: { paper: InputOf<'rules.printWhy'> }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const allowed = useMay('archive.hand-out');
  const printing = useApiCommand('rules.printWhy');
  const print = (): void => {
    if (!allowed || printing.isPending) return;
    printing.mutate(paper, {
      onSuccess: ({ outcome }) => void message.info(t(`common:why.print.${outcome}`)),
    });
  };
  return (
    <>
      {printing.error && <ErrorState error={printing.error} />}
      <Button
        size="small"
        loading={printing.isPending}
        aria-disabled={!allowed}
        title={allowed ? undefined : t('documents:handOut.forbidden')}
        onClick={print}
      >
        {t('common:why.print.verb')}
      </Button>
    </>
  );
}
