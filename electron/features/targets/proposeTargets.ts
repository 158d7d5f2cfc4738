/** Proposing households as targets by a choice of the ledger (TEAM-02, B1 §9): what it would do, and doing it. */
import type { LedgerFilter } from '@shared/domain/loans/ledger';
import { needsConsent, type Proposal, type Source, sortProposals } from '@shared/domain/targets/sources';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import { Inquiry } from '@shared/rules/inquiry';
import type { AuditNote, ReadDb, WriteTx } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { submitRequest } from '../approvals/submitRequest';
import { pageOfIds } from '../loans/ledgerPage.repository';
import { findParty } from '../parties/household.repository';
import { rulesInForce } from '../rules/rulesInForce';
import { targetSource, targetSubject } from './targetSourceApproval';
import { candidates, insertTarget, openTargetHouseholds } from './targets.repository';

/** More loans than that are no choice that somebody made. */
const MOST_LOANS = 5_000;

export interface Choice {
  readonly source: Source;
  readonly filter: LedgerFilter;
}

/** Ids of the loans. Refusals in order: filter-empty, filter-invalid, choice-too-large {most}. */
async function chosenLoans(db: ReadDb, filter: LedgerFilter): Promise<number[]> {
  if (filter.conditions.length === 0 && !filter.text?.trim()) refuse('filter-empty');
  const sort = { column: 'household', descending: false } as const;
  const { ids } = await pageOfIds(db, { filter, sort, cursor: null, limit: MOST_LOANS + 1 });
  return ids.length > MOST_LOANS ? refuse('choice-too-large', { most: MOST_LOANS }) : ids;
}

function sorted(db: ReadDb, source: Source, loans: readonly number[]) {
  const known = openTargetHouseholds(db);
  return sortProposals(source, candidates(db, loans), (partyId) => known.has(partyId));
}

/** Refusals: those of chosenLoans. */
export async function previewProposal({ clock }: Services, open: OpenFolder, { source, filter }: Choice) {
  const db = open.store.read;
  const today = clock.today();
  const { proposals, known, unfit } = sorted(db, source, await chosenLoans(db, filter));
  const inquiry = new Inquiry((await rulesInForce(db, today)).book);
  const consent = needsConsent(inquiry, source, today);
  const loans = proposals.flatMap((proposal) => proposal.loans);
  return {
    households: proposals.length,
    loans: loans.length,
    balance: loans.reduce((sum, { balance }) => sum + balance, 0),
    known,
    unfit,
    consent,
    trace: inquiry.trace,
  };
}

async function proposeOne(
  tx: WriteTx,
  today: CalendarDate,
  given: { readonly source: Source; readonly reason: string; readonly consent: boolean },
  proposal: Proposal,
): Promise<AuditNote[]> {
  const { source, reason, consent } = given;
  const { partyId, unitId, loans } = proposal;
  const id = insertTarget(tx, proposal, { source, reason, on: today });
  const note: AuditNote = {
    action: 'targets.propose',
    objectKind: 'target',
    objectId: String(id),
    householdId: partyId,
    detail: { source, loans: loans.length },
  };
  if (!consent) return [note];
  const asked = await submitRequest(tx, today, targetSource, {
    subject: targetSubject(id),
    title: findParty(tx, partyId)?.name ?? '',
    partyId,
    unitId,
    facts: { source },
    amount: loans.reduce((sum, { balance }) => sum + balance, 0),
  });
  return [note, ...asked.notes];
}

/** Refusals in order: those of chosenLoans, proposal-empty {known, unfit}, rule-not-in-force. */
export async function proposeTargets(
  { clock }: Services,
  open: OpenFolder,
  input: Choice & { readonly reason: string; readonly requestId: string },
): Promise<{ proposed: number; consent: boolean }> {
  const today = clock.today();
  const { source, filter, reason, requestId } = input;
  const loans = await open.store.reading((db) => chosenLoans(db, filter));
  const work = async (tx: WriteTx) => {
    const { proposals, known, unfit } = sorted(tx, source, loans);
    if (proposals.length === 0) refuse('proposal-empty', { known, unfit });
    const consent = needsConsent(new Inquiry((await rulesInForce(tx, today)).book), source, today);
    const audit: AuditNote[] = [];
    for (const proposal of proposals)
      audit.push(...(await proposeOne(tx, today, { source, reason, consent }, proposal)));
    return { result: { proposed: proposals.length, consent }, audit };
  };
  return open.store.write(open.actor, work, { id: requestId, procedure: 'targets.propose', input });
}
