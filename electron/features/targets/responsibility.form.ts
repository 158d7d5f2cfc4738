/** DOC-TEAM-03, the notice to whoever answers for a loan; it is known by its key and lies in the household's file. */
import { composeResponsibility, type ResponsibilityFacts } from '@shared/domain/targets/responsibilityPaper';
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { TraceLine } from '@shared/rules/inquiry';
import type { ReadDb } from '../../database/store';
import type { Form, SubjectKind } from '../documents/form';
import { branchUnit } from '../users/users.repository';
import { responsibilityOf, type StoredResponsibility } from './responsibility.repository';

const namedAt = (db: ReadDb, loanId: number): StoredResponsibility =>
  (Number.isInteger(loanId) ? responsibilityOf(db, loanId) : undefined) ??
  refuse('subject-unknown', { subject: String(loanId) });

/** A loan with a person who answers for it, by the loan's id; refuses subject-unknown. */
const RESPONSIBILITY: SubjectKind = {
  name: 'responsibility',
  find: (db, key) => namedAt(db, Number(key)).loanId,
  describe(db, id) {
    const { partyId, person, contract } = namedAt(db, id);
    return { id, partyId, label: `${person} ${contract}` };
  },
};

/** `B2 农村信用社… 第十九条` without the letter under which the sources are kept. */
const asCited = (article: string): string => article.replace(/^[A-Z]\d+ /, '');

async function gather(db: ReadDb, loanId: number, today: string): Promise<ResponsibilityFacts> {
  const { person, mode, deadline, consequence, irregularity, reason, trace, ...loan } = namedAt(db, loanId);
  const { borrower, contract, balance, balanceAsOf, liabilityKind, liabilityAmount } = loan;
  const { article } = present((JSON.parse(trace) as TraceLine[]).at(-1), 'the rules said how it is recovered');
  const owed = { liabilityKind, liabilityAmount };
  const said = { person, mode, deadline, consequence, irregularity, reason, article: asCited(article) };
  const unit = (await branchUnit(db)).name;
  return { asOf: today, unit, borrower, contract, balance, balanceAsOf, ...owed, ...said };
}

export const responsibilityNotice: Form<ResponsibilityFacts> = {
  code: 'DOC-TEAM-03',
  alias: 'responsibility-notice',
  title: '责任清收通知书',
  purpose: '通知责任人清收的贷款、期限和逾期后果',
  class: 'INT',
  version: '1',
  series: null,
  category: '管理类',
  word: false,
  subject: RESPONSIBILITY,
  permission: 'target.name-responsible',
  required: [],
  fields: [],
  gather: (db, id, { today }) => gather(db, id, today),
  catalogue: () => [],
  figures: () => [],
  check: () => [],
  fill: () => ({}),
  compose: (facts, _, date) => composeResponsibility(facts, date),
};
