/** A difficult case goes to the city office (B4 §24, LIT-11): its report is put to the levels, sent when they agreed, and told in the course. */
import type { CaseFile } from '@shared/domain/litigation/caseFile';
import { coordinationPaper } from '@shared/domain/litigation/papers/coordinationPaper';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { approvalOf, requireApproved } from '../approvals/requireApproved';
import { submitRequest } from '../approvals/submitRequest';
import { issuerOf } from '../documents/voids.repository';
import { insertAct } from './cases.repository';
import { difficultCase, difficultCaseSubject, findReport } from './difficultCaseKind';
import { noteOf, refuseDay } from './gateStanding';
import { casePapers } from './householdCase.repository';
import { caseOrRefuse } from './readCase';

const ARTICLE = 'B4 不良贷款诉讼管理办法 第二十四条';

const sentAct = ({ acts }: Pick<CaseFile, 'acts'>, documentId: number) =>
  acts.find((act) => act.kind === 'coordination-sent' && act.documentId === documentId);

/** Refuses report-unknown: no report about this case, or it was made void. */
async function reportOf(db: ReadDb, file: CaseFile, documentId: number) {
  const isOwn = casePapers(db, file.id).some(({ id, form }) => id === documentId && form === coordinationPaper.code);
  const report = isOwn ? await findReport(db, documentId) : null;
  return report ?? refuse('report-unknown', { document: documentId });
}

/** Reports of a case, newest first, with where each stands. */
export async function coordinationReports(db: ReadDb, file: Pick<CaseFile, 'id' | 'acts'>) {
  const papers = casePapers(db, file.id).filter(({ form, voided }) => form === coordinationPaper.code && !voided);
  return Promise.all(
    papers.map(async ({ id, number, issuedOn }) => {
      const request = await approvalOf(db, difficultCase.id, difficultCaseSubject(id));
      const approval = request && { id: request.id, state: request.state };
      return { documentId: id, number: number ?? '', issuedOn, approval, sentOn: sentAct(file, id)?.on ?? null };
    }),
  );
}

export interface AskCoordinationInput {
  readonly id: number;
  /** The issued report. */
  readonly document: number;
}

/** Refusals in order: case-unknown, report-unknown, report-sent {on}, request-open, request-approved, rule-not-in-force. */
export async function askCoordination({ clock }: Services, open: OpenFolder, { id, document }: AskCoordinationInput) {
  const today = clock.today();
  return open.store.write(open.actor, async (tx) => {
    const file = caseOrRefuse(tx, id);
    const { view } = await reportOf(tx, file, document);
    const sent = sentAct(file, document);
    if (sent) refuse('report-sent', { on: sent.on });
    const request = await submitRequest(tx, today, difficultCase, {
      subject: difficultCaseSubject(document),
      title: `疑难案件报告 ${file.key} ${file.household.number}`,
      partyId: file.household.id,
      unitId: file.unit.id,
      facts: {},
      documentId: document,
      preparers: [{ userId: issuerOf(tx, document), act: 'documents.issue' }],
    });
    const note = noteOf('litigation.askCoordination', file, { document, number: view.number });
    return { result: { approval: request.id }, audit: [note, ...request.notes] };
  });
}

export interface SendCoordinationInput extends AskCoordinationInput {
  readonly on: CalendarDate;
  /** Which office. */
  readonly to: string;
}

/**
 * Refusals in order: case-unknown, report-unknown, report-sent {on}, approval-missing, content-changed, act-in-future,
 * act-before (the report).
 */
export async function sendCoordination({ clock }: Services, open: OpenFolder, input: SendCoordinationInput) {
  const { id, document, on, to } = input;
  return open.store.write(open.actor, async (tx) => {
    const file = caseOrRefuse(tx, id);
    const { view } = await reportOf(tx, file, document);
    const sent = sentAct(file, document);
    if (sent) refuse('report-sent', { on: sent.on });
    await requireApproved(tx, difficultCase, difficultCaseSubject(document), ARTICLE);
    refuseDay(on, clock.today(), { kind: 'report', on: view.issuedOn });
    const detail = { text: to };
    const act = await insertAct(tx, { caseId: id, kind: 'coordination-sent', on, detail, documentId: document });
    return {
      result: { act },
      audit: noteOf('litigation.sendCoordination', file, { document, number: view.number, to }),
    };
  });
}
