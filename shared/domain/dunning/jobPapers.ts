/** What goes with the notices of a day: cover sheet, list for the post, request for the seal (documents.md §0.4, ui.md S07). */
import type { CalendarDate } from '../../kernel/calendarDate';
import { type Block, type DataRow, label, note, type PaperDocument, paragraph, value } from '../documents/blocks';
import { noBreak } from '../documents/typesetting';
import type { NoticeForm, NoticeRole } from './noticeFacts';
import { NOTICE_TITLE } from './noticeText';

export const ROLE_WORD: Readonly<Record<NoticeRole, string>> = {
  borrower: '借款人',
  guarantor: '保证人',
  owner: '抵（质）押人',
};

export interface NumberedNotice {
  readonly number: string;
  readonly form: NoticeForm;
  readonly role: NoticeRole;
  readonly addressee: string;
  readonly borrower: string;
  readonly address: string;
  readonly contracts: readonly string[];
  readonly unit: string;
  readonly officer: string;
}

export interface JobHead {
  /** B20260920-03 */
  readonly job: string;
  readonly bank: string;
  readonly bankAddress: string;
  readonly date: CalendarDate;
  readonly preparedBy: string;
  /** The filter in words. */
  readonly chosen: string;
}

export const jobPaper = (
  head: JobHead,
  code: string,
  title: string,
  rest: Pick<PaperDocument, 'class' | 'layout' | 'blocks'>,
): PaperDocument => ({
  code,
  title,
  unit: head.bank,
  date: head.date,
  ...rest,
});

export const titled = (head: JobHead, title: string): Block[] => [
  { kind: 'title', lines: [title] },
  note(`批次：${head.job}　日期：${head.date}　制表人：${head.preparedBy}　筛选：${head.chosen}`),
];

/** In the order of the print; the signature of whoever takes the notices out stands beside each. */
export function coverSheet(head: JobHead, notices: readonly NumberedNotice[]): PaperDocument {
  const title = '催收日作业包清单';
  const rows = notices.map(
    (notice, index): DataRow => [
      String(index + 1),
      noBreak(notice.number),
      NOTICE_TITLE[notice.form],
      `${notice.addressee}（${ROLE_WORD[notice.role]}）`,
      notice.role === 'borrower' ? '' : notice.borrower,
      notice.address,
      notice.unit,
      notice.officer,
      '',
    ],
  );
  const columns = [
    { label: '序号', width: 10, align: 'center' },
    { label: '字号', width: 48 },
    { label: '文书', width: 34 },
    { label: '被通知人（身份）', width: 40 },
    { label: '债务人', width: 28 },
    { label: '送达地址', width: 52 },
    { label: '机构', width: 24 },
    { label: '客户经理', width: 16 },
    { label: '领取人签字', width: 15 },
  ] as const;
  const blocks: Block[] = [
    ...titled(head, title),
    { kind: 'dataTable', columns, rows, total: ['合计', `${notices.length}份`, ...Array(7).fill('')] },
    { kind: 'signatures', lines: [{ label: '制表人' }, { label: '信贷主任（批准）' }] },
  ];
  return jobPaper(head, 'QS-PACK-01', title, { class: 'INT', layout: 'ledger', blocks });
}

/** For the post office: no amount and no identifier; the content named is what the evidence rule asks for (时效规定 8(2)). */
export function mailingList(head: JobHead, notices: readonly NumberedNotice[]): PaperDocument {
  const title = '邮寄清单';
  const rows = notices.map(
    (notice, index): DataRow => [
      String(index + 1),
      notice.addressee,
      notice.address,
      `《${NOTICE_TITLE[notice.form]}》1份（合同编号：${notice.contracts.join('、')}）`,
      '',
      '',
    ],
  );
  const columns = [
    { label: '序号', width: 10, align: 'center' },
    { label: '收件人', width: 38 },
    { label: '地址', width: 70 },
    { label: '内件品名', width: 85 },
    { label: '快递单号', width: 40 },
    { label: '寄出日期', width: 24 },
  ] as const;
  const blocks: Block[] = [...titled(head, title), { kind: 'dataTable', columns, rows }];
  return jobPaper(head, 'QS-PACK-02', title, { class: 'OUT', layout: 'ledger', blocks });
}

/** First and last number of each word. */
function numberRanges(notices: readonly NumberedNotice[]): string[] {
  const byForm = Map.groupBy(notices, ({ form }) => form);
  return [...byForm].map(([form, list]) => {
    const [first, last] = [list[0]?.number ?? '', list.at(-1)?.number ?? ''];
    return `${NOTICE_TITLE[form]}：${noBreak(first)}${list.length > 1 ? `至${noBreak(last)}` : ''}，共${list.length}份`;
  });
}

export function sealRequest(head: JobHead, notices: readonly NumberedNotice[]): PaperDocument {
  const title = '用印申请单';
  const wide = (caption: string, text: string, minHeight = 10) => ({
    cells: [label(caption), value(text, 3)],
    minHeight,
  });
  const signed = (caption: string) => wide(caption, '　', 18);
  const blocks: Block[] = [
    { kind: 'title', lines: [title] },
    {
      kind: 'formTable',
      widths: [34, 48, 34, 48],
      rows: [
        { cells: [label('申请机构'), value(head.bank), label('申请日期'), value(head.date)] },
        { cells: [label('批次'), value(head.job), label('申请人'), value(head.preparedBy)] },
        wide('用印文件', numberRanges(notices).join('；'), 18),
        wide('份数', `${notices.length}份文书，每份用印1处，留存联同样用印`),
        wide('印章种类', '公章（或业务专用章）'),
        wide('用途', '贷款催收'),
        signed('审批人意见及签字'),
        signed('印章保管人签字'),
        signed('用印份数核对、日期'),
      ],
    },
    paragraph('用印人应逐份核对字号与清单一致；作废的文书不得用印。'),
  ];
  return jobPaper(head, 'QS-PACK-03', title, { class: 'INT', layout: 'form', blocks });
}
