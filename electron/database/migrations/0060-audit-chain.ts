/** Key epochs; the audit log without gaps and chained by MACs, older rows included. Frozen: never edit, add a step. */
import { createHmac, hkdfSync } from 'node:crypto';

export const version = 60;

export const sql = `
CREATE TABLE key_epoch (
  epoch INTEGER PRIMARY KEY CHECK (epoch >= 1),
  root BLOB NOT NULL CHECK (length(root) = 32),
  at TEXT NOT NULL,
  since INTEGER NOT NULL
) STRICT;
CREATE TRIGGER key_epoch_no_update BEFORE UPDATE ON key_epoch BEGIN SELECT RAISE(ABORT, 'key epochs never change'); END;
CREATE TRIGGER key_epoch_no_delete BEFORE DELETE ON key_epoch BEGIN SELECT RAISE(ABORT, 'key epochs never change'); END;

DROP TRIGGER audit_entry_no_update;
DROP TRIGGER audit_entry_no_delete;
DROP INDEX audit_entry_household;
ALTER TABLE audit_entry RENAME TO audit_entry_unchained;
CREATE TABLE audit_entry (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  user_id INTEGER,
  user_name TEXT NOT NULL,
  roles TEXT NOT NULL,
  workstation TEXT NOT NULL,
  action TEXT NOT NULL,
  object_kind TEXT NOT NULL,
  object_id TEXT NOT NULL,
  household_id INTEGER,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  request_id TEXT,
  before_digest TEXT,
  after_digest TEXT,
  epoch INTEGER NOT NULL REFERENCES key_epoch (epoch),
  previous_mac BLOB NOT NULL CHECK (length(previous_mac) = 32),
  mac BLOB NOT NULL CHECK (length(mac) = 32)
) STRICT;
CREATE INDEX audit_entry_household ON audit_entry (household_id, id) WHERE household_id IS NOT NULL;
CREATE INDEX audit_entry_action ON audit_entry (action, id);
CREATE TRIGGER audit_entry_in_sequence BEFORE INSERT ON audit_entry
  WHEN NEW.id <> (SELECT coalesce(max(id), 0) + 1 FROM audit_entry)
  BEGIN SELECT RAISE(ABORT, 'audit entries follow one another'); END;
CREATE TRIGGER audit_entry_in_chain BEFORE INSERT ON audit_entry
  WHEN NEW.previous_mac IS NOT (SELECT coalesce((SELECT mac FROM audit_entry ORDER BY id DESC LIMIT 1), zeroblob(32)))
  BEGIN SELECT RAISE(ABORT, 'an audit entry names the MAC before it'); END;
CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit entries never change'); END;
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit entries never change'); END;
`;

/** What the step needs of a connection; the types of the driver are ours. */
interface Connection {
  exec(text: string): unknown;
  prepare(text: string): { run(...values: unknown[]): unknown; all(): unknown[] };
}

const COLUMNS = [
  'at',
  'user_id',
  'user_name',
  'roles',
  'workstation',
  'action',
  'object_kind',
  'object_id',
  'household_id',
  'detail',
  'request_id',
] as const;
type OldRow = Record<(typeof COLUMNS)[number], string | number | null>;

/** Chains the rows that are there, in their order; they count as the first epoch, whose root is today's database key. */
export function fill(db: Connection, key: Buffer): void {
  const rows = db.prepare(`SELECT ${COLUMNS.join(', ')} FROM audit_entry_unchained ORDER BY id`).all() as OldRow[];
  db.prepare("INSERT INTO key_epoch VALUES (1, ?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), ?)").run(key, rows.length);
  const subkey = Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'qingshou audit', 32));
  const insert = db.prepare(
    `INSERT INTO audit_entry (id, ${COLUMNS.join(', ')}, epoch, previous_mac, mac)
     VALUES (?, ${COLUMNS.map(() => '?').join(', ')}, 1, ?, ?)`,
  );
  let previous: Buffer = Buffer.alloc(32);
  for (const [index, row] of rows.entries()) {
    const values = COLUMNS.map((column) => row[column]);
    const form = JSON.stringify([index + 1, ...values, null, null, 1, previous.toString('hex')]);
    const mac = createHmac('sha256', subkey).update(form).digest();
    insert.run(index + 1, ...values, previous, mac);
    previous = mac;
  }
  db.exec('DROP TABLE audit_entry_unchained');
}
