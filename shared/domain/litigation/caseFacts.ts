/** A case with everything that follows from its file: what screens show and what forms are filled from. */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { RuleBook } from '../../rules/ruleBook';
import { type CaseFile, type Claimed, claimedOf } from './caseFile';
import { type CaseDeadline, deadlinesOf } from './deadlines';
import { type Effect, effectOf } from './effect';
import { type Gate, gateOf } from './gate';
import type { State } from './procedure';
import { type Finding, replay } from './replay';
import { type Seizure, seizuresOf } from './seizures';
import { type Stage, stageOf } from './stages';

export interface CaseFacts extends CaseFile {
  readonly asOf: CalendarDate;
  readonly claimed: Claimed;
  readonly stage: Stage;
  readonly state: State;
  readonly gate: Gate;
  readonly deadlines: readonly CaseDeadline[];
  readonly seizures: readonly Seizure[];
  /** Acts that do not fit the order of the procedure, as an imported ledger may have them. */
  readonly findings: readonly Finding[];
  /** The document that can be enforced. */
  readonly effect: Effect | null;
  /** Of the newest act that brought one. */
  readonly caseNo: string | null;
  /** Of the enforcement. */
  readonly enforcementNo: string | null;
}

const ENFORCEMENT_NUMBERS: readonly string[] = ['enforcement-accepted', 'enforcement-resumed'];
const COURT_NUMBERS: readonly string[] = ['accepted', 'second-accepted', 'realisation-accepted', 'bankruptcy-accepted'];

export function caseFacts(book: RuleBook, file: CaseFile, today: CalendarDate): CaseFacts {
  const replayed = replay(file.acts);
  const gate = gateOf(book, file, today);
  const number = (kinds: readonly string[]) =>
    file.acts.findLast(({ kind, detail }) => kinds.includes(kind) && detail.caseNo)?.detail.caseNo ?? null;
  return {
    ...file,
    asOf: today,
    claimed: claimedOf(file),
    stage: stageOf(file, gate, replayed.state),
    state: replayed.state,
    gate,
    deadlines: deadlinesOf(book, file, today, replayed),
    seizures: seizuresOf(book, file.acts),
    findings: replayed.findings,
    effect: effectOf(file.acts),
    caseNo: number(COURT_NUMBERS),
    enforcementNo: number(ENFORCEMENT_NUMBERS),
  };
}
