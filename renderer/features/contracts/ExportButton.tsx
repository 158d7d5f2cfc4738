/** The contracts, a tender, or the sheet on its borrowers as a file. */
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../api/client';
import { useApiCommand } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { ExportMenu } from '../../ui/ExportMenu';

type Export = InputOf<'contracts.exportRegister'>;

export function ExportButton({ what, id = null }: Pick<Export, 'what'> & { id?: number | null }) {
  const { t } = useTranslation();
  const mayExport = useMay('contract.export');
  const { mutateAsync, isPending, error } = useApiCommand('contracts.exportRegister');
  if (!mayExport) return null;
  return (
    <ExportMenu
      words="contracts"
      label={`${t('contracts:export.verb')} ${t(`contracts:export.${what}`)}`}
      isPending={isPending}
      error={error}
      onExport={async (format, reason) => (await mutateAsync({ what, id, format, reason, path: null })).path}
    />
  );
}
