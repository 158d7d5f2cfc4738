/** A register as a file, Excel or PDF, for a reason that is logged (ORG-06). `words`: namespace whose `export` says how it is called. */
import { App, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorState } from './ErrorState';
import { useReason } from './useReason';

export type ExportFormat = 'xlsx' | 'pdf';

interface Props {
  readonly words: 'rewards' | 'contracts' | 'targets' | 'team' | 'workbench' | 'litigation' | 'documents';
  /** On the button; the namespace's verb otherwise. */
  readonly label?: string;
  /** Paper alone: the button asks for no format. */
  readonly isPaper?: boolean;
  /** Beside the small buttons of a list. */
  readonly isSmall?: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  /** Where the file lies; null: it was not written. */
  readonly onExport: (format: ExportFormat, reason: string) => Promise<string | null>;
}

export function ExportMenu({ words, label, isPaper, isSmall, isPending, error, onExport }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { ask, dialog } = useReason('export');
  const verb = t(`${words}:export.verb`);
  const start = (format: ExportFormat): void =>
    ask({
      title: t(`${words}:export.title`),
      verb,
      note: t(`${words}:export.note`),
      act: async (reason) => {
        const path = await onExport(format, reason).catch(() => null);
        if (path !== null) void message.success(t(`${words}:export.done`, { path }));
        return true;
      },
    });
  return (
    <>
      {isPaper ? (
        <Button size={isSmall ? 'small' : undefined} loading={isPending} onClick={() => start('pdf')}>
          {label ?? verb}
        </Button>
      ) : (
        <Dropdown
          menu={{
            items: (['xlsx', 'pdf'] as const).map((key) => ({ key, label: t(`${words}:export.${key}`) })),
            onClick: ({ key }) => start(key as ExportFormat),
          }}
        >
          <Button loading={isPending}>{label ?? verb}</Button>
        </Dropdown>
      )}
      {error !== null && <ErrorState error={error} />}
      {dialog}
    </>
  );
}
