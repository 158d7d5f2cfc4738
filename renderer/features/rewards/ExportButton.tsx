/** A sheet, the ledger of rewards or the register of liabilities as a file. */
import type { InputOf } from '../../api/client';
import { useApiCommand } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { ExportMenu } from '../../ui/ExportMenu';

type Export = InputOf<'rewards.exportRegister'>;

export function ExportButton({ what, id = null }: Pick<Export, 'what'> & { id?: number | null }) {
  const mayExport = useMay('reward.export');
  const { mutateAsync, isPending, error } = useApiCommand('rewards.exportRegister');
  if (!mayExport) return null;
  return (
    <ExportMenu
      words="rewards"
      isPending={isPending}
      error={error}
      onExport={async (format, reason) => (await mutateAsync({ what, id, format, reason, path: null })).path}
    />
  );
}
