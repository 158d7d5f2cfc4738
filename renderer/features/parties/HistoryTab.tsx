/** What was done in the household and who looked at whose data: the audit log's own entries, newest first. */
import type { Household } from '@shared/contract/parties.contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, UNKNOWN } from '../../i18n/format';
import { EmptyState } from '../../ui/EmptyState';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { useEntryTexts } from '../audit/entryTexts';

type Entry = Household['history'][number] & { readonly key: number };

/** A party's name instead of its number. */
function useObjectText(partyNames: ReadonlyMap<number, string>): (entry: Entry) => string {
  const { objectKind } = useEntryTexts();
  return ({ object: text }) => {
    const [kind = '', id = ''] = text.split(' ');
    const name = kind === 'party' ? (partyNames.get(Number(id)) ?? id) : id;
    return `${objectKind(kind)} ${name}`.trim();
  };
}

export function HistoryTab({ file }: { file: Household }) {
  const { t } = useTranslation();
  const rows = useMemo(() => file.history.map((entry, key): Entry => ({ ...entry, key })), [file.history]);
  const names = useMemo(() => new Map(file.parties.map(({ id, name }) => [id, name])), [file.parties]);
  const { action, detail } = useEntryTexts();
  const object = useObjectText(names);
  const column = (key: string, width: number, of: (entry: Entry) => string): GridColumn<Entry> => ({
    key,
    title: t(`parties:history.${key}`),
    width,
    kind: key === 'at' ? 'date' : 'text',
    render: (entry) => of(entry),
    copy: of,
  });
  return (
    <DataGrid<Entry>
      caption={t('parties:tab.history')}
      columns={[
        { ...column('at', 140, ({ at }) => formatInstant(at)), sticky: true },
        column('user', 100, ({ user }) => user),
        column('action', 160, (entry) => action(entry.action)),
        column('object', 200, object),
        column('detail', 420, (entry) => detail(entry.detail) || UNKNOWN),
      ]}
      rows={rows}
      keyOf={({ key }) => key}
      total={rows.length}
      empty={<EmptyState why="none" />}
    />
  );
}
