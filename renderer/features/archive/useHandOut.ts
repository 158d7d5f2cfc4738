/** Printing an archived paper and saving copies of it, with what came of it. Both are counted and logged by the core. */
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';

export interface HandOut {
  readonly print: () => void;
  readonly saveCopy: (format: 'pdf' | 'docx') => void;
  readonly working: boolean;
  /** Refusal or failure of the last attempt. */
  readonly error: unknown;
}

/** `onPrinted` runs after the paper went to the printer. */
export function useHandOut(id: number, onPrinted: () => void): HandOut {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const printing = useApiCommand('documents.print');
  const copying = useApiCommand('documents.saveCopy');
  const [error, setError] = useState<unknown>(null);
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setError(null);
    try {
      await work();
    } catch (thrown) {
      setError(thrown);
    }
  };
  const print = (): Promise<void> =>
    attempt(async () => {
      const { outcome } = await printing.mutateAsync({ id });
      if (outcome === 'cancelled') void message.info(t('documents:handOut.cancelled'));
      else {
        void message.success(t('documents:handOut.sent'));
        onPrinted();
      }
    });
  const saveCopy = (format: 'pdf' | 'docx'): Promise<void> =>
    attempt(async () => {
      const { path } = await copying.mutateAsync({ id, format, path: null });
      if (path !== null) void message.success(t('documents:handOut.saved', { path }));
    });
  const working = printing.isPending || copying.isPending;
  return { print: () => void print(), saveCopy: (format) => void saveCopy(format), working, error };
}
