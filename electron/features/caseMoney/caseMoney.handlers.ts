/** Binds the money of court cases to its use cases. */
import { door } from '../../ipc/door';
import { bookFee, reverseFee } from './bookFee';
import { quoteCaseFee, showCaseMoney } from './readCaseMoney';
import { linkMoney, receiveMoney } from './receiveMoney';

const at = door.caseMoney;

export const caseMoneyHandlers = {
  show: at.show.handler(({ context, input }) => showCaseMoney(context.services, context.open, input.id)),
  quote: at.quote.handler(({ context, input }) => quoteCaseFee(context.services, context.open, input)),
  book: at.book.handler(({ context, input }) => bookFee(context.services, context.open, input)),
  reverse: at.reverse.handler(({ context, input }) => reverseFee(context.services, context.open, input)),
  receive: at.receive.handler(({ context, input }) => receiveMoney(context.services, context.open, input)),
  link: at.link.handler(({ context, input }) => linkMoney(context.open, input)),
};
