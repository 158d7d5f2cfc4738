/** Something reversible was done (ui.md §4 Undo): a message says so for 8 s and takes it back on a click. */
import { App, Button } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

const SHOWN_S = 8;

export function useUndoOffer(): (done: string, undo: () => void) => void {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const key = useId();
  return (done, undo) => {
    const takeBack = (): void => {
      undo();
      message.destroy(key);
    };
    const content = (
      <>
        {done}{' '}
        <Button type="link" size="small" onClick={takeBack}>
          {t('documents:field.undo')}
        </Button>
      </>
    );
    void message.open({ key, type: 'info', content, duration: SHOWN_S });
  };
}
