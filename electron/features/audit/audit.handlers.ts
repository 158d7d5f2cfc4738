/** Binds the log of the contract to its use cases. */
import type { VerifyEvent } from '@shared/contract/audit.contract';
import { door } from '../../ipc/door';
import { progressStream } from '../../ipc/progressStream';
import { acceptBreak } from './acceptBreak';
import { countEntries, entryFilter } from './audit.repository';
import { exportLog } from './exportLog';
import { logPage, logState } from './readLog';
import { verifyOnRequest } from './verifyOnRequest';

export const auditHandlers = {
  page: door.audit.page.handler(({ context, input }) => logPage(context.open, input)),
  count: door.audit.count.handler(async ({ context, input }) => ({
    entries: await countEntries(context.open.store.read, entryFilter(input)),
  })),
  state: door.audit.state.handler(({ context }) => logState(context.open)),
  verify: door.audit.verify.handler(async function* ({ context, input, signal }) {
    yield* progressStream<VerifyEvent>(async (report) => {
      const onProgress = (done: number, total: number) => report({ type: 'progress', done, total });
      return { type: 'result', result: await verifyOnRequest(context.open, input, onProgress, signal) };
    });
  }),
  export: door.audit.export.handler(({ context, input }) => exportLog(context.services, context.open, input)),
  acceptBreak: door.audit.acceptBreak.handler(({ context, input }) => acceptBreak(context.open, input.reason)),
};
