/** What an administrator may do with a person of the list, and the tag that says how it stands with him. */
import type { OutputOf } from '../../api/client';

export type UserRow = OutputOf<'users.list'>[number];
export type UserAction = 'edit' | 'resetPassword' | 'deactivate' | 'reactivate';
export type UserState = 'active' | 'mustChange' | 'inactive';

export function stateOf(user: UserRow): UserState {
  if (!user.active) return 'inactive';
  return user.mustChangePassword ? 'mustChange' : 'active';
}

/** In menu order. His own password he changes himself, and he does not remove himself. */
export function actionsFor(user: UserRow, ownId: number): UserAction[] {
  if (!user.active) return ['reactivate'];
  return user.id === ownId ? ['edit'] : ['edit', 'resetPassword', 'deactivate'];
}
