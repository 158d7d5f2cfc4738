/** A large database is looked at after sign-in, while people work (reliability: promise 4); a small one was at opening. */
import { statSync } from 'node:fs';
import { CHECKED_AT_ONCE } from '../../database/openStore';
import { checkPages } from '../../database/pageCheck';
import { faultText } from '../../platform/faultText';
import type { Services } from '../../services';

/** In the window only: a command of the command line is over before it would begin. */
export function checkAfterSignIn(services: Services): void {
  const { session } = services;
  const { store, folder } = session.open ?? {};
  if (services.program !== 'window' || !store || !folder || statSync(folder.database).size <= CHECKED_AT_ONCE) return;
  checkPages(store, () => session.open?.store === store).catch((error) => {
    // Found damage is an alarm already; a folder that was closed meanwhile is none of anybody's business.
    if (session.open?.store === store && !store.alarm) services.log(`error page check ${faultText(error)}`);
  });
}
