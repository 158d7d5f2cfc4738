/** Binds session, users and units of the contract to their use cases. */
import { door } from '../../ipc/door';
import { verifyAfterSignIn } from '../audit/verifyOnRequest';
import { backUpAfterSignIn } from '../backup/automaticBackup';
import { watchScansAfterSignIn } from '../dunning/watchScans';
import { checkAfterSignIn } from '../maintenance/checkAfterSignIn';
import { addUnit } from './addUnit';
import { addUser } from './addUser';
import { changePassword } from './changePassword';
import { deactivateUser } from './deactivateUser';
import { editBank } from './editBank';
import { editUser } from './editUser';
import { lockNow } from './lockWindow';
import { confirmRecoveryCode, newRecoveryCode } from './newRecoveryCode';
import { recover } from './recover';
import { reactivateUser, resetPassword } from './resetPassword';
import { sessionState } from './sessionState';
import { setUp } from './setUp';
import { signIn } from './signIn';
import { listUnits, listUsers, readBank } from './users.repository';

export const sessionHandlers = {
  state: door.session.state.handler(({ context }) => sessionState(context.services)),
  signIn: door.session.signIn.handler(async ({ context, input }) => {
    await signIn(context.services, input);
    verifyAfterSignIn(context.services);
    checkAfterSignIn(context.services);
    backUpAfterSignIn(context.services);
    watchScansAfterSignIn(context.services);
    return sessionState(context.services);
  }),
  changePassword: door.session.changePassword.handler(async ({ context, input }) => {
    await changePassword(context.services, context.open, input);
    // Nothing else was admitted before he had a password of his own.
    backUpAfterSignIn(context.services);
    return sessionState(context.services);
  }),
  recover: door.session.recover.handler(({ context, input }) => recover(context.services, input)),
  lock: door.session.lock.handler(async ({ context }) => {
    await lockNow(context.services, 'person');
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
  edit: door.users.edit.handler(({ context, input }) => editUser(context.open, input)),
  resetPassword: door.users.resetPassword.handler(({ context, input }) =>
    resetPassword(context.services, context.open, input),
  ),
  deactivate: door.users.deactivate.handler(({ context, input }) =>
    deactivateUser(context.services, context.open, input),
  ),
  reactivate: door.users.reactivate.handler(({ context, input }) =>
    reactivateUser(context.services, context.open, input),
  ),
  newRecoveryCode: door.users.newRecoveryCode.handler(({ context }) => newRecoveryCode(context.open)),
  confirmRecoveryCode: door.users.confirmRecoveryCode.handler(({ context, input }) =>
    confirmRecoveryCode(context.open, input.code),
  ),
};

export const unitsHandlers = {
  list: door.units.list.handler(({ context }) => listUnits(context.open.store.read)),
  bank: door.units.bank.handler(({ context }) => readBank(context.open.store.read)),
  editBank: door.units.editBank.handler(({ context, input }) => editBank(context.open, input)),
  add: door.units.add.handler(({ context, input }) => addUnit(context.open, input)),
};
