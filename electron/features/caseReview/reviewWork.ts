/** What the monthly review of open cases puts on the work list (B4 §30, LIT-13): the next one of each, at the place where it is recorded. */
import { reviewStanding } from '@shared/domain/litigation/openReview';
import { doerOf } from '../litigation/caseWork';
import { allCaseFacts } from '../litigation/readCase';
import { rulesInForce } from '../rules/rulesInForce';
import type { WorkItemSource } from '../workbench/workItemSource';
import { reviewsOf } from './caseReview.repository';

export const reviewWork: WorkItemSource = async ({ store }, { today, until, most }) => {
  const db = store.read;
  const { book } = await rulesInForce(db, today);
  const reviews = Map.groupBy(reviewsOf(db, null), ({ caseId }) => caseId);
  return (await allCaseFacts(db, today))
    .flatMap((facts) => {
      const { dueOn: day } = reviewStanding(book, facts, reviews.get(facts.id) ?? []);
      if (day === null || day > until) return [];
      const { key, household, claimed } = facts;
      const whose = { householdId: household.id, userId: doerOf(facts), amount: claimed.total };
      return [{ kind: 'case-review' as const, key, day, what: key, ...whose, link: `/case/${key}?tab=%22review%22` }];
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .slice(0, most);
};
