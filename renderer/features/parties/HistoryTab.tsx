/** What was done in the household and who looked at whose data: the audit log's own entries, newest first. */
import type { Household } from '@shared/contract/parties.contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, UNKNOWN } from '../../i18n/format';
import { EmptyState } from '../../ui/EmptyState';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { detailParts } from './historyDetail';

type Entry = Household['history'][number] & { readonly key: number };

/** The texts of an entry; an action or a fact without a name of its own is shown by its code. */
function useEntryText(partyNames: ReadonlyMap<number, string>) {
  const { t, i18n } = useTranslation();
  const named = (key: string, fallback: string): string => (i18n.exists(key) ? t(key) : fallback);
  const action = ({ action: code }: Entry): string => named(`parties:done.${code}`, code);
  const object = ({ object: text }: Entry): string => {
    const [kind = '', id = ''] = text.split(' ');
    const name = kind === 'party' ? (partyNames.get(Number(id)) ?? id) : id;
    return `${named(`parties:object.${kind}`, kind)} ${name}`.trim();
  };
  const detail = ({ detail: facts }: Entry): string =>
    detailParts(facts)
      .map(({ key, value }) => {
        const shown = key === 'field' ? named(`parties:fact.${value}`, value) : value;
        return t('parties:done.fact', { name: named(`parties:detail.${key}`, key), value: shown });
      })
      .join(t('parties:done.separator')) || UNKNOWN;
  return { action, object, detail };
}

export function HistoryTab({ file }: { file: Household }) {
  const { t } = useTranslation();
  const rows = useMemo(() => file.history.map((entry, key): Entry => ({ ...entry, key })), [file.history]);
  const names = useMemo(() => new Map(file.parties.map(({ id, name }) => [id, name])), [file.parties]);
  const { action, object, detail } = useEntryText(names);
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
        column('action', 160, action),
        column('object', 200, object),
        column('detail', 420, detail),
      ]}
      rows={rows}
      keyOf={({ key }) => key}
      total={rows.length}
      empty={<EmptyState why="none" />}
    />
  );
}
