/** People, units, settings, the audit log, repeatable requests and number series. Frozen: never edit, add a step. */
export const version = 10;

export const sql = `
CREATE TABLE setting (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  mark TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('branch', 'sub-branch', 'department')),
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE app_user (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  display TEXT NOT NULL,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  created_at TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE user_role (
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  role TEXT NOT NULL,
  PRIMARY KEY (user_id, role)
) STRICT, WITHOUT ROWID;

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
  request_id TEXT
) STRICT;
CREATE INDEX audit_entry_household ON audit_entry (household_id, id) WHERE household_id IS NOT NULL;
CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit entries never change'); END;
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit entries never change'); END;

CREATE TABLE request (
  id TEXT NOT NULL PRIMARY KEY,
  procedure TEXT NOT NULL,
  input_digest TEXT NOT NULL,
  result TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE number_series (
  id INTEGER PRIMARY KEY,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  word TEXT NOT NULL,
  year INTEGER NOT NULL,
  next INTEGER NOT NULL CHECK (next >= 1),
  last_issued_on TEXT,
  UNIQUE (unit_id, word, year)
) STRICT;
`;
