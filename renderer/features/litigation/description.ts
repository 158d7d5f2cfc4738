/** A case as it is being described: what can be chosen, what was chosen, and what is sent. */
import type { CaseDescription } from '@shared/contract/litigationInputs';
import type { CaseView } from '@shared/contract/litigationViews';
import type { CourtLevel, Route, Standing } from '@shared/domain/litigation/caseFile';
import { type Brought, guaranteeClaim, suggestedTitle, usualCause } from '@shared/domain/litigation/claimTexts';
import { isClosed } from '@shared/domain/litigation/stages';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import type { OutputOf } from '../../api/client';

export type HouseholdCases = OutputOf<'litigation.household'>;

export interface Draft {
  readonly route: Route;
  readonly standing: Standing;
  readonly title: string;
  readonly cause: string;
  readonly court: string;
  readonly courtLevel: CourtLevel;
  /** Numbers of households whose debts are brought together with the first one's. */
  readonly others: readonly string[];
  readonly loans: readonly {
    readonly loanId: number;
    readonly principal: number | null;
    readonly interest: number | null;
  }[];
  /** Parties by their number of the ledger, in their order. */
  readonly parties: readonly number[];
  readonly securities: readonly number[];
  readonly costs: number | null;
  readonly responsible: number | null;
  readonly why: string;
  readonly handlers: readonly number[];
  readonly agent: string;
  readonly remark: string;
  readonly reason: string;
}

const OF_PEOPLE = { responsible: null, why: '', handlers: [], agent: '', remark: '', reason: '' };

/** Number of the open case that is about a debt already; null: none is. */
export const openCaseOf = ({ cases }: Pick<HouseholdCases, 'cases'>, contract: string): string | null =>
  cases.find(({ stage, contracts }) => !isClosed(stage) && contracts.includes(contract))?.key ?? null;

/** A new case is about everything that is owed and secured and in no case yet, until somebody leaves something out. */
export function newDraft(of: HouseholdCases): Draft {
  const free = of.loans.filter(({ contract }) => openCaseOf(of, contract) === null);
  const loans = free.length > 0 ? free : of.loans;
  return {
    ...OF_PEOPLE,
    route: 'suit',
    standing: 'plaintiff',
    title: of.title,
    cause: of.cause,
    court: '',
    courtLevel: 'basic',
    others: [],
    loans: loans.map(({ loanId, principal, interest }) => ({ loanId, principal, interest })),
    parties: of.parties.flatMap(({ partyId }) => partyId ?? []),
    securities: of.securities.filter(({ isLive }) => isLive).map(({ collateralId }) => collateralId),
    costs: null,
  };
}

/** Another way to bring it: the title and the cause that nobody worded himself follow. */
export function broughtAs(draft: Draft, { name, parties }: HouseholdCases, brought: Partial<Brought>): Partial<Draft> {
  const next = { route: draft.route, standing: draft.standing, ...brought };
  const suggested = (of: Brought, hasOthers: boolean) => suggestedTitle(of, name, hasOthers);
  const isSuggested = [false, true].some((hasOthers) => draft.title === suggested(draft, hasOthers));
  return {
    ...brought,
    ...(isSuggested ? { title: suggested(next, parties.length > 1) } : {}),
    ...(draft.cause === usualCause(draft.route) ? { cause: usualCause(next.route) } : {}),
  };
}

/** The debts of one more household, with whoever owes and secures them. */
export function withHousehold(draft: Draft, more: HouseholdCases): Partial<Draft> {
  const fresh = newDraft(more);
  const known = new Set(draft.loans.map(({ loanId }) => loanId));
  return {
    others: [...new Set([...draft.others, more.household])],
    loans: [...draft.loans, ...fresh.loans.filter(({ loanId }) => !known.has(loanId))],
    parties: [...new Set([...draft.parties, ...fresh.parties])],
    securities: [...new Set([...draft.securities, ...fresh.securities])],
  };
}

export function draftOf(file: CaseView): Draft {
  const person = (role: 'responsible' | 'handler' | 'agent') => file.people.filter((each) => each.role === role);
  const [responsible] = person('responsible');
  return {
    route: file.route,
    standing: file.standing,
    title: file.title,
    cause: file.cause,
    court: file.court ?? '',
    courtLevel: file.courtLevel,
    others: [...new Set(file.loans.map(({ partyId }) => householdNumber(partyId)))].filter(
      (number) => number !== file.household.number,
    ),
    loans: file.loans.map(({ loanId, principal, interest }) => ({ loanId, principal, interest })),
    parties: file.parties.flatMap(({ partyId }) => partyId ?? []),
    securities: file.claims.flatMap(({ collateralId }) => collateralId ?? []),
    costs: file.claims.find(({ kind }) => kind === 'costs')?.amount ?? null,
    responsible: responsible?.userId ?? null,
    why: responsible?.reason ?? '',
    handlers: person('handler').flatMap(({ userId }) => userId ?? []),
    agent: person('agent')[0]?.name ?? '',
    remark: file.remark ?? '',
    reason: '',
  };
}

const words = (text: string): string | null => text.trim() || null;

type Person = CaseDescription['people'][number];

/**
 * Whoever was chosen. Where nobody was, the people that an old ledger names without an account stay: describing a case anew does
 * not take its handler from it.
 */
function peopleOf(draft: Draft, of: HouseholdCases, file: CaseView | null): Person[] {
  const display = (id: number) => of.people.find((person) => person.id === id)?.display ?? '';
  const recorded = namedOnly(file);
  const responsible: Person[] =
    draft.responsible === null
      ? recorded.filter(({ role }) => role === 'responsible')
      : [
          {
            role: 'responsible',
            userId: draft.responsible,
            name: display(draft.responsible),
            reason: words(draft.why),
          },
        ];
  const handlers: Person[] =
    draft.handlers.length === 0
      ? recorded.filter(({ role }) => role === 'handler')
      : draft.handlers.map((userId) => ({ role: 'handler', userId, name: display(userId), reason: null }));
  const agent = words(draft.agent);
  return [
    ...responsible,
    ...handlers,
    ...(agent ? [{ role: 'agent' as const, userId: null, name: agent, reason: null }] : []),
  ];
}

/** Responsible person and handlers that stand in the case by name alone, as an old ledger has them. */
export const namedOnly = (file: CaseView | null): Person[] =>
  (file?.people ?? [])
    .filter(({ role, userId }) => role !== 'agent' && userId === null)
    .map(({ role, userId, name, reason }) => ({ role, userId, name, reason }));

type Named = Pick<CaseDescription['parties'][number], 'name'>;

const isClaimed =
  ({ loans }: Pick<Draft, 'loans'>) =>
  (id: number): boolean =>
    loans.some(({ loanId }) => loanId === id);

/** Whoever owes or guarantees one of the debts that are claimed: nobody is sued for another loan of the household. */
export const partiesFor = (draft: Pick<Draft, 'loans'>, of: HouseholdCases) =>
  of.parties.filter(({ loanIds }) => loanIds.some(isClaimed(draft)));

/** What secures one of the debts that are claimed. */
export const securitiesFor = (draft: Pick<Draft, 'loans'>, of: HouseholdCases) =>
  of.securities.filter(({ loanId }) => isClaimed(draft)(loanId));

/** What is asked of a guarantor for the debts that are claimed; null of whoever guarantees none of them. */
function guaranteeText(draft: Draft, of: HouseholdCases, party: HouseholdCases['parties'][number]): string | null {
  const claimed = of.loans.filter(({ loanId }) => isClaimed(draft)(loanId));
  const his = claimed.flatMap((loan) => {
    const given = party.guarantees.find(({ loanId }) => loanId === loan.loanId);
    return given ? [{ ...loan, kind: given.kind }] : [];
  });
  return his.length === 0 ? null : guaranteeClaim(party.name, his, claimed);
}

/** Owners of the securities that are claimed who owe nothing themselves: the court has them as defendants too. */
export function ownersSued(draft: Draft, of: HouseholdCases, named: readonly Named[]): string[] {
  const owners = securitiesFor(draft, of).flatMap(({ collateralId, owner }) =>
    owner && draft.securities.includes(collateralId) && !named.some(({ name }) => name === owner) ? [owner] : [],
  );
  return [...new Set(owners)];
}

/** Claims of other kinds that were typed elsewhere are kept. */
export function described(draft: Draft, of: HouseholdCases, file: CaseView | null, costsText: string): CaseDescription {
  const fitting = partiesFor(draft, of);
  const parties = draft.parties.flatMap((partyId) => {
    const isOffered = of.parties.some((each) => each.partyId === partyId);
    const known = (isOffered ? fitting : (file?.parties ?? [])).find((each) => each.partyId === partyId);
    return known ? [{ role: 'defendant' as const, capacity: known.capacity, partyId, name: known.name }] : [];
  });
  const unnamed = (file?.parties ?? [])
    .filter(({ partyId, capacity }) => partyId === null && capacity !== 'owner')
    .map(({ role, capacity, name }) => ({ role, capacity, partyId: null, name }));
  const debtors = [...parties, ...unnamed];
  const owners = ownersSued(draft, of, debtors).map((name) => ({
    role: 'defendant' as const,
    capacity: 'owner' as const,
    partyId: null,
    name,
  }));
  const all = [...debtors, ...owners];
  const guarantees = all.flatMap(({ partyId, name }, index) => {
    const party = fitting.find((each) => each.partyId === partyId && each.name === name);
    const text = party ? guaranteeText(draft, of, party) : null;
    return text ? [{ kind: 'guarantee' as const, amount: null, collateralId: null, party: `p${index + 1}`, text }] : [];
  });
  const securities = securitiesFor(draft, of)
    .filter(({ collateralId }) => draft.securities.includes(collateralId))
    .map(({ collateralId, claim }) => ({
      kind: 'security' as const,
      amount: null,
      collateralId,
      party: null,
      text: claim,
    }));
  const costs = draft.costs
    ? [{ kind: 'costs' as const, amount: draft.costs, collateralId: null, party: null, text: costsText }]
    : [];
  const others = (file?.claims ?? []).filter(({ kind }) => kind === 'other');
  return {
    title: draft.title.trim(),
    cause: draft.cause.trim(),
    court: words(draft.court),
    courtLevel: draft.courtLevel,
    remark: words(draft.remark),
    loans: draft.loans.map(({ loanId, principal, interest }) => ({
      loanId,
      principal: principal ?? 0,
      interest: interest ?? 0,
    })),
    parties: all,
    claims: [...securities, ...guarantees, ...costs, ...others.map((claim) => ({ ...claim }))],
    people: peopleOf(draft, of, file),
  };
}
