/** Forming, changing and ending a group within the bounds of the rules (TEAM-01, B1 §11). */
import { decideGroup } from '@shared/domain/team/groups';
import { grantedOrRefuse, refuse } from '@shared/kernel/result';
import { Inquiry } from '@shared/rules/inquiry';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { rulesInForce } from '../rules/rulesInForce';
import { listUnits, listUsers } from '../users/users.repository';
import { endGroupRow, findGroup, listGroups, openTargetsOf, type StoredGroup, saveGroupRow } from './team.repository';

interface GroupInput {
  readonly id: number | null;
  /** null for a new group. */
  readonly rev: number | null;
  readonly name: string;
  readonly leaderId: number;
  readonly memberIds: readonly number[];
  readonly unitIds: readonly number[];
}

/** Refusals in order: group-unknown, group-conflict. */
function groupAt(db: ReadDb, id: number, rev: number | null): StoredGroup {
  const group = findGroup(db, id);
  if (!group || group.endedOn !== null) return refuse('group-unknown');
  return group.rev === rev ? group : refuse('group-conflict', { rev: group.rev });
}

/** Refusals in order: group-unknown, group-conflict, group-name-taken, user-unknown, area-unknown, those of decideGroup. */
export async function saveGroup({ clock }: Services, open: OpenFolder, input: GroupInput) {
  const today = clock.today();
  return open.store.write(open.actor, async (tx) => {
    const { id, rev, ...given } = input;
    const before = id === null ? null : groupAt(tx, id, rev);
    const groups = listGroups(tx);
    if (groups.some((each) => each.id !== id && each.name === given.name)) refuse('group-name-taken');
    const people = new Set((await listUsers(tx)).filter(({ active }) => active).map((user) => user.id));
    if (given.memberIds.some((member) => !people.has(member))) refuse('user-unknown');
    const units = new Set((await listUnits(tx)).map((unit) => unit.id));
    if (given.unitIds.some((unit) => !units.has(unit))) refuse('area-unknown');
    const inquiry = new Inquiry((await rulesInForce(tx, today)).book);
    grantedOrRefuse(decideGroup(inquiry, today, { id, ...given }, groups));
    const saved = saveGroupRow(tx, { id, ...given, formedOn: before?.formedOn ?? today });
    const audit = {
      action: 'team.saveGroup',
      objectKind: 'group',
      objectId: String(saved),
      detail: { name: given.name, members: given.memberIds.length },
      before,
      after: given,
    };
    return { result: { id: saved }, audit };
  });
}

/** Refusals in order: group-unknown, group-conflict, group-has-targets {targets}. */
export async function endGroup(
  { clock }: Services,
  open: OpenFolder,
  { id, rev, reason }: { id: number; rev: number; reason: string },
) {
  const today = clock.today();
  return open.store.write(open.actor, async (tx) => {
    const { name } = groupAt(tx, id, rev);
    const targets = openTargetsOf(tx, id);
    if (targets > 0) refuse('group-has-targets', { targets });
    endGroupRow(tx, id, today);
    const audit = { action: 'team.endGroup', objectKind: 'group', objectId: String(id), detail: { name, reason } };
    return { result: { id }, audit };
  });
}
