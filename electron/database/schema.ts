/** Row types for Kysely; they say what migrations 0010–0040 made. Money columns are fen, dates ISO text. */
import type { Generated, GeneratedAlways } from 'kysely';
import type { FeatureSchema } from './featureSchema';

interface Imported {
  batch_id: number | null;
  rev: Generated<number>;
}

export interface SettingTable {
  key: string;
  value: string;
}

export interface UnitTable {
  id: Generated<number>;
  name: string;
  mark: string;
  level: 'branch' | 'sub-branch' | 'department';
  rev: Generated<number>;
}

export interface AppUserTable {
  id: Generated<number>;
  name: string;
  display: string;
  unit_id: number;
  active: Generated<number>;
  created_at: string;
  rev: Generated<number>;
}

export interface UserRoleTable {
  user_id: number;
  role: string;
}

export interface UserAccessTable {
  user_id: number;
  /** Public half of his key slot, hex: what a new database key is sealed to. */
  public_key: string;
  /** Whether his password is a temporary one: asked for in the window only, or everywhere. */
  must_change: 'no' | 'window' | 'always';
}

export interface PasswordUsedTable {
  id: Generated<number>;
  user_id: number;
  salt: string;
  memory: number;
  passes: number;
  verifier: string;
  at: string;
}

export interface KeyEpochTable {
  epoch: number;
  root: Buffer;
  at: string;
  /** Audit rows that were there when it began. */
  since: number;
}

export interface AuditEntryTable {
  /** The sequence: without gaps, given by auditLog.ts. */
  id: number;
  at: string;
  user_id: number | null;
  user_name: string;
  roles: string;
  workstation: string;
  action: string;
  object_kind: string;
  object_id: string;
  household_id: number | null;
  detail: string;
  request_id: string | null;
  /** SHA-256 of what the act found and left, where it changed one thing. */
  before_digest: string | null;
  after_digest: string | null;
  epoch: number;
  previous_mac: Buffer;
  mac: Buffer;
}

export interface RequestTable {
  id: string;
  procedure: string;
  input_digest: string;
  result: string;
  at: string;
}

export interface NumberSeriesTable {
  id: Generated<number>;
  unit_id: number;
  word: string;
  year: number;
  next: number;
  last_issued_on: string | null;
}

export interface PartyTable {
  id: Generated<number>;
  kind: 'person' | 'organisation';
  name: string;
  id_kind: string | null;
  id_no: string | null;
  unit_id: number | null;
  address: string | null;
  phone: string | null;
  spouse: string | null;
  employer: string | null;
  legal_representative: string | null;
  flags: string | null;
  status: string | null;
  remark: string | null;
  sort_name: string;
  search_text: string;
  batch_id: number | null;
  rev: Generated<number>;
}

export interface LoanTable extends Imported {
  id: Generated<number>;
  party_id: number;
  unit_id: number;
  contract_no: string;
  contract_key: string;
  /** Contract and receipt (借据): a contract may be drawn in several receipts. */
  loan_key: string;
  receipt_no: string | null;
  issue_date: string | null;
  due_date: string | null;
  /** As the core banking system has it. */
  extended_due_date: string | null;
  /** What extensions that were agreed here come to. */
  agreed_due_date: Generated<string | null>;
  /** The later of the two. */
  extended_to: GeneratedAlways<string | null>;
  principal: number;
  balance: number;
  interest_on: number;
  interest_off: number;
  annual_rate: string | null;
  guarantee_mode: string | null;
  purpose: string | null;
  subject: string | null;
  sheet: 'on' | 'off';
  sheet_status: string | null;
  off_balance_date: string | null;
  four_level: string | null;
  five_level: string | null;
  fine_level: string | null;
  npl_date: string | null;
  officer: string | null;
  approver: string | null;
  occupancy: string | null;
  actual_user: string | null;
  flags: string | null;
  status: string | null;
  guarantor_names: string | null;
  remark: string | null;
  as_of: string;
  sort_name: string;
  search_text: string;
}

export interface GuaranteeTable extends Imported {
  id: Generated<number>;
  loan_id: number;
  party_id: number;
  guarantee_contract_no: string | null;
  kind: 'general' | 'joint' | 'unstated';
  amount: number | null;
  period_start: string | null;
  period_end: string | null;
  period_wording: string | null;
  relation: string | null;
  remark: string | null;
}

export interface CollateralTable extends Imported {
  id: Generated<number>;
  loan_id: number;
  item_no: string;
  security: string | null;
  kind: string;
  location: string | null;
  quantity: string | null;
  owner_name: string | null;
  owner_id_no: string | null;
  certificate_no: string | null;
  registered_on: string | null;
  registration_expiry: string | null;
  sufficient: string | null;
  validity: string | null;
}

export interface AppraisalTable {
  collateral_id: number;
  seq: number;
  valued_on: string | null;
  value: number;
}

export interface ReceiptTable extends Imported {
  id: Generated<number>;
  receipt_no: string;
  received_on: string;
  loan_id: number;
  principal: number;
  interest: number;
  method: string | null;
  payer: string | null;
  voucher_no: string | null;
  reverses_no: string | null;
  remark: string | null;
  costs: Generated<number>;
  /** Recorded by hand here. */
  payment_id: number | null;
  /** The number given here; another `receipt_no` is that of the core banking system, which has booked it. */
  hand_no: string | null;
}

export interface ReceiptShareTable {
  receipt_id: number;
  seq: number;
  name: string;
  ppm: number;
}

export interface SubjectBalanceTable extends Imported {
  id: Generated<number>;
  as_of: string;
  unit_id: number;
  subject: string;
  subject_name: string | null;
  opening_debit: number;
  opening_credit: number;
  period_debit: number;
  period_credit: number;
  closing_debit: number;
  closing_credit: number;
}

export interface MonthEndTable extends Imported {
  id: Generated<number>;
  month: string;
  contract_key: string;
  contract_no: string;
  loan_id: number | null;
  balance: number;
  five_level: string;
}

export interface SavedViewTable {
  id: Generated<number>;
  user_id: number;
  name: string;
  shared: number;
  definition: string;
}

export interface AttachmentTable {
  sha256: string;
  media_type: string;
  byte_length: number;
  stored_at: string;
}

export interface Schema extends FeatureSchema {
  setting: SettingTable;
  unit: UnitTable;
  app_user: AppUserTable;
  user_role: UserRoleTable;
  user_access: UserAccessTable;
  password_used: PasswordUsedTable;
  key_epoch: KeyEpochTable;
  audit_entry: AuditEntryTable;
  request: RequestTable;
  number_series: NumberSeriesTable;
  party: PartyTable;
  loan: LoanTable;
  guarantee: GuaranteeTable;
  collateral: CollateralTable;
  appraisal: AppraisalTable;
  receipt: ReceiptTable;
  receipt_share: ReceiptShareTable;
  subject_balance: SubjectBalanceTable;
  month_end: MonthEndTable;
  saved_view: SavedViewTable;
  attachment: AttachmentTable;
}
