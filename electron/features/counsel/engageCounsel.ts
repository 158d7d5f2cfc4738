/** Who acts in a case, from the register only; a risk agency with its approved contract and the filing level's answer (B4 §25, §26). */
import { decideEngagement, decideFit, type EngagementMode, fitnessOf } from '@shared/domain/litigation/counsel';
import { gateOf } from '@shared/domain/litigation/gate';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { grantedOrRefuse, refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { findContract, listContracts, loansUnder } from '../contracts/contracts.repository';
import { caseOrRefuse } from '../litigation/readCase';
import { rulesInForce } from '../rules/rulesInForce';
import { endEngagementRow, engagementsOf, findCounsel, insertEngagement } from './counsel.repository';
import { readCounsels } from './keepCounsels';

/** Who acts in a case, who might, and the contracts of risk agency about its loans. Refuses case-unknown. */
export async function showCaseCounsel({ clock }: Services, { store }: OpenFolder, caseId: number) {
  const today = clock.today();
  return store.reading(async (db) => {
    const { loans } = caseOrRefuse(db, caseId);
    const own = new Set(loans.map(({ loanId }) => loanId));
    const contracts = listContracts(db)
      .filter(({ id, kind }) => kind === 'risk-agency' && loansUnder(db, id).some(({ loanId }) => own.has(loanId)))
      .map(({ id, party, state }) => ({ id, party, state }));
    const counsels = (await readCounsels(db, today)).map(({ id, name, firm, fitness }) => {
      return { id, name, firm, isFit: fitness.isFit };
    });
    return { today, engaged: engagementsOf(db, caseId), counsels, contracts };
  });
}

function contractOf(db: ReadDb, id: number | null) {
  const contract = id === null ? undefined : findContract(db, id);
  if (!contract) return null;
  const { kind, state, party } = contract;
  return { kind, state, party, loanIds: loansUnder(db, contract.id).map(({ loanId }) => loanId) };
}

export interface EngageInput {
  readonly id: number;
  readonly counsel: number;
  readonly mode: EngagementMode;
  /** The contract of risk agency; null: none. */
  readonly contract: number | null;
  readonly permitNo: string | null;
  readonly on: CalendarDate;
}

/**
 * Refusals in order: case-unknown, counsel-unknown, date-future, counsel-engaged, counsel-unfit {missing},
 * risk-agency-unapproved, risk-agency-other, risk-agency-unfiled.
 */
export async function engageCounsel(
  { clock }: Services,
  open: OpenFolder,
  input: EngageInput,
): Promise<{ engagement: number }> {
  const today = clock.today();
  const { id, counsel: counselId, mode, permitNo, on } = input;
  return open.store.write(open.actor, async (tx) => {
    const file = caseOrRefuse(tx, id);
    const counsel = findCounsel(tx, counselId) ?? refuse('counsel-unknown');
    if (on > today) refuse('date-future');
    if (engagementsOf(tx, id).some((each) => each.counselId === counselId && each.endedOn === null))
      refuse('counsel-engaged');
    const { book } = await rulesInForce(tx, today);
    grantedOrRefuse(decideFit(fitnessOf(book, counsel, on)));
    const { filingLevel } = gateOf(book, file, today);
    const loans = file.loans.map(({ loanId }) => loanId);
    const terms = { mode, contract: contractOf(tx, input.contract), permitNo };
    grantedOrRefuse(decideEngagement(book, counsel, loans, filingLevel, terms, today));
    const contractId = mode === 'risk' ? input.contract : null;
    const engagement = insertEngagement(tx, { caseId: id, counselId, mode, contractId, permitNo, on });
    const detail = { counsel: counselId, mode, contract: contractId, permit: permitNo, on };
    const audit = { action: 'counsel.engage', objectKind: 'case', objectId: String(id), detail };
    return { result: { engagement }, audit: { ...audit, householdId: file.household.id } };
  });
}

export interface EndInput {
  readonly id: number;
  readonly engagement: number;
  readonly on: CalendarDate;
  readonly reason: string;
}

/** Refusals in order: case-unknown, engagement-unknown, date-future, engagement-end-wrong. */
export async function endEngagement(
  { clock }: Services,
  open: OpenFolder,
  { id, engagement, on, reason }: EndInput,
): Promise<{ engagement: number }> {
  return open.store.write(open.actor, async (tx) => {
    const file = caseOrRefuse(tx, id);
    const held = engagementsOf(tx, id).find((each) => each.id === engagement && each.endedOn === null);
    if (!held) return refuse('engagement-unknown');
    if (on > clock.today()) refuse('date-future');
    if (on < held.on) refuse('engagement-end-wrong');
    endEngagementRow(tx, engagement, on, reason);
    const detail = { counsel: held.counselId, on, reason };
    const audit = { action: 'counsel.end', objectKind: 'case', objectId: String(id), detail };
    return { result: { engagement }, audit: { ...audit, householdId: file.household.id } };
  });
}
