/** init, user add, list, edit, password, reset-password, remove, reactivate, recover, recovery-code. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { role, type SetupInput, setupInput } from '@shared/contract/session.contract';
import type { Role } from '@shared/domain/users/roles';
import { refuse } from '@shared/kernel/result';
import { z } from 'zod';
import { writeFileAtomic } from '../platform/atomicFile';
import { refuseUnwritable } from '../platform/writablePath';
import { type CliContext, type CommonOptions, passwordFileOf, readPassword } from './context';
import { printJson, say, UsageError } from './output';

type UserRow = Awaited<ReturnType<CliContext['client']['users']['list']>>[number];

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

type RecoveryOptions = CommonOptions & { readonly recoveryOut?: string };

interface InitOptions extends RecoveryOptions {
  readonly setup?: string;
}

export async function init(context: CliContext, options: InitOptions): Promise<void> {
  if (!options.user) throw new UsageError('需要 --user NAME（管理员）');
  refuseUnkeepable(context, options);
  const input = setupOf(context, options, options.user);
  const { recoveryCode } = await context.client.session.setUp(input);
  giveRecoveryCode(recoveryCode, options.recoveryOut);
  const result = {
    dataDir: input.dataDir,
    bank: input.bank.name,
    units: input.units.length,
    users: input.users.length + 1,
  };
  if (options.json) printJson(result);
  else say(`已建立数据文件夹：${input.dataDir}`);
}

/** Before there is a code: one that could not be written would be known to nobody. It never lies beside what it opens. */
function refuseUnkeepable({ services }: CliContext, { recoveryOut }: RecoveryOptions): void {
  if (recoveryOut) refuseUnwritable(resolve(recoveryOut), services.session.folder.root);
}

/** Once, to its own file or to stderr; never to stdout, where scripts keep what they read. */
function giveRecoveryCode(code: readonly [string, string], file: string | undefined): void {
  const text = `${code[0]}\n${code[1]}\n`;
  if (file) writeFileAtomic(resolve(file), Buffer.from(text));
  else say(`恢复码（只显示一次，请分两半由两人保管）：\n${text}`);
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

const rolesOf = (list: string): Role[] => list.split(',').map((each) => each.trim()) as Role[];

function shown(options: CommonOptions, user: UserRow, what: string): void {
  if (options.json) printJson(user);
  else say(`${what} ${user.name}（${user.roles.join('、')}）`);
}

export async function userAdd(context: CliContext, options: AddOptions, name: string): Promise<void> {
  const roles = rolesOf(options.roles);
  const password = readPassword(options.newPasswordFile);
  const { display, unit } = options;
  shown(options, await context.client.users.add({ name, display, unit, roles, password }), '已添加用户');
}

export async function userList(context: CliContext, options: CommonOptions): Promise<void> {
  const users = await context.client.users.list();
  if (options.json) printJson(users);
  else
    for (const user of users)
      process.stdout.write(`${user.name}\t${user.display}\t${user.unit}\t${user.roles.join(',')}\n`);
}

/** Refusal: user-unknown. */
async function userNamed(context: CliContext, name: string): Promise<UserRow> {
  return (
    (await context.client.users.list()).find((user) => user.name === name) ?? refuse('user-unknown', { user: name })
  );
}

type EditOptions = CommonOptions & Partial<Pick<AddOptions, 'display' | 'unit' | 'roles'>>;

/** What is not given stays as it is. */
export async function userEdit(context: CliContext, options: EditOptions, name: string): Promise<void> {
  const user = await userNamed(context, name);
  const roles = options.roles === undefined ? user.roles : rolesOf(options.roles);
  const { id, rev } = user;
  const { display = user.display, unit = user.unit } = options;
  shown(options, await context.client.users.edit({ id, rev, display, unit, roles }), '已修改用户');
}

type PasswordOptions = CommonOptions & Pick<AddOptions, 'newPasswordFile'>;

/** One's own. */
export async function userPassword(context: CliContext, options: PasswordOptions): Promise<void> {
  const old = readPassword(passwordFileOf(options));
  await context.client.session.changePassword({ old, password: readPassword(options.newPasswordFile) });
  if (options.json) printJson({ user: options.user, changed: true });
  else say('密码已修改');
}

export async function userResetPassword(context: CliContext, options: PasswordOptions, name: string): Promise<void> {
  const { id } = await userNamed(context, name);
  const password = readPassword(options.newPasswordFile);
  shown(options, await context.client.users.resetPassword({ id, password }), '已重置密码：');
}

export async function userReactivate(context: CliContext, options: PasswordOptions, name: string): Promise<void> {
  const { id } = await userNamed(context, name);
  const password = readPassword(options.newPasswordFile);
  shown(options, await context.client.users.reactivate({ id, password }), '已重新启用用户');
}

export async function userRemove(
  context: CliContext,
  options: CommonOptions & { reason: string },
  name: string,
): Promise<void> {
  const { id } = await userNamed(context, name);
  const removed = await context.client.users.deactivate({ id, reason: options.reason });
  if (options.json) printJson(removed);
  else say(`已移除用户 ${name}${removed.rotated ? '，数据密钥已更换' : '；数据密钥未能更换，下次登录时再试'}`);
}

export async function userRecover(
  context: CliContext,
  options: RecoveryOptions & Pick<AddOptions, 'newPasswordFile'> & { codeFile: string },
  name: string,
): Promise<void> {
  refuseUnkeepable(context, options);
  const halves = readPassword(options.codeFile).split(/\s+/).filter(Boolean);
  if (halves.length !== 2) throw new UsageError('恢复码文件应有两行，每行一半');
  const code: [string, string] = [halves[0] as string, halves[1] as string];
  const password = readPassword(options.newPasswordFile);
  const { recoveryCode } = await context.client.session.recover({ name, code, password });
  giveRecoveryCode(recoveryCode, options.recoveryOut);
  if (options.json) printJson({ user: name, recovered: true });
  else say('密码已重设，旧恢复码作废');
}

export async function userRecoveryCode(context: CliContext, options: RecoveryOptions): Promise<void> {
  refuseUnkeepable(context, options);
  const { recoveryCode } = await context.client.users.newRecoveryCode();
  giveRecoveryCode(recoveryCode, options.recoveryOut);
  // Whoever cannot be given the new one keeps the old one.
  await context.client.users.confirmRecoveryCode({ code: recoveryCode });
  if (options.json) printJson({ renewed: true });
  else say('旧恢复码作废');
}
