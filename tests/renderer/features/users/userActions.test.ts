/** What an administrator may do with a person of the list (ORG-02). */
import { describe, expect, it } from 'vitest';
import { actionsFor, stateOf, type UserRow } from '../../../../renderer/features/users/userActions';

const user: UserRow = {
  id: 2,
  name: 'wang',
  display: '王经办',
  unit: '某支行',
  roles: ['clerk'],
  active: true,
  mustChangePassword: false,
  rev: 1,
};

describe('ORG-02 people on screen', () => {
  it('says how it stands with each', () => {
    expect(stateOf(user)).toBe('active');
    expect(stateOf({ ...user, mustChangePassword: true })).toBe('mustChange');
    expect(stateOf({ ...user, active: false, mustChangePassword: true })).toBe('inactive');
  });

  it('offers everything for others, nothing that nobody does to himself, and only the way back for a removed one', () => {
    expect(actionsFor(user, 1)).toEqual(['edit', 'resetPassword', 'deactivate']);
    expect(actionsFor(user, 2)).toEqual(['edit']);
    expect(actionsFor({ ...user, active: false }, 1)).toEqual(['reactivate']);
  });
});
