/** The papers about a counsel or agent of the register (documents.md §5.3): his filing when he is engaged, and the letter that ends it. */
import { fitnessOf } from '@shared/domain/litigation/counsel';
import {
  type CounselPaperFacts,
  dismissalPaper,
  engagementPaper,
} from '@shared/domain/litigation/papers/counselPapers';
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { Form, SubjectKind, Writing } from '../documents/form';
import { paperForm } from '../litigation/caseForm';
import { findCase } from '../litigation/readCase';
import { rulesInForce } from '../rules/rulesInForce';
import { readBank } from '../users/users.repository';
import { engagementsOf, findCounsel, listCounsels } from './counsel.repository';

/** By the number of his licence, or by his name where nobody else has it. Refuses subject-unknown, subject-ambiguous {candidates}. */
function findCounselId(db: ReadDb, key: string): number {
  const all = listCounsels(db);
  const found = all.filter(({ licenceNo, name }) => licenceNo === key || name === key);
  const [only] = found;
  if (only === undefined) return refuse('subject-unknown', { key });
  if (found.length === 1) return only.id;
  return refuse('subject-ambiguous', {
    candidates: found.map(({ licenceNo, name, firm }) => ({ key: licenceNo, label: `${name} ${firm}` })),
  });
}

const COUNSEL: SubjectKind = {
  name: 'counsel',
  find: findCounselId,
  describe: (db, id) => {
    const { name, firm } = present(findCounsel(db, id), 'nobody leaves the register');
    return { id, partyId: null, label: `${name} ${firm}` };
  },
};

async function gather(db: ReadDb, id: number, { today }: Writing): Promise<CounselPaperFacts> {
  const { book } = await rulesInForce(db, today);
  const { id: _, ...counsel } = present(findCounsel(db, id), 'nobody leaves the register');
  const { checks, yearsFullOn } = fitnessOf(book, { id, ...counsel }, today);
  const held = engagementsOf(db, null).filter(({ counselId }) => counselId === id);
  return {
    asOf: today,
    bank: await readBank(db),
    counsel,
    fitness: { checks, yearsFullOn },
    cases: held.map(({ caseId, mode, endedOn }) => {
      const { key, title, household } = present(findCase(db, caseId), 'an engagement has its case');
      return { label: `${key} ${household.name} ${title}`, mode, isOpen: endedOn === null };
    }),
  };
}

const source = { subject: COUNSEL, gather, figures: () => [] };

export const COUNSEL_PAPERS: readonly Form<CounselPaperFacts>[] = [
  paperForm(
    engagementPaper,
    {
      alias: 'counsel-filing',
      purpose: '聘任法律顾问、委托代理人报备案，核对执业年限、经验和有无处罚',
      ...{ series: null, category: '保全类', word: false, permission: 'litigation.file' },
    },
    source,
  ),
  paperForm(
    dismissalPaper,
    {
      alias: 'counsel-dismissal',
      purpose: '解除聘任（委托）后书面通知本人，收回材料和授权',
      ...{ series: null, category: '保全类', word: true, permission: 'litigation.file' },
    },
    source,
  ),
];
