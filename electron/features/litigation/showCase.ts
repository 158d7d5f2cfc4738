/** One case in full, and what the rules say of a claim (S09). */
import type { CaseView } from '@shared/contract/litigationViews';
import { ACT_KINDS } from '@shared/domain/litigation/actKinds';
import type { CaseFacts } from '@shared/domain/litigation/caseFacts';
import type { CourtLevel, Standing } from '@shared/domain/litigation/caseFile';
import { caseIdOf } from '@shared/domain/litigation/caseFile';
import { TRANSITIONS } from '@shared/domain/litigation/procedure';
import { isCourtAct } from '@shared/domain/litigation/replay';
import { caseNumberText, readCaseNumber } from '@shared/domain/parties/caseNumber';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import { Inquiry } from '@shared/rules/inquiry';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { resolveHousehold } from '../parties/householdKey.repository';
import { rulesInForce } from '../rules/rulesInForce';
import { listUnits } from '../users/users.repository';
import { coordinationReports } from './coordinate';
import { casePapers } from './householdCase.repository';
import { planOf } from './permitKind';
import { allCaseFacts, readCaseFacts } from './readCase';
import { permitViews } from './showPermits';

/** The one case about a household's debts. */
async function caseOfHousehold(db: ReadDb, key: string, today: CalendarDate): Promise<CaseFacts> {
  const found = await allCaseFacts(db, today, resolveHousehold(db, key));
  const [only] = found;
  if (only === undefined) return refuse('case-unknown', { case: key });
  return found.length === 1 ? only : refuse('case-ambiguous', { candidates: found.map((facts) => facts.key) });
}

/**
 * By its own number, by one that a court gave it, or by a household that has only one. Refuses case-unknown, case-ambiguous
 * {candidates}, household-unknown, household-ambiguous.
 */
async function findCaseByKey(db: ReadDb, key: string, today: CalendarDate): Promise<CaseFacts> {
  const id = caseIdOf(key);
  if (id !== null) return readCaseFacts(db, id, today);
  const parts = readCaseNumber(key);
  if (parts === null) return caseOfHousehold(db, key, today);
  const number = caseNumberText(parts);
  const found = (await allCaseFacts(db, today)).find(({ acts }) => acts.some(({ detail }) => detail.caseNo === number));
  return found ?? refuse('case-unknown', { case: key });
}

/** Refuses as findCaseByKey does. */
export async function showCase({ clock }: Services, { store }: OpenFolder, key: string): Promise<CaseView> {
  const today = clock.today();
  const facts = await findCaseByKey(store.read, key, today);
  const { unit, effect: _, postponements: __, asOf: ___, ...rest } = facts;
  const mayFollow = ACT_KINDS.filter((kind) => isCourtAct(kind) && TRANSITIONS[kind].moves[facts.state] !== undefined);
  return {
    ...rest,
    today,
    unit: unit.name,
    loans: [...rest.loans],
    parties: [...rest.parties],
    claims: [...rest.claims],
    securities: [...rest.securities],
    people: [...rest.people],
    acts: [...rest.acts],
    findings: [...rest.findings],
    evidence: [...rest.evidence],
    gate: { ...rest.gate, steps: [...rest.gate.steps] },
    deadlines: [...rest.deadlines],
    seizures: [...rest.seizures],
    permits: await permitViews(store.read, facts),
    plan: planOf(facts),
    papers: casePapers(store.read, facts.id),
    reports: await coordinationReports(store.read, facts),
    mayFollow: [...mayFollow],
  };
}

export interface RulesForInput {
  readonly amount: number;
  readonly courtLevel: CourtLevel;
  readonly standing: Standing;
  readonly unit: string;
}

/** Who answers for a claim (B4 §6) and at which level it is filed (B4 §21). */
export async function rulesForClaim({ clock }: Services, { store }: OpenFolder, input: RulesForInput) {
  const today = clock.today();
  const { book } = await rulesInForce(store.read, today);
  const inquiry = new Inquiry(book);
  const unit = (await listUnits(store.read)).find(({ name }) => name === input.unit);
  const person = inquiry.row('litigation/responsible-person', today, { claimAmount: input.amount });
  const filing = inquiry.row('litigation/filing-level', today, {
    courtLevel: input.courtLevel,
    institutionIsDefendant: input.standing === 'defendant',
    unitLevel: unit?.level ?? 'branch',
  });
  return { role: String(person.gives.role), filingLevel: String(filing.gives.level), trace: inquiry.trace };
}
