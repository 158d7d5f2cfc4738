/** A permit of a case as what a paper speaks of: `AJ000012/3`, the number of the case and that of the permit. */
import { caseIdOf } from '@shared/domain/litigation/caseFile';
import type { CasePaperFacts } from '@shared/domain/litigation/papers/paperFacts';
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import { approvalPaper } from '../approvals/approvalPaper';
import { approvalOf } from '../approvals/requireApproved';
import type { SubjectKind, Writing } from '../documents/form';
import { gatherCasePaper } from './gatherCasePaper';
import { casePermit, findPermit, permitSubject } from './permitKind';

/** Refuses subject-unknown. */
function findPermitId(db: ReadDb, key: string): number {
  const [caseKey = '', id = ''] = key.split('/');
  const found = findPermit(db, Number(id));
  if (found === null || found.file.id !== caseIdOf(caseKey)) return refuse('subject-unknown', { key });
  return found.permit.id;
}

export const PERMIT: SubjectKind = {
  name: 'case-permit',
  find: findPermitId,
  describe: (db, id) => {
    const { file } = present(findPermit(db, id), 'what was asked stays');
    return { id, partyId: file.household.id, label: `${file.key}/${id} ${file.title}` };
  },
};

/** The case with what was asked, and what each level and each member said to it. */
export async function gatherPermitPaper(db: ReadDb, id: number, writing: Writing): Promise<CasePaperFacts> {
  const { permit, file } = present(findPermit(db, id), 'what was asked stays');
  const facts = await gatherCasePaper(db, file.id, writing);
  const request = await approvalOf(db, casePermit.id, permitSubject(id));
  const said = request ? await approvalPaper(db, request.id) : { vote: null, levels: [] };
  return { ...facts, permit, vote: said.vote, levels: said.levels };
}
