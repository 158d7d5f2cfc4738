/** The litigation ledger, its cards or the control sheet as a file, Excel for work and PDF to sign (LIT-07, LED-04, RPT-04). */
import { addDays } from '@shared/kernel/calendarDate';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../api/client';
import { useApiCommand } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { ExportMenu } from '../../ui/ExportMenu';

type Input = InputOf<'litigation.exportSheet'>;

interface Props extends Pick<Input, 'sheet' | 'filter'> {
  readonly from?: string;
  readonly until?: string;
  readonly isSmall?: boolean;
}

/** The ledger has no days of its own. */
const ANY_DAY = '2000-01-01';

export function SheetExport({ sheet, filter, from = ANY_DAY, until = addDays(ANY_DAY, 1), isSmall }: Props) {
  const { t } = useTranslation();
  const mayExport = useMay('ledger.export');
  const { mutateAsync, isPending, error } = useApiCommand('litigation.exportSheet');
  if (!mayExport) return null;
  return (
    <ExportMenu
      words="litigation"
      {...(sheet === 'cards' ? { label: t('litigation:export.cards'), isPaper: true } : {})}
      isSmall={isSmall}
      isPending={isPending}
      error={error}
      onExport={async (format, reason) =>
        (await mutateAsync({ sheet, filter, from, until, format, reason, path: null })).path
      }
    />
  );
}
