/** Acts of contacts as the limitation clocks take them: derived from the log, so that a withdrawn entry is heard no more. */
import { type Evidence, REASON_OF } from '@shared/domain/contacts/acts';
import type { RecordedAct } from '@shared/domain/portfolio/recordedAct';
import type { ReadDb } from '../../database/store';
import { COUNTS } from './contacts.repository';

type Row = Omit<RecordedAct, 'reason' | 'content' | 'source' | 'sourceNo' | 'evidence'> & {
  readonly contactId: number;
  readonly evidence: Evidence;
};

const ACTS = `SELECT act.contact_id AS contactId, act.loan_id AS loanId, act.guarantee_id AS guaranteeId, act.kind,
    act.on_date AS "on", act.grade, act.evidence
  FROM contact_act AS act JOIN contact AS c ON c.id = act.contact_id`;

/** Of a household, or of the loans with `after < id <= to`; in the order of loans and days. */
export function contactActs(
  db: Pick<ReadDb, 'hot'>,
  scope: { readonly partyId: number } | { readonly after: number; readonly to: number },
): RecordedAct[] {
  const order = 'ORDER BY act.loan_id, act.on_date, act.contact_id';
  const rows =
    'partyId' in scope
      ? db.hot(`${ACTS} WHERE c.party_id = ? AND ${COUNTS} ${order}`).all(scope.partyId)
      : db.hot(`${ACTS} WHERE act.loan_id > ? AND act.loan_id <= ? AND ${COUNTS} ${order}`).all(scope.after, scope.to);
  return (rows as Row[]).map(({ contactId, evidence, ...act }) => ({
    ...act,
    evidence: evidence === 'none' ? null : evidence,
    // Who consents to perform says so in the paper itself; a notice after expiry is another feature's form.
    content: act.kind === 'consent-to-perform' ? 'consent-to-perform' : null,
    reason: REASON_OF[evidence],
    source: 'contact',
    sourceNo: String(contactId),
  }));
}
