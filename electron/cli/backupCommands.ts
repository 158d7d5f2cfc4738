/** backup create, backup verify, backup restore. */
import { resolve } from 'node:path';
import type { BackupProgress } from '@shared/contract/backup.contract';
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import { hasOwnFiles } from '../platform/backup/swapFolder';
import { refuseUnwritable } from '../platform/writablePath';
import { type CliContext, type CommonOptions, passwordFileOf, readPassword } from './context';
import { printJson, say, UsageError } from './output';

/** The last event of a stream; stages are said as they begin. */
async function finished<E extends { kind: string }>(stream: AsyncIterable<E | BackupProgress>): Promise<E> {
  let stage = '';
  let last: E | null = null;
  for await (const event of stream) {
    if (event.kind !== 'progress') last = event as E;
    else if ((event as BackupProgress).stage !== stage) {
      stage = (event as BackupProgress).stage;
      say(stage);
    }
  }
  return present(last, 'a stream ends with its result');
}

const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);

export async function backupCreate(context: CliContext, options: CommonOptions & { out: string }): Promise<void> {
  const path = resolve(options.out);
  refuseUnwritable(path, context.services.session.folder.root);
  const { backup } = context.client;
  const made = await finished(await backup.create({ reason: 'manual' }));
  if (made.kind !== 'made') return;
  const { id, at, attachments } = made.generation;
  const packed = await finished(await backup.pack({ id, path }));
  const bytes = packed.kind === 'packed' ? packed.bytes : 0;
  const result = { id, at, attachments, bytes, out: path, verified: true, secondDevice: made.secondDevice };
  if (options.json) printJson(result);
  else say(`备份已生成并核验：${path}，${megabytes(bytes)} MB，附件 ${attachments} 件`);
}

/** A file, or the folder of a generation. Needs no data folder and no sign-in. */
export async function backupVerify(context: CliContext, options: CommonOptions, file: string): Promise<void> {
  const source = resolve(file);
  const seen = await finished(await context.client.backup.inspect({ source }));
  if (seen.kind !== 'inspected') return;
  const { at, program, schema, bytes, attachments, differences } = seen;
  const counts = Object.fromEntries(differences.map(({ kind, backup }) => [kind, backup]));
  const result = { ok: true, at, program, schema, bytes, attachments, counts, log: seen.log.backup };
  if (options.json) printJson(result);
  else say(`备份完好：${at}，${megabytes(bytes)} MB，附件 ${attachments} 件`);
}

/** Into an empty or absent folder only: what is there is replaced in the window, where two persons answer for it. */
export async function backupRestore(context: CliContext, options: CommonOptions, file: string): Promise<void> {
  if (!options.data) throw new UsageError('需要 --data NEWDIR');
  if (!options.user) throw new UsageError('需要 --user NAME');
  const { root } = context.services.session.folder;
  if (hasOwnFiles(root)) refuse('folder-not-empty', { folder: root });
  const administrator = { name: options.user, password: readPassword(passwordFileOf(options)) };
  const input = { source: resolve(file), administrator, second: null, reason: '命令行恢复到新数据目录' };
  await finished(await context.client.backup.restore(input));
  if (options.json) printJson({ restored: true, data: root });
  else say(`已恢复到 ${root}，请重新登录`);
}
