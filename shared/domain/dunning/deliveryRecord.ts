/** How a notice was delivered (DOC-REC-09; REC-04): what the register says of it, and room for two people and a witness to sign. */
import { type CalendarDate, paperDate } from '../../kernel/calendarDate';
import { type FormRow, label, type PaperDocument, value } from '../documents/blocks';
import { type Missing, noticeOf } from '../documents/missing';
import { NOT_APPLICABLE, noBreak } from '../documents/typesetting';
import type { Capacity, DeliveryMethod, NoticeOutcome } from './delivery';
import { ROLE_WORD } from './jobPapers';
import type { NoticeRole } from './noticeFacts';
import { CAPACITY_WORD, METHOD_WORD } from './registerPaper';

export interface DeliveryRecordFacts {
  readonly asOf: CalendarDate;
  readonly bank: string;
  readonly number: string;
  readonly title: string;
  readonly addressee: string;
  readonly role: NoticeRole;
  readonly borrower: string;
  readonly contracts: string;
  readonly noticedOn: CalendarDate;
  readonly method: DeliveryMethod | null;
  readonly trackingNo: string | null;
  readonly arrivedOn: CalendarDate | null;
  readonly outcome: NoticeOutcome;
  readonly signedBy: string | null;
  readonly capacity: Capacity | null;
  readonly witness: string | null;
  readonly remark: string | null;
  readonly scans: number;
}

export const OUTCOME_WORD: Readonly<Record<NoticeOutcome, string>> = {
  open: '尚无结果',
  signed: '签收',
  refused: '拒收',
  arrived: '送达（无签收人签字）',
  returned: '退回',
};

/** Nothing can be recorded on paper that nobody recorded in the register. */
export const checkDeliveryRecord = ({ outcome, number }: DeliveryRecordFacts): Missing[] =>
  outcome === 'open' ? [noticeOf('delivery-not-recorded', 'G-SHORT', 'block', 'party', number)] : [];

const row = (...pairs: readonly (readonly [caption: string, said: string | null])[]): FormRow => ({
  cells: pairs.flatMap(([caption, said]) => [
    label(caption),
    value(said === null || said === '' ? NOT_APPLICABLE : said, pairs.length === 1 ? 3 : 1),
  ]),
});

export function composeDeliveryRecord(facts: DeliveryRecordFacts, date: CalendarDate): PaperDocument {
  const { addressee, role, method, arrivedOn, outcome, signedBy, capacity, trackingNo, scans } = facts;
  const title = '送达情况记录';
  const signer = signedBy === null ? null : `${signedBy}${capacity === null ? '' : `（${CAPACITY_WORD[capacity]}）`}`;
  const rows: FormRow[] = [
    row(['文书', facts.title], ['字号', noBreak(facts.number)]),
    row(['被送达人', `${addressee}（${ROLE_WORD[role]}）`], ['债务人', facts.borrower]),
    row(['合同编号', facts.contracts]),
    row(['发出日期', paperDate(facts.noticedOn)], ['送达日期', arrivedOn && paperDate(arrivedOn)]),
    row(['送达方式', method && METHOD_WORD[method]], ['快递单号', trackingNo && noBreak(trackingNo)]),
    row(['结果', OUTCOME_WORD[outcome]], ['签收人及身份', signer]),
    row(['见证人', facts.witness], ['影像、录音', scans > 0 ? `扫描件${scans}页` : null]),
    { ...row(['经过和说明', facts.remark]), minHeight: 40 },
    { cells: [label('送达地点、时间'), value('　', 3)], minHeight: 12 },
  ];
  return {
    ...{ code: 'DOC-REC-09', title, unit: facts.bank, date, class: 'INT', layout: 'form' },
    blocks: [
      { kind: 'title', lines: [title] },
      { kind: 'formTable', widths: [30, 53, 30, 52], rows },
      { kind: 'signatures', lines: [{ label: '送达人', people: 2 }, { label: '见证人' }] },
    ],
  };
}
