/** DOC-LIT-03 consent and DOC-LIT-04 refusal of a suit by the committee (B4 §10, ORG-03): the case, the vote, what follows. */
import { paperDate } from '../../../kernel/calendarDate';
import { yuanGrouped } from '../../../kernel/money';
import { voteTable } from '../../approvals/approvalBlocks';
import { type Block, choices, type FormRow, note } from '../../documents/blocks';
import { type Missing, noticeOf } from '../../documents/missing';
import { NOT_APPLICABLE, noBreak } from '../../documents/typesetting';
import { personsOf } from '../caseFile';
import { opinionOf } from '../gate';
import { TREATMENTS } from '../gateDetail';
import type { CasePaper, Filled, PaperField } from './casePaper';
import { claimTexts, numbered, securityName } from './claims';
import { FOUR, pairRow, row, sumPair } from './courtParts';
import { opinionIn, planText } from './opinionPaper';
import type { CasePaperFacts } from './paperFacts';

export const FILING_WORD: Readonly<Record<string, string>> = {
  none: '无须备案',
  county: '县级联社（支行）',
  city: '市级',
  province: '省级',
};
/** Roles of B4 §6 as the rule words them. */
const ROLE_WORD: Readonly<Record<string, string>> = {
  'credit-director': '信贷主任',
  director: '主任',
  'deputy-head': '分管领导',
  head: '主要负责人',
};

const names = ({ file }: CasePaperFacts, role: 'responsible' | 'handler' | 'agent'): string =>
  personsOf(file, role)
    .map(({ name }) => name)
    .join('、');

const COMMON: readonly PaperField[] = [{ id: 'meeting', kind: 'text', need: 'block', maxLength: 80 }];

/** Past its days the review is printed as late, with the reason. */
const isLate = ({ file: { consent } }: CasePaperFacts): boolean =>
  consent.on !== null && consent.deadline !== null && consent.on > consent.deadline;

function reviewText(facts: CasePaperFacts, filled: Filled): string {
  const received = opinionOf(facts.file)?.on;
  const { deadline, on } = facts.file.consent;
  return [
    `法律意见书${opinionIn(facts)?.number ?? NOT_APPLICABLE}`,
    received && `${paperDate(received)}收到`,
    deadline && `应于${paperDate(deadline)}前审查`,
    on && `实际审查日${paperDate(on)}`,
    isLate(facts) && `逾期审查，原因：${filled.text('lateReason')}`,
  ]
    .filter(Boolean)
    .join('，');
}

function securityText({ securities, parties }: CasePaperFacts): string {
  const assets = securities.filter(({ isLive }) => isLive).map((item) => `${item.security}：${securityName(item)}`);
  const guarantors = parties.filter(({ guarantees }) => guarantees.length > 0).map(({ name }) => `保证：${name}`);
  return [...assets, ...guarantors].join('；') || '无担保';
}

function caseRows(facts: CasePaperFacts, filled: Filled): FormRow[] {
  const { file, bank, loans } = facts;
  const { principal, interest, costs, total } = file.claimed;
  const contracts = loans.map(({ contractNo }) => noBreak(contractNo)).join('、');
  return [
    row('案件名称', `${bank.name}${file.title}`),
    pairRow('债权单位', file.unit.name, '拟诉法院', file.court ?? NOT_APPLICABLE),
    row('借款合同编号', contracts),
    row(
      '拟诉标的额',
      `${sumPair(total)}，其中本金${yuanGrouped(principal)}元、利息${yuanGrouped(interest)}元、费用${yuanGrouped(costs)}元`,
    ),
    row('担保情况', securityText(facts)),
    row('法律意见书', reviewText(facts, filled)),
    row('会议或书面表决', filled.text('meeting')),
  ];
}

function head(facts: CasePaperFacts, filled: Filled, title: string): Block[] {
  const { votes, tally } = facts.vote ?? { votes: [], tally: null };
  return [
    { kind: 'title', lines: [title] },
    { kind: 'number' },
    { kind: 'formTable', widths: FOUR, rows: caseRows(facts, filled) },
    ...voteTable(votes, tally),
  ];
}

const lateField: PaperField = { id: 'lateReason', kind: 'text', maxLength: 120 };

function voteFindings(facts: CasePaperFacts, filled: Filled, wanted: 'approved' | 'rejected'): Missing[] {
  const { consent } = facts.file;
  const unexplained = isLate(facts) && filled.text('lateReason') === '';
  return [
    ...(consent.state === wanted ? [] : [noticeOf(`committee-not-${wanted}`, 'G-AUTH', 'block', 'case')]),
    ...(opinionOf(facts.file) ? [] : [noticeOf('opinion-missing', 'G-AUTH', 'block', 'case')]),
    ...(unexplained ? [noticeOf('late-unexplained', 'G-DATE', 'block', 'lateReason', consent.deadline ?? '')] : []),
  ];
}

function consentRows(facts: CasePaperFacts, filled: Filled): FormRow[] {
  const { role, article } = facts.responsibleRole;
  const [responsible] = personsOf(facts.file, 'responsible');
  const asked = `标的额${yuanGrouped(facts.file.claimed.total)}元，原则上由${ROLE_WORD[role] ?? role}负责（${article}）`;
  const reason = responsible?.reason ? `；${responsible.reason}` : '';
  const plan = opinionIn(facts)?.settlement;
  const secured = facts.securities.some(({ isLive }) => isLive);
  const sueBy = filled.date('sueBy');
  return [
    row('决定', '经审查论证，同意对上述案件提起诉讼（仲裁）。'),
    row('诉讼请求要点', numbered(claimTexts(facts)).join('')),
    row(
      '主张担保物权',
      choices([
        ['是', secured],
        ['无担保', !secured],
      ]),
    ),
    row('案件负责人', `${responsible?.name ?? NOT_APPLICABLE}。${asked}${reason}`),
    pairRow('经办人', names(facts, 'handler') || NOT_APPLICABLE, '代理人', names(facts, 'agent') || NOT_APPLICABLE),
    row('保全要求', filled.text('preservation') || NOT_APPLICABLE),
    row('和解权限', plan ? `以法律意见书和解方案为限：${planText(plan)}` : '无和解方案，不得调解、和解'),
    pairRow(
      '备案层级',
      FILING_WORD[facts.filingLevel] ?? '',
      '立案期限',
      sueBy === null ? NOT_APPLICABLE : `${paperDate(sueBy)}前`,
    ),
  ];
}

export const consentPaper: CasePaper = {
  code: 'DOC-LIT-03',
  title: '同意起诉意见书',
  class: 'INT',
  layout: 'form',
  fields: [
    ...COMMON,
    { id: 'preservation', kind: 'text', maxLength: 200 },
    { id: 'sueBy', kind: 'date', need: 'block' },
    lateField,
  ],
  check: (facts, filled) => {
    const sueBy = filled.date('sueBy');
    const people = personsOf(facts.file, 'responsible').length > 0 && personsOf(facts.file, 'handler').length > 0;
    return [
      ...voteFindings(facts, filled, 'approved'),
      ...(people ? [] : [noticeOf('people-missing', 'G-AUTH', 'block', 'case')]),
      ...facts.unclaimed.map((item) => noticeOf('security-not-claimed', 'G-SEC', 'block', 'case', item)),
      ...(sueBy !== null && sueBy < facts.today ? [noticeOf('date-past', 'G-DATE', 'block', 'sueBy', sueBy)] : []),
    ];
  },
  compose: (facts, filled) => [
    ...head(facts, filled, '同意起诉意见书'),
    { kind: 'formTable', widths: FOUR, rows: consentRows(facts, filled) },
    { kind: 'signatures', lines: [{ label: '主任委员' }] },
    note('（诉讼保全管理委员会章）'),
    note('本意见书一式三份，债权单位、诉讼保全管理委员会、案件卷各一份。'),
  ],
};

const REFUSAL_REASONS = ['evidence', 'limitation', 'parties', 'cost', 'negotiable', 'other'] as const;
const REASON_WORD: Readonly<Record<(typeof REFUSAL_REASONS)[number], string>> = {
  evidence: '证据不足',
  limitation: '时效',
  parties: '主体',
  cost: '无执行能力、成本高于回收',
  negotiable: '可协商',
  other: '其他',
};
const TREATMENT_WORD: Readonly<Record<(typeof TREATMENTS)[number], string>> = {
  'keep-demanding': '继续催收',
  'complete-evidence': '补强证据后再议',
  restructure: '重组',
  'write-off': '申报核销',
  liability: '移交责任认定',
  other: '其他',
};

const treatmentOf = ({ file }: CasePaperFacts) => file.acts.findLast(({ kind }) => kind === 'treatment-stated') ?? null;

function refusalRows(facts: CasePaperFacts, filled: Filled): FormRow[] {
  const { treatments = [], text = '', reviewOn } = treatmentOf(facts)?.detail ?? {};
  return [
    row('决定', '经审查论证，不同意对上述案件提起诉讼。'),
    row(
      '不予起诉理由',
      choices(REFUSAL_REASONS.map((reason) => [REASON_WORD[reason], filled.ticked(`reason-${reason}`)])),
    ),
    row('理由说明', filled.text('reasonText'), 20),
    row('处理意见', choices(TREATMENTS.map((each) => [TREATMENT_WORD[each], treatments.includes(each)]))),
    row('处理说明', text, 20),
    row('复议日期', reviewOn ? paperDate(reviewOn) : NOT_APPLICABLE),
  ];
}

export const refusalPaper: CasePaper = {
  code: 'DOC-LIT-04',
  title: '不予起诉意见书',
  class: 'INT',
  layout: 'form',
  fields: [
    ...COMMON,
    ...REFUSAL_REASONS.map((reason): PaperField => ({ id: `reason-${reason}`, kind: 'checkbox' })),
    { id: 'reasonText', kind: 'longText', need: 'block', maxLength: 1000 },
    lateField,
  ],
  check: (facts, filled) => {
    const ticked = REFUSAL_REASONS.some((reason) => filled.ticked(`reason-${reason}`));
    return [
      ...voteFindings(facts, filled, 'rejected'),
      ...(treatmentOf(facts) ? [] : [noticeOf('treatment-missing', 'G-AUTH', 'block', 'case')]),
      ...(ticked ? [] : [noticeOf('field-missing', 'G-COND', 'block', 'reason-evidence')]),
    ];
  },
  compose: (facts, filled) => [
    ...head(facts, filled, '不予起诉意见书'),
    { kind: 'formTable', widths: FOUR, rows: refusalRows(facts, filled) },
    { kind: 'signatures', lines: [{ label: '主任委员' }] },
    note('（诉讼保全管理委员会章）'),
    note(copiesText(facts.refusalCopies)),
  ],
};

/** B4 §10: one for the creditor, one for the committee's archive. */
const copiesText = (copies: number): string =>
  `本意见书一式${copies === 2 ? '两' : copies}份：债权单位一份，诉讼保全管理委员会存档一份。`;
