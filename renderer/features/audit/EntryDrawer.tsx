/** One entry in full beside the list: what was done, its facts, its place in the chain. Nothing here can be changed. */

import type { AuditEntry } from '@shared/contract/audit.contract';
import { allParts } from '@shared/domain/audit/detailParts';
import { Descriptions, Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount, formatInstant, UNKNOWN } from '../../i18n/format';
import { personOf, useEntryTexts } from './entryTexts';

type ColumnKey = Exclude<keyof AuditEntry, 'display' | 'objectKind' | 'objectId' | 'detail'> | 'object';

function useGroups(entry: AuditEntry): { readonly key: string; readonly items: [string, ReactNode][] }[] {
  const { t, i18n } = useTranslation();
  const texts = useEntryTexts();
  const of = (key: ColumnKey, value: ReactNode): [string, ReactNode] => [t(`audit:column.${key}`), value ?? UNKNOWN];
  const code = (text: string | null): ReactNode =>
    text === null ? UNKNOWN : <code className="qs-audit-code">{text}</code>;
  return [
    {
      key: 'what',
      items: [
        of('action', texts.action(entry.action)),
        of('at', formatInstant(entry.at)),
        of('user', personOf(entry)),
        of('roles', entry.roles.map((role) => t(`terms:role.${role}`)).join(t('audit:separator'))),
        of('workstation', entry.workstation),
        of('object', texts.object(entry)),
        of('household', entry.household),
      ],
    },
    {
      key: 'facts',
      items: allParts(entry.detail).map(({ key, value }) => [
        i18n.exists(`audit:detail.${key}`) ? t(`audit:detail.${key}`) : key,
        <span key={key} className="qs-audit-value">
          {value}
        </span>,
      ]),
    },
    {
      key: 'chain',
      items: [
        of('beforeDigest', code(entry.beforeDigest)),
        of('afterDigest', code(entry.afterDigest)),
        of('requestId', code(entry.requestId)),
        of('epoch', formatCount(entry.epoch)),
        of('previousMac', code(entry.previousMac)),
        of('mac', code(entry.mac)),
      ],
    },
  ];
}

function Facts({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation();
  const groups = useGroups(entry).filter(({ items }) => items.length > 0);
  return (
    <>
      {groups.map(({ key, items }) => (
        <Descriptions
          key={key}
          size="small"
          column={1}
          colon={false}
          className="qs-audit-facts"
          title={t(`audit:drawer.${key}`)}
          items={items.map(([label, children], index) => ({ key: index, label, children }))}
        />
      ))}
      <p className="qs-hint">{t('audit:drawer.digestHint')}</p>
    </>
  );
}

/** `entry` null: closed. The keyboard stays in the list, so the arrows lead from entry to entry. */
export function EntryDrawer({ entry, onClose }: { entry: AuditEntry | null; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Drawer
      open={entry !== null}
      onClose={onClose}
      size={480}
      mask={false}
      autoFocus={false}
      focusable={{ trap: false, focusTriggerAfterClose: false }}
      title={entry && t('audit:drawer.title', { seq: formatCount(entry.seq) })}
    >
      {entry && <Facts entry={entry} />}
    </Drawer>
  );
}
