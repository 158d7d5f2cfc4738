/** Attachments by content, drafts, issued documents and their prints. Frozen: never edit, add a step. */
export const version = 40;

export const sql = `
CREATE TABLE attachment (
  sha256 TEXT NOT NULL PRIMARY KEY,
  media_type TEXT NOT NULL,
  byte_length INTEGER NOT NULL,
  stored_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE document_draft (
  id INTEGER PRIMARY KEY,
  form TEXT NOT NULL,
  party_id INTEGER NOT NULL REFERENCES party (id),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  as_of TEXT NOT NULL,
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  facts_digest TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1,
  UNIQUE (form, party_id, user_id)
) STRICT;

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  form TEXT NOT NULL,
  template_version TEXT NOT NULL,
  title TEXT NOT NULL,
  number TEXT NOT NULL UNIQUE,
  series_id INTEGER NOT NULL REFERENCES number_series (id),
  sequence INTEGER NOT NULL,
  party_id INTEGER NOT NULL REFERENCES party (id),
  category TEXT NOT NULL,
  as_of TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  status TEXT NOT NULL CHECK (status IN ('issuing', 'issued', 'voided')),
  data TEXT NOT NULL CHECK (json_valid(data)),
  pages INTEGER,
  pdf_sha256 TEXT REFERENCES attachment (sha256),
  docx_sha256 TEXT REFERENCES attachment (sha256),
  request_id TEXT NOT NULL UNIQUE,
  rev INTEGER NOT NULL DEFAULT 1,
  UNIQUE (series_id, sequence),
  CHECK (status = 'issuing' OR (pdf_sha256 IS NOT NULL AND pages IS NOT NULL))
) STRICT;
CREATE INDEX document_party ON document (party_id);

CREATE TABLE document_print (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id),
  kind TEXT NOT NULL CHECK (kind IN ('print', 'copy')),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX document_print_document ON document_print (document_id);
`;
