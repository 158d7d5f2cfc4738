/** Money recorded by hand, how it was spread, and what was put right later; shares to a millionth. Frozen: never edit, add a step. */
export const version = 120;

// A payment, its lines and its reversal are only ever added to. What the ledger of receipts shows of it is a row of
// `receipt` for each loan that it reaches (they lead from a household to its payments), which the core banking system's own record of the same money replaces when it is imported.
export const sql = `
CREATE TABLE payment (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  received_on TEXT NOT NULL,
  booked_on TEXT NOT NULL CHECK (booked_on >= received_on),
  amount INTEGER NOT NULL CHECK (amount > 0),
  costs_owed INTEGER NOT NULL CHECK (costs_owed >= 0),
  voucher_no TEXT NOT NULL,
  payer TEXT NOT NULL,
  channel TEXT NOT NULL,
  form TEXT NOT NULL,
  designation TEXT CHECK (json_valid(designation)),
  accrued TEXT NOT NULL CHECK (json_valid(accrued)),
  double_reason TEXT,
  remark TEXT,
  trace TEXT NOT NULL CHECK (json_valid(trace)),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;
CREATE TRIGGER payment_no_update BEFORE UPDATE ON payment
  BEGIN SELECT RAISE(ABORT, 'payments never change'); END;
CREATE TRIGGER payment_no_delete BEFORE DELETE ON payment
  BEGIN SELECT RAISE(ABORT, 'payments never go'); END;

CREATE TABLE payment_line (
  payment_id INTEGER NOT NULL REFERENCES payment (id),
  seq INTEGER NOT NULL,
  loan_id INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('allocation', 'adjustment', 'reversal')),
  cause TEXT NOT NULL CHECK (cause IN ('payment', 'reversal', 'agreement', 'relief')),
  cause_id INTEGER NOT NULL,
  posted_on TEXT NOT NULL,
  costs INTEGER NOT NULL,
  principal INTEGER NOT NULL,
  interest INTEGER NOT NULL,
  owed_principal INTEGER NOT NULL,
  owed_interest INTEGER NOT NULL,
  PRIMARY KEY (payment_id, seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER payment_line_no_update BEFORE UPDATE ON payment_line
  BEGIN SELECT RAISE(ABORT, 'payment lines never change'); END;
CREATE TRIGGER payment_line_no_delete BEFORE DELETE ON payment_line
  BEGIN SELECT RAISE(ABORT, 'payment lines never go'); END;

CREATE TABLE payment_reversal (
  payment_id INTEGER PRIMARY KEY REFERENCES payment (id),
  reversed_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;
CREATE TRIGGER payment_reversal_no_update BEFORE UPDATE ON payment_reversal
  BEGIN SELECT RAISE(ABORT, 'reversals never change'); END;
CREATE TRIGGER payment_reversal_no_delete BEFORE DELETE ON payment_reversal
  BEGIN SELECT RAISE(ABORT, 'reversals never go'); END;

CREATE TABLE order_agreement (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  agreed_on TEXT NOT NULL,
  evidence TEXT NOT NULL,
  ended_on TEXT CHECK (ended_on > agreed_on),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX order_agreement_party ON order_agreement (party_id);
CREATE UNIQUE INDEX order_agreement_open ON order_agreement (party_id) WHERE ended_on IS NULL;

CREATE TABLE interest_measure (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  measure TEXT NOT NULL CHECK (measure IN ('partial-suspension', 'full-suspension', 'relief')),
  amount INTEGER NOT NULL CHECK (amount > 0),
  hardship TEXT NOT NULL,
  facts TEXT NOT NULL,
  evidence TEXT NOT NULL,
  investigators TEXT NOT NULL CHECK (json_valid(investigators)),
  principles TEXT NOT NULL CHECK (json_valid(principles)),
  conditions TEXT,
  until TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'approved', 'returned', 'rejected', 'withdrawn', 'void')),
  decided_on TEXT,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX interest_measure_loan ON interest_measure (loan_id);
CREATE UNIQUE INDEX interest_measure_open ON interest_measure (loan_id) WHERE state = 'open';

ALTER TABLE receipt ADD COLUMN costs INTEGER NOT NULL DEFAULT 0;
ALTER TABLE receipt ADD COLUMN payment_id INTEGER REFERENCES payment (id);
ALTER TABLE receipt ADD COLUMN hand_no TEXT;

CREATE TABLE receipt_share_ppm (
  receipt_id INTEGER NOT NULL REFERENCES receipt (id),
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  ppm INTEGER NOT NULL CHECK (ppm BETWEEN 1 AND 1000000),
  PRIMARY KEY (receipt_id, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO receipt_share_ppm SELECT receipt_id, seq, name, basis_points * 100 FROM receipt_share;
DROP TABLE receipt_share;
ALTER TABLE receipt_share_ppm RENAME TO receipt_share;
`;

interface Connection {
  prepare(sql: string): { all(): unknown[]; run(...values: (string | number)[]): unknown };
}

interface Image {
  row: Record<string, unknown>;
  children: Record<string, unknown>[];
}

/** Former selves of receipts, which an import's undo puts back, hold their shares as well. */
export function fill(db: Connection): void {
  const changes = db.prepare("SELECT batch_id, row_id, before FROM import_change WHERE entity = 'receipt'").all() as {
    batch_id: number;
    row_id: number;
    before: string;
  }[];
  const update = db.prepare(
    "UPDATE import_change SET before = ? WHERE batch_id = ? AND entity = 'receipt' AND row_id = ?",
  );
  for (const { batch_id, row_id, before } of changes) {
    const image = JSON.parse(before) as Image;
    const children = image.children.map(({ basis_points, ...rest }) => ({ ...rest, ppm: Number(basis_points) * 100 }));
    update.run(JSON.stringify({ ...image, children }), batch_id, row_id);
  }
}
