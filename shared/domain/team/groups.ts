/** The team and its groups (TEAM-01, B1 §3, §11): the bounds come from the rules, with their articles. */
import type { CalendarDate } from '../../kernel/calendarDate';
import { type Decision, granted, refused } from '../../kernel/result';
import type { Inquiry } from '../../rules/inquiry';

export interface GroupDraft {
  /** null: a new group. */
  readonly id: number | null;
  readonly leaderId: number;
  /** The leader is one of them. */
  readonly memberIds: readonly number[];
}

export interface Group {
  readonly id: number;
  readonly memberIds: readonly number[];
}

interface Bounds {
  readonly groupsFrom: number;
  readonly groupsTo: number;
  readonly membersFrom: number;
  readonly membersTo: number;
  readonly article: string;
}

function boundsOn(inquiry: Inquiry, today: CalendarDate): Bounds {
  const values = inquiry.values('team/group-bounds', today);
  return {
    groupsFrom: values.number('groupsFrom'),
    groupsTo: values.number('groupsTo'),
    membersFrom: values.number('membersFrom'),
    membersTo: values.number('membersTo'),
    article: values.article,
  };
}

/**
 * `others`: the groups that are there. Refusals in order: member-twice, leader-outside, group-size {from, to, members} and
 * groups-too-many {to} (both with the article), member-elsewhere {userId}.
 */
export function decideGroup(
  inquiry: Inquiry,
  today: CalendarDate,
  draft: GroupDraft,
  all: readonly Group[],
): Decision<null> {
  const { id, leaderId, memberIds } = draft;
  const { membersFrom, membersTo, groupsTo, article } = boundsOn(inquiry, today);
  if (new Set(memberIds).size !== memberIds.length) return refused('member-twice');
  if (!memberIds.includes(leaderId)) return refused('leader-outside');
  const members = memberIds.length;
  if (members < membersFrom || members > membersTo)
    return refused('group-size', { members, from: membersFrom, to: membersTo }, article);
  const others = all.filter((group) => group.id !== id);
  if (others.length >= groupsTo) return refused('groups-too-many', { to: groupsTo }, article);
  const taken = new Set(others.flatMap((group) => group.memberIds));
  const elsewhere = memberIds.find((member) => taken.has(member));
  return elsewhere === undefined ? granted(null) : refused('member-elsewhere', { userId: elsewhere });
}

export interface TeamFinding {
  readonly code: 'groups-too-few' | 'captain-missing' | 'captains-too-many';
  readonly article: string;
  readonly count: number;
  readonly bound: number;
}

/** What the team still lacks; it is told, not forbidden, because groups are formed one after the other. */
export function teamFindings(
  inquiry: Inquiry,
  today: CalendarDate,
  team: { readonly groups: number; readonly captains: number },
): TeamFinding[] {
  const bounds = boundsOn(inquiry, today);
  const values = inquiry.values('team/captain', today);
  const bound = values.number('captains');
  const findings: TeamFinding[] = [];
  const { groups, captains: count } = team;
  if (groups < bounds.groupsFrom)
    findings.push({ code: 'groups-too-few', article: bounds.article, count: groups, bound: bounds.groupsFrom });
  if (count !== bound)
    findings.push({
      code: count < bound ? 'captain-missing' : 'captains-too-many',
      article: values.article,
      count,
      bound,
    });
  return findings;
}
