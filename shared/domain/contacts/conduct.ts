/**
 * What the law and the trade's own rules say of a contact (law.md §15, S17): hours, frequency, visits, third persons, heirs,
 * minors. A block refuses; a warning is passed with a reason that the log keeps. The day of the act picks the rule.
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Inquiry } from '../../rules/inquiry';
import { versionOn } from '../../rules/ruleBook';
import type { VersionHead } from '../../rules/ruleTypes';
import {
  type Basis,
  type ContactKind,
  type Counterpart,
  dayOf,
  type Initiative,
  type LocalMinute,
  minuteOf,
  type Purpose,
} from './contact';

export interface ConductFacts {
  readonly at: LocalMinute;
  readonly kind: ContactKind;
  readonly initiative: Initiative;
  readonly counterpart: Counterpart;
  readonly purpose: Purpose;
  readonly basis: Basis;
  /** People of the bank who took part. */
  readonly staff: number;
  /** Of a visit: badges were shown, it was recorded, the hour was agreed. */
  readonly identified: boolean;
  readonly recorded: boolean;
  readonly agreed: boolean;
  /** The person was spoken to. */
  readonly reached: boolean;
  /** Calls of the bank to this person on the same day, this one not counted. */
  readonly callsThatDay: number;
  /** Of these, how many reached him. */
  readonly reachedThatDay: number;
  readonly minor: boolean;
  /** This third person asked not to be contacted again. */
  readonly stopped: boolean;
  /** The debtor is missing, or was not reached the last time. */
  readonly unreachable: boolean;
  /** A record of the estate lies with the entry. */
  readonly estateRecord: boolean;
  /** The entry holds a promise or an acknowledgement. */
  readonly binding: boolean;
}

export const CONDUCT_CODES = [
  'quiet-hours',
  'voice-limit',
  'attempt-limit',
  'visit-staff',
  'visit-not-identified',
  'visit-not-recorded',
  'visit-not-agreed',
  'minor',
  'heir-without-estate',
  'third-person-not-to-locate',
  'third-person-stopped',
  'third-person-needless',
  'third-person-bound',
  'word-threat',
  'word-self-help',
  'word-disclosure',
  'word-false-authority',
  'word-reserved-for-courts',
  'word-tone',
  'word-insult',
  'word-told-others',
  'word-debt-told',
  'word-reported',
] as const;
export type ConductCode = (typeof CONDUCT_CODES)[number];

export interface ConductFinding {
  readonly code: ConductCode;
  readonly level: 'block' | 'warn';
  readonly article: string;
  /** The limit, where there is a number. */
  readonly limit?: number;
  /** What was typed, where words are at fault (talk.ts). */
  readonly words?: string;
}

type Finding = Omit<ConductFinding, 'article'>;

const block = (code: ConductCode, limit?: number): Finding => ({
  code,
  level: 'block',
  ...(limit === undefined ? {} : { limit }),
});
const warn = (code: ConductCode): Finding => ({ code, level: 'warn' });
const when = (holds: boolean, finding: Finding): Finding[] => (holds ? [finding] : []);

/** A letter arrives when the post brings it. */
const DISTURBING: readonly ContactKind[] = ['visit', 'call', 'meeting', 'message'];

/** Hours and numbers of contacts; nothing before the rule existed. */
function limitsOf(inquiry: Inquiry, facts: ConductFacts): ConductFinding[] {
  const { at, kind } = facts;
  if (!DISTURBING.includes(kind)) return [];
  const inputs = { at, kind, calls: facts.callsThatDay, reached: facts.reachedThatDay };
  const limits = inquiry.valuesInForce('conduct/contact-limits', dayOf(at), inputs);
  if (limits === null) return [];
  const minute = minuteOf(at);
  const quiet = minute >= limits.number('quietFromHour') * 60 || minute < limits.number('quietToHour') * 60;
  const voices = limits.number('effectiveVoicePerDay');
  const attempts = limits.has('attemptsPerNumberPerDay') ? limits.number('attemptsPerNumberPerDay') : null;
  const isCall = kind === 'call';
  return [
    ...when(quiet, block('quiet-hours')),
    ...when(isCall && facts.reached && facts.reachedThatDay >= voices, block('voice-limit', voices)),
    ...(attempts === null ? [] : when(isCall && facts.callsThatDay >= attempts, block('attempt-limit', attempts))),
  ].map((finding) => ({ ...finding, article: limits.article }));
}

function visitOf(inquiry: Inquiry, facts: ConductFacts): ConductFinding[] {
  if (facts.kind !== 'visit') return [];
  const { staff, identified, recorded, agreed } = facts;
  const rule = inquiry.valuesInForce('conduct/visits', dayOf(facts.at), { staff, identified, recorded, agreed });
  if (rule === null) return [];
  const least = rule.number('leastStaff');
  return [
    ...when(staff < least, block('visit-staff', least)),
    ...when(!identified, block('visit-not-identified')),
    ...when(!recorded, warn('visit-not-recorded')),
    ...when(!agreed, warn('visit-not-agreed')),
  ].map((finding) => ({ ...finding, article: rule.article }));
}

export const ACTS = 'conduct/acts';

function isInForce(inquiry: Inquiry, id: string, day: CalendarDate): boolean {
  const versions: readonly VersionHead[] = inquiry.book.find(id)?.versions ?? [];
  return versionOn(versions, day) !== null;
}

/** Rows of the table of acts stand behind what concerns the person, not the hour. */
const ACT_OF: Readonly<Partial<Record<ConductCode, string>>> = {
  minor: 'minors',
  'heir-without-estate': 'demand-heirs',
};

function personOf(inquiry: Inquiry, facts: ConductFacts): ConductFinding[] {
  const { counterpart } = facts;
  const isThird = counterpart === 'third-person';
  const found = [
    ...when(facts.minor, block('minor')),
    ...when(counterpart === 'heir' && !facts.estateRecord, block('heir-without-estate')),
    ...when(isThird && facts.purpose !== 'locate', block('third-person-not-to-locate')),
    ...when(isThird && facts.stopped, block('third-person-stopped')),
    ...when(isThird && !facts.unreachable, block('third-person-needless')),
    ...when(isThird && facts.binding, block('third-person-bound')),
  ];
  const day = dayOf(facts.at);
  if (!isInForce(inquiry, ACTS, day)) return [];
  return found.map((finding) => {
    const act = ACT_OF[finding.code] ?? 'press-third-parties';
    return { ...finding, article: inquiry.row(ACTS, day, { act }).article };
  });
}

/** What stands against the contact, blocks first. Third persons are no debtors whoever began. */
export function conductOf(inquiry: Inquiry, facts: ConductFacts): ConductFinding[] {
  const outward = facts.initiative === 'bank' ? [...limitsOf(inquiry, facts), ...visitOf(inquiry, facts)] : [];
  const all = [...outward, ...personOf(inquiry, facts)];
  return [...all.filter(({ level }) => level === 'block'), ...all.filter(({ level }) => level === 'warn')];
}
