/** Court cases, their descriptions, acts, evidence, postponements and permits, and rows of an imported case ledger. Frozen: never edit, add a step. */
export const version = 240;

export const sql = `
CREATE TABLE court_case (
  id INTEGER PRIMARY KEY,
  legacy_key TEXT UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  party_id INTEGER NOT NULL REFERENCES party (id),
  route TEXT NOT NULL CHECK (route IN ('suit', 'payment-order', 'realisation', 'arbitration', 'notarised', 'bankruptcy')),
  standing TEXT NOT NULL CHECK (standing IN ('plaintiff', 'defendant')),
  opened_on TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 0,
  batch_id INTEGER REFERENCES import_batch (id),
  rev INTEGER NOT NULL DEFAULT 1,
  CHECK (version > 0 OR legacy_key IS NOT NULL)
) STRICT;
CREATE INDEX court_case_household ON court_case (party_id);
CREATE TRIGGER court_case_no_delete BEFORE DELETE ON court_case WHEN old.batch_id IS NULL
  BEGIN SELECT RAISE(ABORT, 'cases never go'); END;
CREATE TRIGGER court_case_forward BEFORE UPDATE OF version ON court_case WHEN new.version < old.version
  BEGIN SELECT RAISE(ABORT, 'a description is followed by another, never taken away'); END;

CREATE TABLE case_record (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL UNIQUE REFERENCES court_case (id),
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  cause TEXT NOT NULL,
  principal INTEGER NOT NULL,
  interest INTEGER NOT NULL,
  consent_no TEXT,
  consent_on TEXT,
  filing_no TEXT,
  filing_on TEXT,
  court TEXT,
  case_no TEXT,
  accepted_on TEXT,
  preservation TEXT,
  hearing_on TEXT,
  judgment_no TEXT,
  judged_on TEXT,
  effective_on TEXT,
  enforcement_applied_on TEXT,
  enforcement_no TEXT,
  recovered INTEGER,
  stage TEXT,
  responsible TEXT,
  handler TEXT,
  remark TEXT,
  batch_id INTEGER REFERENCES import_batch (id),
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX case_record_loan ON case_record (loan_id);

CREATE TABLE case_record_party (
  record_id INTEGER NOT NULL REFERENCES case_record (id),
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (record_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_version (
  case_id INTEGER NOT NULL REFERENCES court_case (id),
  version INTEGER NOT NULL,
  title TEXT NOT NULL,
  cause TEXT NOT NULL,
  court TEXT,
  court_level TEXT NOT NULL CHECK (court_level IN ('basic', 'intermediate', 'high')),
  remark TEXT,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  PRIMARY KEY (case_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_loan (
  case_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  principal INTEGER NOT NULL CHECK (principal >= 0),
  interest INTEGER NOT NULL CHECK (interest >= 0),
  PRIMARY KEY (case_id, version, seq),
  FOREIGN KEY (case_id, version) REFERENCES case_version (case_id, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_loan_loan ON case_loan (loan_id);

CREATE TABLE case_party (
  case_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('defendant', 'third-party', 'plaintiff')),
  capacity TEXT NOT NULL CHECK (capacity IN ('borrower', 'guarantor', 'owner', 'other')),
  party_id INTEGER REFERENCES party (id),
  name TEXT NOT NULL,
  PRIMARY KEY (case_id, version, seq),
  FOREIGN KEY (case_id, version) REFERENCES case_version (case_id, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_party_party ON case_party (party_id) WHERE party_id IS NOT NULL;

CREATE TABLE case_claim (
  case_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('security', 'guarantee', 'costs', 'other')),
  amount INTEGER CHECK (amount >= 0),
  collateral_id INTEGER REFERENCES collateral (id),
  party_seq INTEGER,
  text TEXT NOT NULL,
  PRIMARY KEY (case_id, version, seq),
  FOREIGN KEY (case_id, version) REFERENCES case_version (case_id, version),
  CHECK ((kind = 'security') = (collateral_id IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE case_person (
  case_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('responsible', 'handler', 'agent')),
  user_id INTEGER REFERENCES app_user (id),
  name TEXT NOT NULL,
  reason TEXT,
  PRIMARY KEY (case_id, version, seq),
  FOREIGN KEY (case_id, version) REFERENCES case_version (case_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_act (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES court_case (id),
  kind TEXT NOT NULL,
  done_on TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  document_id INTEGER REFERENCES document (id),
  note TEXT,
  accepted TEXT CHECK (json_valid(accepted)),
  reverses TEXT,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  CHECK ((kind = 'taken-back') = (reverses IS NOT NULL))
) STRICT;
CREATE INDEX case_act_case ON case_act (case_id);
CREATE UNIQUE INDEX case_act_reversal ON case_act (case_id, reverses) WHERE reverses IS NOT NULL;

CREATE TABLE case_act_file (
  act_id INTEGER NOT NULL REFERENCES case_act (id),
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES attachment (sha256),
  PRIMARY KEY (act_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_evidence (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES court_case (id),
  kind TEXT NOT NULL CHECK (kind IN ('receipt', 'contract', 'guarantee', 'other')),
  name TEXT NOT NULL,
  source TEXT NOT NULL,
  is_original INTEGER NOT NULL CHECK (is_original IN (0, 1)),
  pages INTEGER NOT NULL CHECK (pages > 0),
  proves TEXT NOT NULL,
  sha256 TEXT REFERENCES attachment (sha256),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  withdrawn_at TEXT,
  withdrawn_by INTEGER REFERENCES app_user (id),
  withdrawn_reason TEXT
) STRICT;
CREATE INDEX case_evidence_case ON case_evidence (case_id);

CREATE TABLE case_postponement (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES court_case (id),
  deadline TEXT NOT NULL,
  until_day TEXT NOT NULL,
  reason TEXT NOT NULL,
  day TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX case_postponement_case ON case_postponement (case_id);

CREATE TABLE case_permit (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES court_case (id),
  kind TEXT NOT NULL CHECK (kind IN ('release', 'settlement', 'in-kind')),
  terms TEXT NOT NULL CHECK (json_valid(terms)),
  reason TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked', 'approved', 'refused')),
  filing_no TEXT,
  filed_on TEXT,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX case_permit_case ON case_permit (case_id);

${[
  'case_version',
  'case_loan',
  'case_party',
  'case_claim',
  'case_person',
  'case_act',
  'case_act_file',
  'case_postponement',
]
  .map(
    (table) => `CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table}
  BEGIN SELECT RAISE(ABORT, '${table} is only added to'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table}
  BEGIN SELECT RAISE(ABORT, '${table} is only added to'); END;`,
  )
  .join('\n')}
CREATE TRIGGER case_evidence_kept BEFORE UPDATE OF case_id, kind, name, source, is_original, pages, proves, sha256, user_id, at ON case_evidence
  BEGIN SELECT RAISE(ABORT, 'evidence is withdrawn and listed anew'); END;
CREATE TRIGGER case_evidence_no_delete BEFORE DELETE ON case_evidence
  BEGIN SELECT RAISE(ABORT, 'evidence never goes'); END;
CREATE TRIGGER case_permit_asked BEFORE UPDATE OF case_id, kind, terms, reason, user_id, at ON case_permit
  BEGIN SELECT RAISE(ABORT, 'what was asked never changes'); END;
CREATE TRIGGER case_permit_no_delete BEFORE DELETE ON case_permit
  BEGIN SELECT RAISE(ABORT, 'permits never go'); END;

CREATE VIEW case_of_loan AS
  SELECT case_loan.case_id, case_loan.loan_id FROM case_loan
    JOIN court_case ON court_case.id = case_loan.case_id AND court_case.version = case_loan.version
  UNION ALL
  SELECT case_record.case_id, case_record.loan_id FROM case_record
    JOIN court_case ON court_case.id = case_record.case_id AND court_case.version = 0;
`;
