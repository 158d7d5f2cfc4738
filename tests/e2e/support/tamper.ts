/** What somebody does who knows a password and a database tool: changes an entry of the log behind the program's back. */
import { Session } from '../../../electron/features/users/session';
import { systemClock } from '../../../electron/platform/clock';
import { dropTriggers } from '../../support/tamper';

export async function changeLogEntry(dataDir: string, user: string, password: string, entry: number): Promise<void> {
  const session = new Session({ dataDir, clock: systemClock, program: 'command line' });
  await session.signIn(user, password);
  const store = session.open?.store;
  if (!store) throw new Error('the folder did not open');
  dropTriggers(store);
  store.sqlite.prepare("UPDATE audit_entry SET user_name = '别人' WHERE id = ?").run(entry);
  await session.lock();
}
