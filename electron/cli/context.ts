/** The services of a command, and signing in for it. */
import { readFileSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { runDirectly } from '../features/backup/backupJobs';
import { Backups } from '../features/backup/backups';
import { keepRulesIn } from '../features/rules/rulesInForce';
import { Session } from '../features/users/session';
import { systemClock } from '../platform/clock';
import { noHost } from '../platform/noHost';
import { readSettings } from '../platform/programSettings';
import { directEngine } from '../platform/render/renderEngine';
import { sentenceOf } from '../platform/sentences';
import { router } from '../router';
import type { Services } from '../services';
import { say, UsageError } from './output';

/** Options that every command takes. */
export interface CommonOptions {
  readonly data?: string;
  readonly json?: boolean;
  readonly user?: string;
  readonly passwordFile?: string;
}

export interface CliContext {
  readonly services: Services;
  readonly client: RouterClient<typeof router>;
}

const PRODUCT = 'qingshou';

/** Where Electron keeps the user's own folder of this program on each system. */
function userDataDir(): string {
  if (process.platform === 'win32') return join(process.env.APPDATA ?? homedir(), PRODUCT);
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', PRODUCT);
  return join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), PRODUCT);
}

export function createContext(options: CommonOptions, version: string): CliContext {
  const own = userDataDir();
  keepRulesIn(own);
  const dataDir = options.data ?? readSettings(own).dataDir ?? join(own, 'data');
  const services: Services = {
    clock: systemClock,
    host: noHost,
    engine: directEngine(),
    session: new Session({ dataDir, ownDir: own, clock: systemClock, program: 'command line' }),
    backups: new Backups(runDirectly),
    version,
    workstation: hostname(),
    program: 'command line',
    kdfCost: null,
    log: say,
  };
  return { services, client: createRouterClient(router, { context: { services } }) };
}

/** A password comes from a file, never from an argument; one line end at its end does not belong to it. */
export function readPassword(file: string | undefined): string {
  if (!file) throw new UsageError('需要 --password-file FILE（或环境变量 QINGSHOU_PASSWORD_FILE）');
  try {
    return readFileSync(file, 'utf8')
      .replace(/^\uFEFF/, '')
      .replace(/\r?\n$/, '');
  } catch {
    throw new UsageError(`密码文件无法读取：${file}`);
  }
}

export const passwordFileOf = (options: CommonOptions): string | undefined =>
  options.passwordFile ?? process.env.QINGSHOU_PASSWORD_FILE;

export async function signIn(context: CliContext, options: CommonOptions): Promise<void> {
  if (!options.user) throw new UsageError('需要 --user NAME');
  const password = readPassword(passwordFileOf(options));
  const { alarm } = await context.client.session.signIn({ name: options.user, password });
  if (alarm) say(sentenceOf(alarm.code, alarm.facts));
}
