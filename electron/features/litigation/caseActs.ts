/** What court cases say to the limitation clocks, derived from their acts as they stand now, and what was decided in them. */

import { effectOf, enforcementFacts } from '@shared/domain/litigation/effect';
import { limitationActs } from '@shared/domain/litigation/limitationActs';
import type { RadarJudgment } from '@shared/domain/portfolio/radar';
import type { RecordedAct } from '@shared/domain/portfolio/recordedAct';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { ReadDb } from '../../database/store';
import { caseIdsOfHousehold, caseIdsOfLoans } from './caseRows.repository';
import { readCaseFiles } from './readCase';

/** Of a household, or of the loans with `after < id <= to`. */
export function caseActs(
  db: Pick<ReadDb, 'hot'>,
  scope: { readonly partyId: number } | { readonly after: number; readonly to: number },
): RecordedAct[] {
  const ids = 'partyId' in scope ? caseIdsOfHousehold(db, scope.partyId) : caseIdsOfLoans(db, scope.after, scope.to);
  const acts = readCaseFiles(db, ids).flatMap(limitationActs);
  return 'partyId' in scope ? acts : acts.filter(({ loanId }) => loanId > scope.after && loanId <= scope.to);
}

/** What can be enforced against a household, loan by loan; nothing once it was performed. */
export function caseJudgments(db: Pick<ReadDb, 'hot'>, partyId: number, asOf: CalendarDate): RadarJudgment[] {
  return readCaseFiles(db, caseIdsOfHousehold(db, partyId)).flatMap((file): RadarJudgment[] => {
    const facts = file.standing === 'plaintiff' ? enforcementFacts(file, asOf) : null;
    if (facts === null || file.acts.some(({ kind }) => kind === 'performed')) return [];
    const name = effectOf(file.acts)?.paperNo ?? file.key;
    return file.loans.map(({ loanId }) => ({ key: `j${file.id}-${loanId}`, loanId, name, facts }));
  });
}
