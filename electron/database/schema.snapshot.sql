CREATE INDEX audit_entry_action ON audit_entry (action, id);

CREATE INDEX audit_entry_household ON audit_entry (household_id, id) WHERE household_id IS NOT NULL;

CREATE INDEX collateral_owner ON collateral (owner_id_no) WHERE owner_id_no IS NOT NULL;

CREATE INDEX document_party ON document (party_id);

CREATE INDEX document_print_document ON document_print (document_id);

CREATE INDEX guarantee_loan ON guarantee (loan_id);

CREATE INDEX guarantee_party ON guarantee (party_id);

CREATE INDEX import_mapping_signature ON import_mapping (signature);

CREATE INDEX loan_balance ON loan (balance, id);

CREATE INDEX loan_contract ON loan (contract_key, id);

CREATE INDEX loan_due ON loan (due_date, id);

CREATE INDEX loan_five ON loan (five_level, id);

CREATE UNIQUE INDEX loan_key ON loan (loan_key);

CREATE INDEX loan_name ON loan (sort_name, id);

CREATE INDEX loan_npl ON loan (npl_date, id);

CREATE INDEX loan_party ON loan (party_id);

CREATE INDEX loan_principal ON loan (principal, id);

CREATE INDEX loan_unit ON loan (unit_id, id);

CREATE INDEX month_end_loan ON month_end (loan_id) WHERE loan_id IS NOT NULL;

CREATE UNIQUE INDEX party_id_no ON party (id_no) WHERE id_no IS NOT NULL;

CREATE INDEX party_name_unit ON party (name, unit_id) WHERE id_no IS NULL;

CREATE INDEX password_used_user ON password_used (user_id, id);

CREATE INDEX receipt_loan ON receipt (loan_id, received_on);

CREATE UNIQUE INDEX rule_version_draft ON rule_version (rule_id) WHERE state = 'draft';

CREATE TABLE app_user (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  display TEXT NOT NULL,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  created_at TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE appraisal (
  collateral_id INTEGER NOT NULL REFERENCES collateral (id),
  seq INTEGER NOT NULL,
  valued_on TEXT,
  value INTEGER NOT NULL,
  PRIMARY KEY (collateral_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE attachment (
  sha256 TEXT NOT NULL PRIMARY KEY,
  media_type TEXT NOT NULL,
  byte_length INTEGER NOT NULL,
  stored_at TEXT NOT NULL
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
  request_id TEXT,
  before_digest TEXT,
  after_digest TEXT,
  epoch INTEGER NOT NULL REFERENCES key_epoch (epoch),
  previous_mac BLOB NOT NULL CHECK (length(previous_mac) = 32),
  mac BLOB NOT NULL CHECK (length(mac) = 32)
) STRICT;

CREATE TABLE collateral (
  id INTEGER PRIMARY KEY,
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  item_no TEXT NOT NULL,
  security TEXT,
  kind TEXT NOT NULL,
  location TEXT,
  quantity TEXT,
  owner_name TEXT,
  owner_id_no TEXT,
  certificate_no TEXT,
  registered_on TEXT,
  registration_expiry TEXT,
  sufficient TEXT,
  validity TEXT,
  batch_id INTEGER,
  rev INTEGER NOT NULL DEFAULT 1,
  UNIQUE (loan_id, item_no)
) STRICT;

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  form TEXT NOT NULL,
  template_version TEXT NOT NULL,
  title TEXT NOT NULL,
  number TEXT NOT NULL UNIQUE,
  series_id INTEGER NOT NULL REFERENCES number_series (id),
  sequence INTEGER NOT NULL,
  party_id INTEGER NOT NULL REFERENCES party (id),
  category TEXT NOT NULL,
  as_of TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  status TEXT NOT NULL CHECK (status IN ('issuing', 'issued', 'voided')),
  data TEXT NOT NULL CHECK (json_valid(data)),
  pages INTEGER,
  pdf_sha256 TEXT REFERENCES attachment (sha256),
  docx_sha256 TEXT REFERENCES attachment (sha256),
  request_id TEXT NOT NULL UNIQUE,
  rev INTEGER NOT NULL DEFAULT 1,
  UNIQUE (series_id, sequence),
  CHECK (status = 'issuing' OR (pdf_sha256 IS NOT NULL AND pages IS NOT NULL))
) STRICT;

CREATE TABLE document_draft (
  id INTEGER PRIMARY KEY,
  form TEXT NOT NULL,
  party_id INTEGER NOT NULL REFERENCES party (id),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  as_of TEXT NOT NULL,
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  facts_digest TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1,
  UNIQUE (form, party_id, user_id)
) STRICT;

CREATE TABLE document_print (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id),
  kind TEXT NOT NULL CHECK (kind IN ('print', 'copy')),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE guarantee (
  id INTEGER PRIMARY KEY,
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  party_id INTEGER NOT NULL REFERENCES party (id),
  guarantee_contract_no TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('general', 'joint', 'unstated')),
  amount INTEGER,
  period_start TEXT,
  period_end TEXT,
  period_wording TEXT,
  relation TEXT,
  remark TEXT,
  batch_id INTEGER,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE import_batch (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  as_of TEXT NOT NULL,
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  counts TEXT NOT NULL CHECK (json_valid(counts)),
  imported_at TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  status TEXT NOT NULL CHECK (status IN ('written', 'undone'))
) STRICT;

CREATE TABLE import_change (
  batch_id INTEGER NOT NULL REFERENCES import_batch (id),
  entity TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  before TEXT NOT NULL CHECK (json_valid(before)),
  rev_after INTEGER NOT NULL,
  PRIMARY KEY (batch_id, entity, row_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_mapping (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  signature TEXT NOT NULL,
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  used_at TEXT NOT NULL
) STRICT;

CREATE TABLE key_epoch (
  epoch INTEGER PRIMARY KEY CHECK (epoch >= 1),
  root BLOB NOT NULL CHECK (length(root) = 32),
  at TEXT NOT NULL,
  since INTEGER NOT NULL
) STRICT;

CREATE TABLE loan (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  contract_no TEXT NOT NULL,
  contract_key TEXT NOT NULL,
  loan_key TEXT NOT NULL,
  receipt_no TEXT,
  issue_date TEXT,
  due_date TEXT,
  extended_due_date TEXT,
  principal INTEGER NOT NULL,
  balance INTEGER NOT NULL,
  interest_on INTEGER NOT NULL,
  interest_off INTEGER NOT NULL,
  annual_rate TEXT,
  guarantee_mode TEXT,
  purpose TEXT,
  subject TEXT,
  sheet TEXT NOT NULL CHECK (sheet IN ('on', 'off')),
  sheet_status TEXT,
  off_balance_date TEXT,
  four_level TEXT,
  five_level TEXT,
  fine_level TEXT,
  npl_date TEXT,
  officer TEXT,
  approver TEXT,
  occupancy TEXT,
  actual_user TEXT,
  flags TEXT,
  status TEXT,
  guarantor_names TEXT,
  remark TEXT,
  as_of TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  search_text TEXT NOT NULL,
  batch_id INTEGER,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE VIRTUAL TABLE loan_gram USING fts5 (grams, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');

CREATE TABLE month_end (
  id INTEGER PRIMARY KEY,
  month TEXT NOT NULL,
  contract_key TEXT NOT NULL,
  contract_no TEXT NOT NULL,
  loan_id INTEGER REFERENCES loan (id),
  balance INTEGER NOT NULL,
  five_level TEXT NOT NULL,
  batch_id INTEGER,
  rev INTEGER NOT NULL DEFAULT 1,
  UNIQUE (contract_key, month)
) STRICT;

CREATE TABLE number_series (
  id INTEGER PRIMARY KEY,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  word TEXT NOT NULL,
  year INTEGER NOT NULL,
  next INTEGER NOT NULL CHECK (next >= 1),
  last_issued_on TEXT,
  UNIQUE (unit_id, word, year)
) STRICT;

CREATE TABLE party (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation')),
  name TEXT NOT NULL,
  id_kind TEXT,
  id_no TEXT,
  unit_id INTEGER REFERENCES unit (id),
  address TEXT,
  phone TEXT,
  spouse TEXT,
  employer TEXT,
  legal_representative TEXT,
  flags TEXT,
  status TEXT,
  remark TEXT,
  sort_name TEXT NOT NULL,
  search_text TEXT NOT NULL,
  batch_id INTEGER,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE VIRTUAL TABLE party_gram USING fts5 (grams, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');

CREATE TABLE password_used (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  salt TEXT NOT NULL,
  memory INTEGER NOT NULL,
  passes INTEGER NOT NULL,
  verifier TEXT NOT NULL,
  at TEXT NOT NULL
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

CREATE TABLE receipt (
  id INTEGER PRIMARY KEY,
  receipt_no TEXT NOT NULL UNIQUE,
  received_on TEXT NOT NULL,
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  principal INTEGER NOT NULL,
  interest INTEGER NOT NULL,
  method TEXT,
  payer TEXT,
  voucher_no TEXT,
  reverses_no TEXT,
  remark TEXT,
  batch_id INTEGER,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE receipt_share (
  receipt_id INTEGER NOT NULL REFERENCES receipt (id),
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  basis_points INTEGER NOT NULL CHECK (basis_points BETWEEN 1 AND 10000),
  PRIMARY KEY (receipt_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE request (
  id TEXT NOT NULL PRIMARY KEY,
  procedure TEXT NOT NULL,
  input_digest TEXT NOT NULL,
  result TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE rule_version (
  id INTEGER PRIMARY KEY,
  rule_id TEXT NOT NULL,
  effective_from TEXT NOT NULL,
  draft TEXT NOT NULL CHECK (json_valid(draft)),
  state TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'discarded')),
  saved_at TEXT NOT NULL,
  decided_by INTEGER REFERENCES app_user (id),
  decided_at TEXT,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE rule_version_preparer (
  version_id INTEGER NOT NULL REFERENCES rule_version (id),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  PRIMARY KEY (version_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  name TEXT NOT NULL,
  shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  UNIQUE (user_id, name)
) STRICT;

CREATE TABLE setting (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE subject_balance (
  id INTEGER PRIMARY KEY,
  as_of TEXT NOT NULL,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  subject TEXT NOT NULL,
  subject_name TEXT,
  opening_debit INTEGER NOT NULL,
  opening_credit INTEGER NOT NULL,
  period_debit INTEGER NOT NULL,
  period_credit INTEGER NOT NULL,
  closing_debit INTEGER NOT NULL,
  closing_credit INTEGER NOT NULL,
  batch_id INTEGER,
  rev INTEGER NOT NULL DEFAULT 1,
  UNIQUE (as_of, unit_id, subject)
) STRICT;

CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  mark TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('branch', 'sub-branch', 'department')),
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE user_access (
  user_id INTEGER PRIMARY KEY REFERENCES app_user (id),
  public_key TEXT NOT NULL,
  must_change TEXT NOT NULL CHECK (must_change IN ('no', 'window', 'always'))
) STRICT;

CREATE TABLE user_role (
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  role TEXT NOT NULL,
  PRIMARY KEY (user_id, role)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER audit_entry_in_chain BEFORE INSERT ON audit_entry
  WHEN NEW.previous_mac IS NOT (SELECT coalesce((SELECT mac FROM audit_entry ORDER BY id DESC LIMIT 1), zeroblob(32)))
  BEGIN SELECT RAISE(ABORT, 'an audit entry names the MAC before it'); END;

CREATE TRIGGER audit_entry_in_sequence BEFORE INSERT ON audit_entry
  WHEN NEW.id <> (SELECT coalesce(max(id), 0) + 1 FROM audit_entry)
  BEGIN SELECT RAISE(ABORT, 'audit entries follow one another'); END;

CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit entries never change'); END;

CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit entries never change'); END;

CREATE TRIGGER key_epoch_no_delete BEFORE DELETE ON key_epoch BEGIN SELECT RAISE(ABORT, 'key epochs never change'); END;

CREATE TRIGGER key_epoch_no_update BEFORE UPDATE ON key_epoch BEGIN SELECT RAISE(ABORT, 'key epochs never change'); END;

CREATE TRIGGER rule_version_no_delete BEFORE DELETE ON rule_version
  BEGIN SELECT RAISE(ABORT, 'rule versions never go'); END;

CREATE TRIGGER rule_version_no_update BEFORE UPDATE ON rule_version WHEN OLD.state <> 'draft'
  BEGIN SELECT RAISE(ABORT, 'decided rule versions never change'); END;
