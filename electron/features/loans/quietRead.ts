/**
 * Prepared statements read whatever the connection sees, a half-done write included. This takes the connection's lock
 * first, so that several of them together see one settled state.
 */
import type { ReadDb } from '../../database/store';

/** `read` must not await and must only use `db.hot`: the lock is held until it returns. */
export function quietly<T>(db: ReadDb, read: () => T): Promise<T> {
  return db.q.getExecutor().provideConnection(async () => read());
}
