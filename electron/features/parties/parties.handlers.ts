/** Binds the household file and the reveal of personal data to their use cases. */
import { door } from '../../ipc/door';
import { readHousehold } from './readHousehold';
import { reveal } from './reveal';
import { searchParties } from './searchParties.repository';

export const partiesHandlers = {
  household: door.parties.household.handler(({ context, input }) =>
    readHousehold(context.open.store.read, input.key, context.open.actor.userId),
  ),
  search: door.parties.search.handler(({ context, input }) =>
    searchParties(context.open.store.read, input.text, input.limit),
  ),
  reveal: door.parties.reveal.handler(({ context, input }) => reveal(context.open, input)),
};
