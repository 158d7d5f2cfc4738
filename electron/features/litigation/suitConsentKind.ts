/** The committee's consent to a suit (B4 §10): what it is shown when it is asked, which is what it consents to. */
import type { Content } from '@shared/domain/approvals/content';
import { claimedOf, personsOf } from '@shared/domain/litigation/caseFile';
import { gateOf, isPassed, opinionOf } from '@shared/domain/litigation/gate';
import type { ApprovalKind } from '../approvals/approvalKind';
import { rowSubject } from '../approvals/rowSubject';
import { rulesInForce } from '../rules/rulesInForce';
import { findCase } from './readCase';

const { subjectOf, idOf } = rowSubject('case');

export const caseSubjectOf = subjectOf;

export const suitConsent: ApprovalKind = {
  id: 'suit-consent',
  authority: { rule: 'authority/suit-consent', columns: ['level1'] },
  delegable: false,
  async current(db, subject): Promise<Content | null> {
    const file = findCase(db, idOf(subject));
    if (!file) return null;
    const { principal, interest, total } = claimedOf(file);
    const opinion = opinionOf(file)?.detail.opinion;
    const defendants = file.parties.filter(({ role }) => role === 'defendant').map(({ name }) => name);
    const people = (role: 'responsible' | 'handler') =>
      personsOf(file, role)
        .map(({ name }) => name)
        .join('、');
    return [
      { field: 'case', type: 'text', value: file.key },
      { field: 'household', type: 'household', value: file.household.number },
      { field: 'defendants', type: 'count', value: defendants.length },
      { field: 'principal', type: 'amount', value: principal },
      { field: 'interest', type: 'amount', value: interest },
      { field: 'claimed', type: 'amount', value: total },
      { field: 'securities', type: 'count', value: file.claims.filter(({ kind }) => kind === 'security').length },
      { field: 'court', type: 'text', value: file.court ?? '' },
      { field: 'opinion', type: 'text', value: opinion?.number ?? '' },
      { field: 'chance', type: 'word', value: opinion?.chance ?? '' },
      { field: 'conclusion', type: 'word', value: opinion?.conclusion ?? '' },
      { field: 'floor', type: 'amount', value: opinion?.settlement?.floor ?? 0 },
      { field: 'responsible', type: 'person', value: people('responsible') },
      { field: 'handler', type: 'person', value: people('handler') },
    ];
  },
  /** What must be there before the committee is asked, as it is now. */
  async checks(db, subject, today) {
    const file = findCase(db, idOf(subject));
    if (!file) return [];
    const { book } = await rulesInForce(db, today);
    const { steps } = gateOf(book, file, today);
    const before = steps.slice(
      0,
      steps.findIndex(({ id }) => id === 'committee'),
    );
    return before.map((step) => ({
      id: `suit-${step.id}`,
      met: isPassed(step),
      ...(step.article === null ? {} : { article: step.article }),
    }));
  },
  // Where it stands is read from the request; a refusal asks for its treatment, which is an act of its own.
  ended: async () => [],
};
