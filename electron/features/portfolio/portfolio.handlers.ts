/** Binds the portfolio of the contract to its use cases. */
import { door } from '../../ipc/door';
import { readRadar } from './readRadar';
import { portfolioStatus, runPortfolio } from './runPortfolio';
import { showDue } from './showDue';

export const portfolioHandlers = {
  run: door.portfolio.run.handler(({ context, signal }) => runPortfolio(context.services, context.open, signal)),
  status: door.portfolio.status.handler(({ context }) => portfolioStatus(context.services, context.open)),
  due: door.portfolio.due.handler(async ({ context, input }) => showDue(context.open, input)),
  radar: door.portfolio.radar.handler(({ context, input }) =>
    readRadar(context.services, context.open, input.household),
  ),
};
