/** The application and approval form of an extension (DOC-REC-12) or re-lending (DOC-REC-13); B2 §21, §22, REC-08, GUA-17. */
import { type CalendarDate, daysBetween, paperDate } from '../../kernel/calendarDate';
import { type Fen, yuanGrouped } from '../../kernel/money';
import { approvalTable, type PaperLevel } from '../approvals/approvalBlocks';
import {
  type Block,
  bold,
  type FormRow,
  label,
  note,
  type PaperDocument,
  type Run,
  text,
  value,
} from '../documents/blocks';
import { type Missing, noticeOf } from '../documents/missing';
import { NOT_APPLICABLE, noBreak } from '../documents/typesetting';
import { gapFindings } from '../dunning/interestFindings';
import type { NoticeLoan, NoticeParty } from '../dunning/noticeFacts';
import { sumOf, type TypedInstalment, totalOf } from './agreement';
import type { StandingGuarantor } from './debtFacts';
import type { TermKind, TermState } from './loanTerm';

export interface TermPaperFacts {
  readonly asOf: CalendarDate;
  readonly today: CalendarDate;
  readonly unit: string;
  readonly partyId: number;
  readonly loanId: number;
  readonly termId: number;
  readonly debtor: Pick<NoticeParty, 'name' | 'kind' | 'idNo' | 'address'>;
  readonly kind: TermKind;
  readonly state: TermState;
  readonly contract: string;
  readonly dueOn: CalendarDate;
  readonly newDueOn: CalendarDate;
  readonly principal: Fen;
  readonly interest: Fen;
  readonly fiveLevel: string | null;
  readonly isOffBalance: boolean;
  readonly reason: string;
  /** In the words of the article, with its number. */
  readonly condition: { readonly text: string; readonly article: string };
  readonly evidence: readonly string[];
  readonly security: string | null;
  /** What secures it already. */
  readonly secured: readonly string[];
  readonly instalments: readonly TypedInstalment[];
  readonly guarantors: readonly StandingGuarantor[];
  /** The loan as papers name it today: whether its interest is far from the ledger's. */
  readonly loans: readonly NoticeLoan[];
  /** What the change means for the class, by the rule of the day. */
  readonly restructured: { readonly months: number; readonly leastClass: string; readonly article: string };
  readonly levels: readonly PaperLevel[];
}

const WORD: Readonly<Record<TermKind, string>> = { extension: '展期', relending: '转贷' };
export const TERM_FORM = { extension: 'DOC-REC-12', relending: 'DOC-REC-13' } as const;
export const TERM_TITLE = { extension: '贷款展期申请审批表', relending: '转贷申请审批表' } as const;

/** In the order of the gates. */
export function checkTerm(facts: TermPaperFacts): Missing[] {
  const { kind, state, debtor, dueOn, today, guarantors } = facts;
  const late = kind === 'extension' && state !== 'in-force' && today > dueOn;
  const complete = debtor.name && debtor.idNo && debtor.address;
  return [
    ...(state === 'refused' ? [noticeOf('term-refused', 'G-AUTH', 'block', 'approval')] : []),
    ...(facts.isOffBalance ? [noticeOf('off-balance-money-only', 'G-COND', 'block', 'loans', facts.contract)] : []),
    ...(late ? [noticeOf('extension-after-due', 'G-DATE', 'block', 'loans', dueOn)] : []),
    ...(complete ? [] : [noticeOf('party-incomplete', 'G-PARTY', 'block', 'party', debtor.name)]),
    ...gapFindings(facts.loans),
    ...(kind === 'extension'
      ? guarantors.map(({ name }) => noticeOf('guarantor-consent-needed', 'G-COND', 'warn', 'guarantors', name))
      : []),
  ];
}

const caption = (title: string): Block => ({ kind: 'paragraph', runs: [bold(title)], indent: false });

const money = (fen: Fen): string => `${yuanGrouped(fen)}元`;

const INK_DATE: readonly Run[] = [
  text(`　${noBreak('日期：')}`),
  { blank: 12 },
  text('年'),
  { blank: 8 },
  text('月'),
  { blank: 8 },
  text('日'),
];

const sealed = (kind: NoticeParty['kind']): readonly Run[] =>
  kind === 'person'
    ? [text(noBreak('签字：')), { blank: 34 }, text('（捺印处）'), ...INK_DATE]
    : [text(`（公章）　${noBreak('法定代表人（负责人）签字：')}`), { blank: 22 }, ...INK_DATE];

function loanRows(facts: TermPaperFacts): FormRow[] {
  const { today, dueOn, restructured, secured } = facts;
  const overdue = today > dueOn ? `${daysBetween(dueOn, today)}天` : '未逾期';
  const effect = `因借款人财务困难而${WORD[facts.kind]}的属重组资产：观察期至少${restructured.months}个月，期内至少为${restructured.leastClass}类（${restructured.article}）`;
  return [
    { cells: [label('借款人'), value(facts.debtor.name), label('借款合同'), value(noBreak(facts.contract))] },
    { cells: [label('尚欠本金'), value(money(facts.principal)), label('尚欠利息'), value(money(facts.interest))] },
    { cells: [label('到期日'), value(dueOn), label(`${WORD[facts.kind]}到期日`), value(facts.newDueOn)] },
    { cells: [label('逾期天数'), value(overdue), label('五级分类'), value(facts.fiveLevel ?? NOT_APPLICABLE)] },
    { cells: [label('分类影响'), value(effect, 3)] },
    { cells: [label('现有担保'), value(secured.join('；') || '无', 3)] },
  ];
}

function applicationRows(facts: TermPaperFacts): FormRow[] {
  const { condition, evidence, debtor } = facts;
  return [
    { cells: [label('申请理由'), value(facts.reason, 3)], minHeight: 16 },
    { cells: [label('符合的条件'), value(`${condition.article}：${condition.text}`, 3)] },
    { cells: [label('证明'), value(evidence.join('；'), 3)] },
    { cells: [label('物资保证'), value(facts.security ?? '无', 3)] },
    {
      cells: [
        label('借款人申请'),
        value(
          [
            text(
              `${debtor.kind === 'person' ? '本人' : '本单位'}申请${WORD[facts.kind]}，承诺按还款计划偿还全部本息。　`,
            ),
            ...sealed(debtor.kind),
          ],
          3,
        ),
      ],
      minHeight: 20,
    },
  ];
}

function planTable(instalments: readonly TypedInstalment[]): Block {
  const sums = totalOf(instalments);
  const cells = (
    head: string,
    day: string,
    { principal, interest }: Pick<TypedInstalment, 'principal' | 'interest'>,
  ) => [head, day, yuanGrouped(principal), yuanGrouped(interest), yuanGrouped(sumOf({ principal, interest }))];
  return {
    kind: 'dataTable',
    columns: [
      { label: '期次', width: 15, align: 'center' },
      { label: '还款日', width: 36, align: 'center' },
      { label: '本金（元）', width: 38, align: 'right' },
      { label: '利息（元）', width: 38, align: 'right' },
      { label: '合计（元）', width: 38, align: 'right' },
    ],
    rows: instalments.map((each, at) => cells(String(at + 1), each.dueOn, each)),
    total: cells('合计', '', sums),
  };
}

const CONSENT = {
  extension: '书面同意展期，按展期后的到期日继续承担保证责任。',
  relending: '书面同意为转贷后的债务承担保证责任。',
} as const;

/** Every guarantor who still stands signs for himself; without his consent his period stays as it was (民法典 695(2)). */
function consentBlocks({ guarantors, kind }: TermPaperFacts): Block[] {
  if (guarantors.length === 0) return [note('本笔借款无在期的保证人。')];
  const rows = guarantors.map(
    ({ name, kind: party }): FormRow => ({
      cells: [label(`保证人　${name}`), value([text(`${CONSENT[kind]}　`), ...sealed(party)])],
      minHeight: 20,
    }),
  );
  return [
    caption('担保人书面意见'),
    { kind: 'formTable', widths: [44, 121], rows },
    ...(kind === 'extension' ? [note('保证人未书面同意的，保证期间不随展期变更（民法典第六百九十五条第二款）。')] : []),
  ];
}

export function composeTerm(facts: TermPaperFacts, date: CalendarDate): PaperDocument {
  const title = TERM_TITLE[facts.kind];
  return {
    code: TERM_FORM[facts.kind],
    title,
    unit: facts.unit,
    date,
    class: 'INT',
    layout: 'form',
    blocks: [
      { kind: 'title', lines: [title] },
      { kind: 'number' },
      { kind: 'formTable', widths: [34, 51, 30, 50], rows: [...loanRows(facts), ...applicationRows(facts)] },
      caption('还款计划'),
      planTable(facts.instalments),
      note(`金额截至${paperDate(facts.asOf)}；此后的利息按合同约定计算，随最后一期结清。`),
      ...consentBlocks(facts),
      caption('审批意见'),
      ...approvalTable(facts.levels),
    ],
  };
}
