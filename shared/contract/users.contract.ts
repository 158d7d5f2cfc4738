/** People and units of the branch. */
import { z } from 'zod';
import { command, query } from './entry';
import { role } from './session.contract';

export const userRow = z.object({
  id: z.number(),
  name: z.string(),
  display: z.string(),
  unit: z.string(),
  roles: z.array(role),
  active: z.boolean(),
});

export const unitRow = z.object({ id: z.number(), name: z.string(), mark: z.string(), level: z.string() });

export const usersContract = {
  list: query('user.view').output(z.array(userRow)),
  add: command('user.manage', { refusals: ['unit-unknown', 'user-exists', 'password-weak'], invalidates: ['users'] })
    .input(
      z.object({
        name: z.string().trim().min(1).max(40),
        display: z.string().trim().min(1).max(40),
        unit: z.string().default(''),
        roles: z.array(role).min(1),
        password: z.string(),
      }),
    )
    .output(userRow),
};

export const unitsContract = {
  list: query('signed-in').output(z.array(unitRow)),
  add: command('unit.manage', { refusals: ['unit-exists'], invalidates: ['units', 'imports'] })
    .input(z.object({ name: z.string().trim().min(1).max(40), mark: z.string().trim().max(8).default('') }))
    .output(unitRow),
};
