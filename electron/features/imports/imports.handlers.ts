/** Binds the imports of the contract to their use cases. */

import type { importEvent } from '@shared/contract/imports.contract';
import type { z } from 'zod';
import { door } from '../../ipc/door';
import { progressStream } from '../../ipc/progressStream';
import { listBatches, listMappings } from './imports.repository';
import { inspectFile } from './inspectFile';
import { rememberMapping } from './rememberMapping';
import { runImport } from './runImport';
import { undoImport } from './undoImport';

type ImportEvent = z.infer<typeof importEvent>;

const TABLES = [{ name: 'Excel / CSV', extensions: ['xlsx', 'xls', 'csv', 'txt'] }];

export const importsHandlers = {
  chooseFile: door.imports.chooseFile.handler(({ context }) =>
    context.services.host.chooseFile({ title: '', filters: TABLES }),
  ),
  inspect: door.imports.inspect.handler(({ context, input }) => inspectFile(context.services, context.open, input)),
  run: door.imports.run.handler(async function* ({ context, input, signal }) {
    const { services, open } = context;
    yield* progressStream<ImportEvent>(async (report) => {
      const result = await runImport(
        services,
        open,
        input,
        (stage, done, total) => report({ type: 'progress', stage, done, total }),
        signal,
      );
      return { type: 'result', result };
    });
  }),
  rememberMapping: door.imports.rememberMapping.handler(({ context, input }) => rememberMapping(context.open, input)),
  mappings: door.imports.mappings.handler(async ({ context }) => {
    const mappings = await listMappings(context.open.store.read);
    return mappings.map(({ name, kind, usedAt }) => ({ name, kind, usedAt }));
  }),
  saveRejects: door.imports.saveRejects.handler(async ({ context, input, signal }) => {
    const { services, open } = context;
    const filters = [{ name: 'Excel', extensions: ['xlsx'] }];
    const path =
      input.rejectsPath ?? (await services.host.chooseSavePath({ title: '', defaultName: '拒绝行.xlsx', filters }));
    if (!path) return { path: null };
    const result = await runImport(services, open, { ...input, dryRun: true, rejectsPath: path }, () => {}, signal);
    return { path: result.rejectsPath };
  }),
  batches: door.imports.batches.handler(({ context }) => listBatches(context.open.store.read)),
  undo: door.imports.undo.handler(({ context, input }) => undoImport(context.open, input.batch)),
};
