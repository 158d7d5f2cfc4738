/** Authority that was handed over, and who could hand over or take. */
import { LEVELS, roleOf } from '@shared/domain/approvals/levels';
import { may } from '@shared/domain/users/roles';
import type { ReadDb } from '../../database/store';
import { listUsers } from '../users/users.repository';
import { listDelegations } from './delegations.repository';

export async function showDelegations(db: ReadDb) {
  const handed = await listDelegations(db);
  const users = (await listUsers(db)).filter(({ active, roles }) => active && may(roles, 'approvals.decide'));
  return {
    items: handed.map(({ inForce, endedAt, toUserId: _, ...rest }) => ({
      ...rest,
      inForce: inForce === 1,
      ended: endedAt !== null,
    })),
    people: users.map(({ id, display, roles }) => ({
      userId: id,
      display,
      levels: LEVELS.filter((level) => level !== 'committee' && roles.includes(roleOf(level))),
    })),
  };
}
