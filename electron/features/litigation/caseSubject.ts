/** A court case as what a paper speaks of: by its own number, by a court's, or by a household that has only one. */
import { caseIdOf, caseKey } from '@shared/domain/litigation/caseFile';
import { caseNumberText, readCaseNumber } from '@shared/domain/parties/caseNumber';
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { SubjectKind } from '../documents/form';
import { resolveHousehold } from '../parties/householdKey.repository';
import { allCaseIds, caseIdsOfHousehold } from './caseRows.repository';
import { findCase, readCaseFiles } from './readCase';

/** Refuses subject-unknown, subject-ambiguous {candidates}, household-unknown, household-ambiguous. */
function findCaseId(db: ReadDb, key: string): number {
  const own = caseIdOf(key);
  if (own !== null) return findCase(db, own)?.id ?? refuse('subject-unknown', { key });
  const parts = readCaseNumber(key);
  if (parts) {
    const number = caseNumberText(parts);
    const found = readCaseFiles(db, allCaseIds(db)).find(({ acts }) =>
      acts.some(({ detail }) => detail.caseNo === number),
    );
    return found?.id ?? refuse('subject-unknown', { key });
  }
  const ids = caseIdsOfHousehold(db, resolveHousehold(db, key));
  const [only] = ids;
  if (only === undefined) return refuse('subject-unknown', { key });
  if (ids.length === 1) return only;
  const candidates = readCaseFiles(db, ids).map((file) => ({ key: caseKey(file.id), label: file.title }));
  return refuse('subject-ambiguous', { candidates });
}

export const CASE: SubjectKind = {
  name: 'case',
  find: findCaseId,
  describe: (db, id) => {
    const file = present(findCase(db, id), 'the case exists');
    return { id, partyId: file.household.id, label: `${file.key} ${file.title}` };
  },
};
