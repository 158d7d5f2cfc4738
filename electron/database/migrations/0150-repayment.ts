/** Repayment agreements with their instalments, papers about the debt with who signed them, and requests for a pre-suit notice. Frozen: never edit, add a step. */
export const version = 150;

export const sql = `
CREATE TABLE repayment_agreement (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  as_of TEXT NOT NULL,
  payment_order TEXT NOT NULL CHECK (payment_order IN ('statutory', 'principal-first')),
  follower_id INTEGER NOT NULL REFERENCES app_user (id),
  grace_days INTEGER NOT NULL CHECK (grace_days >= 0),
  state TEXT NOT NULL CHECK (state IN ('asked', 'approved', 'refused', 'in-force', 'ended')),
  signed_on TEXT,
  ended_on TEXT,
  end_reason TEXT,
  order_agreement_id INTEGER REFERENCES order_agreement (id),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1,
  CHECK (state NOT IN ('in-force', 'ended') OR signed_on IS NOT NULL)
) STRICT;
CREATE INDEX repayment_agreement_household ON repayment_agreement (party_id);
CREATE UNIQUE INDEX repayment_agreement_alive ON repayment_agreement (party_id) WHERE state IN ('asked', 'approved', 'in-force');
CREATE TRIGGER repayment_agreement_no_delete BEFORE DELETE ON repayment_agreement
  BEGIN SELECT RAISE(ABORT, 'agreements never go'); END;

CREATE TABLE repayment_agreement_loan (
  agreement_id INTEGER NOT NULL REFERENCES repayment_agreement (id),
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  principal INTEGER NOT NULL,
  interest INTEGER NOT NULL,
  PRIMARY KEY (agreement_id, loan_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX repayment_agreement_loan_loan ON repayment_agreement_loan (loan_id);

CREATE TABLE repayment_instalment (
  agreement_id INTEGER NOT NULL REFERENCES repayment_agreement (id),
  seq INTEGER NOT NULL,
  due_on TEXT NOT NULL,
  pay_by TEXT NOT NULL CHECK (pay_by >= due_on),
  principal INTEGER NOT NULL CHECK (principal >= 0),
  interest INTEGER NOT NULL CHECK (interest >= 0),
  missed_noted_at TEXT,
  PRIMARY KEY (agreement_id, seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER repayment_instalment_agreed BEFORE UPDATE OF due_on, pay_by, principal, interest ON repayment_instalment
  BEGIN SELECT RAISE(ABORT, 'what was agreed never changes: a new agreement replaces it'); END;

CREATE TABLE repayment_paper (
  document_id INTEGER PRIMARY KEY REFERENCES document (id),
  party_id INTEGER NOT NULL REFERENCES party (id),
  agreement_id INTEGER REFERENCES repayment_agreement (id),
  form TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  reply TEXT CHECK (reply IN ('agrees', 'differs')),
  difference TEXT,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX repayment_paper_household ON repayment_paper (party_id);

CREATE TABLE repayment_signatory (
  document_id INTEGER NOT NULL REFERENCES repayment_paper (document_id),
  seq INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('borrower', 'guarantor', 'actual-user')),
  party_id INTEGER REFERENCES party (id),
  name TEXT NOT NULL,
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  guarantee_id INTEGER REFERENCES guarantee (id),
  signed_on TEXT,
  recorded_by INTEGER REFERENCES app_user (id),
  recorded_at TEXT,
  PRIMARY KEY (document_id, seq),
  CHECK ((role = 'guarantor') = (guarantee_id IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX repayment_signatory_loan ON repayment_signatory (loan_id) WHERE signed_on IS NOT NULL;

CREATE TABLE pre_suit_request (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  negotiations INTEGER NOT NULL,
  owed INTEGER NOT NULL,
  reason TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'approved', 'refused')),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX pre_suit_request_household ON pre_suit_request (party_id);
CREATE TRIGGER pre_suit_request_no_delete BEFORE DELETE ON pre_suit_request
  BEGIN SELECT RAISE(ABORT, 'requests never go'); END;
`;
