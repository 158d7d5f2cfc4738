/** Binds session, users and units of the contract to their use cases. */
import { door } from '../../ipc/door';
import type { Services } from '../../services';
import { resumeIssuing } from '../documents/issueDocument';
import { addUnit } from './addUnit';
import { addUser } from './addUser';
import { setUp } from './setUp';
import { branchUnit, listUnits, listUsers, readBank } from './users.repository';

async function sessionState(services: Services) {
  const { session, clock, version } = services;
  const open = session.open;
  const state = { phase: session.phase, dataDir: session.folder.root, version, businessDate: clock.today() };
  if (!open) return { ...state, bank: null, user: null };
  const [bank, branch] = await Promise.all([readBank(open.store.read), branchUnit(open.store.read)]);
  const { userId, name, display, unit, roles } = open.actor;
  const user = userId === null ? null : { id: userId, name, display, unit, roles: [...roles] };
  return { ...state, bank: { name: bank.name, mark: branch.mark }, user };
}

export const sessionHandlers = {
  state: door.session.state.handler(({ context }) => sessionState(context.services)),
  signIn: door.session.signIn.handler(async ({ context, input }) => {
    await context.services.session.signIn(input.name, input.password);
    await resumeIssuing(context.services);
    return sessionState(context.services);
  }),
  lock: door.session.lock.handler(async ({ context }) => {
    await context.services.session.lock();
    return sessionState(context.services);
  }),
  chooseDataDir: door.session.chooseDataDir.handler(({ context }) => context.services.host.chooseFolder({ title: '' })),
  changeDataDir: door.session.changeDataDir.handler(async ({ context, input }) => {
    await context.services.session.changeDataDir(input.dataDir);
    return sessionState(context.services);
  }),
  setUp: door.session.setUp.handler(({ context, input }) => setUp(context.services, input)),
};

export const usersHandlers = {
  list: door.users.list.handler(({ context }) => listUsers(context.open.store.read)),
  add: door.users.add.handler(({ context, input }) => addUser(context.services, context.open, input)),
};

export const unitsHandlers = {
  list: door.units.list.handler(({ context }) => listUnits(context.open.store.read)),
  add: door.units.add.handler(({ context, input }) => addUnit(context.open, input)),
};
