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
});

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

export const sessionContract = {
  state: query('public').output(sessionState),
  signIn: command('public', {
    refusals: ['folder-missing', 'in-use', 'bad-credentials', 'key-slot-missing', 'database-newer', 'database-damaged'],
    invalidates: ['session'],
  })
    .input(z.object({ name: z.string(), password: z.string() }))
    .output(sessionState),
  lock: command('public', { refusals: [], invalidates: ['session'] }).output(sessionState),
  chooseDataDir: command('public', { refusals: [], invalidates: ['session'] }).output(z.string().nullable()),
  /** Opens an existing data folder elsewhere (it then waits for a password) or names the place for a new one. */
  changeDataDir: command('public', { refusals: ['folder-network'], invalidates: ['session'] })
    .input(z.object({ dataDir: z.string().min(1) }))
    .output(sessionState),
  setUp: command('public', {
    refusals: [
      'folder-network',
      'folder-not-empty',
      'setup-exists',
      'unit-exists',
      'user-exists',
      'unit-unknown',
      'password-weak',
    ],
    invalidates: ['session'],
  })
    .input(setupInput)
    .output(z.object({ recoveryCode: z.tuple([z.string(), z.string()]) })),
};
