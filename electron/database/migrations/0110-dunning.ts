/**
 * Papers about more than households and many in one job; notices with what became of them; returned scans.
 * Frozen: never edit, add a step.
 */
export const version = 110;

/** Words of the branch's series beside 论 (documents.md §1). */
const WORDS = [
  ...['提', '催', '逾', '担', '续', '确', '协', '询', '告', '公', '挂', '减', '展', '转'],
  ...['移', '因', '接', '调', '估', '瑕', '意', '同诉', '不诉', '诉备', '协调', '撤解', '调解'],
  ...['预', '销', '抵收', '抵处', '风代', '委', '包', '况', '收', '奖', '假', '计', '析', '卷', '交', '阅'],
];

export const sql = `
CREATE TABLE print_job (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  made_on TEXT NOT NULL,
  made_at TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  status TEXT NOT NULL CHECK (status IN ('issuing', 'issued')),
  papers INTEGER NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data)),
  pages INTEGER,
  pdf_sha256 TEXT REFERENCES attachment (sha256),
  prints INTEGER NOT NULL DEFAULT 0,
  request_id TEXT NOT NULL UNIQUE,
  request_digest TEXT NOT NULL,
  CHECK (status = 'issuing' OR (pdf_sha256 IS NOT NULL AND pages IS NOT NULL))
) STRICT;

CREATE TABLE document_new (
  id INTEGER PRIMARY KEY,
  form TEXT NOT NULL,
  template_version TEXT NOT NULL,
  title TEXT NOT NULL,
  number TEXT UNIQUE,
  series_id INTEGER REFERENCES number_series (id),
  sequence INTEGER,
  subject_kind TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  subject_label TEXT NOT NULL,
  party_id INTEGER REFERENCES party (id),
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
  request_id TEXT UNIQUE,
  paper_key TEXT UNIQUE,
  job_id INTEGER REFERENCES print_job (id),
  job_position INTEGER,
  rev INTEGER NOT NULL DEFAULT 1,
  UNIQUE (series_id, sequence),
  CHECK ((number IS NULL) = (series_id IS NULL) AND (number IS NULL) = (sequence IS NULL)),
  CHECK ((job_id IS NULL) = (job_position IS NULL)),
  CHECK ((job_id IS NULL) <> (request_id IS NULL)),
  CHECK (number IS NOT NULL OR paper_key IS NOT NULL),
  CHECK (status = 'issuing' OR (pdf_sha256 IS NOT NULL AND pages IS NOT NULL))
) STRICT;
INSERT INTO document_new (id, form, template_version, title, number, series_id, sequence, subject_kind, subject_id, subject_label,
    party_id, category, as_of, issued_on, issued_at, user_id, status, data, pages, pdf_sha256, docx_sha256, request_id, rev)
  SELECT id, form, template_version, title, number, series_id, sequence, 'household', party_id,
    (SELECT name FROM party WHERE party.id = party_id), party_id, category, as_of, issued_on, issued_at, user_id, status, data,
    pages, pdf_sha256, docx_sha256, request_id, rev FROM document;

CREATE TABLE document_print_new (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document_new (id),
  kind TEXT NOT NULL CHECK (kind IN ('print', 'copy')),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;
INSERT INTO document_print_new SELECT id, document_id, kind, user_id, at FROM document_print;
DROP TABLE document_print;
DROP TABLE document;
ALTER TABLE document_new RENAME TO document;
ALTER TABLE document_print_new RENAME TO document_print;
CREATE INDEX document_party ON document (party_id);
CREATE INDEX document_job ON document (job_id, job_position);
CREATE INDEX document_print_document ON document_print (document_id);

CREATE TABLE document_draft_new (
  id INTEGER PRIMARY KEY,
  form TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  party_id INTEGER REFERENCES party (id),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  as_of TEXT NOT NULL,
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  facts_digest TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1,
  UNIQUE (form, subject_id, user_id)
) STRICT;
INSERT INTO document_draft_new (id, form, subject_kind, subject_id, party_id, user_id, as_of, fields, facts_digest, saved_at, rev)
  SELECT id, form, 'household', party_id, party_id, user_id, as_of, fields, facts_digest, saved_at, rev FROM document_draft;
DROP TABLE document_draft;
ALTER TABLE document_draft_new RENAME TO document_draft;

INSERT OR IGNORE INTO number_series (unit_id, word, year, next)
  SELECT unit.id, word.value, known.year, 1 FROM unit
    JOIN (SELECT DISTINCT unit_id, year FROM number_series) AS known ON known.unit_id = unit.id
    JOIN json_each('${JSON.stringify(WORDS)}') AS word
    WHERE unit.level = 'branch' AND NOT EXISTS
      (SELECT 1 FROM number_series WHERE number_series.unit_id = unit.id AND number_series.word = word.value);

CREATE TABLE notice (
  id INTEGER PRIMARY KEY,
  document_id INTEGER UNIQUE REFERENCES document (id),
  legacy_no TEXT,
  party_id INTEGER NOT NULL REFERENCES party (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  form TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('borrower', 'guarantor', 'owner')),
  addressee TEXT NOT NULL,
  officer TEXT,
  noticed_on TEXT NOT NULL,
  method TEXT,
  tracking_no TEXT,
  arrived_on TEXT,
  outcome TEXT NOT NULL CHECK (outcome IN ('open', 'signed', 'refused', 'arrived', 'returned')),
  signed_by TEXT,
  capacity TEXT,
  receipt_on TEXT,
  objection TEXT,
  consents INTEGER NOT NULL DEFAULT 0,
  witness TEXT,
  remark TEXT,
  chased INTEGER NOT NULL DEFAULT 0,
  confirmed_by INTEGER REFERENCES app_user (id),
  confirmed_at TEXT,
  batch_id INTEGER REFERENCES import_batch (id),
  rev INTEGER NOT NULL DEFAULT 1,
  CHECK ((document_id IS NULL) <> (legacy_no IS NULL))
) STRICT;
CREATE INDEX notice_party ON notice (party_id);
CREATE INDEX notice_open ON notice (noticed_on) WHERE outcome = 'open';
CREATE INDEX notice_legacy ON notice (legacy_no);

CREATE TABLE notice_item (
  notice_id INTEGER NOT NULL REFERENCES notice (id),
  seq INTEGER NOT NULL,
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  guarantee_id INTEGER REFERENCES guarantee (id),
  principal INTEGER,
  interest INTEGER,
  as_of TEXT,
  PRIMARY KEY (notice_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX notice_item_loan ON notice_item (loan_id);

CREATE TABLE scan (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL REFERENCES attachment (sha256),
  page INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  received_at TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  status TEXT NOT NULL CHECK (status IN ('waiting', 'filed', 'set-aside')),
  why TEXT,
  document_id INTEGER REFERENCES document (id),
  part TEXT,
  part_page INTEGER,
  part_pages INTEGER,
  filed_by INTEGER REFERENCES app_user (id),
  filed_at TEXT,
  reason TEXT,
  UNIQUE (sha256, page),
  CHECK ((status = 'filed') = (document_id IS NOT NULL))
) STRICT;
CREATE INDEX scan_document ON scan (document_id);
CREATE INDEX scan_waiting ON scan (id) WHERE status = 'waiting';
`;
