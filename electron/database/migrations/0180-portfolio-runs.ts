/**
 * Results of the rules in the form of a run that is written in steps beside the one in force: each row names its run, a loan has
 * one row, and what many loans have in common is written once. What was computed before is computed again. Frozen: never edit, add
 * a step.
 */
export const version = 180;

// A result names its loan without a foreign key: taking an import back must not wait for what was only computed. Rows of a run
// without its row in portfolio_run belong to one that is under way or was broken off.
export const sql = `
DROP TABLE portfolio_result;
DROP TABLE portfolio_trace;
DROP TABLE portfolio_run;

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
  run_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  steps TEXT NOT NULL,
  PRIMARY KEY (run_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE portfolio_outcome (
  run_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('five-level', 'four-level', 'action', 'guarantee', 'provision', 'notice')),
  word TEXT,
  refusal TEXT,
  provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
  trace_id INTEGER NOT NULL,
  PRIMARY KEY (run_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE portfolio_loan (
  run_id INTEGER NOT NULL,
  loan_id INTEGER NOT NULL,
  five_level INTEGER NOT NULL,
  four_level INTEGER NOT NULL,
  action INTEGER NOT NULL,
  action_day TEXT,
  action_arguable TEXT,
  notice INTEGER NOT NULL,
  notice_day TEXT,
  provision INTEGER,
  provision_amount INTEGER,
  PRIMARY KEY (run_id, loan_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE portfolio_guarantee (
  run_id INTEGER NOT NULL,
  guarantee_id INTEGER NOT NULL,
  loan_id INTEGER NOT NULL,
  outcome INTEGER NOT NULL,
  day TEXT,
  arguable TEXT,
  PRIMARY KEY (run_id, guarantee_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE portfolio_cell (
  run_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  section TEXT NOT NULL CHECK (section IN ('limitation', 'notices', 'classes', 'provisions')),
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

CREATE VIEW portfolio_result AS
  WITH result AS (
    SELECT run_id, loan_id, 0 AS subject, five_level AS outcome, NULL AS day, NULL AS arguable_day, NULL AS amount FROM portfolio_loan
    UNION ALL SELECT run_id, loan_id, 0, four_level, NULL, NULL, NULL FROM portfolio_loan
    UNION ALL SELECT run_id, loan_id, 0, action, action_day, action_arguable, NULL FROM portfolio_loan
    UNION ALL SELECT run_id, loan_id, 0, notice, notice_day, NULL, NULL FROM portfolio_loan
    UNION ALL SELECT run_id, loan_id, 0, provision, NULL, NULL, provision_amount FROM portfolio_loan WHERE provision IS NOT NULL
    UNION ALL SELECT run_id, loan_id, guarantee_id, outcome, day, arguable, NULL FROM portfolio_guarantee
  )
  SELECT result.run_id, loan_id, outcome.kind, subject, word, day, arguable_day, amount, refusal, provisional, trace_id
  FROM result JOIN portfolio_outcome AS outcome ON outcome.run_id = result.run_id AND outcome.id = result.outcome;
`;
