/** Fees and receipts of court cases, counsels and their cases, monthly reviews, and what was said to breaches that were found. Frozen: never edit, add a step. */
export const version = 270;

export const sql = `
CREATE TABLE case_fee (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES court_case (id),
  kind TEXT NOT NULL,
  move TEXT NOT NULL CHECK (move IN ('paid', 'advanced', 'recovered', 'refunded')),
  amount INTEGER NOT NULL CHECK ((amount > 0) = (reverses IS NULL)),
  day TEXT NOT NULL,
  voucher_no TEXT NOT NULL,
  payee TEXT NOT NULL,
  tariff INTEGER,
  trace TEXT NOT NULL CHECK (json_valid(trace)),
  reason TEXT,
  act TEXT,
  reverses INTEGER UNIQUE REFERENCES case_fee (id),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX case_fee_case ON case_fee (case_id);

CREATE TABLE case_receipt (
  case_id INTEGER NOT NULL REFERENCES court_case (id),
  act TEXT NOT NULL,
  payment_id INTEGER NOT NULL REFERENCES payment (id),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  PRIMARY KEY (payment_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_receipt_case ON case_receipt (case_id);

CREATE TABLE counsel (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('counsel', 'agent')),
  firm TEXT NOT NULL,
  licence_no TEXT NOT NULL UNIQUE,
  licensed_on TEXT NOT NULL,
  experience TEXT NOT NULL,
  character TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE counsel_entry (
  id INTEGER PRIMARY KEY,
  counsel_id INTEGER NOT NULL REFERENCES counsel (id),
  kind TEXT NOT NULL CHECK (kind IN ('filed', 'penalty', 'dismissed')),
  day TEXT NOT NULL,
  number TEXT,
  cause TEXT,
  text TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  CHECK ((kind = 'filed') = (number IS NOT NULL)),
  CHECK ((kind = 'dismissed') = (cause IS NOT NULL))
) STRICT;
CREATE INDEX counsel_entry_counsel ON counsel_entry (counsel_id);

CREATE TABLE case_counsel (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES court_case (id),
  counsel_id INTEGER NOT NULL REFERENCES counsel (id),
  mode TEXT NOT NULL CHECK (mode IN ('ordinary', 'risk')),
  contract_id INTEGER REFERENCES recovery_contract (id),
  permit_no TEXT,
  day TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  ended_on TEXT,
  ended_reason TEXT,
  CHECK ((mode = 'risk') = (contract_id IS NOT NULL)),
  CHECK ((ended_on IS NULL) = (ended_reason IS NULL))
) STRICT;
CREATE INDEX case_counsel_case ON case_counsel (case_id);
CREATE INDEX case_counsel_counsel ON case_counsel (counsel_id);

CREATE TABLE case_review (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES court_case (id),
  day TEXT NOT NULL,
  overdue TEXT NOT NULL CHECK (json_valid(overdue)),
  cause TEXT,
  solution TEXT,
  finding TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  CHECK ((cause IS NULL) = (solution IS NULL))
) STRICT;
CREATE INDEX case_review_case ON case_review (case_id, day);

CREATE TABLE case_breach_note (
  case_id INTEGER NOT NULL REFERENCES court_case (id),
  breach TEXT NOT NULL,
  reason TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  PRIMARY KEY (case_id, breach)
) STRICT, WITHOUT ROWID;

${['case_fee', 'case_receipt', 'counsel', 'counsel_entry', 'case_review', 'case_breach_note']
  .map(
    (table) => `CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table}
  BEGIN SELECT RAISE(ABORT, '${table} is only added to'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table}
  BEGIN SELECT RAISE(ABORT, '${table} is only added to'); END;`,
  )
  .join('\n')}
CREATE TRIGGER case_counsel_kept BEFORE UPDATE OF case_id, counsel_id, mode, contract_id, permit_no, day, user_id, at ON case_counsel
  BEGIN SELECT RAISE(ABORT, 'an engagement is ended, never rewritten'); END;
CREATE TRIGGER case_counsel_no_delete BEFORE DELETE ON case_counsel
  BEGIN SELECT RAISE(ABORT, 'engagements never go'); END;
`;
