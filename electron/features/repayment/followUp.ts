/** Instalments of agreements in force against receipts: for the file, the work list, and the measures that a missed one reopens. */
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { sumOf } from '@shared/domain/repayment/agreement';
import { type FollowedInstalment, followInstalments } from '@shared/domain/repayment/followUp';
import { may } from '@shared/domain/users/roles';
import type { AuditNote, ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import { faultText } from '../../platform/faultText';
import type { Services } from '../../services';
import { reopenMeasures } from '../measures/reopenMeasures';
import type { WorkItemSource } from '../workbench/workItemSource';
import { agreementsInForce, instalmentsOf, noteMissed, paidSince, type StoredAgreement } from './agreements.repository';

type Followed = FollowedInstalment & { readonly missedNotedAt: string | null };

/** Before it is signed nothing has been paid on it. */
export function followed(
  db: ReadDb,
  { id, signedOn }: Pick<StoredAgreement, 'id' | 'signedOn'>,
  today: string,
): Followed[] {
  const instalments = instalmentsOf(db, id);
  const receipts = signedOn === null ? [] : paidSince(db, id, signedOn);
  const noted = new Map(instalments.map(({ seq, missedNotedAt }) => [seq, missedNotedAt]));
  return followInstalments(instalments, receipts, today).map((each) => ({
    ...each,
    missedNotedAt: noted.get(each.seq) ?? null,
  }));
}

const named = ({ id, number }: StoredAgreement, seq: number): string => `还款协议 ${number ?? id} 第${seq}期`;

/** Instalments that are due and not covered, for whoever follows them. */
export const repaymentWork: WorkItemSource = async ({ store }, { today, until }) => {
  const db = store.read;
  return agreementsInForce(db).flatMap((agreement) =>
    followed(db, agreement, today)
      .filter(({ state, payBy }) => (state === 'due' || state === 'missed') && payBy <= until)
      .map((each) => ({
        kind: 'instalment' as const,
        key: `${agreement.id}-${each.seq}`,
        day: each.payBy,
        householdId: agreement.partyId,
        userId: agreement.followerId,
        what: named(agreement, each.seq),
        amount: sumOf(each) - each.paid,
        link: `/household/${householdNumber(agreement.partyId)}?tab=%22repayment%22`,
      })),
  );
};

const isNew = ({ state, missedNotedAt }: Followed) => state === 'missed' && missedNotedAt === null;

/** Instalments of an agreement in force that were missed and not noted yet. */
function newlyMissed(db: ReadDb, id: number, today: string) {
  const agreement = agreementsInForce(db).find((each) => each.id === id);
  if (!agreement) return [];
  return followed(db, agreement, today)
    .filter(isNew)
    .map((each) => ({ agreement, each }));
}

async function noteMissedOf(open: OpenFolder, id: number, today: string): Promise<void> {
  if (newlyMissed(open.store.read, id, today).length === 0) return;
  await open.store.write(open.actor, async (tx) => {
    const notes: AuditNote[] = [];
    for (const { agreement, each } of newlyMissed(tx, id, today)) {
      noteMissed(tx, id, each.seq);
      const household = agreement.partyId;
      const missed = { household, cause: 'instalment-missed', reference: named(agreement, each.seq) } as const;
      const object = { objectKind: 'repayment-agreement', objectId: String(id), householdId: household };
      const detail = { instalment: each.seq, payBy: each.payBy };
      notes.push(
        { action: 'repayment.noteMissed', ...object, detail },
        ...(await reopenMeasures(tx, { ...missed, missedOn: each.payBy })),
      );
    }
    return { result: null, audit: notes };
  });
}

/**
 * After sign-in of somebody who works with debtors: each instalment that was missed since makes the plan of measures due for
 * revision, once (B1 §14). What cannot be written now (no space) keeps nobody out and is tried again at the next sign-in.
 */
export async function noteMissedInstalments({ session, clock, log }: Services): Promise<void> {
  const { open } = session;
  if (!open || open.store.readOnly || !may(open.actor.roles, 'measure.plan')) return;
  try {
    for (const { id } of agreementsInForce(open.store.read)) await noteMissedOf(open, id, clock.today());
  } catch (error) {
    log(`missed instalments not noted: ${faultText(error)}`);
  }
}
