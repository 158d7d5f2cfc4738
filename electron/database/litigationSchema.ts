/** Row types of court cases (migration 0240). Money is fen, dates ISO text. */
import type { ActKind } from '@shared/domain/litigation/actKinds';
import type {
  Capacity,
  ClaimKind,
  CourtLevel,
  EvidenceKind,
  PartyRole,
  PersonRole,
  Route,
  Standing,
} from '@shared/domain/litigation/caseFile';
import type { PermitKind } from '@shared/domain/litigation/permits';
import type { Generated } from 'kysely';

interface CourtCaseTable {
  id: Generated<number>;
  /** Contract and running number of an imported ledger's row. */
  legacy_key: string | null;
  unit_id: number;
  /** Whose household file it belongs to. */
  party_id: number;
  route: Route;
  standing: Standing;
  opened_on: string;
  /** The description in force; 0: as the imported ledger has it. */
  version: Generated<number>;
  batch_id: number | null;
  rev: Generated<number>;
}

/** A row of an imported ledger. */
interface CaseRecordTable {
  id: Generated<number>;
  case_id: number;
  loan_id: number;
  cause: string;
  principal: number;
  interest: number;
  consent_no: string | null;
  consent_on: string | null;
  filing_no: string | null;
  filing_on: string | null;
  court: string | null;
  case_no: string | null;
  accepted_on: string | null;
  preservation: string | null;
  hearing_on: string | null;
  judgment_no: string | null;
  judged_on: string | null;
  effective_on: string | null;
  enforcement_applied_on: string | null;
  enforcement_no: string | null;
  recovered: number | null;
  stage: string | null;
  responsible: string | null;
  handler: string | null;
  remark: string | null;
  batch_id: number | null;
  rev: Generated<number>;
}

interface CaseRecordPartyTable {
  record_id: number;
  seq: number;
  name: string;
}

interface OfVersion {
  case_id: number;
  version: number;
}

interface CaseVersionTable extends OfVersion {
  title: string;
  cause: string;
  court: string | null;
  court_level: CourtLevel;
  remark: string | null;
  user_id: number;
  at: string;
}

interface CaseLoanTable extends OfVersion {
  seq: number;
  loan_id: number;
  principal: number;
  interest: number;
}

interface CasePartyTable extends OfVersion {
  seq: number;
  role: PartyRole;
  capacity: Capacity;
  party_id: number | null;
  name: string;
}

interface CaseClaimTable extends OfVersion {
  seq: number;
  kind: ClaimKind;
  amount: number | null;
  collateral_id: number | null;
  party_seq: number | null;
  text: string;
}

interface CasePersonTable extends OfVersion {
  seq: number;
  role: PersonRole;
  user_id: number | null;
  name: string;
  reason: string | null;
}

interface CaseActTable {
  id: Generated<number>;
  case_id: number;
  kind: ActKind | 'taken-back';
  done_on: string;
  /** ActDetail as JSON. */
  detail: string;
  document_id: number | null;
  note: string | null;
  /** Accepted warnings with the reason, as JSON. */
  accepted: string | null;
  /** Key of the act that this one takes back. */
  reverses: string | null;
  user_id: number;
  at: string;
}

interface CaseActFileTable {
  act_id: number;
  seq: number;
  name: string;
  sha256: string;
}

interface CaseEvidenceTable {
  id: Generated<number>;
  case_id: number;
  kind: EvidenceKind;
  name: string;
  source: string;
  is_original: 0 | 1;
  pages: number;
  proves: string;
  sha256: string | null;
  user_id: number;
  at: string;
  withdrawn_at: string | null;
  withdrawn_by: number | null;
  withdrawn_reason: string | null;
}

interface CasePostponementTable {
  id: Generated<number>;
  case_id: number;
  deadline: string;
  until_day: string;
  reason: string;
  day: string;
  user_id: number;
  at: string;
}

interface CasePermitTable {
  id: Generated<number>;
  case_id: number;
  kind: PermitKind;
  /** PermitTerms as JSON. */
  terms: string;
  reason: string;
  state: 'asked' | 'approved' | 'refused';
  filing_no: string | null;
  filed_on: string | null;
  user_id: number;
  at: string;
}

/** Part of the whole schema (schema.ts). */
export interface LitigationSchema {
  court_case: CourtCaseTable;
  case_record: CaseRecordTable;
  case_record_party: CaseRecordPartyTable;
  case_version: CaseVersionTable;
  case_loan: CaseLoanTable;
  case_party: CasePartyTable;
  case_claim: CaseClaimTable;
  case_person: CasePersonTable;
  case_act: CaseActTable;
  case_act_file: CaseActFileTable;
  case_evidence: CaseEvidenceTable;
  case_postponement: CasePostponementTable;
  case_permit: CasePermitTable;
}
