/**
 * A row of the branch's old litigation ledger, and what it tells: the acts of the case, each under a key of its own, so that a
 * person can take one back. What the ledger gives no day for is told without one, never guessed.
 */
import { type CalendarDate, calendarDate } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';
import { caseNumberText, readCaseNumber } from '../parties/caseNumber';
import type { ActKind } from './actKinds';
import type { ActDetail, Asset, CaseAct } from './acts';
import type { CourtLevel } from './caseFile';

export interface CaseRecord {
  readonly cause: string;
  readonly principal: Fen;
  readonly interest: Fen;
  readonly consentNo: string | null;
  readonly consentOn: CalendarDate | null;
  readonly filingNo: string | null;
  readonly filingOn: CalendarDate | null;
  readonly court: string | null;
  readonly caseNo: string | null;
  readonly acceptedOn: CalendarDate | null;
  readonly preservation: string | null;
  readonly hearingOn: CalendarDate | null;
  readonly judgmentNo: string | null;
  readonly judgedOn: CalendarDate | null;
  readonly effectiveOn: CalendarDate | null;
  readonly enforcementAppliedOn: CalendarDate | null;
  readonly enforcementNo: string | null;
  readonly recovered: Fen | null;
  readonly stage: string | null;
  readonly responsible: string | null;
  readonly handler: string | null;
  readonly remark: string | null;
}

/** From the court's name, as B4 §21 tells courts apart. */
export function courtLevelOf(court: string | null): CourtLevel {
  if (/高级/.test(court ?? '')) return 'high';
  return /中级/.test(court ?? '') ? 'intermediate' : 'basic';
}

/** The first day in a remark: 2026-10-20, 2026.10.20, 2026年10月20日. */
function dayIn(text: string): CalendarDate | null {
  const match = /(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})/.exec(text);
  return match ? calendarDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

const ASSET_WORDS: readonly (readonly [RegExp, Asset])[] = [
  [/存款|账户|帐户/, 'deposit'],
  [/车|设备|动产|货/, 'movable'],
  [/房|土地|厂|林权|不动产/, 'real-estate'],
];

type Told = { readonly kind: ActKind; readonly on: CalendarDate | null; readonly detail: ActDetail };

/** `诉前保全裁定2026-10-20，30日内须起诉`; `诉中保全：房产1处，期限至2029-04-20`. */
function preservationActs(text: string): Told[] {
  const day = dayIn(text);
  if (/诉前/.test(text)) return [{ kind: 'preservation-ordered', on: day, detail: { when: 'pre-suit', text } }];
  const asset = ASSET_WORDS.find(([words]) => words.test(text))?.[1] ?? 'other-right';
  const until = /期限|至/.test(text) && day !== null ? { until: day } : {};
  return [{ kind: 'seized', on: null, detail: { asset, item: text, ...until } }];
}

/** Type of a case number in the uniform form, e.g. 民初; null when it has none. */
const typeOf = (caseNo: string | null): string | null => (caseNo && readCaseNumber(caseNo)?.type) || null;

/** Canonical where it can be read, else as written. */
function numberText(written: string | null): string | null {
  const parts = written === null ? null : readCaseNumber(written);
  return parts ? caseNumberText(parts) : written;
}

const says = (record: CaseRecord, words: RegExp) => words.test(record.stage ?? '');

function gateActs({ filingNo, filingOn }: CaseRecord): Told[] {
  if (filingNo === null && filingOn === null) return [];
  const filing = { level: 'county' as const, outcome: 'agreed' as const, version: 0 };
  return [
    { kind: 'filing-decided', on: filingOn, detail: { filing: filingNo ? { ...filing, number: filingNo } : filing } },
  ];
}

function judgmentActs(record: CaseRecord): Told[] {
  const { judgedOn, judgmentNo } = record;
  if (judgedOn === null) return [];
  const paperNo = judgmentNo === null ? {} : { paperNo: judgmentNo };
  if (says(record, /调解/) || /调解/.test(judgmentNo ?? ''))
    return [{ kind: 'mediated', on: judgedOn, detail: paperNo }];
  const paper = /裁定/.test(judgmentNo ?? '') ? ('ruling' as const) : ('judgment' as const);
  return [{ kind: 'judged', on: judgedOn, detail: { ...paperNo, paper } }];
}

/** First instance: in the ledger of an appealed case its number stands where the judgment's does. */
function suitActs(record: CaseRecord): Told[] {
  const { acceptedOn, hearingOn } = record;
  const isAppeal = typeOf(record.caseNo) === '民终';
  const caseNo = numberText(isAppeal ? record.judgmentNo : record.caseNo);
  const court = record.court === null || isAppeal ? {} : { court: record.court };
  const isToCome = says(record, /待开庭/) || (record.judgedOn === null && !says(record, /一审中|审理|开庭审理|二审/));
  return [
    ...(acceptedOn === null
      ? []
      : [{ kind: 'accepted' as const, on: acceptedOn, detail: { ...court, ...(caseNo ? { caseNo } : {}) } }]),
    ...(hearingOn === null
      ? []
      : isToCome
        ? [{ kind: 'hearing-set' as const, on: null, detail: { until: hearingOn } }]
        : [{ kind: 'hearing-held' as const, on: hearingOn, detail: {} }]),
    ...judgmentActs(record),
    ...(isAppeal || says(record, /二审/) ? appealActs(record) : []),
  ];
}

function appealActs({ caseNo, court }: CaseRecord): Told[] {
  const number = numberText(caseNo);
  const known = { ...(number ? { caseNo: number } : {}), ...(court ? { court } : {}) };
  return [
    { kind: 'appealed', on: null, detail: {} },
    { kind: 'second-accepted', on: null, detail: known },
  ];
}

function enforcementActs(record: CaseRecord): Told[] {
  const { effectiveOn, enforcementAppliedOn, enforcementNo, recovered } = record;
  const number = numberText(enforcementNo);
  return [
    ...(effectiveOn === null ? [] : [{ kind: 'effective' as const, on: effectiveOn, detail: {} }]),
    ...(enforcementAppliedOn === null
      ? []
      : [{ kind: 'enforcement-applied' as const, on: enforcementAppliedOn, detail: {} }]),
    ...(number === null ? [] : [{ kind: 'enforcement-accepted' as const, on: null, detail: { caseNo: number } }]),
    ...(recovered === null || recovered === 0
      ? []
      : [{ kind: 'money-received' as const, on: null, detail: { amount: recovered } }]),
    ...(says(record, /终结本次|终本/) ? [{ kind: 'no-assets' as const, on: null, detail: {} }] : []),
    ...(says(record, /撤诉/) ? [{ kind: 'withdrawn' as const, on: null, detail: {} }] : []),
    ...(says(record, /^(?:已?结案|执行完毕|履行完毕)/) ? [{ kind: 'closed' as const, on: null, detail: {} }] : []),
  ];
}

/** In the order of the procedure. */
export function recordActs(record: CaseRecord): CaseAct[] {
  const preserved = record.preservation === null ? [] : preservationActs(record.preservation);
  const suit = suitActs(record);
  const told = [
    ...gateActs(record),
    ...preserved.filter(({ kind }) => kind === 'preservation-ordered'),
    ...suit.slice(0, 1),
    ...preserved.filter(({ kind }) => kind === 'seized'),
    ...suit.slice(1),
    ...enforcementActs(record),
  ];
  const none = { documentId: null, files: [], note: null, accepted: null, by: null, at: null };
  return told.map((act) => ({ key: `r:${act.kind}`, ...act, ...none }));
}
