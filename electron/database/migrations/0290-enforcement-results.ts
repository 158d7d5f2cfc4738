/**
 * The period for enforcing a judgment among the results of a run and the sums of its overview: what was computed before is
 * computed again. Papers are found by what they are about and by their form. Frozen: never edit, add a step.
 */
export const version = 290;

export const sql = `
DELETE FROM portfolio_run;
DELETE FROM portfolio_trace;
DELETE FROM portfolio_loan;
DELETE FROM portfolio_guarantee;
DROP TABLE portfolio_outcome;
DROP TABLE portfolio_cell;

CREATE TABLE portfolio_outcome (
  run_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('five-level', 'four-level', 'action', 'guarantee', 'enforcement', 'provision', 'notice')),
  word TEXT,
  refusal TEXT,
  provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
  trace_id INTEGER NOT NULL,
  PRIMARY KEY (run_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE portfolio_cell (
  run_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  section TEXT NOT NULL CHECK (section IN ('limitation', 'enforcement', 'notices', 'classes', 'provisions')),
  unit_id INTEGER NOT NULL,
  bucket TEXT NOT NULL,
  booked TEXT NOT NULL,
  suggested TEXT NOT NULL,
  results INTEGER NOT NULL,
  loans INTEGER NOT NULL,
  balance INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  PRIMARY KEY (run_id, id)
) STRICT, WITHOUT ROWID;

DROP INDEX document_party;
CREATE INDEX document_party ON document (party_id, form);
CREATE INDEX document_subject ON document (subject_kind, subject_id);
`;
