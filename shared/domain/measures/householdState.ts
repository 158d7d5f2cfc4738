/** What the books and the contact log say of a household, in the words of the tables that suggest measures. Nothing is guessed. */
import type { CalendarDate } from '../../kernel/calendarDate';
import { daysBetween } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';
import type { Cell } from '../../rules/ruleTypes';
import { type Ability, type Attitude, OBSERVATIONS, type Observation } from '../contacts/contact';
import type { Verdict } from '../portfolio/verdicts';

export const BORROWER_STATES = ['normal', 'dead', 'missing', 'bankrupt', 'stopped', 'imprisoned', 'frail'] as const;
export type BorrowerState = (typeof BORROWER_STATES)[number];

export const LIMITATION_STATES = ['unknown', 'running', 'near', 'over', 'halted'] as const;
export type LimitationState = (typeof LIMITATION_STATES)[number];

/** The first that fits decides: a dead man is not also missing. */
const STATE_WORDS: readonly (readonly [BorrowerState, RegExp])[] = [
  ['dead', /死亡|去世|亡故|已故|身故/],
  ['missing', /失踪|下落不明|失联|外逃|走逃/],
  ['bankrupt', /破产/],
  ['imprisoned', /服刑|羁押|判刑|入狱|在押/],
  ['stopped', /停产|停业|歇业|关闭|注销|吊销|倒闭/],
  ['frail', /伤残|残疾|重病|患病|年老|体弱|丧失劳动/],
];

/** From what is written of the person and of his loans. */
export function borrowerState(written: readonly (string | null)[]): BorrowerState {
  const text = written.join(' ');
  return STATE_WORDS.find(([, words]) => words.test(text))?.[0] ?? 'normal';
}

export const isOfficial = (written: readonly (string | null)[]): boolean =>
  /公职|公务员|村干部|干部/.test(written.join(' '));

export const isFraud = (written: readonly (string | null)[]): boolean => /假名|冒名|借名|诈骗/.test(written.join(' '));

/** So many days before the end a limitation is near. */
const NEAR_DAYS = 90;

/** Of all the borrower's debts the worst: one that is about to expire comes before one that already has. */
export function limitationState(
  lines: readonly { readonly verdict: Verdict; readonly expiry: CalendarDate | null }[],
  asOf: CalendarDate,
): LimitationState {
  const each = lines.flatMap(({ verdict, expiry }): LimitationState[] => {
    if (verdict === 'settled') return [];
    if (verdict === 'defence-risk' || verdict === 'barred' || verdict === 'lost') return ['over'];
    if (verdict === 'halted') return ['halted'];
    if (expiry === null) return ['unknown'];
    return [daysBetween(asOf, expiry) <= NEAR_DAYS ? 'near' : 'running'];
  });
  return (['near', 'over', 'running', 'halted'] as const).find((state) => each.includes(state)) ?? 'unknown';
}

/** One contact as far as it says something of the debtor; newest last. */
export interface Impression {
  readonly reached: boolean;
  readonly counterpart: string;
  readonly attitude: Attitude | null;
  readonly ability: Ability | null;
  readonly observed: readonly Observation[];
}

export interface HouseholdState {
  readonly owed: Fen;
  readonly overdueDays: number;
  readonly guaranteed: boolean;
  readonly secured: boolean;
  readonly borrowerKind: 'person' | 'organisation';
  readonly borrowerState: BorrowerState;
  readonly limitationState: LimitationState;
  readonly official: boolean;
  readonly fraud: boolean;
  readonly contacts: readonly Impression[];
}

/** Contacts in which the debtor's side was spoken to: third persons are asked for whereabouts only. */
export const negotiationsIn = (contacts: readonly Pick<Impression, 'reached' | 'counterpart'>[]): number =>
  contacts.filter(({ reached, counterpart }) => reached && counterpart !== 'third-person').length;

/** Facts of the tables, by their names there. */
export function measureFacts(state: HouseholdState): Readonly<Record<string, Cell>> {
  const { contacts, ...books } = state;
  const observed = new Set(contacts.flatMap((contact) => contact.observed));
  const last = <K extends 'attitude' | 'ability'>(key: K) => contacts.findLast((each) => each[key] !== null)?.[key];
  return {
    ...books,
    attitude: last('attitude') ?? 'unknown',
    ability: last('ability') ?? 'unknown',
    negotiations: negotiationsIn(contacts),
    ...Object.fromEntries(OBSERVATIONS.map((name) => [name, observed.has(name)])),
  };
}
