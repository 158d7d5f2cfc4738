/** What people say of items of the work list: put off with a reason, or done. Frozen: never edit, add a step. */
export const version = 300;

export const sql = `
CREATE TABLE work_note (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  item_key TEXT NOT NULL,
  day TEXT,
  until TEXT,
  reason TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;
CREATE TRIGGER work_note_no_update BEFORE UPDATE ON work_note BEGIN SELECT RAISE(ABORT, 'what was said of work is only added to'); END;
CREATE TRIGGER work_note_no_delete BEFORE DELETE ON work_note BEGIN SELECT RAISE(ABORT, 'what was said of work is only added to'); END;
`;
