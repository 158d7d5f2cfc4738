/** Permits of a case with the requests by which they were decided, newest first, for its page. */
import type { CaseView } from '@shared/contract/litigationViews';
import type { Permit } from '@shared/domain/litigation/permits';
import type { ReadDb } from '../../database/store';
import { approvalOf } from '../approvals/requireApproved';
import { casePermit, permitSubject } from './permitKind';

export const permitViews = (db: ReadDb, permits: readonly Permit[]): Promise<CaseView['permits']> =>
  Promise.all(
    permits.toReversed().map(async ({ terms, ...permit }) => {
      const approval = await approvalOf(db, casePermit.id, permitSubject(permit.id));
      return { ...permit, terms: { ...terms }, approval: approval && { id: approval.id, state: approval.state } };
    }),
  );
