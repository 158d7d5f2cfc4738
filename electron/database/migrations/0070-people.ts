/** Who holds which key pair, who has a temporary password, which passwords were used. Frozen: never edit, add a step. */
export const version = 70;

export const sql = `
CREATE TABLE user_access (
  user_id INTEGER PRIMARY KEY REFERENCES app_user (id),
  public_key TEXT NOT NULL,
  must_change TEXT NOT NULL CHECK (must_change IN ('no', 'window', 'always'))
) STRICT;

CREATE TABLE password_used (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  salt TEXT NOT NULL,
  memory INTEGER NOT NULL,
  passes INTEGER NOT NULL,
  verifier TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX password_used_user ON password_used (user_id, id);
`;
