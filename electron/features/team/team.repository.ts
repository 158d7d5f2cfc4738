/** Groups of the team with their members and areas, and who kept which mark of which day. */
import type { TypedMark } from '@shared/domain/team/attendance';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { ReadDb, WriteTx } from '../../database/store';

export interface StoredGroup {
  readonly id: number;
  readonly name: string;
  readonly leaderId: number;
  readonly formedOn: CalendarDate;
  readonly endedOn: CalendarDate | null;
  readonly rev: number;
  readonly memberIds: readonly number[];
  /** Units whose households are its area. */
  readonly unitIds: readonly number[];
}

const GROUP = `SELECT id, name, leader_id AS leaderId, formed_on AS formedOn, ended_on AS endedOn, rev,
    (SELECT json_group_array(user_id) FROM team_member WHERE group_id = team_group.id) AS members,
    (SELECT json_group_array(unit_id) FROM team_area WHERE group_id = team_group.id) AS units
  FROM team_group`;

type Row = Omit<StoredGroup, 'memberIds' | 'unitIds'> & { readonly members: string; readonly units: string };

const ids = (text: string): number[] => (JSON.parse(text) as number[]).toSorted((a, b) => a - b);

const groupOf = ({ members, units, ...row }: Row): StoredGroup => ({
  ...row,
  memberIds: ids(members),
  unitIds: ids(units),
});

/** Those that work now. */
export const listGroups = (db: ReadDb): StoredGroup[] =>
  (db.hot(`${GROUP} WHERE ended_on IS NULL ORDER BY id`).all() as Row[]).map(groupOf);

export function findGroup(db: ReadDb, id: number): StoredGroup | undefined {
  const row = db.hot(`${GROUP} WHERE id = ?`).get(id) as Row | undefined;
  return row && groupOf(row);
}

export type GroupToSave = Omit<StoredGroup, 'id' | 'endedOn' | 'rev'> & { readonly id: number | null };

/** Returns its id. */
export function saveGroupRow(tx: WriteTx, { id, name, leaderId, formedOn, memberIds, unitIds }: GroupToSave): number {
  const insert = 'INSERT INTO team_group (name, leader_id, formed_on) VALUES (?, ?, ?)';
  const kept = id ?? Number(tx.hot(insert).run(name, leaderId, formedOn).lastInsertRowid);
  if (id !== null) {
    tx.hot('UPDATE team_group SET name = ?, leader_id = ?, rev = rev + 1 WHERE id = ?').run(name, leaderId, id);
    tx.hot('DELETE FROM team_member WHERE group_id = ?').run(id);
    tx.hot('DELETE FROM team_area WHERE group_id = ?').run(id);
  }
  for (const member of memberIds) tx.hot('INSERT INTO team_member VALUES (?, ?)').run(kept, member);
  for (const unit of unitIds) tx.hot('INSERT INTO team_area VALUES (?, ?)').run(kept, unit);
  return kept;
}

/** Its members stay on record; they may join another group. */
export const endGroupRow = (tx: WriteTx, id: number, on: CalendarDate): void =>
  void tx.hot('UPDATE team_group SET ended_on = ?, rev = rev + 1 WHERE id = ?').run(on, id);

/** Targets that are given to the group now and not closed. */
export function openTargetsOf(db: ReadDb, groupId: number): number {
  const sql = `SELECT count(*) FROM target WHERE closed_on IS NULL AND ? = (SELECT group_id FROM target_assignment
    WHERE target_id = target.id ORDER BY target_assignment.id DESC LIMIT 1)`;
  return db.hot(sql).pluck().get(groupId) as number;
}

export interface KeptMark {
  readonly userId: number;
  readonly day: CalendarDate;
  readonly mark: TypedMark;
}

export const marksBetween = (db: ReadDb, from: CalendarDate, to: CalendarDate): KeptMark[] =>
  db
    .hot('SELECT user_id AS userId, day, mark FROM attendance WHERE day BETWEEN ? AND ? ORDER BY day, user_id')
    .all(from, to) as KeptMark[];

/** null takes a mark away. */
export function keepMark(tx: WriteTx, userId: number, day: CalendarDate, mark: TypedMark | null): void {
  const keeper = present(tx.actor.userId, 'a user keeps attendance');
  if (mark === null) tx.hot('DELETE FROM attendance WHERE user_id = ? AND day = ?').run(userId, day);
  else tx.hot('INSERT OR REPLACE INTO attendance VALUES (?, ?, ?, ?, ?)').run(userId, day, mark, keeper, tx.at);
}
