/** What papers about a debt need beside the ledger: terms of interest, accelerations, records of inheritance. Frozen: never edit, add a step. */
export const version = 235;

const appendOnly = (table: string, why: string): string => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${why}'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${why}'); END;`;

// The newest row of a loan, of an heir, is the one that stands; a paper keeps what it was made from.
export const sql = `
CREATE TABLE interest_terms (
  id INTEGER PRIMARY KEY,
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  from_day TEXT NOT NULL,
  open_contract INTEGER NOT NULL CHECK (open_contract >= 0),
  open_penalty INTEGER NOT NULL CHECK (open_penalty >= 0),
  open_compound INTEGER NOT NULL CHECK (open_compound >= 0),
  rates TEXT NOT NULL CHECK (json_valid(rates)),
  uplift_percent TEXT,
  compound INTEGER NOT NULL CHECK (compound IN (0, 1)),
  basis INTEGER NOT NULL CHECK (basis IN (360, 365)),
  source TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX interest_terms_loan ON interest_terms (loan_id, id);
${appendOnly('interest_terms', 'terms of interest are recorded anew, never changed')}

CREATE TABLE acceleration (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  clause TEXT NOT NULL,
  breach TEXT NOT NULL,
  owed INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'approved', 'refused')),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX acceleration_household ON acceleration (party_id, id);

CREATE TABLE heir (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  replaces INTEGER UNIQUE REFERENCES heir (id),
  name TEXT NOT NULL,
  id_no TEXT NOT NULL,
  address TEXT NOT NULL,
  phone TEXT,
  capacity TEXT NOT NULL CHECK (capacity IN ('heir', 'administrator')),
  estate INTEGER NOT NULL CHECK (estate >= 0),
  renounced_on TEXT,
  evidence TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX heir_household ON heir (party_id, id);
${appendOnly('heir', 'a record of inheritance is recorded anew, never changed')}
`;
