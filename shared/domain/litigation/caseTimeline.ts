/** The course of a case on paper: what was done and decided, in the order of days, in a few words each. */
import type { CalendarDate } from '../../kernel/calendarDate';
import { yuanGrouped } from '../../kernel/money';
import type { CaseAct } from './acts';
import type { CaseFacts } from './caseFacts';
import { ACT_WORD, permitWord, resultWord } from './caseWords';

export interface TimelineEvent {
  /** null: an imported ledger does not say when. */
  readonly day: CalendarDate | null;
  readonly what: string;
  /** Numbers, sums and whatever else belongs to it. */
  readonly facts: string;
}

const OUTCOME_WORD = { agreed: '同意备案', refused: '不同意备案', returned: '退回补充' } as const;

/** What people set themselves to do is no part of a case's course. */
const isCourse = ({ kind }: CaseAct): boolean => kind !== 'task-set' && kind !== 'task-done';

function factsOf(act: CaseAct): string {
  const { opinion, filing, caseNo, paperNo, court, amount, item, until, text } = act.detail;
  const isHearing = act.kind === 'hearing-set' || act.kind === 'hearing-adjourned';
  return [
    opinion?.number,
    filing?.outcome && OUTCOME_WORD[filing.outcome],
    filing?.number,
    caseNo,
    paperNo,
    court,
    resultWord(act),
    item,
    amount === undefined ? null : `${yuanGrouped(amount)}元`,
    until && (isHearing ? `定于${until}` : `至${until}`),
    text,
    act.note,
  ]
    .filter(Boolean)
    .join(' ');
}

/** On one day the opinion stands before what was decided on it, and that before what followed. */
interface Placed extends TimelineEvent {
  readonly at: CalendarDate;
  readonly rank: 0 | 1 | 2;
}

function placedActs(acts: readonly CaseAct[]): Placed[] {
  let at: CalendarDate = '';
  return acts.filter(isCourse).map((act) => {
    at = act.on ?? at;
    const rank = act.kind === 'opinion-given' ? 0 : 2;
    return { at, rank, day: act.on, what: ACT_WORD[act.kind], facts: factsOf(act) };
  });
}

const DECIDED = { approved: '同意', recorded: '同意', rejected: '不同意' } as const;
const isDecided = (state: string): state is keyof typeof DECIDED => state in DECIDED;

function decisions({ consent, permits }: CaseFacts): Placed[] {
  const { state, on, number } = consent;
  const suit: Placed[] =
    on !== null && isDecided(state)
      ? [{ at: on, day: on, rank: 1, what: `诉委会${DECIDED[state]}起诉`, facts: number ?? '' }]
      : [];
  const asked = permits.flatMap((permit): Placed[] => {
    const { decidedOn: day, filingNo } = permit;
    if (day === null || permit.state === 'asked') return [];
    const what = `${permit.state === 'approved' ? '批准' : '未批准'}${permitWord(permit)}`;
    return [{ at: day, day, rank: 1, what, facts: [permit.terms.item, filingNo].filter(Boolean).join(' ') }];
  });
  return [...suit, ...asked];
}

export const timelineOf = (facts: CaseFacts): TimelineEvent[] =>
  [...placedActs(facts.acts), ...decisions(facts)]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.rank - b.rank))
    .map(({ day, what, facts: said }) => ({ day, what, facts: said }));
