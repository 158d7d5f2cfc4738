/**
 * The way of a case through the courts as a declared state machine: which act may follow in which state, where it leads, what
 * must be free before it, and the article that says so. Law of the text in force since 2024-01-01; older cases have the same
 * order under other numbers.
 */
import type { CourtAct } from './actKinds';

export const STATES = [
  'pre-suit',
  'preserved',
  'order-applied',
  'ordered',
  'special',
  'arbitration',
  'sued',
  'accepted',
  'trial',
  'rejected',
  'judged',
  'appeal',
  'mediated',
  'effective',
  'retrial',
  'enforcing',
  'settled',
  'stayed',
  'no-assets',
  'bankruptcy',
  'withdrawn',
  'ended',
  'closed',
] as const;
export type State = (typeof STATES)[number];

/** What must be free before the act: the way to the court, or an approval that B4 asks for. */
export type Guard = 'gate' | 'release' | 'settlement' | 'in-kind';

export interface Transition {
  /** State before → state after; an act is out of order in any other state. */
  readonly moves: Readonly<Partial<Record<State, State>>>;
  readonly guard: Guard | null;
  readonly article: string;
}

const CPL = '中华人民共和国民事诉讼法（2023年文本）';
const INTERPRETATION = '最高人民法院关于适用民事诉讼法的解释（2022年文本）';
const BANKRUPTCY = '中华人民共和国企业破产法';
const CHANGE_OF_PARTY = '最高人民法院关于民事执行中变更、追加当事人若干问题的规定（2020年文本）';
const B4 = 'B4 不良贷款诉讼管理办法';

const stay = (...states: State[]): Transition['moves'] => Object.fromEntries(states.map((state) => [state, state]));
const lead = (to: State, ...states: State[]): Transition['moves'] =>
  Object.fromEntries(states.map((state) => [state, to]));

const BEFORE_SUIT: State[] = ['pre-suit', 'preserved'];
const IN_FIRST: State[] = ['accepted', 'trial'];
const IN_COURT: State[] = ['sued', 'accepted', 'trial', 'judged', 'appeal', 'retrial'];
/** Special ways to a document that can be enforced; they have fees of their own. */
const BESIDE_SUIT: State[] = ['order-applied', 'special', 'arbitration'];
const AFTER_EFFECT: State[] = ['mediated', 'effective'];
const IN_ENFORCEMENT: State[] = ['enforcing', 'settled', 'stayed', 'no-assets'];
const OPEN: State[] = [
  ...[...BEFORE_SUIT, ...IN_COURT, ...AFTER_EFFECT, ...IN_ENFORCEMENT],
  ...(['order-applied', 'ordered', 'special', 'arbitration', 'rejected', 'bankruptcy', 'withdrawn', 'ended'] as const),
];

const act = (article: string, moves: Transition['moves'], guard: Guard | null = null): Transition => ({
  moves,
  guard,
  article,
});

export const TRANSITIONS: Readonly<Record<CourtAct, Transition>> = {
  'evidence-preservation-applied': act(`${CPL} 第八十四条；${B4} 第十三条`, stay(...BEFORE_SUIT, ...IN_COURT)),
  'evidence-preserved': act(`${CPL} 第八十四条`, stay(...BEFORE_SUIT, ...IN_COURT)),
  'preservation-applied': act(
    `${CPL} 第一百零三条、第一百零四条`,
    stay(...BEFORE_SUIT, ...IN_COURT, ...AFTER_EFFECT, 'arbitration'),
    'gate',
  ),
  'preservation-ordered': act(`${CPL} 第一百零三条、第一百零四条`, {
    'pre-suit': 'preserved',
    ...stay('preserved', ...IN_COURT, ...AFTER_EFFECT, 'arbitration'),
  }),
  seized: act(`${INTERPRETATION} 第四百八十五条`, stay(...OPEN)),
  'seizure-renewed': act(`${INTERPRETATION} 第四百八十五条`, stay(...OPEN)),
  'seizure-released': act(`${B4} 第十四条`, stay(...OPEN, 'closed'), 'release'),
  // The thing that stands in its place is seized by an act of its own.
  'seizure-changed': act(`${B4} 第十四条；${INTERPRETATION} 第一百六十七条`, stay(...OPEN), 'release'),
  sued: act(`${CPL} 第一百二十二条、第一百二十三条`, lead('sued', ...BEFORE_SUIT, 'withdrawn', 'rejected'), 'gate'),
  accepted: act(`${CPL} 第一百二十六条`, lead('accepted', ...BEFORE_SUIT, 'sued'), 'gate'),
  'suit-rejected': act(`${CPL} 第一百二十六条、第一百五十七条`, lead('rejected', 'sued', ...IN_FIRST)),
  // The court that it goes to gives it a number of its own: it is accepted there anew.
  transferred: act(`${CPL} 第三十七条、第一百三十条`, lead('sued', 'sued', ...IN_FIRST)),
  'procedure-changed': act(`${CPL} 第一百六十九条、第一百七十条`, stay(...IN_FIRST)),
  'party-changed': act(
    `${INTERPRETATION} 第七十三条；${CHANGE_OF_PARTY}`,
    stay(...IN_FIRST, 'appeal', 'retrial', 'arbitration', ...AFTER_EFFECT, ...IN_ENFORCEMENT),
  ),
  'fee-notified': act('诉讼费用交纳办法 第二十二条', stay(...IN_COURT, ...BESIDE_SUIT)),
  'fee-paid': act('诉讼费用交纳办法 第二十二条', stay(...IN_COURT, ...BESIDE_SUIT), 'gate'),
  served: act(`${CPL} 第一百二十八条`, stay(...IN_FIRST, 'appeal', 'retrial')),
  announced: act(`${CPL} 第九十五条`, stay(...IN_FIRST, 'judged', 'rejected', 'appeal', 'retrial')),
  'defence-received': act(`${CPL} 第一百二十八条`, stay(...IN_FIRST, 'appeal', 'retrial')),
  'jurisdiction-objected': act(`${CPL} 第一百三十条`, stay('accepted')),
  'jurisdiction-ruled': act(`${CPL} 第一百三十条`, stay('accepted')),
  'evidence-set': act(`${INTERPRETATION} 第九十九条`, stay(...IN_FIRST, 'appeal', 'retrial')),
  'evidence-submitted': act(`${INTERPRETATION} 第九十九条`, stay(...IN_FIRST, 'appeal', 'retrial')),
  'hearing-set': act(`${CPL} 第一百三十九条`, stay(...IN_FIRST, 'appeal', 'retrial', 'arbitration', 'special')),
  'hearing-adjourned': act(`${CPL} 第一百四十九条`, stay(...IN_FIRST, 'appeal', 'retrial', 'arbitration', 'special')),
  'hearing-held': act(`${CPL} 第一百四十条`, {
    ...lead('trial', ...IN_FIRST),
    ...stay('appeal', 'retrial', 'arbitration', 'special'),
  }),
  'suit-stayed': act(`${CPL} 第一百五十三条`, stay(...IN_FIRST, 'appeal', 'retrial')),
  'suit-resumed': act(`${CPL} 第一百五十三条`, stay(...IN_FIRST, 'appeal', 'retrial')),
  mediated: act(
    `${CPL} 第一百条；${B4} 第十六条`,
    lead('mediated', ...IN_FIRST, 'appeal', 'retrial', 'arbitration'),
    'settlement',
  ),
  withdrawn: act(
    `${CPL} 第一百四十八条；${B4} 第十四条`,
    lead('withdrawn', 'sued', ...IN_FIRST, 'order-applied', 'special', 'arbitration'),
    'release',
  ),
  // Of some defendants or claims; the suit goes on about the others.
  'withdrawn-part': act(`${CPL} 第五十四条、第一百四十八条；${B4} 第十四条`, stay('sued', ...IN_FIRST), 'release'),
  // By the court itself: we stayed away, or the fee was not paid. No permit of ours stands before it.
  'withdrawal-deemed': act(
    `${CPL} 第一百四十六条；${INTERPRETATION} 第二百一十三条`,
    lead('withdrawn', 'sued', ...IN_FIRST),
  ),
  // A retrial by the procedure of the first instance ends in a judgment that can be appealed against (218).
  judged: act(`${CPL} 第一百五十五条、第二百一十八条`, lead('judged', ...IN_FIRST, 'retrial')),
  'judgment-served': act(`${CPL} 第一百七十一条`, stay('judged', 'rejected', 'appeal')),
  appealed: act(`${CPL} 第一百七十一条`, lead('appeal', 'judged', 'rejected', 'appeal')),
  'second-accepted': act(`${CPL} 第一百七十四条`, stay('appeal')),
  'second-judged': act(`${CPL} 第一百七十七条、第一百八十二条`, lead('effective', 'appeal')),
  'second-remanded': act(`${CPL} 第一百七十七条`, lead('accepted', 'appeal')),
  'appeal-withdrawn': act(`${CPL} 第一百八十条`, lead('effective', 'appeal')),
  effective: act(`${CPL} 第一百五十八条`, { judged: 'effective', ...stay('mediated', 'rejected') }),
  'retrial-applied': act(`${CPL} 第二百一十六条`, stay(...AFTER_EFFECT, ...IN_ENFORCEMENT, 'ended', 'closed')),
  'retrial-refused': act(`${CPL} 第二百一十五条`, stay(...AFTER_EFFECT, ...IN_ENFORCEMENT, 'ended', 'closed')),
  'retrial-ordered': act(
    `${CPL} 第二百一十七条`,
    lead('retrial', ...AFTER_EFFECT, ...IN_ENFORCEMENT, 'ended', 'closed'),
  ),
  'retrial-judged': act(`${CPL} 第二百一十八条`, lead('effective', 'retrial')),
  'retrial-remanded': act(`${CPL} 第一百七十七条、第二百一十八条`, lead('accepted', 'retrial')),
  'payment-order-applied': act(`${CPL} 第二百二十五条`, lead('order-applied', 'pre-suit'), 'gate'),
  'payment-order-issued': act(`${CPL} 第二百二十七条`, lead('ordered', 'order-applied')),
  'payment-order-served': act(`${CPL} 第二百二十七条`, stay('ordered')),
  'payment-order-objected': act(`${CPL} 第二百二十八条`, lead('pre-suit', 'ordered')),
  'payment-order-ended': act(`${CPL} 第二百二十七条`, lead('pre-suit', 'order-applied', 'ordered')),
  'payment-order-effective': act(`${CPL} 第二百二十七条`, lead('effective', 'ordered')),
  'realisation-applied': act(`${CPL} 第二百零七条`, lead('special', ...BEFORE_SUIT), 'gate'),
  'realisation-accepted': act(`${CPL} 第二百零七条`, stay('special')),
  'realisation-granted': act(`${CPL} 第二百零八条`, lead('effective', 'special')),
  'realisation-refused': act(`${CPL} 第二百零八条`, lead('pre-suit', 'special')),
  'arbitration-applied': act(
    `中华人民共和国仲裁法 申请和受理；${B4} 第三十三条`,
    lead('arbitration', ...BEFORE_SUIT, 'withdrawn', 'rejected'),
    'gate',
  ),
  'arbitration-accepted': act('中华人民共和国仲裁法 申请和受理', stay('arbitration')),
  awarded: act('中华人民共和国仲裁法 裁决的生效', lead('effective', 'arbitration')),
  'certificate-issued': act(`${CPL} 第二百四十九条`, lead('effective', ...BEFORE_SUIT), 'gate'),
  'enforcement-applied': act(`${CPL} 第二百四十七条、第二百五十条；${B4} 第十七条`, lead('enforcing', ...AFTER_EFFECT)),
  'enforcement-accepted': act(`${CPL} 第二百五十一条`, stay('enforcing')),
  'money-received': act(`${B4} 第二十条`, stay(...OPEN)),
  'debt-in-kind-ruled': act(`${B4} 第二十条`, stay(...IN_ENFORCEMENT), 'in-kind'),
  'distribution-served': act(`${INTERPRETATION} 第五百零九条`, stay(...IN_ENFORCEMENT)),
  'distribution-objected': act(`${INTERPRETATION} 第五百零九条`, stay(...IN_ENFORCEMENT)),
  'objection-ruled': act(`${CPL} 第二百三十六条、第二百三十八条`, stay(...IN_ENFORCEMENT)),
  'objection-answered': act(`${CPL} 第二百三十六条、第二百三十八条`, stay(...IN_ENFORCEMENT)),
  'enforcement-settled': act(
    `${CPL} 第二百四十一条；${B4} 第十九条`,
    lead('settled', 'enforcing', 'stayed'),
    'settlement',
  ),
  'enforcement-stayed': act(`${CPL} 第二百六十七条`, lead('stayed', 'enforcing', 'settled')),
  'enforcement-resumed': act(
    `${CPL} 第二百四十一条、第二百六十七条；${INTERPRETATION} 第五百一十七条；${B4} 第十八条`,
    lead('enforcing', 'settled', 'stayed', 'no-assets'),
  ),
  'no-assets': act(`${INTERPRETATION} 第五百一十七条`, lead('no-assets', 'enforcing', 'stayed')),
  'enforcement-withdrawn': act(`${INTERPRETATION} 第五百一十八条`, lead('effective', 'enforcing', 'stayed', 'settled')),
  'enforcement-ended': act(`${CPL} 第二百六十八条`, lead('ended', ...IN_ENFORCEMENT)),
  'bankruptcy-accepted': act(`${BANKRUPTCY} 第十九条、第四十五条`, lead('bankruptcy', ...OPEN)),
  'claim-declared': act(`${BANKRUPTCY} 第四十八条、第五十六条`, stay('bankruptcy')),
  'claim-listed': act(`${BANKRUPTCY} 第五十八条`, stay('bankruptcy')),
  'claim-objected': act(`${BANKRUPTCY} 第五十八条`, stay('bankruptcy')),
  'bankruptcy-distributed': act(`${BANKRUPTCY} 第一百一十五条`, stay('bankruptcy')),
  'bankruptcy-ended': act(`${BANKRUPTCY} 第一百二十条`, lead('ended', 'bankruptcy')),
  performed: act(`${CPL} 第二百四十七条`, lead('closed', ...OPEN)),
  closed: act(`${B4} 第二十九条`, lead('closed', ...OPEN)),
  'coordination-answered': act(`${B4} 第二十四条`, stay(...OPEN, 'closed')),
  'task-set': act(`${B4} 第七条`, stay(...OPEN, 'closed')),
  'task-done': act(`${B4} 第七条`, stay(...OPEN, 'closed')),
};
