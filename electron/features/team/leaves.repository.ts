/** Leaves in the database. */
import type { Leave, LeaveKind, LeaveState } from '@shared/domain/team/leave';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { ReadDb, WriteTx } from '../../database/store';

export interface StoredLeave extends Leave {
  readonly person: string;
  readonly unitId: number;
  readonly kind: LeaveKind;
  readonly reason: string;
  readonly substituteId: number | null;
  readonly substitute: string | null;
  readonly reportedTo: string | null;
  readonly askedAt: string;
  readonly rev: number;
}

const LEAVE = `SELECT leave.id, leave.user_id AS userId, person.display AS person, person.unit_id AS unitId, kind, reason,
    first_day AS firstDay, last_day AS lastDay, substitute_id AS substituteId, substitute.display AS substitute, state,
    reported_on AS reportedOn, seen.display AS reportedTo, at AS askedAt, leave.rev
  FROM leave
  JOIN app_user AS person ON person.id = leave.user_id
  LEFT JOIN app_user AS substitute ON substitute.id = substitute_id
  LEFT JOIN app_user AS seen ON seen.id = reported_to`;

/** Newest first. */
export const listLeaves = (db: ReadDb): StoredLeave[] =>
  db.hot(`${LEAVE} ORDER BY first_day DESC, leave.id DESC`).all() as StoredLeave[];

export const findLeave = (db: ReadDb, id: number): StoredLeave | undefined =>
  db.hot(`${LEAVE} WHERE leave.id = ?`).get(id) as StoredLeave | undefined;

export const leavesOf = (db: ReadDb, userId: number): StoredLeave[] =>
  db.hot(`${LEAVE} WHERE leave.user_id = ? ORDER BY first_day`).all(userId) as StoredLeave[];

/** Approved and not reported back, begun until `until`. */
export const openLeaves = (db: ReadDb, until: CalendarDate): StoredLeave[] =>
  db
    .hot(`${LEAVE} WHERE state = 'approved' AND reported_on IS NULL AND last_day <= ? ORDER BY last_day, leave.id`)
    .all(until) as StoredLeave[];

export interface NewLeave {
  readonly userId: number;
  readonly kind: LeaveKind;
  readonly reason: string;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly substituteId: number | null;
}

export function insertLeave(tx: WriteTx, given: NewLeave): number {
  const { userId, kind, reason, firstDay, lastDay, substituteId } = given;
  const sql = `INSERT INTO leave (user_id, kind, reason, first_day, last_day, substitute_id, state, at)
    VALUES (?, ?, ?, ?, ?, ?, 'asked', ?)`;
  return Number(tx.hot(sql).run(userId, kind, reason, firstDay, lastDay, substituteId, tx.at).lastInsertRowid);
}

export const setLeaveState = (tx: WriteTx, id: number, state: LeaveState): void =>
  void tx.hot('UPDATE leave SET state = ?, rev = rev + 1 WHERE id = ?').run(state, id);

export function setReported(tx: WriteTx, id: number, on: CalendarDate): void {
  const seenBy = present(tx.actor.userId, 'a user sees whoever is back');
  tx.hot('UPDATE leave SET reported_on = ?, reported_to = ?, rev = rev + 1 WHERE id = ?').run(on, seenBy, id);
}
