/** Permits of a case with the requests by which they were decided, newest first, for its page. */
import type { CaseView } from '@shared/contract/litigationViews';
import type { CaseFacts } from '@shared/domain/litigation/caseFacts';
import { openPermits } from '@shared/domain/litigation/openPermits';
import { actUsing } from '@shared/domain/litigation/permits';
import type { ReadDb } from '../../database/store';
import { approvalOf } from '../approvals/requireApproved';
import { casePermit, permitSubject } from './permitKind';
import { permitDocument } from './permits.repository';

export function permitViews(db: ReadDb, facts: CaseFacts): Promise<CaseView['permits']> {
  const open = openPermits(facts);
  return Promise.all(
    facts.permits.toReversed().map(async ({ terms, ...permit }) => {
      const approval = await approvalOf(db, casePermit.id, permitSubject(permit.id));
      return {
        ...permit,
        terms: { ...terms },
        waitsFor: open.find((each) => each.permit.id === permit.id)?.waitsFor ?? null,
        usedBy: actUsing(facts.acts, permit.id)?.key ?? null,
        documentId: permitDocument(db, permit.id),
        approval: approval && { id: approval.id, state: approval.state },
      };
    }),
  );
}
