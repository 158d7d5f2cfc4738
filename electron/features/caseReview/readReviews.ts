/** The monthly review of open cases (B4 §30) and the breaches that the books show (B4 §31–32), of one case or of the branch. */
import { breachesOf } from '@shared/domain/litigation/breaches';
import type { CaseFacts } from '@shared/domain/litigation/caseFacts';
import { caseFacts } from '@shared/domain/litigation/caseFacts';
import { personsOf } from '@shared/domain/litigation/caseFile';
import { bookedMoney } from '@shared/domain/litigation/caseMoney';
import { reviewStanding } from '@shared/domain/litigation/openReview';
import { isClosed } from '@shared/domain/litigation/stages';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { RuleBook } from '@shared/rules/ruleBook';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { casesWithFees, receiptsOf } from '../caseMoney/caseMoney.repository';
import { unfitAgents } from '../counsel/keepCounsels';
import { allCaseFacts, caseOrRefuse } from '../litigation/readCase';
import { rulesInForce } from '../rules/rulesInForce';
import { breachNotes, reviewsOf } from './caseReview.repository';

/** What the review of any case rests on beside its file, read once. */
async function readBeside(db: ReadDb, today: CalendarDate) {
  return {
    receipts: Map.groupBy(receiptsOf(db, null), ({ caseId }) => caseId),
    reviews: Map.groupBy(reviewsOf(db, null), ({ caseId }) => caseId),
    notes: Map.groupBy(breachNotes(db), ({ caseId }) => caseId),
    fees: casesWithFees(db),
    unfit: await unfitAgents(db, today),
  };
}
type Beside = Awaited<ReturnType<typeof readBeside>>;

function reviewed(book: RuleBook, facts: CaseFacts, beside: Beside) {
  const { id, asOf } = facts;
  const money = bookedMoney(book, facts, beside.receipts.get(id) ?? [], asOf);
  const found = breachesOf(book, facts, {
    money,
    hasFees: beside.fees.has(id),
    unfitAgents: beside.unfit.get(id) ?? [],
  });
  const notes = beside.notes.get(id) ?? [];
  const reviews = (beside.reviews.get(id) ?? []).map(({ caseId: _, ...review }) => review);
  return {
    reviews,
    standing: reviewStanding(book, facts, reviews),
    breaches: found.map((breach) => {
      const note = notes.find((each) => each.breach === breach.key);
      return { ...breach, note: note ? { reason: note.reason, by: note.by, at: note.at } : null };
    }),
  };
}

/** Refuses case-unknown. */
export async function reviewOf(db: ReadDb, id: number, today: CalendarDate) {
  const file = caseOrRefuse(db, id);
  const { book } = await rulesInForce(db, today);
  const facts = caseFacts(book, file, today);
  return { facts, ...reviewed(book, facts, await readBeside(db, today)) };
}

export async function showReview({ clock }: Services, { store }: OpenFolder, id: number) {
  const today = clock.today();
  const { facts: _, ...review } = await store.reading((db) => reviewOf(db, id, today));
  return { today, ...review };
}

const names = (facts: CaseFacts, role: 'responsible' | 'handler') =>
  personsOf(facts, role)
    .map(({ name }) => name)
    .join('、');

/** Open cases and closed ones with breaches; whose review is due longest stand first. */
export async function allReviews(db: ReadDb, today: CalendarDate) {
  const { book } = await rulesInForce(db, today);
  const beside = await readBeside(db, today);
  return (await allCaseFacts(db, today))
    .map((facts) => ({ facts, ...reviewed(book, facts, beside) }))
    .filter(({ facts, breaches }) => !isClosed(facts.stage) || breaches.length > 0)
    .map(({ facts, reviews, ...rest }) => ({
      id: facts.id,
      key: facts.key,
      unit: facts.unit.name,
      borrower: facts.household.name,
      stage: facts.stage,
      responsible: names(facts, 'responsible'),
      handlers: names(facts, 'handler'),
      last: reviews.at(-1) ?? null,
      ...rest,
    }))
    .sort((a, b) => (a.standing.dueOn ?? '9999').localeCompare(b.standing.dueOn ?? '9999') || a.id - b.id);
}

export async function listReviews({ clock }: Services, { store }: OpenFolder) {
  const today = clock.today();
  const items = await store.reading((db) => allReviews(db, today));
  return {
    today,
    items,
    due: items.filter(({ standing }) => standing.isDue).length,
    breaches: items.reduce((sum, { breaches }) => sum + breaches.filter(({ note }) => note === null).length, 0),
  };
}
