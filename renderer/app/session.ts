/** Who is at the keyboard and what state the data folder is in: asked once, again after every command that changes it. */
import type { OutputOf } from '../api/client';
import { useApiQuery } from '../api/queries';

export type SessionState = OutputOf<'session.state'>;
export type SessionUser = NonNullable<SessionState['user']>;

export function useSession() {
  return useApiQuery('session.state', undefined);
}
