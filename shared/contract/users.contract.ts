/** People and units of the branch. */
import { z } from 'zod';
import { command, query, reason } from './entry';
import { recoveryCode, role, setupInput } from './session.contract';

export const userRow = z.object({
  id: z.number(),
  name: z.string(),
  display: z.string(),
  unit: z.string(),
  roles: z.array(role),
  /** False: removed; he cannot sign in and what he did stays. */
  active: z.boolean(),
  /** Has a temporary password that he has not changed yet. */
  mustChangePassword: z.boolean(),
  /** Version for `edit`. */
  rev: z.number(),
});

const id = z.number().int();
/** One that its user has to change at his first sign-in. */
const temporaryPassword = z.string();
const roles = z.array(role).min(1);
const display = z.string().trim().min(1).max(40);
/** Unit name; empty means the branch itself. */
const unit = z.string().default('');

export const unitRow = z.object({ id: z.number(), name: z.string(), mark: z.string(), level: z.string() });

export const usersContract = {
  list: query('user.view').output(z.array(userRow)),
  add: command('user.manage', { refusals: ['unit-unknown', 'user-exists', 'password-weak'], invalidates: ['users'] })
    .input(z.object({ name: z.string().trim().min(1).max(40), display, unit, roles, password: temporaryPassword }))
    .output(userRow),
  /** Takes effect at his next sign-in. */
  edit: command('user.manage', {
    refusals: ['user-unknown', 'user-removed', 'stale-version', 'unit-unknown', 'own-roles', 'last-administrator'],
    invalidates: ['users'],
  })
    .input(z.object({ id, rev: z.number().int(), display, unit, roles }))
    .output(userRow),
  resetPassword: command('user.manage', {
    refusals: ['user-unknown', 'user-removed', 'own-account', 'password-weak'],
    invalidates: ['users'],
  })
    .input(z.object({ id, password: temporaryPassword }))
    .output(userRow),
  /**
   * Removal: his slot goes and the folder gets a new key, which takes about as long as copying the database.
   * `rotated` is false when that could not be finished (no space); it is then done at the next sign-in.
   */
  deactivate: command('user.manage', {
    refusals: ['user-unknown', 'user-removed', 'own-account', 'last-administrator'],
    invalidates: ['users'],
  })
    .input(z.object({ id, reason }))
    .output(z.object({ user: userRow, rotated: z.boolean() })),
  reactivate: command('user.manage', {
    refusals: ['user-unknown', 'user-active', 'password-weak'],
    invalidates: ['users'],
  })
    .input(z.object({ id, password: temporaryPassword }))
    .output(userRow),
  /** Makes a code that opens nothing yet: the old one holds until `confirmRecoveryCode`, or for good when the window locks. */
  newRecoveryCode: command('user.manage', { refusals: [], invalidates: [] }).output(recoveryCode),
  /** The code made last is kept on paper: it comes into force, and the old one opens nothing any more. */
  confirmRecoveryCode: command('user.manage', { refusals: ['recovery-code-wrong'], invalidates: [] })
    .input(z.object({ code: recoveryCode.shape.recoveryCode }))
    .output(z.object({ ok: z.literal(true) })),
};

const { bank } = setupInput.shape;

export const unitsContract = {
  list: query('signed-in').output(z.array(unitRow)),
  /** The branch as its papers name it. */
  bank: query('user.view').output(bank),
  editBank: command('user.manage', { refusals: [], invalidates: ['units', 'documents'] })
    .input(bank)
    .output(bank),
  add: command('unit.manage', { refusals: ['unit-exists'], invalidates: ['units', 'imports'] })
    .input(z.object({ name: z.string().trim().min(1).max(40), mark: z.string().trim().max(8).default('') }))
    .output(unitRow),
};
