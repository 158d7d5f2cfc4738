/** Requests for approval with their frozen content, what was decided and voted, conflicts, and authority handed over. Frozen: never edit, add a step. */
export const version = 100;

export const sql = `
CREATE TABLE approval_request (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  title TEXT NOT NULL,
  party_id INTEGER REFERENCES party (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  document_id INTEGER REFERENCES document (id),
  content TEXT NOT NULL CHECK (json_valid(content)),
  digest TEXT NOT NULL,
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  amount INTEGER,
  loss_amount INTEGER,
  loss_ppm INTEGER,
  path TEXT NOT NULL CHECK (json_valid(path)),
  trace TEXT NOT NULL CHECK (json_valid(trace)),
  as_of TEXT NOT NULL,
  submitted_by INTEGER NOT NULL REFERENCES app_user (id),
  submitted_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('submitted', 'approved', 'returned', 'rejected', 'withdrawn', 'void')),
  at_level INTEGER NOT NULL,
  waiting_for TEXT,
  deadline TEXT,
  deadline_trace TEXT CHECK (json_valid(deadline_trace)),
  ended_at TEXT,
  rev INTEGER NOT NULL DEFAULT 1,
  CHECK ((state = 'submitted') = (waiting_for IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX approval_request_open ON approval_request (kind, subject) WHERE state = 'submitted';
CREATE INDEX approval_request_subject ON approval_request (subject, id);
CREATE INDEX approval_request_waiting ON approval_request (waiting_for, id) WHERE state = 'submitted';
CREATE INDEX approval_request_submitter ON approval_request (submitted_by, id);
CREATE TRIGGER approval_request_frozen BEFORE UPDATE OF kind, subject, party_id, unit_id, document_id, content, digest, facts,
  amount, loss_amount, loss_ppm, path, trace, as_of, submitted_by, submitted_at ON approval_request
  BEGIN SELECT RAISE(ABORT, 'what was asked never changes'); END;
CREATE TRIGGER approval_request_ended BEFORE UPDATE ON approval_request
  WHEN OLD.state NOT IN ('submitted', 'approved') OR (OLD.state = 'approved' AND NEW.state <> 'void')
  BEGIN SELECT RAISE(ABORT, 'an ended request never changes'); END;
CREATE TRIGGER approval_request_no_delete BEFORE DELETE ON approval_request
  BEGIN SELECT RAISE(ABORT, 'requests never go'); END;

CREATE TABLE approval_preparer (
  request_id INTEGER NOT NULL REFERENCES approval_request (id),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  act TEXT NOT NULL,
  PRIMARY KEY (request_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE approval_decision (
  id INTEGER PRIMARY KEY,
  request_id INTEGER NOT NULL REFERENCES approval_request (id),
  at_level INTEGER NOT NULL,
  level TEXT,
  outcome TEXT NOT NULL CHECK (outcome IN ('consent', 'return', 'reject', 'withdraw', 'void')),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  for_user_id INTEGER REFERENCES app_user (id),
  opinion TEXT NOT NULL,
  digest TEXT NOT NULL,
  tally TEXT CHECK (json_valid(tally)),
  at TEXT NOT NULL,
  entry INTEGER
) STRICT;
CREATE INDEX approval_decision_request ON approval_decision (request_id, id);

CREATE TABLE approval_vote (
  request_id INTEGER NOT NULL REFERENCES approval_request (id),
  at_level INTEGER NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  vote TEXT NOT NULL CHECK (vote IN ('consent', 'refuse', 'abstain')),
  opinion TEXT NOT NULL,
  digest TEXT NOT NULL,
  at TEXT NOT NULL,
  entry INTEGER NOT NULL,
  PRIMARY KEY (request_id, at_level, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE approval_conflict (
  request_id INTEGER NOT NULL REFERENCES approval_request (id),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  reason TEXT NOT NULL,
  recorded_by INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  PRIMARY KEY (request_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE approval_delegation (
  id INTEGER PRIMARY KEY,
  from_user_id INTEGER NOT NULL REFERENCES app_user (id),
  to_user_id INTEGER NOT NULL REFERENCES app_user (id),
  level TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL CHECK (last_day >= first_day),
  basis TEXT NOT NULL,
  created_at TEXT NOT NULL,
  in_force INTEGER NOT NULL DEFAULT 0 CHECK (in_force IN (0, 1)),
  ended_at TEXT,
  CHECK (from_user_id <> to_user_id)
) STRICT;
CREATE INDEX approval_delegation_to ON approval_delegation (to_user_id, last_day) WHERE in_force = 1;

${['approval_preparer', 'approval_decision', 'approval_vote', 'approval_conflict']
  .flatMap((table) => [
    `CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, 'decisions never change'); END;`,
    `CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, 'decisions never go'); END;`,
  ])
  .join('\n')}
`;
