/** Everybody in the household: borrower, guarantors, owners of what secures it; a person in several capacities stands once. */
import type { Household } from '@shared/contract/parties.contract';
import type { TableColumnType } from 'antd';
import { useTranslation } from 'react-i18next';
import { UNKNOWN } from '../../i18n/format';
import { Masked } from '../../ui/Masked';
import { FileTable } from './FileTable';
import { useReveal } from './useReveal';

type Party = Household['parties'][number];

function useColumns(): TableColumnType<Party>[] {
  const { t } = useTranslation();
  const revealOf = useReveal();
  const text = (key: 'address' | 'spouse' | 'employer' | 'legalRepresentative' | 'flags' | 'status') => ({
    title: t(`parties:fact.${key}`),
    render: (_: unknown, party: Party) => party[key] ?? UNKNOWN,
  });
  const masked = (key: 'idNumber' | 'phone') => ({
    title: t(`parties:fact.${key}`),
    render: (_: unknown, party: Party) => (
      <Masked
        masked={party[key]}
        label={t('parties:fact.of', { name: party.name, fact: t(`parties:fact.${key}`) })}
        onReveal={revealOf(party.id, key)}
      />
    ),
  });
  return [
    { title: t('parties:fact.name'), dataIndex: 'name', fixed: 'left' },
    {
      title: t('parties:overview.capacity'),
      render: (_, { capacity }) =>
        capacity.map((each) => t(`parties:capacity.${each}`)).join(t('common:list.separator')),
    },
    masked('idNumber'),
    masked('phone'),
    text('address'),
    text('spouse'),
    text('employer'),
    text('legalRepresentative'),
    text('flags'),
    text('status'),
  ];
}

export function PartiesTab({ parties }: { parties: readonly Party[] }) {
  const { t } = useTranslation();
  return (
    <FileTable
      title={t('parties:tab.parties')}
      columns={useColumns()}
      rows={parties}
      keyOf={({ id }) => id}
      empty={t('parties:empty.parties')}
    />
  );
}
