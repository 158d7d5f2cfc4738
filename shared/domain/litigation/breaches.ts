/**
 * Breaches of the regulation that the books themselves show (B4 §31–32, LIT-15). They are computed anew each time and never
 * stored; what somebody said to one is. An override takes no breach away: it explains it.
 */

import { present } from '../../kernel/assert';
import type { CalendarDate } from '../../kernel/calendarDate';
import type { RuleBook } from '../../rules/ruleBook';
import { versionOn } from '../../rules/ruleBook';
import type { CaseFacts } from './caseFacts';
import { personsOf } from './caseFile';
import type { BookedMoney } from './caseMoney';
import { isBrought } from './gate';
import type { PermitKind } from './permits';
import { TRANSITIONS } from './procedure';

export const BREACH_KINDS = [
  'unfiled-suit',
  'blind-suit',
  'unfiled-fee',
  'no-responsible',
  'agent-unfiled',
  'enforcement-missed',
  'hearing-missed',
  'evidence-missed',
  'unapproved-withdrawal',
  'unapproved-settlement',
  'unbooked',
] as const;
export type BreachKind = (typeof BREACH_KINDS)[number];

const DISCIPLINARY = 'litigation/breaches-disciplinary';
const COMPENSATION = 'litigation/breaches-compensation';

/** Checklist and item that names each. */
const NAMED: Readonly<Record<BreachKind, readonly [rule: string, item: string]>> = {
  'unfiled-suit': [DISCIPLINARY, 'unfiled'],
  'blind-suit': [COMPENSATION, 'blind-suit'],
  'unfiled-fee': [DISCIPLINARY, 'fees'],
  'no-responsible': [DISCIPLINARY, 'no-responsible'],
  'agent-unfiled': [DISCIPLINARY, 'agent-unfiled'],
  'enforcement-missed': [COMPENSATION, 'enforcement-missed'],
  'hearing-missed': [COMPENSATION, 'hearing-missed'],
  'evidence-missed': [COMPENSATION, 'hearing-missed'],
  'unapproved-withdrawal': [COMPENSATION, 'unapproved-withdrawal'],
  'unapproved-settlement': [COMPENSATION, 'unapproved-settlement'],
  unbooked: [COMPENSATION, 'unbooked'],
};

export interface Breach {
  /** `<kind>:<key of the act or deadline>`. */
  readonly key: `${BreachKind}:${string}`;
  readonly kind: BreachKind;
  /** The day on which it happened; null: the books do not say. */
  readonly on: CalendarDate | null;
  readonly article: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What breaches are found in beside the case. */
export interface BreachFacts {
  readonly money: readonly BookedMoney[];
  /** Fees were booked for it. */
  readonly hasFees: boolean;
  /** Engaged for the case, but not as B4 asks. */
  readonly unfitAgents: readonly string[];
}

type Found = Omit<Breach, 'key' | 'article'> & { readonly of: string };

/** Steps that are missing although the case was brought; nothing of one in which the branch is sued but its filing. */
function gateBreaches(facts: CaseFacts, hasFees: boolean): Found[] {
  if (!isBrought(facts)) return [];
  const on = facts.acts.find(({ kind }) => kind === 'sued' || kind === 'accepted')?.on ?? null;
  const isPassed = (state: string) => state === 'done' || state === 'recorded' || state === 'not-needed';
  const missing = facts.gate.steps.filter(({ state }) => !isPassed(state)).map(({ id }) => id);
  const override = facts.gate.override?.reason ?? null;
  const unfiled = missing.includes('filing');
  const blind = missing.filter((id) => id === 'opinion' || id === 'committee');
  const fee = facts.acts.find(({ kind }) => kind === 'fee-paid');
  return [
    ...(unfiled ? [{ kind: 'unfiled-suit', of: 'case', on, facts: { override } } as const] : []),
    ...(blind.length > 0 ? [{ kind: 'blind-suit', of: 'case', on, facts: { steps: blind, override } } as const] : []),
    ...(unfiled && (hasFees || fee)
      ? [{ kind: 'unfiled-fee', of: 'case', on: fee?.on ?? on, facts: { override } } as const]
      : []),
  ];
}

const MISSED: Readonly<Partial<Record<string, BreachKind>>> = {
  'enforcement-period': 'enforcement-missed',
  hearing: 'hearing-missed',
  evidence: 'evidence-missed',
};

function deadlineBreaches({ deadlines }: CaseFacts): Found[] {
  return deadlines.flatMap(({ key, kind, state, day, metOn }): Found[] => {
    const breach = MISSED[kind];
    const isMissed = state === 'missed' || (state === 'late' && kind !== 'hearing');
    return breach && isMissed ? [{ kind: breach, of: key, on: day, facts: { day, metOn } }] : [];
  });
}

/** Deemed withdrawn after a hearing was set and nobody went: the case that missed it is gone with its deadlines (民诉法 146). */
function absences({ acts }: CaseFacts): Found[] {
  return acts.flatMap(({ key, kind, on }, at): Found[] => {
    if (kind !== 'withdrawal-deemed') return [];
    const last = acts.slice(0, at).findLast((act) => act.kind.startsWith('hearing-'));
    const day = last?.detail.until ?? on;
    return last?.kind === 'hearing-set'
      ? [{ kind: 'hearing-missed', of: key, on: day, facts: { day, metOn: null } }]
      : [];
  });
}

const UNAPPROVED: Readonly<Partial<Record<PermitKind | 'gate', BreachKind>>> = {
  release: 'unapproved-withdrawal',
  settlement: 'unapproved-settlement',
};

/** Acts that need a permit and have none, as an imported ledger may tell them. */
function permitBreaches({ acts, permits }: CaseFacts): Found[] {
  return acts.flatMap(({ key, kind, on, detail }): Found[] => {
    const guard = kind in TRANSITIONS ? TRANSITIONS[kind as keyof typeof TRANSITIONS].guard : null;
    const breach = guard === null ? undefined : UNAPPROVED[guard];
    const isApproved = permits.some(({ id, kind: of }) => of === guard && detail.permits?.includes(id));
    return breach && !isApproved ? [{ kind: breach, of: key, on, facts: { act: kind } }] : [];
  });
}

function articleOf(book: RuleBook, kind: BreachKind, on: CalendarDate): string {
  const [id, item] = NAMED[kind];
  const rule = book.find(id);
  const version = rule?.kind === 'checklist' ? (versionOn(rule.versions, on) ?? rule.versions[0]) : undefined;
  const named = version?.items.find((each) => each.id === item)?.article;
  return present(named, `the rule ${id} has its item ${item} with an article`);
}

/** In the order of BREACH_KINDS. */
export function breachesOf(book: RuleBook, facts: CaseFacts, beside: BreachFacts): Breach[] {
  const unbooked = beside.money
    .filter(({ state }) => state === 'missing' || state === 'late')
    .map(({ act, on, amount, booked, state }) => ({
      kind: 'unbooked' as const,
      of: act,
      on,
      facts: { amount, booked, state },
    }));
  const responsible = personsOf(facts, 'responsible').length > 0;
  const found: Found[] = [
    ...gateBreaches(facts, beside.hasFees),
    ...(responsible || !isBrought(facts) ? [] : [{ kind: 'no-responsible', of: 'case', on: null, facts: {} } as const]),
    ...beside.unfitAgents.map((name) => ({ kind: 'agent-unfiled' as const, of: name, on: null, facts: { name } })),
    ...deadlineBreaches(facts),
    ...absences(facts),
    ...permitBreaches(facts),
    ...unbooked,
  ];
  const order = (kind: BreachKind) => BREACH_KINDS.indexOf(kind);
  return found
    .map(({ of, ...each }) => ({
      ...each,
      key: `${each.kind}:${of}` as const,
      article: articleOf(book, each.kind, each.on ?? facts.asOf),
    }))
    .sort((a, b) => order(a.kind) - order(b.kind));
}
