/**
 * Printing an archived paper and saving copies of it, with what came of it. A secret paper asks for a reason first
 * (ORG-06); all are counted and logged by the core.
 */
import type { DocumentView } from '@shared/contract/parties.contract';
import { App } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { useReason } from '../../ui/useReason';

export interface HandOut {
  /** Whether the person's roles carry it at all; the buttons explain themselves otherwise. */
  readonly allowed: boolean;
  readonly print: () => void;
  readonly saveCopy: (format: 'pdf' | 'docx') => void;
  readonly working: boolean;
  /** Refusal or failure of the last attempt. */
  readonly error: unknown;
  /** The question for the reason; the component shows it. */
  readonly dialog: ReactNode;
}

/** `onPrinted` runs after the paper went to the printer. */
export function useHandOut({ id, form }: Pick<DocumentView, 'id' | 'form'>, onPrinted: () => void): HandOut {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const allowed = useMay('archive.hand-out');
  const forms = useApiQuery('documents.forms', undefined);
  const printing = useApiCommand('documents.print');
  const copying = useApiCommand('documents.saveCopy');
  const [error, setError] = useState<unknown>(null);
  const { ask, dialog } = useReason('handOut');
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setError(null);
    try {
      await work();
    } catch (thrown) {
      setError(thrown);
    }
  };
  const print = (reason: string | null): Promise<void> =>
    attempt(async () => {
      const { outcome } = await printing.mutateAsync({ id, reason });
      if (outcome === 'cancelled') void message.info(t('documents:handOut.cancelled'));
      else {
        void message.success(t('documents:handOut.sent'));
        onPrinted();
      }
    });
  const saveCopy = (format: 'pdf' | 'docx', reason: string | null): Promise<void> =>
    attempt(async () => {
      const { path } = await copying.mutateAsync({ id, format, reason, path: null });
      if (path !== null) void message.success(t('documents:handOut.saved', { path }));
    });
  const isOpen = forms.data?.some(({ code, class: paperClass }) => code === form && paperClass !== 'SECRET') ?? false;
  const forReason = (title: string, verb: string, work: (reason: string | null) => Promise<void>): void => {
    if (!allowed) return;
    if (isOpen) void work(null);
    // What came of it is said beside the paper, so the question never stays.
    else ask({ title, verb, note: t('documents:handOut.note'), act: (reason) => work(reason).then(() => true) });
  };
  return {
    allowed,
    print: () => forReason(t('documents:handOut.printTitle'), t('common:action.print'), print),
    saveCopy: (format) =>
      forReason(t('documents:handOut.copyTitle'), t('documents:handOut.save'), (reason) => saveCopy(format, reason)),
    working: printing.isPending || copying.isPending,
    error,
    dialog,
  };
}
