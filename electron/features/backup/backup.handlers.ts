/** Binds backups to their use cases; long work streams its progress. */
import type { BackupProgress, inspected } from '@shared/contract/backup.contract';
import type { z } from 'zod';
import { door } from '../../ipc/door';
import { progressStream } from '../../ipc/progressStream';
import { setSecondDevice } from './backupSettings';
import { backupSources, backupStatus, viewOf } from './backupStatus';
import { createBackup } from './createBackup';
import { inspectBackup } from './inspectBackup';
import { packBackup } from './packBackup';
import { restoreBackup } from './restoreBackup';
import type { StageReport } from './stageReport';

/** The work's last event, its reports before it. */
function streamed<E>(work: (report: StageReport) => Promise<E>) {
  return progressStream<E | BackupProgress>((report) =>
    work((stage, done, total) => report({ kind: 'progress', stage, done, total })),
  );
}

const ZIP = [{ name: 'zip', extensions: ['zip'] }];

export const backupHandlers = {
  status: door.backup.status.handler(({ context }) => backupStatus(context.services)),
  create: door.backup.create.handler(async function* ({ context, input, signal }) {
    yield* streamed(async (report) => {
      const made = await createBackup(context.services, context.open, input.reason, report, signal);
      return { kind: 'made' as const, generation: viewOf(made.generation), secondDevice: made.secondDevice };
    });
  }),
  pack: door.backup.pack.handler(async function* ({ context, input, signal }) {
    yield* streamed(async (report) => {
      const bytes = await packBackup(context.services, context.open, input, report, signal);
      return { kind: 'packed' as const, path: input.path, bytes };
    });
  }),
  choosePackPath: door.backup.choosePackPath.handler(({ context, input }) =>
    context.services.host.chooseSavePath({ title: input.title, defaultName: `qingshou-${input.id}.zip`, filters: ZIP }),
  ),
  setSecondDevice: door.backup.setSecondDevice.handler(({ context, input }) =>
    setSecondDevice(context.open, input.dir),
  ),
  sources: door.backup.sources.handler(async ({ context }) => backupSources(context.services.session.folder)),
  chooseFile: door.backup.chooseFile.handler(({ context, input }) =>
    context.services.host.chooseFile({ title: input.title, filters: ZIP }),
  ),
  inspect: door.backup.inspect.handler(async function* ({ context, input, signal }) {
    yield* streamed<z.infer<typeof inspected>>((report) =>
      inspectBackup(context.services, input.source, report, signal),
    );
  }),
  restore: door.backup.restore.handler(async function* ({ context, input, signal }) {
    yield* streamed(async (report) => {
      const { aside } = await restoreBackup(context.services, input, report, signal);
      return { kind: 'restored' as const, aside };
    });
  }),
};
