/** Asks before a page with unsaved text is left; what can be saved as a draft is saved instead of asking. */
import { useBlocker } from '@tanstack/react-router';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';

export interface UnsavedGuard {
  readonly unsaved: boolean;
  /** Saves first, where the form keeps drafts (useDraft's flush); once it succeeds, leaving needs no question. */
  readonly saveDraft?: () => Promise<boolean>;
}

export function useUnsavedGuard({ unsaved, saveDraft }: UnsavedGuard): void {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  useBlocker({
    enableBeforeUnload: () => unsaved,
    shouldBlockFn: async () => {
      if (!unsaved) return false;
      if (await saveDraft?.()) return false;
      const leave = await modal.confirm({
        title: t('common:unsaved.title'),
        content: t('common:unsaved.text'),
        okText: t('common:unsaved.leave'),
        cancelText: t('common:unsaved.stay'),
        focusable: { autoFocusButton: 'cancel' },
      });
      return !leave;
    },
  });
}
