/**
 * Extensions and re-lending with their conditions and evidence, the extension in force beside the ledger's own; signatures and
 * deliveries put right; papers made void by two people. Frozen: never edit, add a step.
 */
export const version = 190;

/** Append-only: nothing of such a table is ever changed or removed. */
const kept = (table: string, what: string): string => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${what} are only added'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${what} are only added'); END;
`;

export const sql = `
CREATE TABLE loan_term_request (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  kind TEXT NOT NULL CHECK (kind IN ('extension', 'relending')),
  condition TEXT NOT NULL,
  condition_text TEXT NOT NULL,
  article TEXT NOT NULL,
  reason TEXT NOT NULL,
  facts TEXT,
  security TEXT,
  due_on TEXT NOT NULL,
  new_due_on TEXT NOT NULL CHECK (new_due_on > due_on),
  as_of TEXT NOT NULL,
  principal INTEGER NOT NULL,
  interest INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked', 'approved', 'refused', 'in-force')),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX loan_term_request_household ON loan_term_request (party_id);
CREATE UNIQUE INDEX loan_term_request_alive ON loan_term_request (loan_id) WHERE state IN ('asked', 'approved');
CREATE TRIGGER loan_term_request_asked BEFORE UPDATE OF id, party_id, unit_id, loan_id, kind, condition, condition_text, article, reason,
    facts, security, due_on, new_due_on, as_of, principal, interest, user_id, at ON loan_term_request
  BEGIN SELECT RAISE(ABORT, 'what was asked never changes: a new request replaces it'); END;
CREATE TRIGGER loan_term_request_no_delete BEFORE DELETE ON loan_term_request
  BEGIN SELECT RAISE(ABORT, 'requests never go'); END;

CREATE TABLE loan_term_instalment (
  request_id INTEGER NOT NULL REFERENCES loan_term_request (id),
  seq INTEGER NOT NULL,
  due_on TEXT NOT NULL,
  principal INTEGER NOT NULL CHECK (principal >= 0),
  interest INTEGER NOT NULL CHECK (interest >= 0),
  PRIMARY KEY (request_id, seq)
) STRICT, WITHOUT ROWID;
${kept('loan_term_instalment', 'instalments asked for')}
CREATE TABLE loan_term_file (
  request_id INTEGER NOT NULL REFERENCES loan_term_request (id),
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES attachment (sha256),
  PRIMARY KEY (request_id, seq)
) STRICT, WITHOUT ROWID;
${kept('loan_term_file', 'files of evidence')}
CREATE TABLE loan_extension (
  id INTEGER PRIMARY KEY,
  request_id INTEGER NOT NULL REFERENCES loan_term_request (id),
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  from_due TEXT NOT NULL,
  to_due TEXT NOT NULL CHECK (to_due > from_due),
  agreed_on TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX loan_extension_loan ON loan_extension (loan_id);
CREATE INDEX loan_extension_request ON loan_extension (request_id);
${kept('loan_extension', 'extensions')}
CREATE TABLE loan_extension_reversal (
  extension_id INTEGER PRIMARY KEY REFERENCES loan_extension (id),
  reason TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;
${kept('loan_extension_reversal', 'reversals')}
ALTER TABLE loan ADD COLUMN agreed_due_date TEXT;
ALTER TABLE loan ADD COLUMN extended_to TEXT
  GENERATED ALWAYS AS (nullif(max(coalesce(extended_due_date, ''), coalesce(agreed_due_date, '')), '')) VIRTUAL;

ALTER TABLE repayment_paper ADD COLUMN term_request_id INTEGER REFERENCES loan_term_request (id);
CREATE INDEX repayment_paper_term ON repayment_paper (term_request_id) WHERE term_request_id IS NOT NULL;

CREATE TABLE signature_correction (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES repayment_paper (document_id),
  signatory TEXT NOT NULL,
  signed_on TEXT NOT NULL,
  corrected_to TEXT CHECK (corrected_to <> signed_on),
  reason TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX signature_correction_document ON signature_correction (document_id);
${kept('signature_correction', 'corrections')}
CREATE TABLE delivery_correction (
  id INTEGER PRIMARY KEY,
  notice_id INTEGER NOT NULL REFERENCES notice (id),
  delivery TEXT NOT NULL CHECK (json_valid(delivery)),
  reason TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX delivery_correction_notice ON delivery_correction (notice_id);
${kept('delivery_correction', 'corrections')}
ALTER TABLE order_agreement ADD COLUMN taken_back INTEGER NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1));
DROP INDEX order_agreement_open;
CREATE UNIQUE INDEX order_agreement_open ON order_agreement (party_id) WHERE ended_on IS NULL AND taken_back = 0;

CREATE TABLE document_void (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id),
  reason TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked', 'voided', 'refused')),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX document_void_alive ON document_void (document_id) WHERE state IN ('asked', 'voided');
CREATE TRIGGER document_void_asked BEFORE UPDATE OF id, document_id, reason, user_id, at ON document_void
  BEGIN SELECT RAISE(ABORT, 'what was asked never changes'); END;
CREATE TRIGGER document_void_no_delete BEFORE DELETE ON document_void
  BEGIN SELECT RAISE(ABORT, 'requests never go'); END;
`;
