/** Binds the contact log of the contract to its use cases. */
import { door } from '../../ipc/door';
import { rulesInForce } from '../rules/rulesInForce';
import { judgeContact } from './judgeContact';
import { recordContact } from './recordContact';
import { saveFile } from './saveFile';
import { showContacts, showPeople } from './showContacts';
import { withdrawContact } from './withdrawContact';

export const contactsHandlers = {
  page: door.contacts.page.handler(({ context, input }) =>
    showContacts(context.open.store.read, input, context.services.clock.today()),
  ),
  people: door.contacts.people.handler(({ context, input }) => showPeople(context.open.store.read, input.household)),
  check: door.contacts.check.handler(async ({ context, input }) => {
    const { read } = context.open.store;
    const { book } = await rulesInForce(read, context.services.clock.today());
    return judgeContact(read, book, input);
  }),
  record: door.contacts.record.handler(({ context, input }) => recordContact(context.services, context.open, input)),
  withdraw: door.contacts.withdraw.handler(({ context, input }) => withdrawContact(context.open, input)),
  saveFile: door.contacts.saveFile.handler(({ context, input }) => saveFile(context.services, context.open, input)),
  chooseFile: door.contacts.chooseFile.handler(({ context, input }) =>
    context.services.host.chooseFile({ title: input.title, filters: [] }),
  ),
};
