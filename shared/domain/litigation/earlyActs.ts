/**
 * Acts whose day lies before something that should have come first: a period that still runs, a hearing that nobody recorded. A
 * court may have had its reasons, so each is a warning with its article; what a lost case cannot have at all is refused.
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import { Inquiry } from '../../rules/inquiry';
import type { RuleBook } from '../../rules/ruleBook';
import type { ActKind, CourtAct } from './actKinds';
import type { CaseAct } from './acts';
import type { CaseFile } from './caseFile';
import type { DeadlineKind } from './deadlineSpecs';
import { type CaseDeadline, deadlinesOf } from './deadlines';
import { effectOf, isClaimLost } from './effect';
import { type NewAct, refused, warned } from './newAct';
import type { Finding } from './replay';

const HEARING_ARTICLE = '中华人民共和国民事诉讼法（2023年文本） 第一百三十七条、第一百四十五条';
/** What an enforcement needs: the obligor let the days of the document pass. */
const UNPERFORMED_ARTICLE =
  '中华人民共和国民事诉讼法（2023年文本） 第二百四十七条；最高人民法院关于人民法院执行工作若干问题的规定（试行）（2020年文本） 第十六条';
/** What can be enforced says what is to be given. */
const ENFORCEABLE_ARTICLE = '最高人民法院关于适用民事诉讼法的解释（2022年文本） 第四百六十一条';

const until = ({ acts }: CaseFile, day: CalendarDate): CaseAct[] => acts.filter(({ on }) => on === null || on <= day);

const latest = (deadlines: readonly CaseDeadline[]): CaseDeadline | null =>
  deadlines.reduce<CaseDeadline | null>((last, each) => (last && last.day >= each.day ? last : each), null);

/** Until when the other side can still keep a document from taking effect. */
const HINDERED: Readonly<Partial<Record<CourtAct, readonly DeadlineKind[]>>> = {
  effective: ['appeal', 'appeal-other'],
  'payment-order-effective': ['order-objection'],
};

/**
 * A judgment of the first instance takes effect when nobody can appeal any more (民诉法 158, 171), a payment order when nobody
 * objected in time (227): a day before that was misread.
 */
function effectiveEarly(book: RuleBook, file: CaseFile, { kind, on }: NewAct, today: CalendarDate): Finding[] {
  const periods = HINDERED[kind] ?? [];
  const last = latest(deadlinesOf(book, file, today).filter((each) => periods.includes(each.kind)));
  return last && on <= last.day
    ? [warned('effective-early', { until: last.day, on }, last.trace[0]?.article ?? null)]
    : [];
}

/** The debtor may still perform: the court sends an application back that comes before the last day for that. */
function enforcementEarly(file: CaseFile, { kind, on }: NewAct): Finding[] {
  if (kind !== 'enforcement-applied') return [];
  const acts = until(file, on);
  if (isClaimLost(acts)) return [refused('nothing-to-enforce', {}, ENFORCEABLE_ARTICLE)];
  const effect = effectOf(acts);
  const day = effect?.performBy ?? effect?.instalments[0] ?? null;
  return day !== null && on <= day ? [warned('enforcement-early', { until: day, on }, UNPERFORMED_ARTICLE)] : [];
}

/** What has to be over before a hearing. Evidence counts whether or not ours is handed in: the other side has the same days. */
const isBeforeHearing = ({ kind, state }: CaseDeadline): boolean =>
  kind === 'defence'
    ? state === 'open' || state === 'missed'
    : (kind === 'evidence' || kind === 'announcement') && state !== 'void';

/** The rule of the period; days that a court set itself have no trace of their own. */
function articleOf(book: RuleBook, { trace, causeOn }: CaseDeadline, on: CalendarDate): string | null {
  const rule = new Inquiry(book).valuesInForce('procedure/evidence-period', causeOn ?? on);
  return trace[0]?.article ?? rule?.article ?? null;
}

/** Whoever is heard has had his days to answer and to prove, and what is announced has reached him (民诉法 95, 128, 解释 99). */
function hearingEarly(book: RuleBook, file: CaseFile, { kind, on, detail }: NewAct, today: CalendarDate): Finding[] {
  const day = kind === 'hearing-held' ? on : kind === 'hearing-set' ? detail.until : undefined;
  if (day === undefined) return [];
  const known = { ...file, acts: until(file, on) };
  const last = latest(deadlinesOf(book, known, today).filter(isBeforeHearing));
  if (last === null || day > last.day) return [];
  return [warned('hearing-early', { deadline: last.kind, until: last.day, on: day }, articleOf(book, last, on))];
}

const BEGINS_ANEW: readonly ActKind[] = ['accepted', 'second-remanded', 'retrial-ordered', 'retrial-remanded'];

/** A first instance is heard before it is judged, in any procedure; a ruling may do without. */
function judgedUnheard(file: CaseFile, { kind, on, detail }: NewAct): Finding[] {
  if (kind !== 'judged' || detail.paper === 'ruling') return [];
  const acts = until(file, on);
  const since = acts.slice(acts.findLastIndex((act) => BEGINS_ANEW.includes(act.kind)) + 1);
  return since.some((act) => act.kind === 'hearing-held') ? [] : [warned('judged-unheard', { on }, HEARING_ARTICLE)];
}

export const earlyFindings = (book: RuleBook, file: CaseFile, act: NewAct, today: CalendarDate): Finding[] => [
  ...enforcementEarly(file, act),
  ...effectiveEarly(book, file, act, today),
  ...hearingEarly(book, file, act, today),
  ...judgedUnheard(file, act),
];
