/** Binds the portfolio of the contract to its use cases. */
import type { runEvent } from '@shared/contract/portfolio.contract';
import type { z } from 'zod';
import { door } from '../../ipc/door';
import { progressStream } from '../../ipc/progressStream';
import { portfolioStatus } from './portfolioStatus';
import { readRadar } from './readRadar';
import { runPortfolio } from './runPortfolio';
import { showDue } from './showDue';
import { showMonthStats } from './showMonthStats';
import { listResults, showOverview, showReason } from './showOverview';

type RunEvent = z.infer<typeof runEvent>;

export const portfolioHandlers = {
  run: door.portfolio.run.handler(async function* ({ context, signal }) {
    yield* progressStream<RunEvent>(async (report) => {
      const progress = (done: number, total: number) => report({ type: 'progress', done, total });
      const result = await runPortfolio(context.services, context.open, { signal, report: progress });
      return { type: 'result', result };
    });
  }),
  status: door.portfolio.status.handler(({ context }) => portfolioStatus(context.services, context.open)),
  overview: door.portfolio.overview.handler(({ context }) => showOverview(context.open)),
  results: door.portfolio.results.handler(async ({ context, input }) => listResults(context.open, input)),
  why: door.portfolio.why.handler(({ context, input }) => showReason(context.open, input)),
  monthStats: door.portfolio.monthStats.handler(({ context, input }) =>
    showMonthStats(context.services, context.open, input.month),
  ),
  due: door.portfolio.due.handler(async ({ context, input }) => showDue(context.open, input)),
  radar: door.portfolio.radar.handler(({ context, input }) =>
    readRadar(context.services, context.open, input.household),
  ),
};
