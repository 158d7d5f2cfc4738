/** What waits for somebody, what he asked, and everything that was asked. */
import type { ApprovalItem } from '@shared/contract/approvals.contract';
import { heldFor, ownLevels } from '@shared/domain/approvals/levels';
import type { RequestState } from '@shared/domain/approvals/standing';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { Actor, ReadDb } from '../../database/store';
import { listUsers } from '../users/users.repository';
import type { RequestHead } from './approvals.repository';
import { handedLevels } from './delegations.repository';
import { type FindKind, shippedKind } from './kinds';
import { openRequestsFor, requestPage } from './requestLists.repository';

/** Open requests that the actor may decide today, the nearest deadline first; his own are never among them. */
export async function waitingForMe(
  db: ReadDb,
  actor: Actor,
  today: CalendarDate,
  find: FindKind = shippedKind,
): Promise<RequestHead[]> {
  const userId = present(actor.userId, 'whoever works in an open folder is one of its users');
  const own = ownLevels(actor.roles, actor.unitId);
  const all = [...own, ...(await handedLevels(db, userId, today))];
  const levels = [...new Set(all.map(({ level }) => level))];
  const waiting = await openRequestsFor(db, levels, userId);
  const mine = waiting.filter(({ kind, waitingFor, unitId }) => {
    const held = find(kind).delegable ? all : own;
    return waitingFor !== null && heldFor(held, waitingFor, unitId) !== null;
  });
  const last = '9999-12-31';
  return mine.sort((a, b) => (a.deadline ?? last).localeCompare(b.deadline ?? last) || a.id - b.id);
}

export interface ListInput {
  readonly list: 'mine' | 'submitted' | 'all';
  readonly state?: RequestState | undefined;
  readonly cursor: number | null;
  readonly limit: number;
}

export async function listRequests(
  db: ReadDb,
  actor: Actor,
  today: CalendarDate,
  input: ListInput,
): Promise<{ items: ApprovalItem[]; next: number | null }> {
  const names = new Map((await listUsers(db)).map((user) => [user.id, user.display]));
  const shown = (heads: readonly RequestHead[]) => heads.map((head) => itemOf(head, names));
  if (input.list === 'mine') return { items: shown(await waitingForMe(db, actor, today)), next: null };
  const submitter = input.list === 'submitted' ? actor.userId : null;
  const page = await requestPage(db, { ...input, submitter });
  const last = page.at(-1);
  return { items: shown(page), next: last && page.length === input.limit ? last.id : null };
}

export function itemOf(head: RequestHead, names: ReadonlyMap<number, string>): ApprovalItem {
  const { id, kind, title, amount, lossAmount, lossPpm, submittedAt, state, waitingFor, deadline, endedAt } = head;
  const household = head.partyId === null ? null : householdNumber(head.partyId);
  const submittedBy = present(names.get(head.submittedBy), 'whoever submitted is a user');
  return {
    id,
    kind,
    title,
    household,
    borrower: head.borrower,
    amount,
    lossAmount,
    lossPpm,
    submittedAt,
    submittedBy,
    state,
    waitingFor,
    deadline,
    endedAt,
  };
}
