/**
 * A scanned page may hold the receipts of several people, may belong to a notice of the old register, and may lie on its side.
 * Frozen: never edit, add a step.
 */
export const version = 200;

export const sql = `
CREATE TABLE scan_new (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL REFERENCES attachment (sha256),
  page INTEGER NOT NULL,
  paper_no INTEGER NOT NULL,
  turn INTEGER CHECK (turn IN (0, 90, 180, 270)),
  file_name TEXT NOT NULL,
  received_at TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  status TEXT NOT NULL CHECK (status IN ('waiting', 'filed', 'set-aside')),
  why TEXT,
  document_id INTEGER REFERENCES document (id),
  legacy_notice_id INTEGER REFERENCES notice (id),
  part TEXT,
  part_page INTEGER,
  part_pages INTEGER,
  filed_by INTEGER REFERENCES app_user (id),
  filed_at TEXT,
  reason TEXT,
  UNIQUE (sha256, page, paper_no),
  CHECK (document_id IS NULL OR legacy_notice_id IS NULL),
  CHECK ((status = 'filed') = (document_id IS NOT NULL OR legacy_notice_id IS NOT NULL))
) STRICT;
INSERT INTO scan_new (id, sha256, page, paper_no, file_name, received_at, user_id, status, why, document_id, part, part_page,
    part_pages, filed_by, filed_at, reason)
  SELECT id, sha256, page, 1, file_name, received_at, user_id, status, why, document_id, part, part_page, part_pages, filed_by,
    filed_at, reason FROM scan;
DROP TABLE scan;
ALTER TABLE scan_new RENAME TO scan;
CREATE INDEX scan_document ON scan (document_id);
CREATE INDEX scan_notice ON scan (legacy_notice_id) WHERE legacy_notice_id IS NOT NULL;
CREATE INDEX scan_waiting ON scan (id) WHERE status = 'waiting';
`;
