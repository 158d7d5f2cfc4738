/**
 * 逐案卡片 (documents.md §6, LED-04): a page for each case with what the litigation ledger says of it, one column under the other, and
 * its timeline. Where the timeline is longer than the page the newest events stand, and how many stood before them.
 */
import { type Block, type FormCell, type FormRow, label, note, type PaperDocument, value } from '../documents/blocks';
import { cellText, type RegisterMaker } from '../documents/register';
import { mm, noBreak, PAGE, SIZE, tablePitch } from '../documents/typesetting';
import { CASE_LEDGER_COLUMNS, type LedgerRow } from './caseLedger';
import { type TimelineEvent, timelineOf } from './caseTimeline';

/** Columns of the ledger as they stand on the card: one, two or three beside each other. */
export const CARD_ROWS: readonly (readonly string[])[] = [
  ['案件名称'],
  ['借款人、担保人'],
  ['合同号'],
  ['债权单位', '当前阶段', '归档'],
  ['案由', '诉讼地位'],
  ['标的本金', '标的利息'],
  ['负责人', '经办人'],
  ['法律意见书号', '同意起诉意见书号'],
  ['备案号、层级、日期', '代理人（风险代理）'],
  ['受理法院', '案号'],
  ['立案日', '开庭', '裁判日'],
  ['结果', '生效日', '申请执行日'],
  ['上诉、再审', '执行案号'],
  ['保全（标的、到期日）'],
  ['执行届满日', '已执行回款', '抵债'],
  ['法定期限到期', '入账日'],
  ['缴纳费用', '垫付费用', '收回费用'],
  ['月度排查日、结论'],
  ['超期原因及方案'],
];

/** mm: three times label and value. */
const WIDTHS = [30, 25, 30, 25, 30, 25];
/** Columns of a label and of a value where one, two or three fields share a row; label and value of two are as wide as they come. */
const SPANS: Readonly<Record<number, readonly (readonly [label: number, value: number])[]>> = {
  1: [[1, 5]],
  2: [
    [1, 2],
    [1, 2],
  ],
  3: [
    [1, 1],
    [1, 1],
    [1, 1],
  ],
};

/** What the page has for form and timeline, in mm: without title, notes, the timeline's heading and signatures. */
const ROOM = PAGE.form.height - PAGE.form.top - PAGE.form.bottom - 50;
/** Above and below the text of a cell, and beside it, in mm. */
const PADDING = 2.6;
const BESIDE = 3.5;

/** Height in mm of a row with this text in a cell `width` mm wide. */
function heightOf(text: string, width: number, size: number): number {
  const units = [...text].reduce((sum, char) => sum + (char < '\u2000' ? 0.55 : 1), 0);
  const perLine = Math.max(1, Math.floor(mm(width - BESIDE) / size));
  const lines = Math.max(1, Math.ceil(units / perLine));
  return PADDING + (lines * tablePitch(size)) / mm(1);
}

interface Filled {
  readonly row: FormRow;
  readonly height: number;
}

const widthOf = (from: number, span: number): number =>
  WIDTHS.slice(from, from + span).reduce((sum, each) => sum + each);

function filledRow(of: LedgerRow, titles: readonly string[]): Filled {
  const cells: FormCell[] = [];
  const heights: number[] = [];
  let at = 0;
  titles.forEach((title, index) => {
    const [named, held] = SPANS[titles.length]?.[index] ?? [1, 1];
    const column = CASE_LEDGER_COLUMNS.find((each) => each.title === title);
    const text = cellText(column?.cell(of, 0));
    const isWhole = column?.kind !== 'text';
    cells.push(label(title, named), value(isWhole ? noBreak(text) : text, held));
    heights.push(heightOf(title, widthOf(at, named), SIZE.five), heightOf(text, widthOf(at + named, held), SIZE.five));
    at += named + held;
  });
  return { row: { cells, minHeight: 6 }, height: Math.max(...heights) };
}

const TIMELINE = [
  { label: '日期', width: 19.5 },
  { label: '办理', width: 22 },
  { label: '文号、内容', width: 41 },
] as const;
const LEAST_ROW = 7;

const eventHeight = ({ what, facts }: TimelineEvent): number =>
  Math.max(
    LEAST_ROW,
    heightOf(what, TIMELINE[1].width, SIZE.xiaoFive),
    heightOf(facts, TIMELINE[2].width, SIZE.xiaoFive),
  );

/** Two columns, the first one read first; a row is as high as the higher of its two. */
function inTwo(events: readonly TimelineEvent[]): readonly (readonly [TimelineEvent, TimelineEvent | undefined])[] {
  const half = Math.ceil(events.length / 2);
  return events.slice(0, half).map((event, at) => [event, events[half + at]]);
}

const roomTaken = (events: readonly TimelineEvent[]): number =>
  inTwo(events).reduce((sum, [one, other]) => sum + Math.max(eventHeight(one), other ? eventHeight(other) : 0), 0);

/** The newest that fit, at least four. */
function newest(events: readonly TimelineEvent[], room: number): readonly TimelineEvent[] {
  let from = Math.max(0, events.length - 60);
  while (events.length - from > 4 && roomTaken(events.slice(from)) > room) from += 1;
  return events.slice(from);
}

function timeline(events: readonly TimelineEvent[], room: number): Block[] {
  const shown = newest(events, room);
  const before = events.length - shown.length;
  const cells = (event: TimelineEvent | undefined): string[] =>
    event ? [noBreak(event.day ?? ''), event.what, event.facts] : ['', '', ''];
  return [
    note(before > 0 ? `办理过程（之前另有${before}项，见案件）` : '办理过程'),
    {
      kind: 'dataTable',
      columns: [...TIMELINE, ...TIMELINE],
      rows: inTwo(shown).map(([one, other]) => [...cells(one), ...cells(other)]),
    },
  ];
}

function card(of: LedgerRow, maker: RegisterMaker): Block[] {
  const rows = CARD_ROWS.map((titles) => filledRow(of, titles));
  const room = ROOM - rows.reduce((sum, { height }) => sum + height, 0);
  return [
    { kind: 'title', lines: ['诉讼案件卡片'] },
    note([maker.bank, of.facts.key, `截至${maker.date}`, '单位：元'].join('　')),
    { kind: 'formTable', widths: WIDTHS, rows: rows.map(({ row }) => row) },
    ...timeline(timelineOf(of.facts), room),
    note([`制表人：${maker.madeBy}`, '经办人：', '负责人：'].join('　　　　　')),
  ];
}

/** A page for each row; without rows one that says so. */
export function caseCards(rows: readonly LedgerRow[], maker: RegisterMaker): PaperDocument {
  const none: Block[] = [{ kind: 'title', lines: ['诉讼案件卡片'] }, note('没有案件。')];
  return {
    ...{ code: 'LED-04', title: '诉讼案件卡片', class: 'SECRET', layout: 'form' },
    ...{ unit: maker.bank, date: maker.date },
    blocks:
      rows.length === 0
        ? none
        : rows.flatMap((row, at) => [...(at > 0 ? [{ kind: 'pageBreak' } as const] : []), ...card(row, maker)]),
  };
}
