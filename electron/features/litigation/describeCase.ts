/** Opening a case and describing it anew: who is sued for what. A new description makes the committee's consent void. */
import { type CaseFile, claimedOf, type Route, type Standing } from '@shared/domain/litigation/caseFile';
import { isBrought } from '@shared/domain/litigation/gate';
import { replay } from '@shared/domain/litigation/replay';
import { yuanText } from '@shared/kernel/money';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { voidApprovals } from '../approvals/requireApproved';
import { isOnRegister } from '../counsel/counsel.repository';
import { listUsers } from '../users/users.repository';
import { caseIdsOfHousehold } from './caseRows.repository';
import {
  collateralIds,
  type Description,
  describeAnew,
  guaranteedLoans,
  insertCase,
  type LoanPlace,
  loanPlaces,
} from './cases.repository';
import { caseOrRefuse, readCaseFiles } from './readCase';
import { caseSubjectOf } from './suitConsentKind';

export interface OpenCaseInput {
  readonly route: Route;
  readonly standing: Standing;
  readonly description: Description;
  readonly requestId: string;
}

/** B4 §26: whoever acts for the branch stands in the register. */
const REGISTER_ARTICLE = 'B4 不良贷款诉讼管理办法 第二十六条';

/** A security is realised for the debt that it secures. */
const SECURITY_ARTICLE = '中华人民共和国民法典 第三百八十六条、第三百八十九条';
/** A guarantor answers for the debt that he guaranteed, within what was agreed. */
const GUARANTEE_ARTICLE = '中华人民共和国民法典 第六百八十一条、第六百九十一条';

/**
 * Nobody is sued for a debt that the case does not claim: refused is whoever the ledger knows as guarantor of others alone. Of
 * whoever it does not know as one nothing is said, nor of a name without a number, as an old ledger has them.
 */
function refuseUnlinked(db: ReadDb, { parties }: Description, places: readonly LoanPlace[]): void {
  const borrowers = new Set(places.map(({ partyId }) => partyId));
  const claimed = new Set(places.map(({ id }) => id));
  for (const { role, capacity, partyId, name } of parties) {
    if (role !== 'defendant' || capacity !== 'guarantor' || partyId === null || borrowers.has(partyId)) continue;
    const guaranteed = guaranteedLoans(db, partyId);
    if (guaranteed.length > 0 && !guaranteed.some((id) => claimed.has(id)))
      refuse('case-party-unlinked', { name }, GUARANTEE_ARTICLE);
  }
}

/**
 * Refusals in order: loan-unknown, case-claim-wrong {claim}, case-security-unlinked {claim}, case-party-unlinked {name},
 * case-person-unknown, counsel-not-registered.
 */
async function checked(db: ReadDb, description: Description): Promise<LoanPlace[]> {
  const { loans, parties, claims, people } = description;
  const ids = loans.map(({ loanId }) => loanId);
  const places = loanPlaces(db, ids);
  if (places.length !== new Set(ids).size || places.length === 0) refuse('loan-unknown');
  const own = new Set(collateralIds(db, ids));
  const keys = new Set(parties.map((_, index) => `p${index + 1}`));
  const wrong = claims.find(
    ({ kind, collateralId, party }) =>
      (kind === 'security') !== (collateralId !== null) || (party !== null && !keys.has(party)),
  );
  if (wrong) refuse('case-claim-wrong', { claim: wrong.text });
  const foreign = claims.find(({ collateralId }) => collateralId !== null && !own.has(collateralId));
  if (foreign) refuse('case-security-unlinked', { claim: foreign.text }, SECURITY_ARTICLE);
  refuseUnlinked(db, description, places);
  const users = new Map((await listUsers(db)).map((user) => [user.id, user]));
  for (const { userId } of people)
    if (userId !== null && !users.get(userId)?.active) refuse('case-person-unknown', { user: userId });
  if (people.some(({ role, name }) => role === 'agent' && !isOnRegister(db, name)))
    refuse('counsel-not-registered', {}, REGISTER_ARTICLE);
  return places;
}

/** A debt is brought to court once on each route: a second case about it would be counted twice. */
function refuseSecond(db: ReadDb, loans: readonly LoanPlace[], route: Route): void {
  const ids = new Set(loans.map(({ id }) => id));
  const households = [...new Set(loans.map(({ partyId }) => partyId))];
  const others = readCaseFiles(db, [...new Set(households.flatMap((id) => caseIdsOfHousehold(db, id)))]);
  const alive = others.find(
    (file) => file.route === route && file.loans.some(({ loanId }) => ids.has(loanId)) && isAlive(file),
  );
  if (alive) refuse('case-already-open', { case: alive.key });
}

const isAlive = ({ acts }: CaseFile) => !['closed', 'withdrawn', 'ended'].includes(replay(acts).state);

const detailOf = ({ loans, parties, claims, courtLevel }: Description) => ({
  loans: loans.length,
  defendants: parties.filter(({ role }) => role === 'defendant').length,
  securities: claims.filter(({ kind }) => kind === 'security').length,
  courtLevel,
});

/** Refusals in order: those of `checked`, case-already-open {case}, request-conflict. */
export async function openCase({ clock }: Services, open: OpenFolder, input: OpenCaseInput): Promise<{ id: number }> {
  const { route, standing, description, requestId } = input;
  return open.store.write(
    open.actor,
    async (tx) => {
      const [first, ...rest] = await checked(tx, description);
      if (first === undefined) return refuse('loan-unknown');
      refuseSecond(tx, [first, ...rest], route);
      const head = { unitId: first.unitId, partyId: first.partyId, route, standing, openedOn: clock.today() };
      const id = await insertCase(tx, head, description);
      const detail = { route, standing, ...detailOf(description) };
      const audit = {
        action: 'litigation.open',
        objectKind: 'case',
        objectId: String(id),
        householdId: first.partyId,
        detail,
      };
      return { result: { id }, audit };
    },
    { id: requestId, procedure: 'litigation.open', input },
  );
}

export interface AmendInput {
  readonly id: number;
  /** The version that the person saw. */
  readonly version: number;
  readonly description: Description;
  readonly reason: string;
}

/**
 * Before the suit the consent was to another case and is void; once it was brought, what was passed stays. Refusals in order: case-unknown, stale-version {version},
 * those of `checked`.
 */
export async function amendCase(open: OpenFolder, input: AmendInput): Promise<{ version: number }> {
  const { id, version, description, reason } = input;
  return open.store.write(open.actor, async (tx) => {
    const before = caseOrRefuse(tx, id);
    if (before.version !== version) refuse('stale-version', { version: before.version });
    await checked(tx, description);
    await describeAnew(tx, id, version, description);
    const notes = isBrought(before) ? [] : await voidApprovals(tx, caseSubjectOf(id), reason);
    const after = caseOrRefuse(tx, id);
    const detail = {
      version: version + 1,
      claimed: { before: yuanText(claimedOf(before).total), after: yuanText(claimedOf(after).total) },
      ...detailOf(description),
      reason,
    };
    const audit = { action: 'litigation.amend', objectKind: 'case', objectId: String(id), detail };
    return { result: { version: version + 1 }, audit: [{ ...audit, householdId: before.household.id }, ...notes] };
  });
}
