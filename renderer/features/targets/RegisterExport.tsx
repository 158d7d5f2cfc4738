/** Targets as they are filtered, or who recovers which loan, as a file. */
import type { InputOf } from '../../api/client';
import { useApiCommand } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { ExportMenu } from '../../ui/ExportMenu';

export function RegisterExport({ wanted }: Pick<InputOf<'targets.exportRegister'>, 'wanted'>) {
  const mayExport = useMay('ledger.export');
  const { mutateAsync, isPending, error } = useApiCommand('targets.exportRegister');
  if (!mayExport) return null;
  return (
    <ExportMenu
      words="targets"
      isPending={isPending}
      error={error}
      onExport={async (format, reason) => (await mutateAsync({ wanted, format, reason, path: null })).path}
    />
  );
}
