/** Contacts with debtors and the acts that limitation clocks hear, plans of measures, steps that need an approval. Frozen: never edit, add a step. */
export const version = 130;

export const sql = `
CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  kind TEXT NOT NULL CHECK (kind IN ('visit', 'call', 'letter', 'meeting', 'message')),
  initiative TEXT NOT NULL CHECK (initiative IN ('bank', 'debtor')),
  counterpart TEXT NOT NULL CHECK (counterpart IN ('borrower', 'guarantor', 'owner', 'heir', 'third-person')),
  with_party_id INTEGER REFERENCES party (id),
  other_person TEXT,
  relation TEXT,
  held_at TEXT NOT NULL,
  place TEXT,
  staff TEXT NOT NULL CHECK (json_valid(staff)),
  purpose TEXT NOT NULL,
  basis TEXT NOT NULL,
  reached INTEGER NOT NULL CHECK (reached IN (0, 1)),
  said TEXT NOT NULL,
  result TEXT NOT NULL,
  consent TEXT NOT NULL,
  attitude TEXT,
  ability TEXT,
  observed TEXT NOT NULL CHECK (json_valid(observed)),
  promise_amount INTEGER CHECK (promise_amount > 0),
  promise_on TEXT,
  next_on TEXT,
  next_what TEXT,
  conduct TEXT NOT NULL CHECK (json_valid(conduct)),
  corrects INTEGER UNIQUE REFERENCES contact (id),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  recorded_at TEXT NOT NULL,
  CHECK ((promise_amount IS NULL) = (promise_on IS NULL)),
  CHECK ((counterpart IN ('heir', 'third-person')) = (with_party_id IS NULL)),
  CHECK (with_party_id IS NOT NULL OR other_person IS NOT NULL)
) STRICT;
CREATE INDEX contact_household ON contact (party_id, held_at);
CREATE INDEX contact_person ON contact (with_party_id, held_at);
CREATE INDEX contact_promise ON contact (promise_on) WHERE promise_on IS NOT NULL;
CREATE INDEX contact_next ON contact (next_on) WHERE next_on IS NOT NULL;
CREATE TRIGGER contact_no_update BEFORE UPDATE ON contact
  BEGIN SELECT RAISE(ABORT, 'contacts never change: a correction is a new entry'); END;
CREATE TRIGGER contact_no_delete BEFORE DELETE ON contact
  BEGIN SELECT RAISE(ABORT, 'contacts never go: they are withdrawn with a reason'); END;

CREATE TABLE contact_file (
  contact_id INTEGER NOT NULL REFERENCES contact (id),
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES attachment (sha256),
  PRIMARY KEY (contact_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_withdrawal (
  contact_id INTEGER PRIMARY KEY REFERENCES contact (id),
  reason TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;
CREATE TRIGGER contact_withdrawal_no_update BEFORE UPDATE ON contact_withdrawal
  BEGIN SELECT RAISE(ABORT, 'withdrawals never change'); END;
CREATE TRIGGER contact_withdrawal_no_delete BEFORE DELETE ON contact_withdrawal
  BEGIN SELECT RAISE(ABORT, 'withdrawals never go'); END;

CREATE TABLE contact_act (
  contact_id INTEGER NOT NULL REFERENCES contact (id),
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  guarantee_id INTEGER REFERENCES guarantee (id),
  kind TEXT NOT NULL,
  on_date TEXT NOT NULL,
  grade TEXT NOT NULL CHECK (grade IN ('strong', 'medium', 'weak', 'none')),
  evidence TEXT NOT NULL
) STRICT;
CREATE INDEX contact_act_loan ON contact_act (loan_id, on_date);
CREATE INDEX contact_act_contact ON contact_act (contact_id);
CREATE TRIGGER contact_act_no_update BEFORE UPDATE ON contact_act
  BEGIN SELECT RAISE(ABORT, 'acts follow their contact, which never changes'); END;
CREATE TRIGGER contact_act_no_delete BEFORE DELETE ON contact_act
  BEGIN SELECT RAISE(ABORT, 'acts follow their contact, which never goes'); END;

CREATE TABLE measure_plan (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  version INTEGER NOT NULL,
  reason TEXT NOT NULL,
  risk TEXT NOT NULL,
  loss TEXT NOT NULL,
  recovery TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  UNIQUE (party_id, version)
) STRICT;
CREATE TRIGGER measure_plan_no_update BEFORE UPDATE ON measure_plan
  BEGIN SELECT RAISE(ABORT, 'a plan is revised by a new version'); END;
CREATE TRIGGER measure_plan_no_delete BEFORE DELETE ON measure_plan
  BEGIN SELECT RAISE(ABORT, 'plans never go'); END;

CREATE TABLE measure_item (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES measure_plan (id),
  measure TEXT NOT NULL,
  what TEXT NOT NULL,
  responsible_id INTEGER NOT NULL REFERENCES app_user (id),
  due_on TEXT NOT NULL,
  basis TEXT,
  verdict TEXT NOT NULL CHECK (json_valid(verdict))
) STRICT;
CREATE INDEX measure_item_plan ON measure_item (plan_id);
CREATE TRIGGER measure_item_no_update BEFORE UPDATE ON measure_item
  BEGIN SELECT RAISE(ABORT, 'a measure changes by a new version of the plan'); END;
CREATE TRIGGER measure_item_no_delete BEFORE DELETE ON measure_item
  BEGIN SELECT RAISE(ABORT, 'measures never go'); END;

CREATE TABLE measure_step (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES measure_item (id),
  state TEXT NOT NULL CHECK (state IN ('planned', 'started', 'done', 'failed', 'dropped')),
  result TEXT NOT NULL,
  plan_id INTEGER REFERENCES measure_plan (id),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX measure_step_item ON measure_step (item_id, id);
CREATE TRIGGER measure_step_no_update BEFORE UPDATE ON measure_step
  BEGIN SELECT RAISE(ABORT, 'steps of a measure never change'); END;
CREATE TRIGGER measure_step_no_delete BEFORE DELETE ON measure_step
  BEGIN SELECT RAISE(ABORT, 'steps of a measure never go'); END;

CREATE TABLE measure_reopening (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  cause TEXT NOT NULL CHECK (cause IN ('instalment-missed')),
  reference TEXT NOT NULL,
  missed_on TEXT NOT NULL,
  at TEXT NOT NULL,
  UNIQUE (party_id, cause, reference)
) STRICT;

CREATE TABLE conduct_step (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  act TEXT NOT NULL,
  basis TEXT NOT NULL,
  purpose TEXT NOT NULL,
  channel TEXT NOT NULL,
  content TEXT NOT NULL,
  checks TEXT NOT NULL CHECK (json_valid(checks)),
  planned_on TEXT NOT NULL,
  finding TEXT NOT NULL CHECK (json_valid(finding)),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  done_on TEXT,
  result TEXT,
  done_by INTEGER REFERENCES app_user (id),
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX conduct_step_household ON conduct_step (party_id);
CREATE TRIGGER conduct_step_no_delete BEFORE DELETE ON conduct_step
  BEGIN SELECT RAISE(ABORT, 'steps that law limits never go'); END;
`;
