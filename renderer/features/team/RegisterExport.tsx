/** Attendance, leave, groups or progress as a file. */
import type { InputOf } from '../../api/client';
import { useApiCommand } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { ExportMenu } from '../../ui/ExportMenu';

export function RegisterExport({ wanted }: Pick<InputOf<'team.exportRegister'>, 'wanted'>) {
  const mayExport = useMay('team.export');
  const { mutateAsync, isPending, error } = useApiCommand('team.exportRegister');
  if (!mayExport) return null;
  return (
    <ExportMenu
      words="team"
      isPending={isPending}
      error={error}
      onExport={async (format, reason) => (await mutateAsync({ wanted, format, reason, path: null })).path}
    />
  );
}
