/** Attendance as the captain, or a leader for his own group, saw it (TEAM-04, B1 §17); leave is never typed. */
import { dayMark, type TypedMark } from '@shared/domain/team/attendance';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import { Inquiry } from '@shared/rules/inquiry';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { rulesInForce } from '../rules/rulesInForce';
import { leavesOf } from './leaves.repository';
import { keepMark, listGroups } from './team.repository';

export interface MarkInput {
  readonly userId: number;
  readonly day: CalendarDate;
  /** null takes a mark away. */
  readonly mark: TypedMark | null;
}

/** Whose days the person at the screen may mark: a captain everybody's in the team, a leader his group's. */
export function keptBy(db: ReadDb, actor: OpenFolder['actor']): Set<number> {
  const groups = listGroups(db);
  const own = actor.roles.includes('team-captain')
    ? groups
    : groups.filter(({ leaderId }) => leaderId === actor.userId);
  return new Set(own.flatMap(({ memberIds }) => memberIds));
}

/** Refusals in order: attendance-future, attendance-foreign, attendance-on-leave {day}. All of the marks or none. */
export async function keepMarks({ clock }: Services, open: OpenFolder, { marks }: { marks: readonly MarkInput[] }) {
  const today = clock.today();
  return open.store.write(open.actor, async (tx) => {
    if (marks.some(({ day }) => day > today)) refuse('attendance-future');
    const kept = keptBy(tx, tx.actor);
    const inquiry = new Inquiry((await rulesInForce(tx, today)).book);
    for (const { userId, day, mark } of marks) {
      if (!kept.has(userId)) refuse('attendance-foreign');
      const byLeave = dayMark(null, leavesOf(tx, userId), day, today, inquiry.isRestDay(day));
      if (byLeave) refuse('attendance-on-leave', { day });
      keepMark(tx, userId, day, mark);
    }
    const days = [...new Set(marks.map(({ day }) => day))];
    const detail = { marks: marks.length, from: days.toSorted()[0], to: days.toSorted().at(-1) };
    const audit = {
      action: 'team.keepMarks',
      objectKind: 'attendance',
      objectId: detail.from ?? '',
      detail,
      after: marks,
    };
    return { result: { kept: marks.length }, audit };
  });
}
