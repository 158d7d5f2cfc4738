/** The rows of some cases, read together: a dozen statements whatever their number. */

import type { CasePerson, Claim, Postponement } from '@shared/domain/litigation/caseFile';
import type { CaseRecord } from '@shared/domain/litigation/caseRecord';
import type { ReadDb } from '../../database/store';

type Hot = Pick<ReadDb, 'hot'>;

export interface HeadRow {
  readonly id: number;
  readonly version: number;
  readonly route: string;
  readonly standing: string;
  readonly openedOn: string;
  readonly unitId: number;
  readonly unit: string;
  readonly unitLevel: 'branch' | 'sub-branch';
  readonly partyId: number;
  readonly household: string;
}

export interface RecordRow extends CaseRecord {
  readonly caseId: number;
  readonly recordId: number;
  readonly loanId: number;
}

export interface OfCase {
  readonly caseId: number;
}

export interface VersionRow extends OfCase {
  readonly title: string;
  readonly cause: string;
  readonly court: string | null;
  readonly courtLevel: string;
  readonly remark: string | null;
}

export interface LoanRow extends OfCase {
  readonly loanId: number;
  readonly partyId: number;
  readonly contract: string;
  readonly receiptNo: string | null;
  readonly principal: number;
  readonly interest: number;
}

export interface PartyRow extends OfCase {
  readonly seq: number;
  readonly role: string;
  readonly capacity: string | null;
  readonly partyId: number | null;
  readonly name: string;
  readonly kind: 'person' | 'organisation' | null;
}

export interface GuaranteeRow extends OfCase {
  readonly id: number;
  readonly loanId: number;
  readonly kind: 'general' | 'joint' | 'unstated';
  readonly partyId: number;
  readonly name: string;
  readonly partyKind: 'person' | 'organisation';
}

export interface SecurityRow extends OfCase {
  readonly collateralId: number;
  readonly loanId: number;
  readonly kind: string;
  readonly location: string | null;
  readonly owner: string | null;
  readonly validity: string | null;
}

export interface ClaimRow extends OfCase, Omit<Claim, 'party'> {
  readonly partySeq: number | null;
}

export interface ActRow extends OfCase {
  readonly id: number;
  readonly kind: string;
  readonly on: string;
  readonly detail: string;
  readonly documentId: number | null;
  readonly note: string | null;
  readonly accepted: string | null;
  readonly reverses: string | null;
  readonly by: string;
  readonly at: string;
}

export interface CaseRows {
  readonly heads: readonly HeadRow[];
  readonly records: readonly RecordRow[];
  readonly versions: readonly VersionRow[];
  readonly loans: readonly LoanRow[];
  readonly parties: readonly PartyRow[];
  readonly guarantees: readonly GuaranteeRow[];
  readonly securities: readonly SecurityRow[];
  readonly claims: readonly ClaimRow[];
  readonly people: readonly (OfCase & Omit<CasePerson, 'reason'> & { reason: string | null })[];
  readonly acts: readonly ActRow[];
  readonly files: readonly (OfCase & { actId: number; name: string; sha256: string })[];
  readonly evidence: readonly (OfCase & Record<string, unknown>)[];
  readonly postponements: readonly (OfCase & Postponement)[];
  readonly permits: readonly (OfCase & {
    id: number;
    kind: string;
    terms: string;
    reason: string;
    state: string;
    endedAt: string | null;
    filingNo: string | null;
    filedOn: string | null;
  })[];
  readonly consents: readonly (OfCase & {
    requestId: number;
    state: string;
    endedAt: string | null;
    deadline: string | null;
  })[];
  readonly reports: readonly { partyId: number; documentId: number; number: string; issuedOn: string }[];
}

const CURRENT = 'JOIN court_case AS head ON head.id = part.case_id AND head.version = part.version';
/** Each statement has the ids of the cases as its one parameter. */
const AMONG = 'IN (SELECT value FROM json_each(?))';

const SQL: Readonly<Record<keyof CaseRows, string>> = {
  heads: `SELECT court_case.id, version, route, standing, opened_on AS openedOn, unit.id AS unitId, unit.name AS unit,
      unit.level AS unitLevel, party.id AS partyId, party.name AS household
    FROM court_case JOIN unit ON unit.id = court_case.unit_id JOIN party ON party.id = court_case.party_id
    WHERE court_case.id ${AMONG} ORDER BY court_case.id`,
  records: `SELECT case_id AS caseId, id AS recordId, loan_id AS loanId, cause, principal, interest, consent_no AS consentNo,
      consent_on AS consentOn, filing_no AS filingNo, filing_on AS filingOn, court, case_no AS caseNo, accepted_on AS acceptedOn,
      preservation, hearing_on AS hearingOn, judgment_no AS judgmentNo, judged_on AS judgedOn, effective_on AS effectiveOn,
      enforcement_applied_on AS enforcementAppliedOn, enforcement_no AS enforcementNo, recovered, stage, responsible, handler, remark
    FROM case_record WHERE case_id ${AMONG}`,
  versions: `SELECT part.case_id AS caseId, title, cause, court, court_level AS courtLevel, remark
    FROM case_version AS part ${CURRENT} WHERE part.case_id ${AMONG}`,
  loans: `SELECT part.case_id AS caseId, part.loan_id AS loanId, loan.party_id AS partyId, loan.contract_no AS contract,
      loan.receipt_no AS receiptNo, part.principal, part.interest
    FROM (SELECT case_id, version, seq, loan_id, principal, interest FROM case_loan
      UNION ALL SELECT case_id, 0, 1, loan_id, principal, interest FROM case_record) AS part ${CURRENT}
      JOIN loan ON loan.id = part.loan_id WHERE part.case_id ${AMONG} ORDER BY part.case_id, part.seq`,
  parties: `SELECT part.case_id AS caseId, part.seq, part.role, part.capacity, part.party_id AS partyId, part.name, party.kind
    FROM (SELECT case_id, version, seq, role, capacity, party_id, name FROM case_party
      UNION ALL SELECT case_id, 0, seq, 'defendant', NULL, NULL, name
        FROM case_record_party JOIN case_record ON case_record.id = record_id) AS part ${CURRENT}
      LEFT JOIN party ON party.id = part.party_id WHERE part.case_id ${AMONG} ORDER BY part.case_id, part.seq`,
  guarantees: `SELECT case_of_loan.case_id AS caseId, guarantee.id, guarantee.loan_id AS loanId, guarantee.kind,
      guarantee.party_id AS partyId, party.name, party.kind AS partyKind
    FROM case_of_loan JOIN guarantee ON guarantee.loan_id = case_of_loan.loan_id JOIN party ON party.id = guarantee.party_id
    WHERE case_of_loan.case_id ${AMONG} ORDER BY guarantee.id`,
  securities: `SELECT case_of_loan.case_id AS caseId, collateral.id AS collateralId, collateral.loan_id AS loanId, collateral.kind,
      location, owner_name AS owner, validity
    FROM case_of_loan JOIN collateral ON collateral.loan_id = case_of_loan.loan_id
    WHERE case_of_loan.case_id ${AMONG} ORDER BY collateral.id`,
  claims: `SELECT part.case_id AS caseId, kind, amount, collateral_id AS collateralId, party_seq AS partySeq, text
    FROM case_claim AS part ${CURRENT} WHERE part.case_id ${AMONG} ORDER BY part.case_id, part.seq`,
  people: `SELECT part.case_id AS caseId, role, user_id AS userId, name, reason
    FROM case_person AS part ${CURRENT} WHERE part.case_id ${AMONG} ORDER BY part.case_id, part.seq`,
  acts: `SELECT case_act.case_id AS caseId, case_act.id, kind, done_on AS "on", detail, document_id AS documentId, note, accepted, reverses,
      app_user.display AS "by", at
    FROM case_act JOIN app_user ON app_user.id = case_act.user_id WHERE case_id ${AMONG} ORDER BY case_act.id`,
  files: `SELECT case_act.case_id AS caseId, act_id AS actId, name, sha256
    FROM case_act_file JOIN case_act ON case_act.id = act_id WHERE case_act.case_id ${AMONG} ORDER BY act_id, seq`,
  evidence: `SELECT case_id AS caseId, id, kind, name, source, is_original AS isOriginal, pages, proves, sha256
    FROM case_evidence WHERE withdrawn_at IS NULL AND case_id ${AMONG} ORDER BY id`,
  postponements: `SELECT case_id AS caseId, deadline, until_day AS until, reason, app_user.display AS "by", day AS "on"
    FROM case_postponement JOIN app_user ON app_user.id = user_id WHERE case_id ${AMONG} ORDER BY case_postponement.id`,
  permits: `SELECT case_id AS caseId, id, kind, terms, reason, state, filing_no AS filingNo, filed_on AS filedOn,
      (SELECT max(ended_at) FROM approval_request WHERE kind = 'case-permit' AND subject = 'case-permit:' || case_permit.id) AS endedAt
    FROM case_permit WHERE case_id ${AMONG} ORDER BY id`,
  consents: `SELECT CAST(substr(subject, 6) AS INTEGER) AS caseId, max(id) AS requestId, state, ended_at AS endedAt, deadline
    FROM approval_request WHERE kind = 'suit-consent' AND subject IN (SELECT 'case:' || value FROM json_each(?)) GROUP BY subject`,
  reports: `SELECT party_id AS partyId, max(id) AS documentId, number, issued_on AS issuedOn FROM document
    WHERE form = 'DOC-LIT-01' AND status = 'issued' AND party_id IN
      (SELECT loan.party_id FROM case_of_loan JOIN loan ON loan.id = case_of_loan.loan_id WHERE case_of_loan.case_id ${AMONG})
    GROUP BY party_id`,
};

export function readCaseRows(db: Hot, ids: readonly number[]): CaseRows {
  const among = JSON.stringify(ids);
  const entries = Object.entries(SQL).map(([name, sql]) => [name, db.hot(sql).all(among)]);
  return Object.fromEntries(entries) as unknown as CaseRows;
}

export const allCaseIds = (db: Hot): number[] =>
  db.hot('SELECT id FROM court_case ORDER BY id').pluck().all() as number[];

/** Of a household: cases about its loans, whoever's file they are kept in. */
export const caseIdsOfHousehold = (db: Hot, partyId: number): number[] =>
  db
    .hot(
      `SELECT DISTINCT case_id FROM case_of_loan JOIN loan ON loan.id = case_of_loan.loan_id WHERE loan.party_id = ? ORDER BY case_id`,
    )
    .pluck()
    .all(partyId) as number[];

/** Of the loans with `after < id <= to`. */
export const caseIdsOfLoans = (db: Hot, after: number, to: number): number[] =>
  db
    .hot('SELECT DISTINCT case_id FROM case_of_loan WHERE loan_id > ? AND loan_id <= ? ORDER BY case_id')
    .pluck()
    .all(after, to) as number[];

/** Names that are one colleague's alone. */
export function usersByName(db: Hot): Map<string, number> {
  const rows = db.hot('SELECT display, min(id) FROM app_user GROUP BY display HAVING count(*) = 1').raw().all();
  return new Map(rows as [string, number][]);
}
