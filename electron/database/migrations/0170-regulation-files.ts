/** The branch's files of regulations with their articles' pages; drafts of rules sent back. Frozen: never edit, add a step. */
export const version = 170;

export const sql = `
CREATE TABLE regulation (
  id INTEGER PRIMARY KEY,
  document TEXT NOT NULL,
  title TEXT NOT NULL,
  number TEXT NOT NULL,
  effective_from TEXT NOT NULL,
  pdf_sha256 TEXT NOT NULL REFERENCES attachment (sha256),
  pages INTEGER NOT NULL CHECK (pages > 0),
  added_by INTEGER NOT NULL REFERENCES app_user (id),
  added_at TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1,
  UNIQUE (document, pdf_sha256)
) STRICT;

CREATE TABLE regulation_article (
  regulation_id INTEGER NOT NULL REFERENCES regulation (id) ON DELETE CASCADE,
  article TEXT NOT NULL,
  page INTEGER NOT NULL CHECK (page > 0),
  PRIMARY KEY (regulation_id, article)
) STRICT, WITHOUT ROWID;

ALTER TABLE rule_version ADD COLUMN returned TEXT CHECK (returned IS NULL OR json_valid(returned));
`;
