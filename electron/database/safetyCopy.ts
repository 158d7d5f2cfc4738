/** The verified copy that is made before an older database is upgraded. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { flushFile, renameFlushed } from '../platform/atomicFile';
import type { DataFolder } from '../platform/dataFolder';

/**
 * VACUUM INTO carries the encryption of its source and leaves the write-ahead log behind;
 * the copy counts only when it opens with the same key and passes its own check.
 */
export function safetyCopy(folder: DataFolder, key: Buffer): (db: Sqlite.Database, from: number) => void {
  return (db, from) => {
    mkdirSync(folder.backups, { recursive: true });
    const part = join(folder.backups, `before-upgrade-${from}.db.part`);
    const target = join(folder.backups, `before-upgrade-${from}.db`);
    rmSync(part, { force: true });
    db.exec(`VACUUM INTO '${part.replaceAll("'", "''")}'`);
    const copy = new Sqlite(part, { readonly: true });
    try {
      copy.pragma("cipher = 'chacha20'");
      copy.pragma(`key = "x'${key.toString('hex')}'"`);
      const version = copy.pragma('user_version', { simple: true });
      const check = copy.pragma('quick_check(1)', { simple: true });
      if (version !== from || check !== 'ok')
        throw new Error(`the copy before the upgrade is not sound: ${String(check)}`);
    } finally {
      copy.close();
    }
    flushFile(part);
    renameFlushed(part, target);
  };
}
