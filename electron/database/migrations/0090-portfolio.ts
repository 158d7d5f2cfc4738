/** What the rules say about every loan, computed as a whole and thrown away by the next run. Frozen: never edit, add a step. */
export const version = 90;

// A result names its loan without a foreign key: taking an import back must not wait for what was only computed.
export const sql = `
CREATE TABLE portfolio_run (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  as_of TEXT NOT NULL,
  rules TEXT NOT NULL,
  after_entry INTEGER NOT NULL,
  loans INTEGER NOT NULL,
  results INTEGER NOT NULL
) STRICT;

CREATE TABLE portfolio_trace (
  id INTEGER PRIMARY KEY,
  steps TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE portfolio_result (
  loan_id INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('five-level', 'four-level', 'action', 'guarantee', 'provision', 'notice')),
  subject INTEGER NOT NULL,
  word TEXT,
  day TEXT,
  arguable_day TEXT,
  amount INTEGER,
  refusal TEXT,
  provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
  trace_id INTEGER NOT NULL,
  PRIMARY KEY (loan_id, kind, subject)
) STRICT, WITHOUT ROWID;
`;
