/** What was done in a case enters its file, or is taken back; both stay (LIT-07). */

import type { CaseFile } from '@shared/domain/litigation/caseFile';
import { deadlinesOf, isAlive } from '@shared/domain/litigation/deadlines';
import { judgeAct, needing, permitsUsed, withAct } from '@shared/domain/litigation/judgeAct';
import { NEW, type NewAct } from '@shared/domain/litigation/newAct';
import { type Finding, isCourtAct } from '@shared/domain/litigation/replay';
import { caseNumberText, readCaseNumber } from '@shared/domain/parties/caseNumber';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { RefusalError, refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { keepFiles } from '../contacts/keepFiles';
import { rulesInForce } from '../rules/rulesInForce';
import { requirePermits } from './askPermit';
import { insertAct, insertPostponement, insertReversal } from './cases.repository';
import { caseOrRefuse } from './readCase';

export interface ActInput extends NewAct {
  readonly id: number;
}

/** Numbers of courts are kept in one form. */
function tidied<A extends NewAct>(act: A): A {
  const parts = act.detail.caseNo === undefined ? null : readCaseNumber(act.detail.caseNo);
  return parts ? { ...act, detail: { ...act.detail, caseNo: caseNumberText(parts) } } : act;
}

async function judged(db: ReadDb, file: CaseFile, act: NewAct, today: CalendarDate) {
  const { book } = await rulesInForce(db, today);
  return { book, findings: judgeAct(book, file, act, today) };
}

/** What would stand against an act, and which deadlines it would begin or meet. Refuses case-unknown. */
export async function previewAct({ clock }: Services, { store }: OpenFolder, input: ActInput) {
  const today = clock.today();
  const file = caseOrRefuse(store.read, input.id);
  const act = tidied(input);
  const { book, findings } = await judged(store.read, file, act, today);
  const isRefused = findings.some(({ severity }) => severity === 'refuse');
  const before = new Set(deadlinesOf(book, file, today).map(({ key }) => key));
  const after = isRefused ? [] : deadlinesOf(book, withAct(file, act), today);
  return {
    findings,
    begins: after.filter((each) => !before.has(each.key) && isAlive(each)),
    meets: after.filter(({ metBy }) => metBy === NEW),
  };
}

export interface RecordActInput extends ActInput {
  readonly documentId: number | null;
  readonly note: string | null;
  /** Paths on this computer. */
  readonly files: readonly string[];
  /** Codes of the warnings that the person has seen, and why he goes on. */
  readonly accepted: readonly string[];
  readonly reason: string | null;
  readonly requestId: string;
}

function refuseFinding({ code, facts, article }: Finding): never {
  throw new RefusalError({ code, facts: { ...facts }, ...(article === null ? {} : { article }) });
}

/** Refusals: what is refused, then act-warned {codes, article} while a warning was not accepted with a reason. */
function refuseFindings(findings: readonly Finding[], { accepted, reason }: RecordActInput): string[] {
  const hard = findings.find(({ severity }) => severity === 'refuse');
  if (hard) refuseFinding(hard);
  const codes = [...new Set(findings.map(({ code }) => code))];
  const open = findings.filter(({ code }) => !accepted.includes(code));
  if (open.length > 0 || (codes.length > 0 && reason === null))
    refuse('act-warned', { codes, findings }, open[0]?.article ?? findings[0]?.article ?? undefined);
  return codes;
}

/**
 * Refusals in order: file-unreadable, attachment-too-large, case-unknown, those of judgeAct in its order, act-warned {codes},
 * those of requirePermits, request-conflict.
 */
export async function recordAct(
  { clock }: Services,
  open: OpenFolder,
  input: RecordActInput,
): Promise<{ act: string }> {
  const today = clock.today();
  const files = keepFiles(open, input.files);
  return open.store.write(
    open.actor,
    async (tx) => {
      const file = caseOrRefuse(tx, input.id);
      const { kind, on, detail: typed } = tidied(input);
      const { book, findings } = await judged(tx, file, { kind, on, detail: typed }, today);
      const codes = refuseFindings(findings, input);
      const used = permitsUsed(book, file, { kind, on, detail: typed }, today);
      await requirePermits(tx, used);
      const detail = used.length === 0 ? typed : { ...typed, permits: used.map((permit) => permit.id) };
      const accepted = codes.length === 0 || input.reason === null ? null : { codes, reason: input.reason };
      const { documentId, note } = input;
      const act = await insertAct(tx, { caseId: input.id, kind, on, detail, documentId, note, accepted, files });
      const audit = {
        action: 'litigation.recordAct',
        objectKind: 'case',
        objectId: String(input.id),
        householdId: file.household.id,
        detail: { act, kind, on, accepted: codes, reason: input.reason, files: files.length },
      };
      return { result: { act }, audit };
    },
    { id: input.requestId, procedure: 'litigation.recordAct', input },
  );
}

export interface UndoActInput {
  readonly id: number;
  readonly act: string;
  readonly reason: string;
}

/** Refusals in order: case-unknown, act-unknown, act-not-undoable {kind}, act-needed {by: kinds that rest on it}. */
export async function undoAct({ clock }: Services, open: OpenFolder, input: UndoActInput): Promise<{ act: string }> {
  const { id, act: key, reason } = input;
  return open.store.write(open.actor, async (tx) => {
    const file = caseOrRefuse(tx, id);
    const act = file.acts.find((each) => each.key === key) ?? refuse('act-unknown', { act: key });
    if (!isCourtAct(act.kind)) refuse('act-not-undoable', { kind: act.kind });
    const by = needing(file, key).map(({ kind }) => kind);
    if (by.length > 0) refuse('act-needed', { by });
    await insertReversal(tx, id, key, clock.today(), reason);
    const detail = { act: key, kind: act.kind, on: act.on, reason };
    const audit = { action: 'litigation.undoAct', objectKind: 'case', objectId: String(id), detail };
    return { result: { act: key }, audit: { ...audit, householdId: file.household.id } };
  });
}

export interface PostponeInput {
  readonly id: number;
  readonly deadline: string;
  readonly until: CalendarDate;
  readonly reason: string;
}

/**
 * Only what somebody may move: a court's own date, a task, a date that is watched. Refusals in order: case-unknown,
 * deadline-unknown, deadline-over {state}, deadline-fixed {kind} with its article, deadline-not-later {day}.
 */
export async function postpone({ clock }: Services, open: OpenFolder, input: PostponeInput): Promise<{ day: string }> {
  const today = clock.today();
  const { id, deadline: key, until, reason } = input;
  return open.store.write(open.actor, async (tx) => {
    const file = caseOrRefuse(tx, id);
    const { book } = await rulesInForce(tx, today);
    const deadline =
      deadlinesOf(book, file, today).find((each) => each.key === key) ?? refuse('deadline-unknown', { key });
    if (!isAlive(deadline)) refuse('deadline-over', { state: deadline.state });
    if (deadline.fixed) refuse('deadline-fixed', { kind: deadline.kind }, deadline.trace[0]?.article);
    if (until <= deadline.day || until <= today) refuse('deadline-not-later', { day: deadline.day });
    await insertPostponement(tx, id, { deadline: key, until, reason, day: today });
    const detail = { deadline: deadline.kind, from: deadline.day, until, reason };
    const audit = { action: 'litigation.postpone', objectKind: 'case', objectId: String(id), detail };
    return { result: { day: until }, audit: { ...audit, householdId: file.household.id } };
  });
}
