/** Cases as the domain knows them, put together from their rows. */
import type { CaseAct } from '@shared/domain/litigation/acts';
import { inOrder } from '@shared/domain/litigation/acts';
import { type CaseFacts, caseFacts } from '@shared/domain/litigation/caseFacts';
import {
  type Capacity,
  type CaseFile,
  type CaseParty,
  type CasePerson,
  type CaseSecurity,
  type Consent,
  type CourtLevel,
  caseKey,
  type EvidenceItem,
  isLiveSecurity,
  type PartyRole,
  type Route,
  type Standing,
} from '@shared/domain/litigation/caseFile';
import { type CaseRecord, courtLevelOf, recordActs } from '@shared/domain/litigation/caseRecord';
import { effectOf } from '@shared/domain/litigation/effect';
import type { Permit } from '@shared/domain/litigation/permits';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { nameSaysOrganisation } from '@shared/domain/parties/partyKind';
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import { localDay } from '../../platform/clock';
import { rulesInForce } from '../rules/rulesInForce';
import {
  allCaseIds,
  type CaseRows,
  caseIdsOfHousehold,
  type HeadRow,
  type OfCase,
  readCaseRows,
  usersByName,
} from './caseRows.repository';
import { demandsOf } from './demands';

/** Rows of one case. */
type Rows = { readonly [K in keyof CaseRows]: CaseRows[K] };

const title = (household: string, cause: string) => `诉${household}${cause}`;

function securitiesOf({ securities }: Rows): CaseSecurity[] {
  return securities.map(({ collateralId, loanId, kind, location, owner, validity }) => ({
    collateralId,
    loanId,
    description: location ? `${kind}（${location}）` : kind,
    owner,
    isLive: isLiveSecurity(validity),
  }));
}

/** An imported ledger only names defendants: who they are is seen from the loan's own parties. */
function capacityOf(rows: Rows, household: string, name: string): Capacity {
  if (name === household) return 'borrower';
  if (rows.guarantees.some((each) => each.name === name)) return 'guarantor';
  return rows.securities.some(({ owner }) => owner === name) ? 'owner' : 'other';
}

function partiesOf(rows: Rows, { household, partyId: householdId }: HeadRow): CaseParty[] {
  return rows.parties.map(({ seq, role, capacity: given, partyId, name, kind }) => {
    const capacity = (given as Capacity | null) ?? capacityOf(rows, household, name);
    const own = rows.guarantees.filter((each) => (partyId === null ? each.name === name : each.partyId === partyId));
    const guessed = capacity === 'borrower' ? householdId : (own[0]?.partyId ?? null);
    return {
      key: `p${seq}`,
      role: role as PartyRole,
      capacity,
      name,
      kind: kind ?? own[0]?.partyKind ?? (nameSaysOrganisation(name) ? 'organisation' : 'person'),
      partyId: partyId ?? guessed,
      guarantees: own.map(({ id, loanId, kind: of }) => ({ id, loanId, kind: of })),
    };
  });
}

function peopleOf(rows: Rows, record: CaseRecord | null, users: ReadonlyMap<string, number>): CasePerson[] {
  if (rows.versions.length > 0 || record === null)
    return rows.people.map(({ caseId: _, ...person }) => ({ ...person }));
  const named = (role: CasePerson['role'], name: string | null): CasePerson[] =>
    name === null ? [] : [{ role, userId: users.get(name) ?? null, name, reason: null }];
  return [...named('responsible', record.responsible), ...named('handler', record.handler)];
}

/** What was recorded and what the imported ledger tells, without what was taken back. */
function actsOf({ acts, files }: Rows, record: CaseRecord | null): CaseAct[] {
  const takenBack = new Set(acts.flatMap(({ reverses }) => reverses ?? []));
  const told = record === null ? [] : recordActs(record);
  const entered = acts.flatMap(({ id, kind, detail, accepted, reverses, caseId: _, ...act }): CaseAct[] => {
    if (reverses !== null) return [];
    const own = files.filter(({ actId }) => actId === id).map(({ name, sha256 }) => ({ name, sha256 }));
    const given = accepted === null ? null : JSON.parse(accepted);
    return [
      { ...act, key: `a${id}`, kind: kind as CaseAct['kind'], detail: JSON.parse(detail), files: own, accepted: given },
    ];
  });
  return inOrder([...told, ...entered].filter(({ key }) => !takenBack.has(key)));
}

function consentOf({ consents }: Rows, record: CaseRecord | null): Consent {
  const [asked] = consents;
  if (asked && asked.state !== 'withdrawn' && asked.state !== 'void') {
    const { requestId, state, endedAt, deadline } = asked;
    const on = endedAt === null ? null : localDay(endedAt);
    return { state: state as Consent['state'], requestId, number: null, on, deadline };
  }
  if (record !== null && (record.consentNo !== null || record.consentOn !== null))
    return { state: 'recorded', requestId: null, number: record.consentNo, on: record.consentOn, deadline: null };
  return { state: 'none', requestId: null, number: null, on: null, deadline: null };
}

function evidenceOf({ evidence }: Rows): EvidenceItem[] {
  return evidence.map(({ caseId: _, isOriginal, ...item }) => ({
    ...item,
    isOriginal: isOriginal === 1,
  })) as EvidenceItem[];
}

const permitsOf = ({ permits }: Rows): Permit[] =>
  permits.map(({ caseId: _, terms, endedAt, ...permit }) => ({
    ...permit,
    terms: JSON.parse(terms),
    decidedOn: endedAt === null ? null : localDay(endedAt),
  })) as Permit[];

function assembled(head: HeadRow, rows: Rows, users: ReadonlyMap<string, number>): CaseFile {
  const [version] = rows.versions;
  const record = rows.records[0] ?? null;
  const about = version ?? { ...present(record, 'a case has a description or a row of a ledger'), title: null };
  return {
    id: head.id,
    key: caseKey(head.id),
    version: head.version,
    route: head.route as Route,
    standing: head.standing as Standing,
    title: about.title ?? title(head.household, about.cause),
    cause: about.cause,
    court: about.court,
    courtLevel: version ? (version.courtLevel as CourtLevel) : courtLevelOf(about.court),
    unit: { id: head.unitId, name: head.unit, level: head.unitLevel },
    household: { id: head.partyId, number: householdNumber(head.partyId), name: head.household },
    openedOn: head.openedOn,
    loans: rows.loans.map(({ caseId: _, ...loan }) => loan),
    parties: partiesOf(rows, head),
    claims: rows.claims.map(({ caseId: _, partySeq, ...claim }) => ({
      ...claim,
      party: partySeq === null ? null : `p${partySeq}`,
    })),
    securities: securitiesOf(rows),
    people: peopleOf(rows, record, users),
    remark: about.remark,
    statedStage: record?.stage ?? null,
    acts: actsOf(rows, record),
    evidence: evidenceOf(rows),
    report: reportOf(rows, head.partyId),
    consent: consentOf(rows, record),
    postponements: rows.postponements.map(({ caseId: _, ...each }) => each),
    permits: permitsOf(rows),
    demands: [],
  };
}

/** Of the case's household, once every household whose debts it is about has one. */
function reportOf({ reports, loans }: Rows, partyId: number): CaseFile['report'] {
  const of = (id: number) => reports.find((each) => each.partyId === id);
  const found = of(partyId);
  if (!found || loans.some((loan) => !of(loan.partyId))) return null;
  return { documentId: found.documentId, number: found.number, issuedOn: found.issuedOn };
}

/** What was demanded outside the court counts from the day on which something can be enforced; before, nobody asks for it. */
function withDemands(db: Pick<ReadDb, 'hot'>, file: CaseFile): CaseFile {
  if (effectOf(file.acts) === null) return file;
  const households = new Set(file.loans.map(({ partyId }) => partyId));
  return { ...file, demands: [...households].flatMap((partyId) => demandsOf(db, partyId)) };
}

/** In the order of their ids. */
export function readCaseFiles(db: Pick<ReadDb, 'hot'>, ids: readonly number[]): CaseFile[] {
  if (ids.length === 0) return [];
  const { heads, reports, ...rest } = readCaseRows(db, ids);
  const groups = Object.entries(rest).map(
    ([name, rows]) => [name, Map.groupBy(rows as readonly OfCase[], ({ caseId }) => caseId)] as const,
  );
  const users = usersByName(db);
  return heads.map((head) => {
    const own = Object.fromEntries(groups.map(([name, group]) => [name, group.get(head.id) ?? []]));
    return withDemands(db, assembled(head, { ...own, heads: [head], reports } as unknown as Rows, users));
  });
}

export const findCase = (db: Pick<ReadDb, 'hot'>, id: number): CaseFile | undefined => readCaseFiles(db, [id])[0];

/** Refuses case-unknown. */
export const caseOrRefuse = (db: Pick<ReadDb, 'hot'>, id: number): CaseFile =>
  findCase(db, id) ?? refuse('case-unknown', { case: id });

/** With everything that follows from it. Refuses case-unknown. */
export async function readCaseFacts(db: ReadDb, id: number, today: string): Promise<CaseFacts> {
  const { book } = await rulesInForce(db, today);
  return caseFacts(book, caseOrRefuse(db, id), today);
}

/** Of the whole branch, or of a household. */
export async function allCaseFacts(db: ReadDb, today: string, partyId: number | null = null): Promise<CaseFacts[]> {
  const { book } = await rulesInForce(db, today);
  const ids = partyId === null ? allCaseIds(db) : caseIdsOfHousehold(db, partyId);
  return readCaseFiles(db, ids).map((file) => caseFacts(book, file, today));
}
