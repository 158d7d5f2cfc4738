/** DOC-LIT-02, the counsel's opinion (B4 §9): its six contents in their order, then procedure and conclusion. */
import { daysBetween, paperDate } from '../../../kernel/calendarDate';
import { yuanGrouped, yuanText } from '../../../kernel/money';
import { type Block, bold, choices, heading, paragraph, text } from '../../documents/blocks';
import { type Missing, noticeOf } from '../../documents/missing';
import { NOT_APPLICABLE } from '../../documents/typesetting';
import { opinionOf } from '../gate';
import { CHANCES, CONCLUSIONS, type Opinion, type SettlementPlan } from '../gateDetail';
import type { CasePaper, Filled } from './casePaper';
import { claimTexts, groundTexts, numbered } from './claims';
import { amountFindings, callOf, partyFindings, partyText } from './courtParts';
import type { CasePaperFacts } from './paperFacts';

export const CHANCE_WORD: Readonly<Record<string, string>> = {
  high: '高',
  'rather-high': '较高',
  fair: '一般',
  low: '低',
};
const CONCLUSION_WORD: Readonly<Record<string, string>> = {
  sue: '建议起诉',
  'sue-after-evidence': '建议补证后起诉',
  'do-not-sue': '不建议起诉',
};

export const opinionIn = ({ file }: CasePaperFacts): Opinion | undefined => opinionOf(file)?.detail.opinion;

/** The plan that later settlements are compared with (LIT-09). */
export function planText(plan: SettlementPlan): string {
  const { floor, firstPayment, months, waiver, keepsSecurity, onDefault } = plan;
  return [
    `最低还款额${yuanGrouped(floor)}元`,
    `首付款不低于${yuanGrouped(firstPayment)}元`,
    months === 0 ? '余款一次付清' : `余款分期不超过${months}个月`,
    waiver === 0 ? '不减免利息' : `利息减免不超过${yuanGrouped(waiver)}元`,
    keepsSecurity ? '担保登记和已采取的查封不解除' : '可以解除已采取的查封',
    `违约后果：${onDefault.replace(/[。；]+$/, '')}`,
  ].join('；');
}

const proposedPlan = (facts: CasePaperFacts): string | null => {
  const opinion = opinionIn(facts);
  if (opinion === undefined) return null;
  return opinion.settlement === null ? '无和解方案。' : `${planText(opinion.settlement)}。`;
};

const evidenceOf = ({ file }: CasePaperFacts): string =>
  file.evidence.map(({ name, pages }) => `${name}（${pages}页）`).join('、');

const FIELDS: CasePaper['fields'] = [
  { id: 'counsel', kind: 'text', need: 'block', maxLength: 40, propose: (facts) => opinionIn(facts)?.counsel ?? null },
  { id: 'licence', kind: 'text', need: 'block', maxLength: 40 },
  { id: 'firm', kind: 'text', maxLength: 60 },
  { id: 'materialsTo', kind: 'date', need: 'block', propose: ({ today }) => today },
  { id: 'standing', kind: 'longText', need: 'block', maxLength: 3000, propose: standingText },
  { id: 'settlement', kind: 'longText', need: 'block', maxLength: 2000, propose: proposedPlan },
  {
    id: 'facts',
    kind: 'longText',
    need: 'block',
    maxLength: 6000,
    propose: (facts) => opinionIn(facts)?.facts ?? groundTexts(facts).join('\n'),
  },
  { id: 'law', kind: 'longText', need: 'block', maxLength: 3000, propose: (facts) => opinionIn(facts)?.law ?? null },
  {
    id: 'chance',
    kind: 'choice',
    need: 'block',
    options: CHANCES,
    propose: (facts) => opinionIn(facts)?.chance ?? null,
  },
  { id: 'chanceReason', kind: 'longText', need: 'block', maxLength: 2000 },
  {
    id: 'adverse',
    kind: 'longText',
    need: 'block',
    maxLength: 2000,
    propose: (facts) => opinionIn(facts)?.adverse ?? null,
  },
  {
    id: 'enforceability',
    kind: 'choice',
    need: 'block',
    options: CHANCES,
    propose: (facts) => opinionIn(facts)?.enforceability ?? null,
  },
  {
    id: 'assets',
    kind: 'longText',
    need: 'block',
    maxLength: 2000,
    propose: (facts) => opinionIn(facts)?.assets ?? null,
  },
  {
    id: 'expected',
    kind: 'amount',
    need: 'block',
    propose: (facts) => {
      const expected = opinionIn(facts)?.expected;
      return expected === undefined ? null : yuanText(expected);
    },
  },
  { id: 'procedure', kind: 'longText', need: 'warn', maxLength: 2000 },
  {
    id: 'conclusion',
    kind: 'choice',
    need: 'block',
    options: CONCLUSIONS,
    propose: (facts) => opinionIn(facts)?.conclusion ?? null,
  },
];

const CAPACITY_TEXT = {
  borrower: '系借款人',
  guarantor: '系保证人',
  owner: '系担保物所有人',
  other: '系利害关系人',
} as const;

/** Who may sue and be sued, as the file has them. */
function standingText(facts: CasePaperFacts): string {
  const us = `原告：${facts.bank.name}，系贷款人，可以作为原告起诉。`;
  const them = facts.parties.map(
    (party) =>
      `${callOf(facts, party.key) || '第三人'}：${partyText(party).replace(/。$/, '')}。${CAPACITY_TEXT[party.capacity]}。`,
  );
  return [us, ...them].join('\n');
}

const paragraphs = (filled: Filled, id: string): Block[] => {
  const lines = filled.lines(id);
  return lines.length === 0 ? [paragraph(NOT_APPLICABLE)] : lines.map((line) => paragraph(line));
};

function opening(facts: CasePaperFacts, filled: Filled): Block[] {
  const until = filled.date('materialsTo') ?? facts.today;
  const firm = filled.text('firm');
  return [
    { kind: 'addressee', text: '诉讼保全管理委员会：' },
    paragraph(
      `受${facts.bank.name}委托，${firm === '' ? '' : firm}${filled.text('counsel')}（执业证号：${filled.text('licence')}）就“${facts.file.title}”一案出具本法律意见书。`,
    ),
    paragraph(
      `出具依据：诉前论证报告${facts.file.report ? `（${facts.file.report.number}）` : ''}及证据材料${evidenceOf(facts) || NOT_APPLICABLE}。本意见书仅供委托单位内部决策使用，依据截至${paperDate(until)}的材料作出。`,
    ),
  ];
}

function chances(filled: Filled): Block[] {
  return [
    heading(1, '五、胜诉的可能性'),
    paragraph(bold(CHANCE_WORD[filled.text('chance')] ?? ''), text('。'), text(filled.lines('chanceReason').join(''))),
    paragraph(`不利因素：${filled.lines('adverse').join('')}`),
    heading(1, '六、执行能力'),
    paragraph(
      bold(CHANCE_WORD[filled.text('enforceability')] ?? ''),
      text('。'),
      text(filled.lines('assets').join('')),
    ),
    paragraph(`预计可受偿${yuanGrouped(filled.amount('expected') ?? 0)}元。`),
  ];
}

function compose(facts: CasePaperFacts, filled: Filled): Block[] {
  const claims = numbered(claimTexts(facts));
  const conclusion = filled.text('conclusion');
  return [
    { kind: 'title', lines: ['法律意见书'] },
    { kind: 'number' },
    ...opening(facts, filled),
    heading(1, '一、诉讼主体'),
    ...paragraphs(filled, 'standing'),
    heading(1, '二、诉讼请求及和解方案'),
    heading(2, '（一）诉讼请求'),
    ...claims.map((claim) => paragraph(claim)),
    paragraph(
      `标的总额${yuanGrouped(facts.file.claimed.total)}元（本金${yuanGrouped(facts.file.claimed.principal)}元，利息${yuanGrouped(facts.file.claimed.interest)}元，实现债权的费用${yuanGrouped(facts.file.claimed.costs)}元）。`,
    ),
    heading(2, '（二）和解方案'),
    ...paragraphs(filled, 'settlement'),
    heading(1, '三、事实与理由'),
    ...paragraphs(filled, 'facts'),
    heading(1, '四、法律适用'),
    ...paragraphs(filled, 'law'),
    ...chances(filled),
    heading(1, '七、程序与费用建议'),
    paragraph(
      `拟向${facts.file.court ?? NOT_APPLICABLE}起诉；预计案件受理费${yuanGrouped(facts.fees.acceptance)}元，申请财产保全的，保全费${yuanGrouped(facts.fees.preservation)}元。`,
    ),
    ...filled.lines('procedure').map((line) => paragraph(line)),
    heading(1, '八、结论'),
    paragraph(...choices(CONCLUSIONS.map((each) => [CONCLUSION_WORD[each] ?? each, each === conclusion]))),
    { kind: 'signatures', lines: [{ label: '法律顾问（签字）' }] },
    paragraph(`执业证号：${filled.text('licence')}`),
    paragraph('本意见书一式三份，诉讼保全管理委员会、备案单位、案件卷各一份。'),
  ];
}

/** Interest of an older day than this many days before the paper is worth a second look. */
const FRESH_DAYS = 30;

export const opinionPaper: CasePaper = {
  code: 'DOC-LIT-02',
  title: '法律意见书',
  class: 'SECRET',
  layout: 'official',
  fields: FIELDS,
  check: (facts, filled): Missing[] => {
    const opinion = opinionIn(facts);
    const { file, today } = facts;
    const old = facts.loans.some(({ asOf }) => daysBetween(asOf, today) > FRESH_DAYS);
    const typed = filled.text('conclusion');
    return [
      ...partyFindings(facts),
      ...amountFindings(facts),
      ...facts.unclaimed.map((item) => noticeOf('security-not-claimed', 'G-SEC', 'block', 'case', item)),
      ...(file.report === null && file.consent.state !== 'recorded'
        ? [noticeOf('report-missing', 'G-AUTH', 'block', 'case')]
        : []),
      ...(old ? [noticeOf('figures-old', 'G-INT', 'warn', 'loans', facts.asOf)] : []),
      ...(opinion && typed !== '' && typed !== opinion.conclusion
        ? [noticeOf('differs-from-record', 'G-AUTH', 'block', 'conclusion', CONCLUSION_WORD[opinion.conclusion])]
        : []),
    ];
  },
  compose: (facts, filled) => compose(facts, filled),
};
