/** What court cases say to the limitation clocks, derived from their acts as they stand now, and what was decided in them. */

import { judgmentsOf } from '@shared/domain/litigation/effect';
import { limitationActs } from '@shared/domain/litigation/limitationActs';
import type { LoanJudgment } from '@shared/domain/portfolio/judgment';
import type { RecordedAct } from '@shared/domain/portfolio/recordedAct';
import type { ReadDb } from '../../database/store';
import { caseIdsOfHousehold, caseIdsOfLoans } from './caseRows.repository';
import { readCaseFiles } from './readCase';

export interface HeardInCourt {
  readonly acts: RecordedAct[];
  /** What can be enforced; in the order of the cases. */
  readonly judgments: LoanJudgment[];
}

/** Of a household, or of the loans with `after < id <= to`. */
export function heardInCourt(
  db: Pick<ReadDb, 'hot'>,
  scope: { readonly partyId: number } | { readonly after: number; readonly to: number },
): HeardInCourt {
  const ids = 'partyId' in scope ? caseIdsOfHousehold(db, scope.partyId) : caseIdsOfLoans(db, scope.after, scope.to);
  const isAsked = ({ loanId }: { readonly loanId: number }) =>
    'partyId' in scope || (loanId > scope.after && loanId <= scope.to);
  const files = readCaseFiles(db, ids);
  return {
    acts: files.flatMap(limitationActs).filter(isAsked),
    judgments: files.flatMap(judgmentsOf).filter(isAsked),
  };
}
