/** The log as people read it: filtered, newest first, page by page. */
import type { AuditEntry, AuditFilter } from '@shared/contract/audit.contract';
import { actionsOf } from '@shared/domain/audit/actions';
import { macPrefixOf } from '@shared/domain/audit/chain';
import { householdNumber, partyIdOf } from '@shared/domain/loans/householdNumber';
import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely';
import type { Schema } from '../../database/schema';
import type { ReadDb } from '../../database/store';

/** Days become instants where the calendar is known; `to` is the first instant that no longer counts. */
export interface EntryFilter extends Omit<AuditFilter, 'from' | 'to'> {
  readonly fromInstant?: string;
  readonly toInstant?: string;
}

const DAY_AFTER = 1;

/** Midnight of this computer's calendar as an instant. */
function midnight(date: string, days = 0): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return new Date(year, month - 1, day + days).toISOString();
}

export function entryFilter({ from, to, ...rest }: AuditFilter): EntryFilter {
  return {
    ...rest,
    ...(from ? { fromInstant: midnight(from) } : {}),
    ...(to ? { toInstant: midnight(to, DAY_AFTER) } : {}),
  };
}

type Expressions = ExpressionBuilder<Schema, 'audit_entry'>;
type Condition = ExpressionWrapper<Schema, 'audit_entry', SqlBool>;

function conditionsOf(eb: Expressions, filter: EntryFilter): Condition {
  const { user, fromInstant, toInstant, groups, text } = filter;
  const all: Condition[] = [];
  if (user) all.push(eb('audit_entry.user_name', '=', user));
  if (fromInstant) all.push(eb('audit_entry.at', '>=', fromInstant));
  if (toInstant) all.push(eb('audit_entry.at', '<', toInstant));
  if (groups.length > 0) all.push(eb('audit_entry.action', 'in', actionsOf(groups)));
  if (text) all.push(eb.or(partsOf(eb, text)));
  return eb.and(all);
}

function partsOf(eb: Expressions, text: string): Condition[] {
  const contains = (column: 'object_id' | 'detail') =>
    eb(sql<number>`instr(lower(${sql.ref(`audit_entry.${column}`)}), lower(${text}))`, '>', 0);
  const household = partyIdOf(text);
  const mac = macPrefixOf(text);
  return [
    contains('object_id'),
    contains('detail'),
    ...(household === null ? [] : [eb('audit_entry.household_id', '=', household)]),
    // The short code of an entry, as printed on approvals.
    ...(mac === null ? [] : [eb(sql<string>`lower(hex(substr(audit_entry.mac, 1, 5)))`, '=', mac)]),
  ];
}

/** At most `limit` entries before number `before` (null: from the newest). */
export async function listEntries(
  db: ReadDb,
  filter: EntryFilter,
  before: number | null,
  limit: number,
): Promise<AuditEntry[]> {
  let query = db.q
    .selectFrom('audit_entry')
    .leftJoin('app_user', 'app_user.id', 'audit_entry.user_id')
    .selectAll('audit_entry')
    .select('app_user.display')
    .where((eb) => conditionsOf(eb as unknown as Expressions, filter))
    .orderBy('audit_entry.id', 'desc')
    .limit(limit);
  if (before !== null) query = query.where('audit_entry.id', '<', before);
  const rows = await query.execute();
  return rows.map((row) => ({
    seq: row.id,
    at: row.at,
    user: row.user_name,
    display: row.display,
    roles: row.roles === '' ? [] : row.roles.split(','),
    workstation: row.workstation,
    action: row.action,
    objectKind: row.object_kind,
    objectId: row.object_id,
    household: row.household_id === null ? null : householdNumber(row.household_id),
    detail: factsOf(row.detail),
    requestId: row.request_id,
    beforeDigest: row.before_digest,
    afterDigest: row.after_digest,
    epoch: row.epoch,
    previousMac: row.previous_mac.toString('hex'),
    mac: row.mac.toString('hex'),
  }));
}

/** A tampered row may hold any JSON; it must still be shown. */
function factsOf(detail: string): Record<string, unknown> {
  const value: unknown = JSON.parse(detail);
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : { value };
}

export async function countEntries(db: ReadDb, filter: EntryFilter): Promise<number> {
  const { n } = await db.q
    .selectFrom('audit_entry')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where((eb) => conditionsOf(eb, filter))
    .executeTakeFirstOrThrow();
  return n;
}

/** Everybody who may stand in the log, for the filter. */
export async function listActors(db: ReadDb): Promise<{ name: string; display: string }[]> {
  return db.q.selectFrom('app_user').select(['name', 'display']).orderBy('id').execute();
}
