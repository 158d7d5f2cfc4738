/** The litigation ledger of branch and sub-branch (LIT-13, S29), and the control sheet of deadlines (LIT-07). */
import type { CaseFilter, CaseListItem } from '@shared/contract/litigationInputs';
import { alertOf } from '@shared/domain/litigation/alerts';
import type { CaseFacts } from '@shared/domain/litigation/caseFacts';
import { caseIdOf, personsOf } from '@shared/domain/litigation/caseFile';
import { type CaseDeadline, isAlive } from '@shared/domain/litigation/deadlines';
import { gateRefusal } from '@shared/domain/litigation/gate';
import { isClosed } from '@shared/domain/litigation/stages';
import { caseNumberText, readCaseNumber } from '@shared/domain/parties/caseNumber';
import { foldForSearch } from '@shared/domain/search/searchText';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { Inquiry } from '@shared/rules/inquiry';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { rulesInForce } from '../rules/rulesInForce';
import { allCaseFacts } from './readCase';

/** What is for us to do, and not for the court or the other side. */
export const isOurs = ({ whose }: Pick<CaseDeadline, 'whose'>): boolean => whose !== 'court' && whose !== 'other';

/** What presses: ours before what others have to keep. `deadlines` are in the order of days. */
export function nextOf({ deadlines }: Pick<CaseFacts, 'deadlines'>): CaseDeadline | null {
  const alive = deadlines.filter(isAlive);
  const presses = alive.find((each) => isOurs(each) && each.whose !== 'from');
  return presses ?? alive.find(({ state }) => state === 'open') ?? null;
}

/** Nothing runs in it: neither ours nor anybody else's, so that it would be forgotten. */
const isWithoutDeadline = (facts: CaseFacts): boolean => !isClosed(facts.stage) && nextOf(facts) === null;

const isMissed = (each: CaseDeadline) => each.state === 'missed' && each.whose === 'ours';

const dayOf = ({ acts }: CaseFacts, kind: string): CalendarDate | null =>
  acts.findLast((act) => act.kind === kind)?.on ?? null;

/** Of several households the first, and how many they are. */
function borrowersOf({ household, loans }: CaseFacts): string {
  const count = new Set(loans.map(({ partyId }) => partyId)).size;
  return count > 1 ? `${household.name}等${count}户` : household.name;
}

export function listItem(facts: CaseFacts): CaseListItem {
  const next = nextOf(facts);
  const names = (role: 'responsible' | 'handler') =>
    personsOf(facts, role)
      .map(({ name }) => name)
      .join('、');
  const closed = facts.standing === 'plaintiff' && gateRefusal({ steps: facts.gate.steps, override: null }, 'sued');
  return {
    id: facts.id,
    key: facts.key,
    household: facts.household.number,
    borrower: borrowersOf(facts),
    unit: facts.unit.name,
    contracts: facts.loans.map(({ contract }) => contract),
    route: facts.route,
    standing: facts.standing,
    cause: facts.cause,
    defendants: facts.parties.filter(({ role }) => role === 'defendant').length,
    principal: facts.claimed.principal,
    interest: facts.claimed.interest,
    costs: facts.claimed.costs,
    court: facts.court,
    caseNo: facts.caseNo,
    enforcementNo: facts.enforcementNo,
    stage: facts.stage,
    responsible: names('responsible') || null,
    handlers: names('handler'),
    acceptedOn: dayOf(facts, 'accepted'),
    judgedOn: dayOf(facts, 'judged') ?? dayOf(facts, 'mediated'),
    effectiveOn: facts.effect?.effectiveOn ?? null,
    enforcementOn: dayOf(facts, 'enforcement-applied'),
    recovered: facts.acts.reduce(
      (sum, { kind, detail }) => sum + (kind === 'money-received' ? (detail.amount ?? 0) : 0),
      0,
    ),
    gate: !closed ? 'open' : facts.gate.override ? 'overridden' : 'closed',
    next: next && {
      key: next.key,
      kind: next.kind,
      day: next.day,
      missed: next.state === 'missed',
      provisional: next.provisional,
      item: next.item,
    },
    missed: facts.deadlines.filter(isMissed).length,
  };
}

/** The number of a case is that case alone; a court's number finds its case whatever its brackets; other words are looked for where people would. */
function matcher(text: string): (facts: CaseFacts) => boolean {
  if (text === '') return () => true;
  const id = caseIdOf(text);
  if (id !== null) return (facts) => facts.id === id;
  const parts = readCaseNumber(text);
  if (parts) {
    const number = caseNumberText(parts);
    return ({ acts }) => acts.some(({ detail }) => detail.caseNo === number || detail.paperNo === number);
  }
  const wanted = foldForSearch(text);
  return (facts) =>
    [
      ...[facts.key, facts.title, facts.household.name, facts.household.number, facts.court ?? '', facts.unit.name],
      ...facts.loans.map(({ contract }) => contract),
      ...facts.parties.map(({ name }) => name),
      ...facts.people.map(({ name }) => name),
      ...facts.acts.flatMap(({ detail }) => [detail.caseNo ?? '', detail.paperNo ?? '']),
    ].some((each) => foldForSearch(each).includes(wanted));
}

const VIEWS: Readonly<Record<CaseFilter['view'], (facts: CaseFacts) => boolean>> = {
  open: ({ stage }) => !isClosed(stage),
  'without-deadline': isWithoutDeadline,
  missed: (facts) => !isClosed(facts.stage) && facts.deadlines.some(isMissed),
  closed: ({ stage }) => isClosed(stage),
  all: () => true,
};

export async function filteredCases(
  db: ReadDb,
  today: CalendarDate,
  { text, unit, stages, view }: Omit<CaseFilter, 'limit'>,
): Promise<CaseFacts[]> {
  const fits = matcher(text);
  const all = await allCaseFacts(db, today);
  return all.filter(
    (facts) =>
      VIEWS[view](facts) &&
      (unit === null || facts.unit.name === unit) &&
      (stages.length === 0 || stages.includes(facts.stage)) &&
      fits(facts),
  );
}

const LAST = '9999-12-31';

export async function listCases({ clock }: Services, { store }: OpenFolder, input: CaseFilter) {
  const today = clock.today();
  const found = await filteredCases(store.read, today, input);
  const items = found.map(listItem).sort((a, b) => {
    const [one, other] = [a.next?.day ?? LAST, b.next?.day ?? LAST];
    return one < other ? -1 : one > other ? 1 : a.id - b.id;
  });
  const total = (of: (item: CaseListItem) => number) => items.reduce((sum, item) => sum + of(item), 0);
  return {
    today,
    items: items.slice(0, input.limit),
    cases: items.length,
    principal: total(({ principal }) => principal),
    interest: total(({ interest }) => interest),
    recovered: total(({ recovered }) => recovered),
    units: [...new Set(found.map(({ unit }) => unit.name))].sort(),
  };
}

export interface DeadlinesInput {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly unit: string | null;
  readonly whose: 'ours' | 'all';
}

/** What was missed before `from` is told as well, until something meets it. */
export async function listDeadlines({ clock }: Services, { store }: OpenFolder, input: DeadlinesInput) {
  const today = clock.today();
  const db = store.read;
  const { book } = await rulesInForce(db, today);
  const inquiry = new Inquiry(book);
  const all = (await allCaseFacts(db, today)).filter(({ unit }) => input.unit === null || unit.name === input.unit);
  const lines = all.flatMap((facts) => {
    const { key, court, caseNo, responsible, handlers, borrower, unit } = listItem(facts);
    const due = facts.deadlines.filter(
      (each) =>
        isAlive(each) &&
        each.day <= input.until &&
        (each.day >= input.from || (each.state === 'missed' && isOurs(each))) &&
        (input.whose === 'all' || isOurs(each)),
    );
    return due.map((each) => ({
      ...each,
      ...{ case: key, court, caseNo, responsible, handlers, borrower, unit },
      alert: alertOf(inquiry, today, each.day),
    }));
  });
  return {
    today,
    lines: lines.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.case < b.case ? -1 : 1)),
    without: all.filter(isWithoutDeadline).length,
  };
}
