/** Parties, loans, guarantees, collateral, receipts, subject balances, month-ends, search. Frozen: never edit, add a step. */
export const version = 20;

export const sql = `
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
CREATE UNIQUE INDEX party_id_no ON party (id_no) WHERE id_no IS NOT NULL;
CREATE INDEX party_name_unit ON party (name, unit_id) WHERE id_no IS NULL;

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
  record_hash TEXT NOT NULL,
  batch_id INTEGER,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX loan_key ON loan (loan_key);
CREATE INDEX loan_contract ON loan (contract_key, id);
CREATE INDEX loan_party ON loan (party_id);
CREATE INDEX loan_unit ON loan (unit_id, id);
CREATE INDEX loan_name ON loan (sort_name, id);
CREATE INDEX loan_due ON loan (due_date, id);
CREATE INDEX loan_balance ON loan (balance, id);
CREATE INDEX loan_principal ON loan (principal, id);
CREATE INDEX loan_five ON loan (five_level, id);
CREATE INDEX loan_npl ON loan (npl_date, id);

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
  record_hash TEXT NOT NULL,
  batch_id INTEGER,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX guarantee_loan ON guarantee (loan_id);
CREATE INDEX guarantee_party ON guarantee (party_id);

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
  record_hash TEXT NOT NULL,
  batch_id INTEGER,
  rev INTEGER NOT NULL DEFAULT 1,
  UNIQUE (loan_id, item_no)
) STRICT;

CREATE INDEX collateral_owner ON collateral (owner_id_no) WHERE owner_id_no IS NOT NULL;

CREATE TABLE appraisal (
  collateral_id INTEGER NOT NULL REFERENCES collateral (id),
  seq INTEGER NOT NULL,
  valued_on TEXT,
  value INTEGER NOT NULL,
  PRIMARY KEY (collateral_id, seq)
) STRICT, WITHOUT ROWID;

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
  record_hash TEXT NOT NULL,
  batch_id INTEGER,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX receipt_loan ON receipt (loan_id, received_on);

CREATE TABLE receipt_share (
  receipt_id INTEGER NOT NULL REFERENCES receipt (id),
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  basis_points INTEGER NOT NULL CHECK (basis_points BETWEEN 1 AND 10000),
  PRIMARY KEY (receipt_id, seq)
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
  record_hash TEXT NOT NULL,
  batch_id INTEGER,
  rev INTEGER NOT NULL DEFAULT 1,
  UNIQUE (as_of, unit_id, subject)
) STRICT;

CREATE TABLE month_end (
  id INTEGER PRIMARY KEY,
  month TEXT NOT NULL,
  contract_key TEXT NOT NULL,
  contract_no TEXT NOT NULL,
  loan_id INTEGER REFERENCES loan (id),
  balance INTEGER NOT NULL,
  five_level TEXT NOT NULL,
  record_hash TEXT NOT NULL,
  batch_id INTEGER,
  rev INTEGER NOT NULL DEFAULT 1,
  UNIQUE (contract_key, month)
) STRICT;
CREATE INDEX month_end_loan ON month_end (loan_id) WHERE loan_id IS NOT NULL;

CREATE VIRTUAL TABLE party_gram USING fts5 (grams, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
CREATE VIRTUAL TABLE loan_gram USING fts5 (grams, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');

CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  name TEXT NOT NULL,
  shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  UNIQUE (user_id, name)
) STRICT;
`;
