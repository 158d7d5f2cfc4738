/** What a command prints and how it ends. Results go to stdout, everything else to stderr. */
import { ORPCError } from '@orpc/server';
import { FILE_REFUSALS } from '@shared/contract/imports.contract';
import { type Refusal, RefusalError } from '@shared/kernel/result';
import type { Holder } from '../platform/dataFolder';
import { faultText } from '../platform/faultText';
import { sentenceOf } from '../platform/sentences';

export const EXIT = { done: 0, refused: 1, usage: 2, storage: 3 } as const;

/** Refusals that mean bad usage, or a file or folder that could not be read at all. */
const UNREADABLE: ReadonlySet<string> = new Set([
  ...FILE_REFUSALS,
  'mapping-incomplete',
  'anchor-file-invalid',
  'invalid-input',
  'folder-missing',
  'backup-unreadable',
  'backup-damaged',
  'usage',
]);
const STORAGE = new Set([
  'in-use',
  'storage-failed',
  'internal-error',
  'database-newer',
  'backup-newer',
  'backup-no-space',
  'backup-unverified',
  'database-damaged',
  'database-empty',
  'database-foreign',
  'database-truncated',
  'database-key-mismatch',
  'folder-incomplete',
  'folder-unwritable',
  'folder-read-only',
  'state-unknown',
  'key-slot-missing',
]);

/** Bad usage: a missing option, an unreadable setup file. */
export class UsageError extends Error {}

export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof RefusalError) return error.refusal;
  if (error instanceof ORPCError && error.code === 'REFUSED') return error.data as Refusal;
  if (error instanceof UsageError) return { code: 'usage', facts: { message: error.message } };
  return null;
}

export function exitCodeOf(error: unknown): number {
  const refusal = refusalOf(error);
  if (!refusal || STORAGE.has(refusal.code)) return EXIT.storage;
  return UNREADABLE.has(refusal.code) ? EXIT.usage : EXIT.refused;
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

export const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** What the log and the watermark say where nobody gave a reason: scheduled jobs have nobody to ask. */
export const COMMAND_LINE_REASON = '命令行导出';

const PROGRAMS: Readonly<Record<Holder['program'], string>> = { window: '窗口程序', 'command line': '命令行' };

export function printFailure(error: unknown, json: boolean): void {
  const refusal = refusalOf(error) ?? { code: 'internal-error' };
  const message = error instanceof UsageError ? error.message : sentenceOf(refusal.code, refusal.facts);
  if (json) printJson({ refusal: { ...refusal, message } });
  say(refusal.article ? `${message}（${refusal.article}）` : message);
  const holder = refusal.facts?.holder as Holder | null | undefined;
  if (holder)
    say(`占用者：${PROGRAMS[holder.program]}，进程 ${holder.pid}，计算机 ${holder.workstation}，自 ${holder.since}`);
  if (!refusalOf(error)) say(faultText(error));
}

const MONEY = new Set([
  ...['principal', 'balance', 'interestOn', 'interestOff', 'interest', 'amount', 'value'],
  ...['costs', 'expected', 'floor', 'firstPayment', 'waiver', 'appraised'],
]);

/** Money of the contract (fen) as decimal yuan text, at any depth. */
export function withYuan(input: unknown, yuan: (fen: number) => string): unknown {
  if (Array.isArray(input)) return input.map((each) => withYuan(each, yuan));
  if (input === null || typeof input !== 'object') return input;
  return Object.fromEntries(
    Object.entries(input).map(([key, value]) => [
      key,
      typeof value === 'number' && MONEY.has(key) ? yuan(value) : withYuan(value, yuan),
    ]),
  );
}
