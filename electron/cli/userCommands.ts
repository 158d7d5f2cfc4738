/** init, user add, user list. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { role, type SetupInput, setupInput } from '@shared/contract/session.contract';
import type { Role } from '@shared/domain/users/roles';
import { z } from 'zod';
import { writeFileAtomic } from '../platform/atomicFile';
import { type CliContext, type CommonOptions, passwordFileOf, readPassword } from './context';
import { printJson, say, UsageError } from './output';

/** The setup file: what the first-run assistant asks, with password files in the place of passwords. */
const setupFile = setupInput.omit({ dataDir: true, administrator: true, users: true, units: true }).extend({
  bank: setupInput.shape.bank.default({
    name: '本支行',
    creditCode: '',
    address: '',
    phone: '',
    principal: { name: '', title: '' },
    account: { name: '', number: '', bank: '' },
  }),
  mark: z.string().trim().min(1).max(8).default('支'),
  units: z
    .array(
      z.object({
        name: z.string().trim().min(1).max(40),
        mark: z.string().trim().max(8).default(''),
        level: z.enum(['branch', 'sub-branch', 'department']).default('sub-branch'),
      }),
    )
    .default([]),
  users: z
    .array(
      z.object({
        name: z.string(),
        display: z.string().default(''),
        unit: z.string().default(''),
        roles: z.array(role).min(1),
        passwordFile: z.string(),
      }),
    )
    .default([]),
});

interface InitOptions extends CommonOptions {
  readonly setup?: string;
  readonly recoveryOut?: string;
}

export async function init(context: CliContext, options: InitOptions): Promise<void> {
  if (!options.user) throw new UsageError('需要 --user NAME（管理员）');
  const input = setupOf(context, options, options.user);
  const { recoveryCode } = await context.client.session.setUp(input);
  const text = `${recoveryCode[0]}\n${recoveryCode[1]}\n`;
  if (options.recoveryOut) writeFileAtomic(resolve(options.recoveryOut), Buffer.from(text));
  else say(`恢复码（只显示一次，请分两半由两人保管）：\n${text}`);
  const result = {
    dataDir: input.dataDir,
    bank: input.bank.name,
    units: input.units.length,
    users: input.users.length + 1,
  };
  if (options.json) printJson(result);
  else say(`已建立数据文件夹：${input.dataDir}`);
}

function setupOf(context: CliContext, options: InitOptions, administrator: string): SetupInput {
  const file = readSetup(options.setup);
  const base = options.setup ? dirname(resolve(options.setup)) : process.cwd();
  const password = readPassword(passwordFileOf(options));
  const own = file.users.find((user) => user.name === administrator);
  const branch = file.units.find((unit) => unit.level === 'branch');
  return {
    ...file,
    bank: file.bank,
    mark: branch?.mark || file.mark,
    units: file.units
      .filter((unit) => unit !== branch)
      .map((unit) => ({ ...unit, level: unit.level === 'branch' ? 'sub-branch' : unit.level })),
    dataDir: context.services.session.folder.root,
    administrator: { name: administrator, display: own?.display ?? '', password },
    users: file.users
      .filter((user) => user !== own)
      .map((user) => ({
        name: user.name,
        display: user.display || user.name,
        unit: user.unit === branch?.name || user.unit === file.bank.name ? '' : user.unit,
        roles: user.roles,
        password: readPassword(beside(base, user.passwordFile)),
      })),
  };
}

/** A relative path in the setup file is meant from the file's own folder; from the current one if it lies there. */
function beside(base: string, file: string): string {
  const path = resolve(base, file);
  return existsSync(path) ? path : resolve(file);
}

function readSetup(path: string | undefined): z.infer<typeof setupFile> {
  if (!path) return setupFile.parse({});
  try {
    return setupFile.parse(JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')));
  } catch (error) {
    const detail = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new UsageError(`设置文件无法使用：${path}\n${detail}`);
  }
}

interface AddOptions extends CommonOptions {
  readonly display: string;
  readonly unit: string;
  readonly roles: string;
  readonly newPasswordFile: string;
}

export async function userAdd(context: CliContext, options: AddOptions, name: string): Promise<void> {
  const roles = options.roles.split(',').map((each) => each.trim()) as Role[];
  const password = readPassword(options.newPasswordFile);
  const { display, unit } = options;
  const user = await context.client.users.add({ name, display, unit, roles, password });
  if (options.json) printJson(user);
  else say(`已添加用户 ${user.name}（${user.roles.join('、')}）`);
}

export async function userList(context: CliContext, options: CommonOptions): Promise<void> {
  const users = await context.client.users.list();
  if (options.json) printJson(users);
  else
    for (const user of users)
      process.stdout.write(`${user.name}\t${user.display}\t${user.unit}\t${user.roles.join(',')}\n`);
}
