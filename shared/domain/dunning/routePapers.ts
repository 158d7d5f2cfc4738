/**
 * For those who take the notices out: the way from door to door with room for what happened there, and the addresses for
 * the envelopes. Neither carries an amount or an identifier, and nothing outside an envelope names a debt (documents.md §0.5).
 */
import { type Block, bold, type DataRow, type FormRow, text, value } from '../documents/blocks';
import { noBreak } from '../documents/typesetting';
import { type JobHead, jobPaper, type NumberedNotice, ROLE_WORD, titled } from './jobPapers';

/** By officer and address, so that one street is walked once. */
const onTheWay = (notices: readonly NumberedNotice[]): NumberedNotice[] => {
  const key = ({ officer, address, addressee }: NumberedNotice) => [officer, address, addressee].join('\n');
  return notices.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
};

export function routeList(head: JobHead, notices: readonly NumberedNotice[]) {
  const title = '送达路线单';
  const rows = onTheWay(notices).map((notice, index): DataRow => {
    const { officer, address, addressee, role, borrower, number } = notice;
    const whose = role === 'borrower' ? '' : `，债务人${borrower}`;
    return [
      String(index + 1),
      officer,
      address,
      `${addressee}（${ROLE_WORD[role]}${whose}）`,
      noBreak(number),
      '',
      '',
      '',
    ];
  });
  const columns = [
    { label: '序号', width: 10, align: 'center' },
    { label: '客户经理', width: 18 },
    { label: '送达地址', width: 62 },
    { label: '收件人（身份）', width: 56 },
    { label: '字号', width: 46 },
    { label: '到达时间', width: 22 },
    { label: '结果（签收、拒收、不在）', width: 30 },
    { label: '送达人（两人）签字', width: 23 },
  ] as const;
  const blocks: Block[] = [...titled(head, title), { kind: 'dataTable', columns, rows }];
  return jobPaper(head, 'QS-PACK-04', title, { class: 'INT', layout: 'ledger', blocks });
}

/** mm: two labels in a row, each of three lines. */
const WIDTH = 82;
const LINES = [
  { height: 14, of: (_: JobHead, { address }: NumberedNotice) => [text(address)] },
  { height: 14, of: (_: JobHead, { addressee }: NumberedNotice) => [bold(`${addressee}　收`)] },
  { height: 12, of: ({ bank, bankAddress }: JobHead) => [text(`寄件人：${bankAddress}　${bank}`)] },
];

/** One for each addressee at his address. */
export function addressLabels(head: JobHead, notices: readonly NumberedNotice[]) {
  const title = '信封地址签';
  const once = [...new Map(onTheWay(notices).map((each) => [`${each.address}\n${each.addressee}`, each])).values()];
  const rows = once.flatMap((left, at): FormRow[] => {
    if (at % 2 === 1) return [];
    const right = once[at + 1];
    return LINES.map(({ height, of }) => ({
      cells: [value(of(head, left)), right ? value(of(head, right)) : value('　')],
      minHeight: height,
    }));
  });
  const blocks: Block[] = [...titled(head, title), { kind: 'formTable', widths: [WIDTH, WIDTH], rows }];
  return jobPaper(head, 'QS-PACK-05', title, { class: 'OUT', layout: 'form', blocks });
}
