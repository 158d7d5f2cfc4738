/**
 * One home for who is responsible for a loan (RWD-04, TEAM-06): a decision in the register of liabilities may appoint the person who
 * recovers it, says which irregularity and which post, and what was decided when its time passed. Frozen: never edit, add a step.
 */
export const version = 210;

export const sql = `
ALTER TABLE liability ADD COLUMN irregular_kind TEXT;
ALTER TABLE liability ADD COLUMN post TEXT;
ALTER TABLE loan_responsibility ADD COLUMN appointed_by INTEGER REFERENCES liability (id);
CREATE INDEX loan_responsibility_cause ON loan_responsibility (appointed_by) WHERE appointed_by IS NOT NULL;

CREATE TABLE liability_handling (
  id INTEGER PRIMARY KEY,
  liability_id INTEGER NOT NULL REFERENCES liability (id),
  on_date TEXT NOT NULL,
  decision TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX liability_handling_of ON liability_handling (liability_id, id);
CREATE TRIGGER liability_handling_no_update BEFORE UPDATE ON liability_handling
  BEGIN SELECT RAISE(ABORT, 'what was decided stays: another decision is a new row'); END;
CREATE TRIGGER liability_handling_no_delete BEFORE DELETE ON liability_handling
  BEGIN SELECT RAISE(ABORT, 'what was decided stays: another decision is a new row'); END;
`;
