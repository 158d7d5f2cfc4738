/** DOC-CRT-03, the evidence list (民事诉讼法 124; LIT-02): what is handed to the court, with the pages of the compiled volume. */
import { type Block, note, paragraph } from '../../documents/blocks';
import { noticeOf } from '../../documents/missing';
import type { EvidenceItem } from '../caseFile';
import type { CasePaper } from './casePaper';
import { courtOf, gateFindings } from './courtParts';
import type { CasePaperFacts } from './paperFacts';

export interface PagedItem {
  readonly item: EvidenceItem;
  /** Page of the volume on which it begins and ends. */
  readonly from: number;
  readonly to: number;
}

/** One after the other without a gap; `first`: page of the volume on which the first item begins. */
export function pagedEvidence(
  evidence: readonly EvidenceItem[],
  pagesOf: (item: EvidenceItem) => number = ({ pages }) => pages,
  first = 1,
): PagedItem[] {
  let next = first;
  return evidence.map((item) => {
    const from = next;
    next += pagesOf(item);
    return { item, from, to: next - 1 };
  });
}

const GROUP: Readonly<Record<EvidenceItem['kind'], string>> = {
  contract: '第一组',
  receipt: '第一组',
  guarantee: '第二组',
  other: '第三组',
};

const catalogueTable = (items: readonly PagedItem[]): Block => ({
  kind: 'dataTable',
  columns: [
    { label: '编号', width: 12, align: 'center' },
    { label: '组别', width: 16, align: 'center' },
    { label: '证据名称', width: 34 },
    { label: '来源', width: 24 },
    { label: '原件/复印件', width: 20, align: 'center' },
    { label: '页码', width: 18, align: 'center' },
    { label: '证明对象和内容', width: 41 },
  ],
  rows: items.map(({ item, from, to }, at) => [
    String(at + 1),
    GROUP[item.kind],
    item.name,
    item.source,
    item.isOriginal ? '原件' : '复印件',
    from === to ? String(from) : `${from}-${to}`,
    item.proves,
  ]),
});

/** Head, table, and the ends for whoever hands it in and for the court. */
const catalogueBlocks = (facts: CasePaperFacts, items: readonly PagedItem[], date: string): Block[] => [
  { kind: 'title', lines: ['证据目录'] },
  {
    kind: 'paragraph',
    runs: [
      {
        text: `案由：${facts.file.cause}　　案号：${facts.file.caseNo ?? '（尚未立案）'}　　受理法院：${courtOf(facts)}`,
      },
    ],
    indent: false,
  },
  catalogueTable(items),
  note(`共${items.length}件，${items.reduce((sum, { from, to }) => sum + to - from + 1, 0)}页。`),
  paragraph('法院签收：', { blank: 50 }),
  { kind: 'seal', issuer: `提交人（盖章）：${facts.bank.name}`, date, inWords: true },
];

export const evidenceListPaper: CasePaper = {
  code: 'DOC-CRT-03',
  title: '证据目录',
  class: 'COURT',
  layout: 'form',
  fields: [],
  check: (facts) => [
    ...gateFindings(facts),
    ...(facts.file.evidence.length === 0 ? [noticeOf('evidence-missing', 'G-COND', 'block', 'case')] : []),
  ],
  compose: (facts, _, date) => catalogueBlocks(facts, pagedEvidence(facts.file.evidence), date),
};
