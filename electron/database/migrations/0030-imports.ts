/** Import batches with what is needed to take them back, and remembered column mappings. Frozen: never edit, add a step. */
export const version = 30;

export const sql = `
CREATE TABLE import_batch (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  as_of TEXT NOT NULL,
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  counts TEXT NOT NULL CHECK (json_valid(counts)),
  imported_at TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  status TEXT NOT NULL CHECK (status IN ('written', 'undone'))
) STRICT;

CREATE TABLE import_change (
  batch_id INTEGER NOT NULL REFERENCES import_batch (id),
  entity TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  before TEXT NOT NULL CHECK (json_valid(before)),
  rev_after INTEGER NOT NULL,
  PRIMARY KEY (batch_id, entity, row_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_mapping (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  signature TEXT NOT NULL,
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  used_at TEXT NOT NULL
) STRICT;
CREATE INDEX import_mapping_signature ON import_mapping (signature);
`;
