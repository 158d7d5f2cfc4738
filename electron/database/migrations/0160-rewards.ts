/** Reward sheets, the register of liabilities, tenders and contracts of recovery. Frozen: never edit, add a step. */
export const version = 160;

const appendOnly = (table: string, why: string): string => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${why}'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${why}'); END;`;

// A line keeps what it was computed from: the receipt may change or go with a later import, what was given for it stays.
export const sql = `
CREATE TABLE reward_sheet (
  id INTEGER PRIMARY KEY,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL CHECK (to_day >= from_day),
  state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'paid', 'discarded')),
  run INTEGER NOT NULL CHECK (run >= 1),
  computed_at TEXT NOT NULL,
  paid_on TEXT,
  voucher_no TEXT,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1,
  CHECK ((state = 'paid') = (paid_on IS NOT NULL)),
  CHECK ((paid_on IS NULL) = (voucher_no IS NULL))
) STRICT;
CREATE UNIQUE INDEX reward_sheet_open ON reward_sheet ((1)) WHERE state IN ('draft', 'submitted');

CREATE TABLE reward_line (
  sheet_id INTEGER NOT NULL REFERENCES reward_sheet (id),
  run INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  receipt_key TEXT NOT NULL,
  party_id INTEGER NOT NULL,
  borrower TEXT NOT NULL,
  contract TEXT NOT NULL,
  received_on TEXT NOT NULL,
  recovered INTEGER NOT NULL,
  realised INTEGER NOT NULL CHECK (realised IN (0, 1)),
  formed_on TEXT,
  form TEXT,
  status TEXT CHECK (status IN ('ordinary', 'bill-swapped', 'written-off')),
  kind TEXT NOT NULL CHECK (kind IN ('reward', 'adjustment')),
  name TEXT NOT NULL,
  ppm INTEGER NOT NULL,
  costs INTEGER NOT NULL,
  rate TEXT NOT NULL,
  due INTEGER NOT NULL CHECK (due >= 0),
  before INTEGER NOT NULL,
  amount INTEGER NOT NULL CHECK (amount = due - before),
  excluded TEXT,
  article TEXT,
  trace TEXT NOT NULL CHECK (json_valid(trace)),
  PRIMARY KEY (sheet_id, run, seq),
  UNIQUE (sheet_id, run, receipt_key, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX reward_line_receipt ON reward_line (receipt_key);
${appendOnly('reward_line', 'what was computed stays: another run has lines of its own')}

CREATE TABLE reward_outsider (
  name TEXT PRIMARY KEY,
  basis TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reward_costs (
  receipt_key TEXT NOT NULL,
  name TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount >= 0),
  basis TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  PRIMARY KEY (receipt_key, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE liability (
  id INTEGER PRIMARY KEY,
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  person TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('irregular-lending', 'new-npl', 'file-missing', 'limitation-lost', 'reviewed')),
  amount INTEGER NOT NULL CHECK (amount > 0),
  decision TEXT NOT NULL,
  decided_on TEXT NOT NULL,
  deadline TEXT NOT NULL CHECK (deadline >= decided_on),
  withdrawn_on TEXT,
  withdrawn_why TEXT,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1,
  CHECK ((withdrawn_on IS NULL) = (withdrawn_why IS NULL))
) STRICT;
CREATE INDEX liability_loan ON liability (loan_id);

CREATE TABLE liability_performance (
  id INTEGER PRIMARY KEY,
  liability_id INTEGER NOT NULL REFERENCES liability (id),
  on_date TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount > 0),
  evidence TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX liability_performance_of ON liability_performance (liability_id);
${appendOnly('liability_performance', 'what was performed stays')}

CREATE TABLE tender (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  opens_on TEXT NOT NULL,
  opened_at TEXT,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE tender_package (
  id INTEGER PRIMARY KEY,
  tender_id INTEGER NOT NULL REFERENCES tender (id),
  name TEXT NOT NULL,
  UNIQUE (tender_id, name)
) STRICT;

CREATE TABLE tender_package_loan (
  package_id INTEGER NOT NULL REFERENCES tender_package (id),
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  hard TEXT,
  balance INTEGER NOT NULL,
  price INTEGER NOT NULL CHECK (price > 0),
  PRIMARY KEY (package_id, loan_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE tender_bidder (
  tender_id INTEGER NOT NULL REFERENCES tender (id),
  name TEXT NOT NULL,
  person TEXT NOT NULL,
  deposit INTEGER NOT NULL CHECK (deposit > 0),
  voucher_no TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  PRIMARY KEY (tender_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE tender_bid (
  id INTEGER PRIMARY KEY,
  package_id INTEGER NOT NULL REFERENCES tender_package (id),
  name TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount > 0),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX tender_bid_package ON tender_bid (package_id, id);
${appendOnly('tender_bid', 'a bid is sealed: another one is a new row')}

CREATE TABLE recovery_contract (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('tender', 'trusteeship', 'risk-agency')),
  party TEXT NOT NULL,
  basis TEXT NOT NULL,
  package_id INTEGER UNIQUE REFERENCES tender_package (id),
  amount INTEGER NOT NULL CHECK (amount > 0),
  bond INTEGER NOT NULL CHECK (bond >= 0),
  fee_rate TEXT,
  late_rate TEXT,
  term_years INTEGER NOT NULL CHECK (term_years > 0),
  trace TEXT NOT NULL CHECK (json_valid(trace)),
  state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'signed', 'given-up')),
  signed_on TEXT,
  until TEXT,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1,
  CHECK ((kind = 'tender') = (package_id IS NOT NULL)),
  CHECK ((kind = 'tender') = (fee_rate IS NULL)),
  CHECK ((kind = 'trusteeship') = (late_rate IS NOT NULL)),
  CHECK ((state = 'signed') = (signed_on IS NOT NULL)),
  CHECK ((signed_on IS NULL) = (until IS NULL))
) STRICT;

CREATE TABLE recovery_contract_loan (
  contract_id INTEGER NOT NULL REFERENCES recovery_contract (id),
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  PRIMARY KEY (contract_id, loan_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX recovery_contract_loan_loan ON recovery_contract_loan (loan_id);

CREATE TABLE recovery_contract_entry (
  id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES recovery_contract (id),
  kind TEXT NOT NULL CHECK (kind IN ('turnover', 'preserved', 'lost', 'advance', 'payout')),
  loan_id INTEGER REFERENCES loan (id),
  collected_on TEXT,
  on_date TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount > 0),
  interest INTEGER NOT NULL DEFAULT 0,
  deducted INTEGER NOT NULL DEFAULT 0,
  evidence TEXT NOT NULL,
  trace TEXT NOT NULL CHECK (json_valid(trace)),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX recovery_contract_entry_of ON recovery_contract_entry (contract_id, id);
${appendOnly('recovery_contract_entry', 'what happened under a contract stays')}
`;
