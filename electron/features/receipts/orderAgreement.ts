/** The written agreement that principal comes first, recorded and ended; receipts that it concerns are run again. */
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { findParty } from '../parties/household.repository';
import { agreementsOf, endAgreement as end, findAgreement, insertAgreement } from './agreements.repository';
import { rerun } from './rerun';

export interface NewAgreement {
  readonly household: number;
  readonly agreedOn: CalendarDate;
  readonly evidence: string;
}

export interface AgreementChanged {
  readonly id: number;
  readonly adjusted: number;
}

/** Refusals in order: household-unknown, date-future, agreement-overlaps {agreedOn}. */
export async function recordAgreement(
  { clock }: Services,
  open: OpenFolder,
  { household, agreedOn, evidence }: NewAgreement,
): Promise<AgreementChanged> {
  const today = clock.today();
  return open.store.write(open.actor, async (tx) => {
    if (!findParty(tx, household)) refuse('household-unknown');
    if (agreedOn > today) refuse('date-future');
    const other = agreementsOf(tx, household).find(({ endedOn }) => endedOn === null || endedOn > agreedOn);
    if (other) refuse('agreement-overlaps', { agreedOn: other.agreedOn });
    const id = insertAgreement(tx, household, agreedOn, evidence);
    const adjusted = await rerun(tx, today, household, { cause: 'agreement', id });
    const detail = { agreedOn, adjusted };
    const audit = { action: 'receipts.recordAgreement', objectKind: 'household', objectId: String(household), detail };
    return { result: { id, adjusted }, audit: { ...audit, householdId: household } };
  });
}

export interface AgreementEnd {
  readonly id: number;
  readonly rev: number;
  readonly endedOn: CalendarDate;
}

/** Refusals in order: agreement-unknown, stale-version, agreement-ended, agreement-end-wrong. */
export async function endAgreement(
  { clock }: Services,
  open: OpenFolder,
  { id, rev, endedOn }: AgreementEnd,
): Promise<AgreementChanged> {
  const today = clock.today();
  return open.store.write(open.actor, async (tx) => {
    const agreement = findAgreement(tx, id) ?? refuse('agreement-unknown');
    if (agreement.rev !== rev) refuse('stale-version');
    if (agreement.endedOn !== null) refuse('agreement-ended');
    if (endedOn <= agreement.agreedOn || endedOn > today) refuse('agreement-end-wrong');
    end(tx, id, endedOn);
    const { partyId } = agreement;
    const adjusted = await rerun(tx, today, partyId, { cause: 'agreement', id });
    const detail = { agreedOn: agreement.agreedOn, endedOn, adjusted };
    const audit = { action: 'receipts.endAgreement', objectKind: 'household', objectId: String(partyId), detail };
    return { result: { id, adjusted }, audit: { ...audit, householdId: partyId } };
  });
}
