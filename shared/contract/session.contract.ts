/** Signing in, locking, first set-up of a data folder. */
import { z } from 'zod';
import { ROLES } from '../domain/users/roles';
import { command, query } from './entry';

export const role = z.enum(ROLES);

export const sessionState = z.object({
  /** `setup`: no data folder yet · `locked`: a folder waits for a password · `open`: somebody is signed in. */
  phase: z.enum(['setup', 'locked', 'open']),
  dataDir: z.string(),
  version: z.string(),
  /** Today by this computer's calendar. */
  businessDate: z.string(),
  bank: z.object({ name: z.string(), mark: z.string() }).nullable(),
  user: z
    .object({
      id: z.number(),
      name: z.string(),
      display: z.string(),
      unit: z.string(),
      roles: z.array(role),
    })
    .nullable(),
  /** Whose page was locked in this window, until the program ends. */
  lockedUser: z.object({ name: z.string(), display: z.string() }).nullable(),
  /** The password is a temporary one: until `changePassword`, every other message is refused (`password-change-required`). */
  mustChangePassword: z.boolean(),
  /** Why the folder is open for reading only; null: nothing is wrong. */
  alarm: z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) }).nullable(),
  /** The newest backup of this folder; known before sign-in too. */
  lastBackup: z.object({ at: z.string(), verified: z.boolean(), secondDevice: z.boolean() }).nullable(),
  /** Minutes without a key or a mouse movement until the window locks. */
  idleMinutes: z.number().int(),
});

export type SessionState = z.infer<typeof sessionState>;

/** Two halves of sixteen characters in groups of four, each for a keeper of its own. */
export const recoveryCode = z.object({ recoveryCode: z.tuple([z.string(), z.string()]) });

const person = z.object({
  name: z.string().trim().min(1).max(40),
  display: z.string().trim().min(1).max(40),
  /** Unit name; empty means the branch itself. */
  unit: z.string().default(''),
  roles: z.array(role).min(1),
  password: z.string(),
});

export const setupInput = z.object({
  dataDir: z.string().min(1),
  bank: z.object({
    name: z.string().trim().min(1).max(80),
    creditCode: z.string().default(''),
    address: z.string().default(''),
    phone: z.string().default(''),
    principal: z.object({ name: z.string().default(''), title: z.string().default('') }).prefault({}),
    account: z
      .object({ name: z.string().default(''), number: z.string().default(''), bank: z.string().default('') })
      .prefault({}),
  }),
  /** Short mark of the branch in document numbers, e.g. 奉支. */
  mark: z.string().trim().min(1).max(8),
  units: z
    .array(
      z.object({
        name: z.string().trim().min(1).max(40),
        mark: z.string().trim().max(8).default(''),
        level: z.enum(['sub-branch', 'department']).default('sub-branch'),
      }),
    )
    .default([]),
  administrator: z.object({
    name: z.string().trim().min(1).max(40),
    display: z.string().default(''),
    password: z.string(),
  }),
  users: z.array(person).default([]),
  /** Number series by kind word: the first number of the year, for a branch that already issued some on paper. */
  series: z.record(z.string(), z.object({ next: z.number().int().min(1) })).default({}),
});
export type SetupInput = z.infer<typeof setupInput>;

/** What opening a data folder may answer; everything stays as it was (R8). */
const OPENING_REFUSALS = [
  'in-use',
  'database-foreign',
  'database-empty',
  'folder-unwritable',
  'database-truncated',
  'database-key-mismatch',
  'database-damaged',
  'database-newer',
] as const;

export const sessionContract = {
  state: query('public').output(sessionState),
  signIn: command('public', {
    refusals: [
      'folder-network',
      'folder-missing',
      'folder-incomplete',
      'crypto-self-test',
      'key-slot-missing',
      'signin-delayed',
      'bad-credentials',
      ...OPENING_REFUSALS,
    ],
    invalidates: ['session'],
  })
    .input(z.object({ name: z.string(), password: z.string() }))
    .output(sessionState),
  /** His own, known one against a new one; the only message that a temporary password admits to. */
  changePassword: command('signed-in', {
    refusals: ['signin-delayed', 'password-wrong', 'password-weak', 'password-reused'],
    invalidates: ['session', 'users'],
  })
    .input(z.object({ old: z.string(), password: z.string() }))
    .output(sessionState),
  /**
   * A forgotten password: both halves of the recovery code give the named user a new one. The code was seen, so a new
   * one takes its place and is returned once. The folder stays locked: he signs in with the new password.
   */
  recover: command('public', {
    refusals: [
      'folder-network',
      'folder-missing',
      'folder-incomplete',
      'crypto-self-test',
      'key-slot-missing',
      'signin-delayed',
      'recovery-code-wrong',
      ...OPENING_REFUSALS,
      'user-unknown',
      'password-weak',
      'password-reused',
    ],
    invalidates: ['session'],
  })
    .input(z.object({ name: z.string(), code: z.tuple([z.string(), z.string()]), password: z.string() }))
    .output(recoveryCode),
  lock: command('public', { refusals: [], invalidates: ['session'] }).output(sessionState),
  chooseDataDir: command('public', { refusals: [], invalidates: ['session'] }).output(z.string().nullable()),
  /** Opens an existing data folder elsewhere (it then waits for a password) or names the place for a new one. */
  changeDataDir: command('public', { refusals: ['folder-network'], invalidates: ['session'] })
    .input(z.object({ dataDir: z.string().min(1) }))
    .output(sessionState),
  setUp: command('public', {
    refusals: [
      'folder-network',
      'unit-exists',
      'user-exists',
      'unit-unknown',
      'password-weak',
      'setup-exists',
      'folder-not-empty',
      'path-unwritable',
      'crypto-self-test',
    ],
    invalidates: ['session'],
  })
    .input(setupInput)
    .output(recoveryCode),
};
