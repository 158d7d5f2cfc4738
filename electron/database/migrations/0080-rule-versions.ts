/** The branch's own versions of rules: prepared by some, approved by another, then frozen. Frozen: never edit, add a step. */
export const version = 80;

export const sql = `
CREATE TABLE rule_version (
  id INTEGER PRIMARY KEY,
  rule_id TEXT NOT NULL,
  effective_from TEXT NOT NULL,
  draft TEXT NOT NULL CHECK (json_valid(draft)),
  state TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'discarded')),
  saved_at TEXT NOT NULL,
  decided_by INTEGER REFERENCES app_user (id),
  decided_at TEXT,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX rule_version_draft ON rule_version (rule_id) WHERE state = 'draft';
CREATE TRIGGER rule_version_no_update BEFORE UPDATE ON rule_version WHEN OLD.state <> 'draft'
  BEGIN SELECT RAISE(ABORT, 'decided rule versions never change'); END;
CREATE TRIGGER rule_version_no_delete BEFORE DELETE ON rule_version
  BEGIN SELECT RAISE(ABORT, 'rule versions never go'); END;

CREATE TABLE rule_version_preparer (
  version_id INTEGER NOT NULL REFERENCES rule_version (id),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  PRIMARY KEY (version_id, user_id)
) STRICT, WITHOUT ROWID;
`;
