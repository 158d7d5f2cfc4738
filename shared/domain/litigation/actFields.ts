/** Which facts each act leaves: what the window asks, and what a recorded act must have. `*` marks what it cannot do without. */
import { COURT_ACTS, type CourtAct } from './actKinds';
import { type ActDetail, ASSETS } from './acts';
import type { GateDetail } from './gateDetail';

export type FieldType =
  | 'text'
  | 'date'
  | 'dates'
  | 'amount'
  | 'count'
  | 'case-number'
  | 'party'
  | 'word'
  | 'act'
  | 'permit';
export type ActFieldName = Exclude<keyof ActDetail, keyof GateDetail>;

export const FIELD_TYPES: Readonly<Record<ActFieldName, FieldType>> = {
  when: 'word',
  court: 'text',
  caseNo: 'case-number',
  paperNo: 'text',
  amount: 'amount',
  party: 'party',
  method: 'word',
  until: 'date',
  performBy: 'date',
  instalments: 'dates',
  procedure: 'word',
  paper: 'word',
  result: 'word',
  by: 'word',
  objection: 'word',
  asset: 'word',
  item: 'text',
  owner: 'text',
  rank: 'count',
  act: 'act',
  permits: 'permit',
  text: 'text',
};

const FIELD_WORDS: Readonly<Partial<Record<ActFieldName, readonly string[]>>> = {
  when: ['pre-suit', 'in-suit', 'pre-enforcement'],
  method: ['direct', 'post', 'electronic', 'left', 'entrusted'],
  procedure: ['ordinary', 'summary', 'small-claim'],
  paper: ['judgment', 'ruling'],
  result: ['granted', 'part', 'dismissed'],
  by: ['us', 'other'],
  objection: ['enforcement-act', 'third-party'],
  asset: ASSETS,
};

/** By these a court decides on what another decided before. */
const LATER_INSTANCES: readonly string[] = ['second-judged', 'retrial-judged'] satisfies CourtAct[];
const LATER_RESULTS = ['dismissed', 'granted', 'part', 'reversed'] as const;

/** Codes that an act of this kind may have in a field. */
export const wordsOf = (kind: CourtAct, name: ActFieldName): readonly string[] =>
  name === 'result' && LATER_INSTANCES.includes(kind) ? LATER_RESULTS : (FIELD_WORDS[name] ?? []);

/** Under which name a code is put in words: of a later instance a result says what became of the one before. */
export const wordName = (kind: string, name: ActFieldName, word: string): string =>
  name === 'result' && LATER_INSTANCES.includes(kind) ? `later-${word}` : word;

export interface ActField {
  readonly name: ActFieldName;
  readonly required: boolean;
}

const WRITTEN: Readonly<Record<CourtAct, string>> = {
  'evidence-preservation-applied': 'court text*',
  'evidence-preserved': 'court paperNo text',
  'preservation-applied': 'when* court amount*',
  'preservation-ordered': 'when* court paperNo caseNo amount',
  seized: 'asset* item* owner paperNo until rank amount',
  'seizure-renewed': 'act* paperNo until',
  'seizure-released': 'act* permits paperNo text*',
  'seizure-changed': 'act* permits paperNo* text*',
  sued: 'court*',
  accepted: 'caseNo* court procedure*',
  'suit-rejected': 'paperNo* text',
  transferred: 'court* paperNo* text',
  'procedure-changed': 'procedure* paperNo text',
  'party-changed': 'party text* paperNo',
  'fee-notified': 'amount* paperNo',
  'fee-paid': 'amount paperNo',
  served: 'party* method* paperNo',
  announced: 'party* text',
  'defence-received': 'party* text',
  'jurisdiction-objected': 'party* text',
  'jurisdiction-ruled': 'paperNo* text',
  'evidence-set': 'until* paperNo',
  'evidence-submitted': 'text',
  'hearing-set': 'until* text paperNo',
  'hearing-adjourned': 'text*',
  'hearing-held': 'text',
  mediated: 'permits paperNo* amount* performBy instalments',
  'suit-stayed': 'paperNo* text*',
  'suit-resumed': 'paperNo text*',
  withdrawn: 'permits paperNo text*',
  'withdrawn-part': 'permits paperNo text*',
  'withdrawal-deemed': 'paperNo* text*',
  judged: 'paperNo* paper* result* amount performBy',
  'judgment-served': 'party* method*',
  appealed: 'by* text',
  'second-accepted': 'caseNo* court',
  'second-judged': 'paperNo* result* amount performBy instalments',
  'second-remanded': 'paperNo* text',
  'appeal-withdrawn': 'by* paperNo',
  effective: 'paperNo performBy instalments',
  'retrial-applied': 'by* text*',
  'retrial-refused': 'paperNo* text',
  'retrial-ordered': 'paperNo* text',
  'retrial-judged': 'paperNo* result* amount performBy instalments',
  'retrial-remanded': 'paperNo* text',
  'payment-order-applied': 'court* amount*',
  'payment-order-issued': 'paperNo* amount',
  'payment-order-served': 'party* method*',
  'payment-order-objected': 'party* text',
  'payment-order-ended': 'paperNo text*',
  'payment-order-effective': 'performBy',
  'realisation-applied': 'court* text',
  'realisation-accepted': 'caseNo* court',
  'realisation-granted': 'paperNo* amount performBy',
  'realisation-refused': 'paperNo* text*',
  'arbitration-applied': 'court* text',
  'arbitration-accepted': 'paperNo* court',
  awarded: 'paperNo* result* amount performBy instalments',
  'certificate-issued': 'paperNo* amount performBy instalments',
  'enforcement-applied': 'court* amount',
  'enforcement-accepted': 'caseNo* court',
  'money-received': 'amount* text',
  'debt-in-kind-ruled': 'permits item* amount* paperNo',
  'distribution-served': 'paperNo text',
  'distribution-objected': 'text*',
  'objection-ruled': 'objection* paperNo* text',
  'objection-answered': 'text*',
  'enforcement-settled': 'permits amount* performBy* text*',
  'enforcement-stayed': 'paperNo text*',
  'enforcement-resumed': 'caseNo text*',
  'no-assets': 'paperNo* text',
  'enforcement-withdrawn': 'text*',
  'enforcement-ended': 'paperNo* text*',
  'bankruptcy-accepted': 'court* caseNo until* party',
  'claim-declared': 'amount*',
  'claim-listed': 'amount* text',
  'claim-objected': 'court* text*',
  'bankruptcy-distributed': 'amount* text',
  'bankruptcy-ended': 'paperNo* text',
  performed: 'text',
  closed: 'text*',
  'coordination-answered': 'text*',
  'task-set': 'item* until*',
  'task-done': 'act* text',
};

const read = (written: string): ActField[] =>
  written.split(' ').map((word) => ({ name: word.replace('*', '') as ActFieldName, required: word.endsWith('*') }));

export const ACT_FIELDS: Readonly<Record<CourtAct, readonly ActField[]>> = Object.fromEntries(
  COURT_ACTS.map((kind) => [kind, read(WRITTEN[kind])]),
) as unknown as Record<CourtAct, readonly ActField[]>;
