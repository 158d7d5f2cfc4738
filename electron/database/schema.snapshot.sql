CREATE INDEX acceleration_household ON acceleration (party_id, id);

CREATE INDEX approval_decision_request ON approval_decision (request_id, id);

CREATE INDEX approval_delegation_to ON approval_delegation (to_user_id, last_day) WHERE in_force = 1;

CREATE UNIQUE INDEX approval_request_open ON approval_request (kind, subject) WHERE state = 'submitted';

CREATE INDEX approval_request_subject ON approval_request (subject, id);

CREATE INDEX approval_request_submitter ON approval_request (submitted_by, id);

CREATE INDEX approval_request_waiting ON approval_request (waiting_for, id) WHERE state = 'submitted';

CREATE INDEX audit_entry_action ON audit_entry (action, id);

CREATE INDEX audit_entry_household ON audit_entry (household_id, id) WHERE household_id IS NOT NULL;

CREATE INDEX case_act_case ON case_act (case_id);

CREATE UNIQUE INDEX case_act_reversal ON case_act (case_id, reverses) WHERE reverses IS NOT NULL;

CREATE INDEX case_counsel_case ON case_counsel (case_id);

CREATE INDEX case_counsel_counsel ON case_counsel (counsel_id);

CREATE INDEX case_evidence_case ON case_evidence (case_id);

CREATE INDEX case_fee_case ON case_fee (case_id);

CREATE INDEX case_loan_loan ON case_loan (loan_id);

CREATE INDEX case_party_party ON case_party (party_id) WHERE party_id IS NOT NULL;

CREATE INDEX case_permit_case ON case_permit (case_id);

CREATE INDEX case_postponement_case ON case_postponement (case_id);

CREATE INDEX case_receipt_case ON case_receipt (case_id);

CREATE INDEX case_record_loan ON case_record (loan_id);

CREATE INDEX case_review_case ON case_review (case_id, day);

CREATE INDEX collateral_owner ON collateral (owner_id_no) WHERE owner_id_no IS NOT NULL;

CREATE INDEX conduct_step_household ON conduct_step (party_id);

CREATE INDEX contact_act_contact ON contact_act (contact_id);

CREATE INDEX contact_act_loan ON contact_act (loan_id, on_date);

CREATE INDEX contact_household ON contact (party_id, held_at);

CREATE INDEX contact_next ON contact (next_on) WHERE next_on IS NOT NULL;

CREATE INDEX contact_person ON contact (with_party_id, held_at);

CREATE INDEX contact_promise ON contact (promise_on) WHERE promise_on IS NOT NULL;

CREATE INDEX counsel_entry_counsel ON counsel_entry (counsel_id);

CREATE INDEX court_case_household ON court_case (party_id);

CREATE INDEX delivery_correction_notice ON delivery_correction (notice_id);

CREATE INDEX document_job ON document (job_id, job_position);

CREATE INDEX document_party ON document (party_id, form);

CREATE INDEX document_print_document ON document_print (document_id);

CREATE INDEX document_subject ON document (subject_kind, subject_id);

CREATE UNIQUE INDEX document_void_alive ON document_void (document_id) WHERE state IN ('asked', 'voided');

CREATE INDEX guarantee_loan ON guarantee (loan_id);

CREATE INDEX guarantee_party ON guarantee (party_id);

CREATE INDEX heir_household ON heir (party_id, id);

CREATE INDEX import_mapping_signature ON import_mapping (signature);

CREATE INDEX interest_measure_loan ON interest_measure (loan_id);

CREATE UNIQUE INDEX interest_measure_open ON interest_measure (loan_id) WHERE state = 'open';

CREATE INDEX interest_terms_loan ON interest_terms (loan_id, id);

CREATE INDEX leave_user ON leave (user_id, first_day);

CREATE INDEX liability_handling_of ON liability_handling (liability_id, id);

CREATE INDEX liability_loan ON liability (loan_id);

CREATE INDEX liability_performance_of ON liability_performance (liability_id);

CREATE INDEX loan_balance ON loan (balance, id);

CREATE INDEX loan_contract ON loan (contract_key, id);

CREATE INDEX loan_due ON loan (due_date, id);

CREATE INDEX loan_extension_loan ON loan_extension (loan_id);

CREATE INDEX loan_extension_request ON loan_extension (request_id);

CREATE INDEX loan_five ON loan (five_level, id);

CREATE UNIQUE INDEX loan_key ON loan (loan_key);

CREATE INDEX loan_name ON loan (sort_name, id);

CREATE INDEX loan_npl ON loan (npl_date, id);

CREATE INDEX loan_party ON loan (party_id);

CREATE INDEX loan_principal ON loan (principal, id);

CREATE INDEX loan_responsibility_cause ON loan_responsibility (appointed_by) WHERE appointed_by IS NOT NULL;

CREATE INDEX loan_responsibility_loan ON loan_responsibility (loan_id, id);

CREATE UNIQUE INDEX loan_term_request_alive ON loan_term_request (loan_id) WHERE state IN ('asked', 'approved');

CREATE INDEX loan_term_request_household ON loan_term_request (party_id);

CREATE INDEX loan_unit ON loan (unit_id, id);

CREATE INDEX measure_item_plan ON measure_item (plan_id);

CREATE INDEX measure_step_item ON measure_step (item_id, id);

CREATE INDEX month_end_loan ON month_end (loan_id) WHERE loan_id IS NOT NULL;

CREATE INDEX notice_item_loan ON notice_item (loan_id);

CREATE INDEX notice_legacy ON notice (legacy_no);

CREATE INDEX notice_open ON notice (noticed_on) WHERE outcome = 'open';

CREATE INDEX notice_party ON notice (party_id);

CREATE UNIQUE INDEX order_agreement_open ON order_agreement (party_id) WHERE ended_on IS NULL AND taken_back = 0;

CREATE INDEX order_agreement_party ON order_agreement (party_id);

CREATE UNIQUE INDEX party_id_no ON party (id_no) WHERE id_no IS NOT NULL;

CREATE INDEX party_name_unit ON party (name, unit_id) WHERE id_no IS NULL;

CREATE INDEX password_used_user ON password_used (user_id, id);

CREATE INDEX pre_suit_request_household ON pre_suit_request (party_id);

CREATE INDEX receipt_loan ON receipt (loan_id, received_on);

CREATE INDEX recovery_contract_entry_of ON recovery_contract_entry (contract_id, id);

CREATE INDEX recovery_contract_loan_loan ON recovery_contract_loan (loan_id);

CREATE UNIQUE INDEX repayment_agreement_alive ON repayment_agreement (party_id) WHERE state IN ('asked', 'approved', 'in-force');

CREATE INDEX repayment_agreement_household ON repayment_agreement (party_id);

CREATE INDEX repayment_agreement_loan_loan ON repayment_agreement_loan (loan_id);

CREATE INDEX repayment_paper_household ON repayment_paper (party_id);

CREATE INDEX repayment_paper_term ON repayment_paper (term_request_id) WHERE term_request_id IS NOT NULL;

CREATE INDEX repayment_signatory_loan ON repayment_signatory (loan_id) WHERE signed_on IS NOT NULL;

CREATE INDEX reward_line_receipt ON reward_line (receipt_key);

CREATE UNIQUE INDEX reward_sheet_open ON reward_sheet ((1)) WHERE state IN ('draft', 'submitted');

CREATE UNIQUE INDEX rule_version_draft ON rule_version (rule_id) WHERE state = 'draft';

CREATE INDEX scan_document ON scan (document_id);

CREATE INDEX scan_notice ON scan (legacy_notice_id) WHERE legacy_notice_id IS NOT NULL;

CREATE INDEX scan_waiting ON scan (id) WHERE status = 'waiting';

CREATE INDEX signature_correction_document ON signature_correction (document_id);

CREATE INDEX target_assignment_target ON target_assignment (target_id, id);

CREATE INDEX target_loan_loan ON target_loan (loan_id);

CREATE UNIQUE INDEX target_open ON target (party_id) WHERE closed_on IS NULL;

CREATE INDEX target_step_target ON target_step (target_id, id);

CREATE INDEX tender_bid_package ON tender_bid (package_id, id);

CREATE INDEX tender_deposit_use_of ON tender_deposit_use (tender_id, name, id);

CREATE TABLE acceleration (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  clause TEXT NOT NULL,
  breach TEXT NOT NULL,
  owed INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'approved', 'refused')),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE app_user (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  display TEXT NOT NULL,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  created_at TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE appraisal (
  collateral_id INTEGER NOT NULL REFERENCES collateral (id),
  seq INTEGER NOT NULL,
  valued_on TEXT,
  value INTEGER NOT NULL,
  PRIMARY KEY (collateral_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE approval_conflict (
  request_id INTEGER NOT NULL REFERENCES approval_request (id),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  reason TEXT NOT NULL,
  recorded_by INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  PRIMARY KEY (request_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE approval_decision (
  id INTEGER PRIMARY KEY,
  request_id INTEGER NOT NULL REFERENCES approval_request (id),
  at_level INTEGER NOT NULL,
  level TEXT,
  outcome TEXT NOT NULL CHECK (outcome IN ('consent', 'return', 'reject', 'withdraw', 'void')),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  for_user_id INTEGER REFERENCES app_user (id),
  opinion TEXT NOT NULL,
  digest TEXT NOT NULL,
  tally TEXT CHECK (json_valid(tally)),
  at TEXT NOT NULL,
  entry INTEGER
) STRICT;

CREATE TABLE approval_delegation (
  id INTEGER PRIMARY KEY,
  from_user_id INTEGER NOT NULL REFERENCES app_user (id),
  to_user_id INTEGER NOT NULL REFERENCES app_user (id),
  level TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL CHECK (last_day >= first_day),
  basis TEXT NOT NULL,
  created_at TEXT NOT NULL,
  in_force INTEGER NOT NULL DEFAULT 0 CHECK (in_force IN (0, 1)),
  ended_at TEXT,
  CHECK (from_user_id <> to_user_id)
) STRICT;

CREATE TABLE approval_preparer (
  request_id INTEGER NOT NULL REFERENCES approval_request (id),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  act TEXT NOT NULL,
  PRIMARY KEY (request_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE approval_request (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  title TEXT NOT NULL,
  party_id INTEGER REFERENCES party (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  document_id INTEGER REFERENCES document (id),
  content TEXT NOT NULL CHECK (json_valid(content)),
  digest TEXT NOT NULL,
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  amount INTEGER,
  loss_amount INTEGER,
  loss_ppm INTEGER,
  path TEXT NOT NULL CHECK (json_valid(path)),
  trace TEXT NOT NULL CHECK (json_valid(trace)),
  as_of TEXT NOT NULL,
  submitted_by INTEGER NOT NULL REFERENCES app_user (id),
  submitted_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('submitted', 'approved', 'returned', 'rejected', 'withdrawn', 'void')),
  at_level INTEGER NOT NULL,
  waiting_for TEXT,
  deadline TEXT,
  deadline_trace TEXT CHECK (json_valid(deadline_trace)),
  ended_at TEXT,
  rev INTEGER NOT NULL DEFAULT 1,
  CHECK ((state = 'submitted') = (waiting_for IS NOT NULL))
) STRICT;

CREATE TABLE approval_vote (
  request_id INTEGER NOT NULL REFERENCES approval_request (id),
  at_level INTEGER NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  vote TEXT NOT NULL CHECK (vote IN ('consent', 'refuse', 'abstain')),
  opinion TEXT NOT NULL,
  digest TEXT NOT NULL,
  at TEXT NOT NULL,
  entry INTEGER NOT NULL,
  PRIMARY KEY (request_id, at_level, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE attachment (
  sha256 TEXT NOT NULL PRIMARY KEY,
  media_type TEXT NOT NULL,
  byte_length INTEGER NOT NULL,
  stored_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE attendance (
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  day TEXT NOT NULL,
  mark TEXT NOT NULL CHECK (mark IN ('present', 'absent', 'badge')),
  keeper_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  PRIMARY KEY (user_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_entry (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  user_id INTEGER,
  user_name TEXT NOT NULL,
  roles TEXT NOT NULL,
  workstation TEXT NOT NULL,
  action TEXT NOT NULL,
  object_kind TEXT NOT NULL,
  object_id TEXT NOT NULL,
  household_id INTEGER,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  request_id TEXT,
  before_digest TEXT,
  after_digest TEXT,
  epoch INTEGER NOT NULL REFERENCES key_epoch (epoch),
  previous_mac BLOB NOT NULL CHECK (length(previous_mac) = 32),
  mac BLOB NOT NULL CHECK (length(mac) = 32)
) STRICT;

CREATE TABLE case_act (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES court_case (id),
  kind TEXT NOT NULL,
  done_on TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  document_id INTEGER REFERENCES document (id),
  note TEXT,
  accepted TEXT CHECK (json_valid(accepted)),
  reverses TEXT,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  CHECK ((kind = 'taken-back') = (reverses IS NOT NULL))
) STRICT;

CREATE TABLE case_act_file (
  act_id INTEGER NOT NULL REFERENCES case_act (id),
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES attachment (sha256),
  PRIMARY KEY (act_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_breach_note (
  case_id INTEGER NOT NULL REFERENCES court_case (id),
  breach TEXT NOT NULL,
  reason TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  PRIMARY KEY (case_id, breach)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_claim (
  case_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('security', 'guarantee', 'costs', 'other')),
  amount INTEGER CHECK (amount >= 0),
  collateral_id INTEGER REFERENCES collateral (id),
  party_seq INTEGER,
  text TEXT NOT NULL,
  PRIMARY KEY (case_id, version, seq),
  FOREIGN KEY (case_id, version) REFERENCES case_version (case_id, version),
  CHECK ((kind = 'security') = (collateral_id IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE case_counsel (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES court_case (id),
  counsel_id INTEGER NOT NULL REFERENCES counsel (id),
  mode TEXT NOT NULL CHECK (mode IN ('ordinary', 'risk')),
  contract_id INTEGER REFERENCES recovery_contract (id),
  permit_no TEXT,
  day TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  ended_on TEXT,
  ended_reason TEXT,
  CHECK ((mode = 'risk') = (contract_id IS NOT NULL)),
  CHECK ((ended_on IS NULL) = (ended_reason IS NULL))
) STRICT;

CREATE TABLE case_evidence (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES court_case (id),
  kind TEXT NOT NULL CHECK (kind IN ('receipt', 'contract', 'guarantee', 'other')),
  name TEXT NOT NULL,
  source TEXT NOT NULL,
  is_original INTEGER NOT NULL CHECK (is_original IN (0, 1)),
  pages INTEGER NOT NULL CHECK (pages > 0),
  proves TEXT NOT NULL,
  sha256 TEXT REFERENCES attachment (sha256),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  withdrawn_at TEXT,
  withdrawn_by INTEGER REFERENCES app_user (id),
  withdrawn_reason TEXT
) STRICT;

CREATE TABLE case_fee (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES court_case (id),
  kind TEXT NOT NULL,
  move TEXT NOT NULL CHECK (move IN ('paid', 'advanced', 'recovered', 'refunded')),
  amount INTEGER NOT NULL CHECK ((amount > 0) = (reverses IS NULL)),
  day TEXT NOT NULL,
  voucher_no TEXT NOT NULL,
  payee TEXT NOT NULL,
  tariff INTEGER,
  trace TEXT NOT NULL CHECK (json_valid(trace)),
  reason TEXT,
  act TEXT,
  reverses INTEGER UNIQUE REFERENCES case_fee (id),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE case_loan (
  case_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  principal INTEGER NOT NULL CHECK (principal >= 0),
  interest INTEGER NOT NULL CHECK (interest >= 0),
  PRIMARY KEY (case_id, version, seq),
  FOREIGN KEY (case_id, version) REFERENCES case_version (case_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_party (
  case_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('defendant', 'third-party', 'plaintiff')),
  capacity TEXT NOT NULL CHECK (capacity IN ('borrower', 'guarantor', 'owner', 'other')),
  party_id INTEGER REFERENCES party (id),
  name TEXT NOT NULL,
  PRIMARY KEY (case_id, version, seq),
  FOREIGN KEY (case_id, version) REFERENCES case_version (case_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_permit (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES court_case (id),
  kind TEXT NOT NULL CHECK (kind IN ('release', 'settlement', 'in-kind')),
  terms TEXT NOT NULL CHECK (json_valid(terms)),
  reason TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked', 'approved', 'refused')),
  filing_no TEXT,
  filed_on TEXT,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE case_person (
  case_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('responsible', 'handler', 'agent')),
  user_id INTEGER REFERENCES app_user (id),
  name TEXT NOT NULL,
  reason TEXT,
  PRIMARY KEY (case_id, version, seq),
  FOREIGN KEY (case_id, version) REFERENCES case_version (case_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_postponement (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES court_case (id),
  deadline TEXT NOT NULL,
  until_day TEXT NOT NULL,
  reason TEXT NOT NULL,
  day TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE case_receipt (
  case_id INTEGER NOT NULL REFERENCES court_case (id),
  act TEXT NOT NULL,
  payment_id INTEGER NOT NULL REFERENCES payment (id),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  PRIMARY KEY (payment_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_record (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL UNIQUE REFERENCES court_case (id),
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  cause TEXT NOT NULL,
  principal INTEGER NOT NULL,
  interest INTEGER NOT NULL,
  consent_no TEXT,
  consent_on TEXT,
  filing_no TEXT,
  filing_on TEXT,
  court TEXT,
  case_no TEXT,
  accepted_on TEXT,
  preservation TEXT,
  hearing_on TEXT,
  judgment_no TEXT,
  judged_on TEXT,
  effective_on TEXT,
  enforcement_applied_on TEXT,
  enforcement_no TEXT,
  recovered INTEGER,
  stage TEXT,
  responsible TEXT,
  handler TEXT,
  remark TEXT,
  batch_id INTEGER REFERENCES import_batch (id),
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE case_record_party (
  record_id INTEGER NOT NULL REFERENCES case_record (id),
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (record_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_review (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES court_case (id),
  day TEXT NOT NULL,
  overdue TEXT NOT NULL CHECK (json_valid(overdue)),
  cause TEXT,
  solution TEXT,
  finding TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL, difficulty TEXT, solution_due TEXT,
  CHECK ((cause IS NULL) = (solution IS NULL))
) STRICT;

CREATE TABLE case_version (
  case_id INTEGER NOT NULL REFERENCES court_case (id),
  version INTEGER NOT NULL,
  title TEXT NOT NULL,
  cause TEXT NOT NULL,
  court TEXT,
  court_level TEXT NOT NULL CHECK (court_level IN ('basic', 'intermediate', 'high')),
  remark TEXT,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  PRIMARY KEY (case_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE collateral (
  id INTEGER PRIMARY KEY,
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  item_no TEXT NOT NULL,
  security TEXT,
  kind TEXT NOT NULL,
  location TEXT,
  quantity TEXT,
  owner_name TEXT,
  owner_id_no TEXT,
  certificate_no TEXT,
  registered_on TEXT,
  registration_expiry TEXT,
  sufficient TEXT,
  validity TEXT,
  batch_id INTEGER,
  rev INTEGER NOT NULL DEFAULT 1,
  UNIQUE (loan_id, item_no)
) STRICT;

CREATE TABLE conduct_step (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  act TEXT NOT NULL,
  basis TEXT NOT NULL,
  purpose TEXT NOT NULL,
  channel TEXT NOT NULL,
  content TEXT NOT NULL,
  checks TEXT NOT NULL CHECK (json_valid(checks)),
  planned_on TEXT NOT NULL,
  finding TEXT NOT NULL CHECK (json_valid(finding)),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  done_on TEXT,
  result TEXT,
  done_by INTEGER REFERENCES app_user (id),
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  kind TEXT NOT NULL CHECK (kind IN ('visit', 'call', 'letter', 'meeting', 'message')),
  initiative TEXT NOT NULL CHECK (initiative IN ('bank', 'debtor')),
  counterpart TEXT NOT NULL CHECK (counterpart IN ('borrower', 'guarantor', 'owner', 'heir', 'third-person')),
  with_party_id INTEGER REFERENCES party (id),
  other_person TEXT,
  relation TEXT,
  held_at TEXT NOT NULL,
  place TEXT,
  staff TEXT NOT NULL CHECK (json_valid(staff)),
  purpose TEXT NOT NULL,
  basis TEXT NOT NULL,
  reached INTEGER NOT NULL CHECK (reached IN (0, 1)),
  said TEXT NOT NULL,
  result TEXT NOT NULL,
  consent TEXT NOT NULL,
  attitude TEXT,
  ability TEXT,
  observed TEXT NOT NULL CHECK (json_valid(observed)),
  promise_amount INTEGER CHECK (promise_amount > 0),
  promise_on TEXT,
  next_on TEXT,
  next_what TEXT,
  conduct TEXT NOT NULL CHECK (json_valid(conduct)),
  corrects INTEGER UNIQUE REFERENCES contact (id),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  recorded_at TEXT NOT NULL,
  CHECK ((promise_amount IS NULL) = (promise_on IS NULL)),
  CHECK ((counterpart IN ('heir', 'third-person')) = (with_party_id IS NULL)),
  CHECK (with_party_id IS NOT NULL OR other_person IS NOT NULL)
) STRICT;

CREATE TABLE contact_act (
  contact_id INTEGER NOT NULL REFERENCES contact (id),
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  guarantee_id INTEGER REFERENCES guarantee (id),
  kind TEXT NOT NULL,
  on_date TEXT NOT NULL,
  grade TEXT NOT NULL CHECK (grade IN ('strong', 'medium', 'weak', 'none')),
  evidence TEXT NOT NULL
) STRICT;

CREATE TABLE contact_file (
  contact_id INTEGER NOT NULL REFERENCES contact (id),
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES attachment (sha256),
  PRIMARY KEY (contact_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_withdrawal (
  contact_id INTEGER PRIMARY KEY REFERENCES contact (id),
  reason TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE counsel (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('counsel', 'agent')),
  firm TEXT NOT NULL,
  licence_no TEXT NOT NULL UNIQUE,
  licensed_on TEXT NOT NULL,
  experience TEXT NOT NULL,
  character TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE counsel_entry (
  id INTEGER PRIMARY KEY,
  counsel_id INTEGER NOT NULL REFERENCES counsel (id),
  kind TEXT NOT NULL CHECK (kind IN ('filed', 'penalty', 'dismissed')),
  day TEXT NOT NULL,
  number TEXT,
  cause TEXT,
  text TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  CHECK ((kind = 'filed') = (number IS NOT NULL)),
  CHECK ((kind = 'dismissed') = (cause IS NOT NULL))
) STRICT;

CREATE TABLE court_case (
  id INTEGER PRIMARY KEY,
  legacy_key TEXT UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  party_id INTEGER NOT NULL REFERENCES party (id),
  route TEXT NOT NULL CHECK (route IN ('suit', 'payment-order', 'realisation', 'arbitration', 'notarised', 'bankruptcy')),
  standing TEXT NOT NULL CHECK (standing IN ('plaintiff', 'defendant')),
  opened_on TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 0,
  batch_id INTEGER REFERENCES import_batch (id),
  rev INTEGER NOT NULL DEFAULT 1,
  CHECK (version > 0 OR legacy_key IS NOT NULL)
) STRICT;

CREATE TABLE delivery_correction (
  id INTEGER PRIMARY KEY,
  notice_id INTEGER NOT NULL REFERENCES notice (id),
  delivery TEXT NOT NULL CHECK (json_valid(delivery)),
  reason TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE "document" (
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

CREATE TABLE "document_draft" (
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

CREATE TABLE "document_print" (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES "document" (id),
  kind TEXT NOT NULL CHECK (kind IN ('print', 'copy')),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE document_void (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id),
  reason TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked', 'voided', 'refused')),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE guarantee (
  id INTEGER PRIMARY KEY,
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  party_id INTEGER NOT NULL REFERENCES party (id),
  guarantee_contract_no TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('general', 'joint', 'unstated')),
  amount INTEGER,
  period_start TEXT,
  period_end TEXT,
  period_wording TEXT,
  relation TEXT,
  remark TEXT,
  batch_id INTEGER,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE heir (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  replaces INTEGER UNIQUE REFERENCES heir (id),
  name TEXT NOT NULL,
  id_no TEXT NOT NULL,
  address TEXT NOT NULL,
  phone TEXT,
  capacity TEXT NOT NULL CHECK (capacity IN ('heir', 'administrator')),
  estate INTEGER NOT NULL CHECK (estate >= 0),
  renounced_on TEXT,
  evidence TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;

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

CREATE TABLE interest_measure (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  measure TEXT NOT NULL CHECK (measure IN ('partial-suspension', 'full-suspension', 'relief')),
  amount INTEGER NOT NULL CHECK (amount > 0),
  hardship TEXT NOT NULL,
  facts TEXT NOT NULL,
  evidence TEXT NOT NULL,
  investigators TEXT NOT NULL CHECK (json_valid(investigators)),
  principles TEXT NOT NULL CHECK (json_valid(principles)),
  conditions TEXT,
  until TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'approved', 'returned', 'rejected', 'withdrawn', 'void')),
  decided_on TEXT,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE interest_terms (
  id INTEGER PRIMARY KEY,
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  from_day TEXT NOT NULL,
  open_contract INTEGER NOT NULL CHECK (open_contract >= 0),
  open_penalty INTEGER NOT NULL CHECK (open_penalty >= 0),
  open_compound INTEGER NOT NULL CHECK (open_compound >= 0),
  rates TEXT NOT NULL CHECK (json_valid(rates)),
  uplift_percent TEXT,
  compound INTEGER NOT NULL CHECK (compound IN (0, 1)),
  basis INTEGER NOT NULL CHECK (basis IN (360, 365)),
  source TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
, call_penalty INTEGER CHECK (call_penalty IN (0, 1))) STRICT;

CREATE TABLE key_epoch (
  epoch INTEGER PRIMARY KEY CHECK (epoch >= 1),
  root BLOB NOT NULL CHECK (length(root) = 32),
  at TEXT NOT NULL,
  since INTEGER NOT NULL
) STRICT;

CREATE TABLE leave (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  kind TEXT NOT NULL CHECK (kind IN ('rest', 'personal', 'sick', 'other')),
  reason TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL CHECK (last_day >= first_day),
  substitute_id INTEGER REFERENCES app_user (id),
  state TEXT NOT NULL CHECK (state IN ('asked', 'approved', 'refused')),
  reported_on TEXT,
  reported_to INTEGER REFERENCES app_user (id),
  at TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1,
  CHECK ((reported_on IS NULL) = (reported_to IS NULL)),
  CHECK (reported_on IS NULL OR state = 'approved')
) STRICT;

CREATE TABLE liability (
  id INTEGER PRIMARY KEY,
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  person TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('irregular-lending', 'new-npl', 'file-missing', 'limitation-lost', 'reviewed')),
  amount INTEGER NOT NULL CHECK (amount > 0),
  decision TEXT NOT NULL,
  decided_on TEXT NOT NULL,
  deadline TEXT NOT NULL CHECK (deadline >= decided_on),
  withdrawn_on TEXT,
  withdrawn_why TEXT,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1, irregular_kind TEXT, post TEXT,
  CHECK ((withdrawn_on IS NULL) = (withdrawn_why IS NULL))
) STRICT;

CREATE TABLE liability_handling (
  id INTEGER PRIMARY KEY,
  liability_id INTEGER NOT NULL REFERENCES liability (id),
  on_date TEXT NOT NULL,
  decision TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE liability_performance (
  id INTEGER PRIMARY KEY,
  liability_id INTEGER NOT NULL REFERENCES liability (id),
  on_date TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount > 0),
  evidence TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE loan (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  contract_no TEXT NOT NULL,
  contract_key TEXT NOT NULL,
  loan_key TEXT NOT NULL,
  receipt_no TEXT,
  issue_date TEXT,
  due_date TEXT,
  extended_due_date TEXT,
  principal INTEGER NOT NULL,
  balance INTEGER NOT NULL,
  interest_on INTEGER NOT NULL,
  interest_off INTEGER NOT NULL,
  annual_rate TEXT,
  guarantee_mode TEXT,
  purpose TEXT,
  subject TEXT,
  sheet TEXT NOT NULL CHECK (sheet IN ('on', 'off')),
  sheet_status TEXT,
  off_balance_date TEXT,
  four_level TEXT,
  five_level TEXT,
  fine_level TEXT,
  npl_date TEXT,
  officer TEXT,
  approver TEXT,
  occupancy TEXT,
  actual_user TEXT,
  flags TEXT,
  status TEXT,
  guarantor_names TEXT,
  remark TEXT,
  as_of TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  search_text TEXT NOT NULL,
  batch_id INTEGER,
  rev INTEGER NOT NULL DEFAULT 1
, agreed_due_date TEXT, extended_to TEXT
  GENERATED ALWAYS AS (nullif(max(coalesce(extended_due_date, ''), coalesce(agreed_due_date, '')), '')) VIRTUAL) STRICT;

CREATE TABLE loan_extension (
  id INTEGER PRIMARY KEY,
  request_id INTEGER NOT NULL REFERENCES loan_term_request (id),
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  from_due TEXT NOT NULL,
  to_due TEXT NOT NULL CHECK (to_due > from_due),
  agreed_on TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE loan_extension_reversal (
  extension_id INTEGER PRIMARY KEY REFERENCES loan_extension (id),
  reason TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE loan_gram USING fts5 (grams, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');

CREATE TABLE loan_responsibility (
  id INTEGER PRIMARY KEY,
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  mode TEXT NOT NULL CHECK (mode IN ('post-based', 'liability-based')),
  person TEXT NOT NULL,
  deadline TEXT NOT NULL,
  consequence TEXT NOT NULL CHECK (consequence IN ('none', 'discipline')),
  irregularity TEXT,
  reason TEXT NOT NULL,
  trace TEXT NOT NULL CHECK (json_valid(trace)),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
, appointed_by INTEGER REFERENCES liability (id)) STRICT;

CREATE TABLE loan_term_file (
  request_id INTEGER NOT NULL REFERENCES loan_term_request (id),
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES attachment (sha256),
  PRIMARY KEY (request_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE loan_term_instalment (
  request_id INTEGER NOT NULL REFERENCES loan_term_request (id),
  seq INTEGER NOT NULL,
  due_on TEXT NOT NULL,
  principal INTEGER NOT NULL CHECK (principal >= 0),
  interest INTEGER NOT NULL CHECK (interest >= 0),
  PRIMARY KEY (request_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE loan_term_request (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  kind TEXT NOT NULL CHECK (kind IN ('extension', 'relending')),
  condition TEXT NOT NULL,
  condition_text TEXT NOT NULL,
  article TEXT NOT NULL,
  reason TEXT NOT NULL,
  facts TEXT,
  security TEXT,
  due_on TEXT NOT NULL,
  new_due_on TEXT NOT NULL CHECK (new_due_on > due_on),
  as_of TEXT NOT NULL,
  principal INTEGER NOT NULL,
  interest INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked', 'approved', 'refused', 'in-force')),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE measure_item (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES measure_plan (id),
  measure TEXT NOT NULL,
  what TEXT NOT NULL,
  responsible_id INTEGER NOT NULL REFERENCES app_user (id),
  due_on TEXT NOT NULL,
  basis TEXT,
  verdict TEXT NOT NULL CHECK (json_valid(verdict))
) STRICT;

CREATE TABLE measure_plan (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  version INTEGER NOT NULL,
  reason TEXT NOT NULL,
  risk TEXT NOT NULL,
  loss TEXT NOT NULL,
  recovery TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  UNIQUE (party_id, version)
) STRICT;

CREATE TABLE measure_reopening (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  cause TEXT NOT NULL CHECK (cause IN ('instalment-missed')),
  reference TEXT NOT NULL,
  missed_on TEXT NOT NULL,
  at TEXT NOT NULL,
  UNIQUE (party_id, cause, reference)
) STRICT;

CREATE TABLE measure_step (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES measure_item (id),
  state TEXT NOT NULL CHECK (state IN ('planned', 'started', 'done', 'failed', 'dropped')),
  result TEXT NOT NULL,
  plan_id INTEGER REFERENCES measure_plan (id),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE month_end (
  id INTEGER PRIMARY KEY,
  month TEXT NOT NULL,
  contract_key TEXT NOT NULL,
  contract_no TEXT NOT NULL,
  loan_id INTEGER REFERENCES loan (id),
  balance INTEGER NOT NULL,
  five_level TEXT NOT NULL,
  batch_id INTEGER,
  rev INTEGER NOT NULL DEFAULT 1,
  UNIQUE (contract_key, month)
) STRICT;

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
  rev INTEGER NOT NULL DEFAULT 1, chased_on TEXT,
  CHECK ((document_id IS NULL) <> (legacy_no IS NULL))
) STRICT;

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

CREATE TABLE number_series (
  id INTEGER PRIMARY KEY,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  word TEXT NOT NULL,
  year INTEGER NOT NULL,
  next INTEGER NOT NULL CHECK (next >= 1),
  last_issued_on TEXT,
  UNIQUE (unit_id, word, year)
) STRICT;

CREATE TABLE order_agreement (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  agreed_on TEXT NOT NULL,
  evidence TEXT NOT NULL,
  ended_on TEXT CHECK (ended_on > agreed_on),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1
, taken_back INTEGER NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1))) STRICT;

CREATE TABLE party (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation')),
  name TEXT NOT NULL,
  id_kind TEXT,
  id_no TEXT,
  unit_id INTEGER REFERENCES unit (id),
  address TEXT,
  phone TEXT,
  spouse TEXT,
  employer TEXT,
  legal_representative TEXT,
  flags TEXT,
  status TEXT,
  remark TEXT,
  sort_name TEXT NOT NULL,
  search_text TEXT NOT NULL,
  batch_id INTEGER,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE VIRTUAL TABLE party_gram USING fts5 (grams, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');

CREATE TABLE password_used (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  salt TEXT NOT NULL,
  memory INTEGER NOT NULL,
  passes INTEGER NOT NULL,
  verifier TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE payment (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  received_on TEXT NOT NULL,
  booked_on TEXT NOT NULL CHECK (booked_on >= received_on),
  amount INTEGER NOT NULL CHECK (amount > 0),
  costs_owed INTEGER NOT NULL CHECK (costs_owed >= 0),
  voucher_no TEXT NOT NULL,
  payer TEXT NOT NULL,
  channel TEXT NOT NULL,
  form TEXT NOT NULL,
  designation TEXT CHECK (json_valid(designation)),
  accrued TEXT NOT NULL CHECK (json_valid(accrued)),
  double_reason TEXT,
  remark TEXT,
  trace TEXT NOT NULL CHECK (json_valid(trace)),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE payment_line (
  payment_id INTEGER NOT NULL REFERENCES payment (id),
  seq INTEGER NOT NULL,
  loan_id INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('allocation', 'adjustment', 'reversal')),
  cause TEXT NOT NULL CHECK (cause IN ('payment', 'reversal', 'agreement', 'relief')),
  cause_id INTEGER NOT NULL,
  posted_on TEXT NOT NULL,
  costs INTEGER NOT NULL,
  principal INTEGER NOT NULL,
  interest INTEGER NOT NULL,
  owed_principal INTEGER NOT NULL,
  owed_interest INTEGER NOT NULL,
  PRIMARY KEY (payment_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE payment_reversal (
  payment_id INTEGER PRIMARY KEY REFERENCES payment (id),
  reversed_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE portfolio_cell (
  run_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  section TEXT NOT NULL CHECK (section IN ('limitation', 'enforcement', 'notices', 'classes', 'provisions')),
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

CREATE TABLE portfolio_guarantee (
  run_id INTEGER NOT NULL,
  guarantee_id INTEGER NOT NULL,
  loan_id INTEGER NOT NULL,
  outcome INTEGER NOT NULL,
  day TEXT,
  arguable TEXT,
  PRIMARY KEY (run_id, guarantee_id)
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

CREATE TABLE portfolio_outcome (
  run_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('five-level', 'four-level', 'action', 'guarantee', 'enforcement', 'provision', 'notice')),
  word TEXT,
  refusal TEXT,
  provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
  trace_id INTEGER NOT NULL,
  PRIMARY KEY (run_id, id)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE pre_suit_request (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  negotiations INTEGER NOT NULL,
  owed INTEGER NOT NULL,
  reason TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'approved', 'refused')),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;

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

CREATE TABLE receipt (
  id INTEGER PRIMARY KEY,
  receipt_no TEXT NOT NULL UNIQUE,
  received_on TEXT NOT NULL,
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  principal INTEGER NOT NULL,
  interest INTEGER NOT NULL,
  method TEXT,
  payer TEXT,
  voucher_no TEXT,
  reverses_no TEXT,
  remark TEXT,
  batch_id INTEGER,
  rev INTEGER NOT NULL DEFAULT 1
, costs INTEGER NOT NULL DEFAULT 0, payment_id INTEGER REFERENCES payment (id), hand_no TEXT) STRICT;

CREATE TABLE "receipt_share" (
  receipt_id INTEGER NOT NULL REFERENCES receipt (id),
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  ppm INTEGER NOT NULL CHECK (ppm BETWEEN 1 AND 1000000),
  PRIMARY KEY (receipt_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE recovery_contract (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('tender', 'trusteeship', 'risk-agency')),
  party TEXT NOT NULL,
  basis TEXT NOT NULL,
  package_id INTEGER UNIQUE REFERENCES tender_package (id),
  amount INTEGER NOT NULL CHECK (amount > 0),
  bond INTEGER NOT NULL CHECK (bond >= 0),
  fee_rate TEXT,
  late_rate TEXT,
  term_years INTEGER NOT NULL CHECK (term_years > 0),
  trace TEXT NOT NULL CHECK (json_valid(trace)),
  state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'signed', 'given-up')),
  signed_on TEXT,
  until TEXT,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1,
  CHECK ((kind = 'tender') = (package_id IS NOT NULL)),
  CHECK ((kind = 'tender') = (fee_rate IS NULL)),
  CHECK ((kind = 'trusteeship') = (late_rate IS NOT NULL)),
  CHECK ((state = 'signed') = (signed_on IS NOT NULL)),
  CHECK ((signed_on IS NULL) = (until IS NULL))
) STRICT;

CREATE TABLE recovery_contract_entry (
  id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES recovery_contract (id),
  kind TEXT NOT NULL CHECK (kind IN ('turnover', 'preserved', 'lost', 'advance', 'payout')),
  loan_id INTEGER REFERENCES loan (id),
  collected_on TEXT,
  on_date TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount > 0),
  interest INTEGER NOT NULL DEFAULT 0,
  deducted INTEGER NOT NULL DEFAULT 0,
  evidence TEXT NOT NULL,
  trace TEXT NOT NULL CHECK (json_valid(trace)),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
, advance TEXT) STRICT;

CREATE TABLE recovery_contract_loan (
  contract_id INTEGER NOT NULL REFERENCES recovery_contract (id),
  loan_id INTEGER NOT NULL REFERENCES loan (id), owed_then INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (contract_id, loan_id)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE repayment_agreement (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  as_of TEXT NOT NULL,
  payment_order TEXT NOT NULL CHECK (payment_order IN ('statutory', 'principal-first')),
  follower_id INTEGER NOT NULL REFERENCES app_user (id),
  grace_days INTEGER NOT NULL CHECK (grace_days >= 0),
  state TEXT NOT NULL CHECK (state IN ('asked', 'approved', 'refused', 'in-force', 'ended')),
  signed_on TEXT,
  ended_on TEXT,
  end_reason TEXT,
  order_agreement_id INTEGER REFERENCES order_agreement (id),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1,
  CHECK (state NOT IN ('in-force', 'ended') OR signed_on IS NOT NULL)
) STRICT;

CREATE TABLE repayment_agreement_loan (
  agreement_id INTEGER NOT NULL REFERENCES repayment_agreement (id),
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  principal INTEGER NOT NULL,
  interest INTEGER NOT NULL,
  PRIMARY KEY (agreement_id, loan_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE repayment_instalment (
  agreement_id INTEGER NOT NULL REFERENCES repayment_agreement (id),
  seq INTEGER NOT NULL,
  due_on TEXT NOT NULL,
  pay_by TEXT NOT NULL CHECK (pay_by >= due_on),
  principal INTEGER NOT NULL CHECK (principal >= 0),
  interest INTEGER NOT NULL CHECK (interest >= 0),
  missed_noted_at TEXT,
  PRIMARY KEY (agreement_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE repayment_paper (
  document_id INTEGER PRIMARY KEY REFERENCES document (id),
  party_id INTEGER NOT NULL REFERENCES party (id),
  agreement_id INTEGER REFERENCES repayment_agreement (id),
  form TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  reply TEXT CHECK (reply IN ('agrees', 'differs')),
  difference TEXT,
  rev INTEGER NOT NULL DEFAULT 1
, term_request_id INTEGER REFERENCES loan_term_request (id)) STRICT;

CREATE TABLE repayment_signatory (
  document_id INTEGER NOT NULL REFERENCES repayment_paper (document_id),
  seq INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('borrower', 'guarantor', 'actual-user')),
  party_id INTEGER REFERENCES party (id),
  name TEXT NOT NULL,
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  guarantee_id INTEGER REFERENCES guarantee (id),
  signed_on TEXT,
  recorded_by INTEGER REFERENCES app_user (id),
  recorded_at TEXT,
  PRIMARY KEY (document_id, seq),
  CHECK ((role = 'guarantor') = (guarantee_id IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE request (
  id TEXT NOT NULL PRIMARY KEY,
  procedure TEXT NOT NULL,
  input_digest TEXT NOT NULL,
  result TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reward_costs (
  receipt_key TEXT NOT NULL,
  name TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount >= 0),
  basis TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  PRIMARY KEY (receipt_key, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE reward_line (
  sheet_id INTEGER NOT NULL REFERENCES reward_sheet (id),
  run INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  receipt_key TEXT NOT NULL,
  party_id INTEGER NOT NULL,
  borrower TEXT NOT NULL,
  contract TEXT NOT NULL,
  received_on TEXT NOT NULL,
  recovered INTEGER NOT NULL,
  realised INTEGER NOT NULL CHECK (realised IN (0, 1)),
  formed_on TEXT,
  form TEXT,
  status TEXT CHECK (status IN ('ordinary', 'bill-swapped', 'written-off')),
  kind TEXT NOT NULL CHECK (kind IN ('reward', 'adjustment')),
  name TEXT NOT NULL,
  ppm INTEGER NOT NULL,
  costs INTEGER NOT NULL,
  rate TEXT NOT NULL,
  due INTEGER NOT NULL CHECK (due >= 0),
  before INTEGER NOT NULL,
  amount INTEGER NOT NULL CHECK (amount = due - before),
  excluded TEXT,
  article TEXT,
  trace TEXT NOT NULL CHECK (json_valid(trace)), planned INTEGER, done INTEGER,
  PRIMARY KEY (sheet_id, run, seq),
  UNIQUE (sheet_id, run, receipt_key, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE reward_outsider (
  name TEXT PRIMARY KEY,
  basis TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reward_sheet (
  id INTEGER PRIMARY KEY,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL CHECK (to_day >= from_day),
  state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'paid', 'discarded')),
  run INTEGER NOT NULL CHECK (run >= 1),
  computed_at TEXT NOT NULL,
  paid_on TEXT,
  voucher_no TEXT,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1,
  CHECK ((state = 'paid') = (paid_on IS NOT NULL)),
  CHECK ((paid_on IS NULL) = (voucher_no IS NULL))
) STRICT;

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
, returned TEXT CHECK (returned IS NULL OR json_valid(returned))) STRICT;

CREATE TABLE rule_version_preparer (
  version_id INTEGER NOT NULL REFERENCES rule_version (id),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  PRIMARY KEY (version_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  name TEXT NOT NULL,
  shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  UNIQUE (user_id, name)
) STRICT;

CREATE TABLE "scan" (
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

CREATE TABLE setting (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE signature_correction (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES repayment_paper (document_id),
  signatory TEXT NOT NULL,
  signed_on TEXT NOT NULL,
  corrected_to TEXT CHECK (corrected_to <> signed_on),
  reason TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE subject_balance (
  id INTEGER PRIMARY KEY,
  as_of TEXT NOT NULL,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  subject TEXT NOT NULL,
  subject_name TEXT,
  opening_debit INTEGER NOT NULL,
  opening_credit INTEGER NOT NULL,
  period_debit INTEGER NOT NULL,
  period_credit INTEGER NOT NULL,
  closing_debit INTEGER NOT NULL,
  closing_credit INTEGER NOT NULL,
  batch_id INTEGER,
  rev INTEGER NOT NULL DEFAULT 1,
  UNIQUE (as_of, unit_id, subject)
) STRICT;

CREATE TABLE target (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  source TEXT NOT NULL CHECK (source IN ('off-balance', 'on-balance', 'large', 'insider')),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  reason TEXT NOT NULL,
  proposed_on TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  closed_on TEXT,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE target_assignment (
  id INTEGER PRIMARY KEY,
  target_id INTEGER NOT NULL REFERENCES target (id),
  group_id INTEGER NOT NULL REFERENCES team_group (id),
  way TEXT NOT NULL CHECK (way IN ('area', 'ad-hoc', 'concentrated')),
  manager_id INTEGER NOT NULL REFERENCES app_user (id),
  principal INTEGER NOT NULL CHECK (principal >= 0),
  interest INTEGER NOT NULL CHECK (interest >= 0),
  due_on TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  CHECK (principal + interest > 0)
) STRICT;

CREATE TABLE target_loan (
  target_id INTEGER NOT NULL REFERENCES target (id),
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  balance INTEGER NOT NULL,
  PRIMARY KEY (target_id, loan_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE target_step (
  id INTEGER PRIMARY KEY,
  target_id INTEGER NOT NULL REFERENCES target (id),
  step TEXT NOT NULL,
  on_date TEXT NOT NULL,
  skipped INTEGER NOT NULL CHECK (skipped IN (0, 1)),
  reason TEXT NOT NULL,
  document_id INTEGER REFERENCES document (id),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE team_area (
  group_id INTEGER NOT NULL REFERENCES team_group (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  PRIMARY KEY (group_id, unit_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE team_group (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  leader_id INTEGER NOT NULL REFERENCES app_user (id),
  formed_on TEXT NOT NULL,
  ended_on TEXT,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE team_member (
  group_id INTEGER NOT NULL REFERENCES team_group (id),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  PRIMARY KEY (group_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE tender (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  opens_on TEXT NOT NULL,
  opened_at TEXT,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE tender_bid (
  id INTEGER PRIMARY KEY,
  package_id INTEGER NOT NULL REFERENCES tender_package (id),
  name TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount > 0),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE tender_bidder (
  tender_id INTEGER NOT NULL REFERENCES tender (id),
  name TEXT NOT NULL,
  person TEXT NOT NULL,
  deposit INTEGER NOT NULL CHECK (deposit > 0),
  voucher_no TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  PRIMARY KEY (tender_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE tender_deposit_use (
  id INTEGER PRIMARY KEY,
  tender_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('bond', 'forfeited', 'returned')),
  amount INTEGER NOT NULL CHECK (amount <> 0),
  on_date TEXT NOT NULL,
  payee TEXT,
  voucher_no TEXT,
  contract_id INTEGER REFERENCES recovery_contract (id),
  reverses INTEGER UNIQUE REFERENCES tender_deposit_use (id),
  reason TEXT,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  FOREIGN KEY (tender_id, name) REFERENCES tender_bidder (tender_id, name),
  CHECK ((kind = 'bond') = (contract_id IS NOT NULL)),
  CHECK ((kind = 'bond') = (voucher_no IS NULL)),
  CHECK ((kind = 'returned') = (payee IS NOT NULL)),
  CHECK ((reverses IS NULL) = (reason IS NULL)),
  CHECK ((reverses IS NULL) = (amount > 0))
) STRICT;

CREATE TABLE tender_package (
  id INTEGER PRIMARY KEY,
  tender_id INTEGER NOT NULL REFERENCES tender (id),
  name TEXT NOT NULL,
  UNIQUE (tender_id, name)
) STRICT;

CREATE TABLE tender_package_loan (
  package_id INTEGER NOT NULL REFERENCES tender_package (id),
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  hard TEXT,
  balance INTEGER NOT NULL,
  price INTEGER NOT NULL CHECK (price > 0),
  PRIMARY KEY (package_id, loan_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  mark TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('branch', 'sub-branch', 'department')),
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE user_access (
  user_id INTEGER PRIMARY KEY REFERENCES app_user (id),
  public_key TEXT NOT NULL,
  must_change TEXT NOT NULL CHECK (must_change IN ('no', 'window', 'always'))
) STRICT;

CREATE TABLE user_role (
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  role TEXT NOT NULL,
  PRIMARY KEY (user_id, role)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE work_plan (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('year', 'phase', 'special')),
  title TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL CHECK (last_day >= first_day),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE work_plan_line (
  plan_id INTEGER NOT NULL REFERENCES work_plan (id),
  seq INTEGER NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('branch', 'unit', 'group', 'person')),
  subject_id INTEGER,
  month TEXT,
  principal INTEGER NOT NULL CHECK (principal >= 0),
  interest INTEGER NOT NULL CHECK (interest >= 0),
  households INTEGER NOT NULL CHECK (households >= 0),
  PRIMARY KEY (plan_id, seq),
  CHECK ((scope = 'branch') = (subject_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER approval_conflict_no_delete BEFORE DELETE ON approval_conflict BEGIN SELECT RAISE(ABORT, 'decisions never go'); END;

CREATE TRIGGER approval_conflict_no_update BEFORE UPDATE ON approval_conflict BEGIN SELECT RAISE(ABORT, 'decisions never change'); END;

CREATE TRIGGER approval_decision_no_delete BEFORE DELETE ON approval_decision BEGIN SELECT RAISE(ABORT, 'decisions never go'); END;

CREATE TRIGGER approval_decision_no_update BEFORE UPDATE ON approval_decision BEGIN SELECT RAISE(ABORT, 'decisions never change'); END;

CREATE TRIGGER approval_preparer_no_delete BEFORE DELETE ON approval_preparer BEGIN SELECT RAISE(ABORT, 'decisions never go'); END;

CREATE TRIGGER approval_preparer_no_update BEFORE UPDATE ON approval_preparer BEGIN SELECT RAISE(ABORT, 'decisions never change'); END;

CREATE TRIGGER approval_request_ended BEFORE UPDATE ON approval_request
  WHEN OLD.state NOT IN ('submitted', 'approved') OR (OLD.state = 'approved' AND NEW.state <> 'void')
  BEGIN SELECT RAISE(ABORT, 'an ended request never changes'); END;

CREATE TRIGGER approval_request_frozen BEFORE UPDATE OF kind, subject, party_id, unit_id, document_id, content, digest, facts,
  amount, loss_amount, loss_ppm, path, trace, as_of, submitted_by, submitted_at ON approval_request
  BEGIN SELECT RAISE(ABORT, 'what was asked never changes'); END;

CREATE TRIGGER approval_request_no_delete BEFORE DELETE ON approval_request
  BEGIN SELECT RAISE(ABORT, 'requests never go'); END;

CREATE TRIGGER approval_vote_no_delete BEFORE DELETE ON approval_vote BEGIN SELECT RAISE(ABORT, 'decisions never go'); END;

CREATE TRIGGER approval_vote_no_update BEFORE UPDATE ON approval_vote BEGIN SELECT RAISE(ABORT, 'decisions never change'); END;

CREATE TRIGGER audit_entry_in_chain BEFORE INSERT ON audit_entry
  WHEN NEW.previous_mac IS NOT (SELECT coalesce((SELECT mac FROM audit_entry ORDER BY id DESC LIMIT 1), zeroblob(32)))
  BEGIN SELECT RAISE(ABORT, 'an audit entry names the MAC before it'); END;

CREATE TRIGGER audit_entry_in_sequence BEFORE INSERT ON audit_entry
  WHEN NEW.id <> (SELECT coalesce(max(id), 0) + 1 FROM audit_entry)
  BEGIN SELECT RAISE(ABORT, 'audit entries follow one another'); END;

CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit entries never change'); END;

CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit entries never change'); END;

CREATE TRIGGER case_act_file_no_delete BEFORE DELETE ON case_act_file
  BEGIN SELECT RAISE(ABORT, 'case_act_file is only added to'); END;

CREATE TRIGGER case_act_file_no_update BEFORE UPDATE ON case_act_file
  BEGIN SELECT RAISE(ABORT, 'case_act_file is only added to'); END;

CREATE TRIGGER case_act_no_delete BEFORE DELETE ON case_act
  BEGIN SELECT RAISE(ABORT, 'case_act is only added to'); END;

CREATE TRIGGER case_act_no_update BEFORE UPDATE ON case_act
  BEGIN SELECT RAISE(ABORT, 'case_act is only added to'); END;

CREATE TRIGGER case_breach_note_no_delete BEFORE DELETE ON case_breach_note
  BEGIN SELECT RAISE(ABORT, 'case_breach_note is only added to'); END;

CREATE TRIGGER case_breach_note_no_update BEFORE UPDATE ON case_breach_note
  BEGIN SELECT RAISE(ABORT, 'case_breach_note is only added to'); END;

CREATE TRIGGER case_claim_no_delete BEFORE DELETE ON case_claim
  BEGIN SELECT RAISE(ABORT, 'case_claim is only added to'); END;

CREATE TRIGGER case_claim_no_update BEFORE UPDATE ON case_claim
  BEGIN SELECT RAISE(ABORT, 'case_claim is only added to'); END;

CREATE TRIGGER case_counsel_kept BEFORE UPDATE OF case_id, counsel_id, mode, contract_id, permit_no, day, user_id, at ON case_counsel
  BEGIN SELECT RAISE(ABORT, 'an engagement is ended, never rewritten'); END;

CREATE TRIGGER case_counsel_no_delete BEFORE DELETE ON case_counsel
  BEGIN SELECT RAISE(ABORT, 'engagements never go'); END;

CREATE TRIGGER case_evidence_kept BEFORE UPDATE OF case_id, kind, name, source, is_original, pages, proves, sha256, user_id, at ON case_evidence
  BEGIN SELECT RAISE(ABORT, 'evidence is withdrawn and listed anew'); END;

CREATE TRIGGER case_evidence_no_delete BEFORE DELETE ON case_evidence
  BEGIN SELECT RAISE(ABORT, 'evidence never goes'); END;

CREATE TRIGGER case_fee_no_delete BEFORE DELETE ON case_fee
  BEGIN SELECT RAISE(ABORT, 'case_fee is only added to'); END;

CREATE TRIGGER case_fee_no_update BEFORE UPDATE ON case_fee
  BEGIN SELECT RAISE(ABORT, 'case_fee is only added to'); END;

CREATE TRIGGER case_loan_no_delete BEFORE DELETE ON case_loan
  BEGIN SELECT RAISE(ABORT, 'case_loan is only added to'); END;

CREATE TRIGGER case_loan_no_update BEFORE UPDATE ON case_loan
  BEGIN SELECT RAISE(ABORT, 'case_loan is only added to'); END;

CREATE TRIGGER case_party_no_delete BEFORE DELETE ON case_party
  BEGIN SELECT RAISE(ABORT, 'case_party is only added to'); END;

CREATE TRIGGER case_party_no_update BEFORE UPDATE ON case_party
  BEGIN SELECT RAISE(ABORT, 'case_party is only added to'); END;

CREATE TRIGGER case_permit_asked BEFORE UPDATE OF case_id, kind, terms, reason, user_id, at ON case_permit
  BEGIN SELECT RAISE(ABORT, 'what was asked never changes'); END;

CREATE TRIGGER case_permit_no_delete BEFORE DELETE ON case_permit
  BEGIN SELECT RAISE(ABORT, 'permits never go'); END;

CREATE TRIGGER case_person_no_delete BEFORE DELETE ON case_person
  BEGIN SELECT RAISE(ABORT, 'case_person is only added to'); END;

CREATE TRIGGER case_person_no_update BEFORE UPDATE ON case_person
  BEGIN SELECT RAISE(ABORT, 'case_person is only added to'); END;

CREATE TRIGGER case_postponement_no_delete BEFORE DELETE ON case_postponement
  BEGIN SELECT RAISE(ABORT, 'case_postponement is only added to'); END;

CREATE TRIGGER case_postponement_no_update BEFORE UPDATE ON case_postponement
  BEGIN SELECT RAISE(ABORT, 'case_postponement is only added to'); END;

CREATE TRIGGER case_receipt_no_delete BEFORE DELETE ON case_receipt
  BEGIN SELECT RAISE(ABORT, 'case_receipt is only added to'); END;

CREATE TRIGGER case_receipt_no_update BEFORE UPDATE ON case_receipt
  BEGIN SELECT RAISE(ABORT, 'case_receipt is only added to'); END;

CREATE TRIGGER case_review_no_delete BEFORE DELETE ON case_review
  BEGIN SELECT RAISE(ABORT, 'case_review is only added to'); END;

CREATE TRIGGER case_review_no_update BEFORE UPDATE ON case_review
  BEGIN SELECT RAISE(ABORT, 'case_review is only added to'); END;

CREATE TRIGGER case_version_no_delete BEFORE DELETE ON case_version
  BEGIN SELECT RAISE(ABORT, 'case_version is only added to'); END;

CREATE TRIGGER case_version_no_update BEFORE UPDATE ON case_version
  BEGIN SELECT RAISE(ABORT, 'case_version is only added to'); END;

CREATE TRIGGER conduct_step_no_delete BEFORE DELETE ON conduct_step
  BEGIN SELECT RAISE(ABORT, 'steps that law limits never go'); END;

CREATE TRIGGER contact_act_no_delete BEFORE DELETE ON contact_act
  BEGIN SELECT RAISE(ABORT, 'acts follow their contact, which never goes'); END;

CREATE TRIGGER contact_act_no_update BEFORE UPDATE ON contact_act
  BEGIN SELECT RAISE(ABORT, 'acts follow their contact, which never changes'); END;

CREATE TRIGGER contact_no_delete BEFORE DELETE ON contact
  BEGIN SELECT RAISE(ABORT, 'contacts never go: they are withdrawn with a reason'); END;

CREATE TRIGGER contact_no_update BEFORE UPDATE ON contact
  BEGIN SELECT RAISE(ABORT, 'contacts never change: a correction is a new entry'); END;

CREATE TRIGGER contact_withdrawal_no_delete BEFORE DELETE ON contact_withdrawal
  BEGIN SELECT RAISE(ABORT, 'withdrawals never go'); END;

CREATE TRIGGER contact_withdrawal_no_update BEFORE UPDATE ON contact_withdrawal
  BEGIN SELECT RAISE(ABORT, 'withdrawals never change'); END;

CREATE TRIGGER counsel_entry_no_delete BEFORE DELETE ON counsel_entry
  BEGIN SELECT RAISE(ABORT, 'counsel_entry is only added to'); END;

CREATE TRIGGER counsel_entry_no_update BEFORE UPDATE ON counsel_entry
  BEGIN SELECT RAISE(ABORT, 'counsel_entry is only added to'); END;

CREATE TRIGGER counsel_no_delete BEFORE DELETE ON counsel
  BEGIN SELECT RAISE(ABORT, 'counsel is only added to'); END;

CREATE TRIGGER counsel_no_update BEFORE UPDATE ON counsel
  BEGIN SELECT RAISE(ABORT, 'counsel is only added to'); END;

CREATE TRIGGER court_case_forward BEFORE UPDATE OF version ON court_case WHEN new.version < old.version
  BEGIN SELECT RAISE(ABORT, 'a description is followed by another, never taken away'); END;

CREATE TRIGGER court_case_no_delete BEFORE DELETE ON court_case WHEN old.batch_id IS NULL
  BEGIN SELECT RAISE(ABORT, 'cases never go'); END;

CREATE TRIGGER delivery_correction_no_delete BEFORE DELETE ON delivery_correction BEGIN SELECT RAISE(ABORT, 'corrections are only added'); END;

CREATE TRIGGER delivery_correction_no_update BEFORE UPDATE ON delivery_correction BEGIN SELECT RAISE(ABORT, 'corrections are only added'); END;

CREATE TRIGGER document_void_asked BEFORE UPDATE OF id, document_id, reason, user_id, at ON document_void
  BEGIN SELECT RAISE(ABORT, 'what was asked never changes'); END;

CREATE TRIGGER document_void_no_delete BEFORE DELETE ON document_void
  BEGIN SELECT RAISE(ABORT, 'requests never go'); END;

CREATE TRIGGER heir_no_delete BEFORE DELETE ON heir BEGIN SELECT RAISE(ABORT, 'a record of inheritance is recorded anew, never changed'); END;

CREATE TRIGGER heir_no_update BEFORE UPDATE ON heir BEGIN SELECT RAISE(ABORT, 'a record of inheritance is recorded anew, never changed'); END;

CREATE TRIGGER interest_terms_no_delete BEFORE DELETE ON interest_terms BEGIN SELECT RAISE(ABORT, 'terms of interest are recorded anew, never changed'); END;

CREATE TRIGGER interest_terms_no_update BEFORE UPDATE ON interest_terms BEGIN SELECT RAISE(ABORT, 'terms of interest are recorded anew, never changed'); END;

CREATE TRIGGER key_epoch_no_delete BEFORE DELETE ON key_epoch BEGIN SELECT RAISE(ABORT, 'key epochs never change'); END;

CREATE TRIGGER key_epoch_no_update BEFORE UPDATE ON key_epoch BEGIN SELECT RAISE(ABORT, 'key epochs never change'); END;

CREATE TRIGGER liability_handling_no_delete BEFORE DELETE ON liability_handling
  BEGIN SELECT RAISE(ABORT, 'what was decided stays: another decision is a new row'); END;

CREATE TRIGGER liability_handling_no_update BEFORE UPDATE ON liability_handling
  BEGIN SELECT RAISE(ABORT, 'what was decided stays: another decision is a new row'); END;

CREATE TRIGGER liability_performance_no_delete BEFORE DELETE ON liability_performance BEGIN SELECT RAISE(ABORT, 'what was performed stays'); END;

CREATE TRIGGER liability_performance_no_update BEFORE UPDATE ON liability_performance BEGIN SELECT RAISE(ABORT, 'what was performed stays'); END;

CREATE TRIGGER loan_extension_no_delete BEFORE DELETE ON loan_extension BEGIN SELECT RAISE(ABORT, 'extensions are only added'); END;

CREATE TRIGGER loan_extension_no_update BEFORE UPDATE ON loan_extension BEGIN SELECT RAISE(ABORT, 'extensions are only added'); END;

CREATE TRIGGER loan_extension_reversal_no_delete BEFORE DELETE ON loan_extension_reversal BEGIN SELECT RAISE(ABORT, 'reversals are only added'); END;

CREATE TRIGGER loan_extension_reversal_no_update BEFORE UPDATE ON loan_extension_reversal BEGIN SELECT RAISE(ABORT, 'reversals are only added'); END;

CREATE TRIGGER loan_responsibility_no_delete BEFORE DELETE ON loan_responsibility BEGIN SELECT RAISE(ABORT, 'another responsible person is a new row'); END;

CREATE TRIGGER loan_responsibility_no_update BEFORE UPDATE ON loan_responsibility BEGIN SELECT RAISE(ABORT, 'another responsible person is a new row'); END;

CREATE TRIGGER loan_term_file_no_delete BEFORE DELETE ON loan_term_file BEGIN SELECT RAISE(ABORT, 'files of evidence are only added'); END;

CREATE TRIGGER loan_term_file_no_update BEFORE UPDATE ON loan_term_file BEGIN SELECT RAISE(ABORT, 'files of evidence are only added'); END;

CREATE TRIGGER loan_term_instalment_no_delete BEFORE DELETE ON loan_term_instalment BEGIN SELECT RAISE(ABORT, 'instalments asked for are only added'); END;

CREATE TRIGGER loan_term_instalment_no_update BEFORE UPDATE ON loan_term_instalment BEGIN SELECT RAISE(ABORT, 'instalments asked for are only added'); END;

CREATE TRIGGER loan_term_request_asked BEFORE UPDATE OF id, party_id, unit_id, loan_id, kind, condition, condition_text, article, reason,
    facts, security, due_on, new_due_on, as_of, principal, interest, user_id, at ON loan_term_request
  BEGIN SELECT RAISE(ABORT, 'what was asked never changes: a new request replaces it'); END;

CREATE TRIGGER loan_term_request_no_delete BEFORE DELETE ON loan_term_request
  BEGIN SELECT RAISE(ABORT, 'requests never go'); END;

CREATE TRIGGER measure_item_no_delete BEFORE DELETE ON measure_item
  BEGIN SELECT RAISE(ABORT, 'measures never go'); END;

CREATE TRIGGER measure_item_no_update BEFORE UPDATE ON measure_item
  BEGIN SELECT RAISE(ABORT, 'a measure changes by a new version of the plan'); END;

CREATE TRIGGER measure_plan_no_delete BEFORE DELETE ON measure_plan
  BEGIN SELECT RAISE(ABORT, 'plans never go'); END;

CREATE TRIGGER measure_plan_no_update BEFORE UPDATE ON measure_plan
  BEGIN SELECT RAISE(ABORT, 'a plan is revised by a new version'); END;

CREATE TRIGGER measure_step_no_delete BEFORE DELETE ON measure_step
  BEGIN SELECT RAISE(ABORT, 'steps of a measure never go'); END;

CREATE TRIGGER measure_step_no_update BEFORE UPDATE ON measure_step
  BEGIN SELECT RAISE(ABORT, 'steps of a measure never change'); END;

CREATE TRIGGER payment_line_no_delete BEFORE DELETE ON payment_line
  BEGIN SELECT RAISE(ABORT, 'payment lines never go'); END;

CREATE TRIGGER payment_line_no_update BEFORE UPDATE ON payment_line
  BEGIN SELECT RAISE(ABORT, 'payment lines never change'); END;

CREATE TRIGGER payment_no_delete BEFORE DELETE ON payment
  BEGIN SELECT RAISE(ABORT, 'payments never go'); END;

CREATE TRIGGER payment_no_update BEFORE UPDATE ON payment
  BEGIN SELECT RAISE(ABORT, 'payments never change'); END;

CREATE TRIGGER payment_reversal_no_delete BEFORE DELETE ON payment_reversal
  BEGIN SELECT RAISE(ABORT, 'reversals never go'); END;

CREATE TRIGGER payment_reversal_no_update BEFORE UPDATE ON payment_reversal
  BEGIN SELECT RAISE(ABORT, 'reversals never change'); END;

CREATE TRIGGER pre_suit_request_no_delete BEFORE DELETE ON pre_suit_request
  BEGIN SELECT RAISE(ABORT, 'requests never go'); END;

CREATE TRIGGER recovery_contract_entry_no_delete BEFORE DELETE ON recovery_contract_entry BEGIN SELECT RAISE(ABORT, 'what happened under a contract stays'); END;

CREATE TRIGGER recovery_contract_entry_no_update BEFORE UPDATE ON recovery_contract_entry BEGIN SELECT RAISE(ABORT, 'what happened under a contract stays'); END;

CREATE TRIGGER repayment_agreement_no_delete BEFORE DELETE ON repayment_agreement
  BEGIN SELECT RAISE(ABORT, 'agreements never go'); END;

CREATE TRIGGER repayment_instalment_agreed BEFORE UPDATE OF due_on, pay_by, principal, interest ON repayment_instalment
  BEGIN SELECT RAISE(ABORT, 'what was agreed never changes: a new agreement replaces it'); END;

CREATE TRIGGER reward_line_no_delete BEFORE DELETE ON reward_line BEGIN SELECT RAISE(ABORT, 'what was computed stays: another run has lines of its own'); END;

CREATE TRIGGER reward_line_no_update BEFORE UPDATE ON reward_line BEGIN SELECT RAISE(ABORT, 'what was computed stays: another run has lines of its own'); END;

CREATE TRIGGER rule_version_no_delete BEFORE DELETE ON rule_version
  BEGIN SELECT RAISE(ABORT, 'rule versions never go'); END;

CREATE TRIGGER rule_version_no_update BEFORE UPDATE ON rule_version WHEN OLD.state <> 'draft'
  BEGIN SELECT RAISE(ABORT, 'decided rule versions never change'); END;

CREATE TRIGGER signature_correction_no_delete BEFORE DELETE ON signature_correction BEGIN SELECT RAISE(ABORT, 'corrections are only added'); END;

CREATE TRIGGER signature_correction_no_update BEFORE UPDATE ON signature_correction BEGIN SELECT RAISE(ABORT, 'corrections are only added'); END;

CREATE TRIGGER target_assignment_no_delete BEFORE DELETE ON target_assignment BEGIN SELECT RAISE(ABORT, 'another assignment is a new one'); END;

CREATE TRIGGER target_assignment_no_update BEFORE UPDATE ON target_assignment BEGIN SELECT RAISE(ABORT, 'another assignment is a new one'); END;

CREATE TRIGGER target_step_no_delete BEFORE DELETE ON target_step BEGIN SELECT RAISE(ABORT, 'steps never change: a step back is a new one'); END;

CREATE TRIGGER target_step_no_update BEFORE UPDATE ON target_step BEGIN SELECT RAISE(ABORT, 'steps never change: a step back is a new one'); END;

CREATE TRIGGER tender_bid_no_delete BEFORE DELETE ON tender_bid BEGIN SELECT RAISE(ABORT, 'a bid is sealed: another one is a new row'); END;

CREATE TRIGGER tender_bid_no_update BEFORE UPDATE ON tender_bid BEGIN SELECT RAISE(ABORT, 'a bid is sealed: another one is a new row'); END;

CREATE TRIGGER tender_deposit_use_no_delete BEFORE DELETE ON tender_deposit_use BEGIN SELECT RAISE(ABORT, 'what became of a deposit is only added to'); END;

CREATE TRIGGER tender_deposit_use_no_update BEFORE UPDATE ON tender_deposit_use BEGIN SELECT RAISE(ABORT, 'what became of a deposit is only added to'); END;

CREATE TRIGGER work_note_no_delete BEFORE DELETE ON work_note BEGIN SELECT RAISE(ABORT, 'what was said of work is only added to'); END;

CREATE TRIGGER work_note_no_update BEFORE UPDATE ON work_note BEGIN SELECT RAISE(ABORT, 'what was said of work is only added to'); END;

CREATE VIEW case_of_loan AS
  SELECT case_loan.case_id, case_loan.loan_id FROM case_loan
    JOIN court_case ON court_case.id = case_loan.case_id AND court_case.version = case_loan.version
  UNION ALL
  SELECT case_record.case_id, case_record.loan_id FROM case_record
    JOIN court_case ON court_case.id = case_record.case_id AND court_case.version = 0;

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
