/** Shows masked data of a party in full for a purpose; the server logs it. Absent for those who may not. */
import { useApiCommand } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { UNKNOWN } from '../../i18n/format';

type Reveal = (purpose: string) => Promise<string>;

/** For a party and a field: what `Masked` needs as `onReveal`. */
export function useReveal(): (partyId: number, field: 'idNumber' | 'phone') => Reveal | undefined {
  const may = useMay('personal-data.reveal');
  const { mutateAsync } = useApiCommand('parties.reveal');
  return (partyId, field) =>
    may ? async (purpose) => (await mutateAsync({ partyId, field, purpose })).value ?? UNKNOWN : undefined;
}
