/** DOC-LIT-05, the filing form of a case (B4 §21–23, §29): what the level above is told, and what came of the case. */
import { type CalendarDate, paperDate } from '../../../kernel/calendarDate';
import { yuanGrouped } from '../../../kernel/money';
import { type Block, choices, type FormRow, heading, note, type Run, text } from '../../documents/blocks';
import { noticeOf } from '../../documents/missing';
import { NOT_APPLICABLE, noBreak } from '../../documents/typesetting';
import type { ActKind } from '../actKinds';
import { personsOf } from '../caseFile';
import { filingOf } from '../gate';
import type { CasePaper, Filled } from './casePaper';
import { claimTexts, numbered, securityName } from './claims';
import { FILING_WORD } from './committeePapers';
import { agentText, defendantsOf, FOUR, pairRow, partyFindings, partyText, row } from './courtParts';
import { CHANCE_WORD, opinionIn } from './opinionPaper';
import type { CasePaperFacts } from './paperFacts';

const FILING_KINDS = ['suit', 'defence', 'appeal', 'retrial', 'withdrawal', 'risk-agency'] as const;
const KIND_WORD: Readonly<Record<(typeof FILING_KINDS)[number], string>> = {
  suit: '起诉',
  defence: '应诉（被告）',
  appeal: '上诉',
  retrial: '申诉/再审',
  withdrawal: '撤诉/解除查封',
  'risk-agency': '风险代理',
};
const LEVEL_WORD = { basic: '基层人民法院', intermediate: '中级人民法院', high: '高级人民法院' } as const;
/** B4 §22: what goes with the form. */
const ENCLOSED = ['encloses-form', 'encloses-opinion', 'encloses-pleadings', 'encloses-evidence'] as const;
const ENCLOSED_WORD: Readonly<Record<(typeof ENCLOSED)[number], string>> = {
  'encloses-form': '诉讼案件备案表',
  'encloses-opinion': '法律意见书',
  'encloses-pleadings': '诉讼文书（起诉状、保全申请书）',
  'encloses-evidence': '证据材料复印件',
};

/** With the number of the licence (documents.md §4.7). */
const agentsText = ({ agents }: CasePaperFacts): string =>
  agents
    .map((agent) => `${agentText(agent)}${agent.licenceNo ? `（执业证号${noBreak(agent.licenceNo)}）` : ''}`)
    .join('；') || NOT_APPLICABLE;

const people = ({ file }: CasePaperFacts, role: 'responsible' | 'handler'): string =>
  personsOf(file, role)
    .map(({ name }) => name)
    .join('、') || NOT_APPLICABLE;

const dated = (day: CalendarDate | null | undefined): string => (day ? paperDate(day) : NOT_APPLICABLE);

function caseRows(facts: CasePaperFacts, filled: Filled): FormRow[] {
  const { file, filingLevel, bank, override } = facts;
  const { total, principal, interest, costs } = file.claimed;
  const kind = filled.text('filingKind');
  const pages = file.evidence.reduce((sum, item) => sum + item.pages, 0);
  return [
    pairRow('填报单位', file.unit.name, '填报日期', dated(facts.today)),
    row('备案类型', choices(FILING_KINDS.map((each) => [KIND_WORD[each], each === kind]))),
    pairRow('备案层级', FILING_WORD[filingLevel] ?? '', '案由', file.cause),
    row('案件名称', `${bank.name}${file.title}`),
    pairRow('诉讼地位', file.standing === 'plaintiff' ? '原告' : '被告', '审级', filled.text('instance')),
    row('对方当事人', defendantsOf(facts).map(partyText).join('')),
    pairRow('受理（拟）法院', file.court ?? NOT_APPLICABLE, '法院级别', LEVEL_WORD[file.courtLevel]),
    row(
      '标的额',
      `${yuanGrouped(total)}元（本金${yuanGrouped(principal)}元；利息${yuanGrouped(interest)}元；费用${yuanGrouped(costs)}元）`,
    ),
    row('诉讼请求', numbered(claimTexts(facts)).join('')),
    row('担保物权', securityText(facts)),
    ...(override === null
      ? []
      : [row('起诉闸门例外', [override.on, override.by, override.reason].filter(Boolean).join('　'))]),
    row('附件核对', [
      ...choices(ENCLOSED.map((each) => [ENCLOSED_WORD[each], filled.ticked(each)])),
      text(`（证据复印件${pages}页）`),
    ]),
  ];
}

function securityText({ securities, file }: CasePaperFacts): string {
  const alive = securities.filter(({ isLive }) => isLive);
  if (alive.length === 0) return '无担保物权';
  const claimed = new Set(file.claims.flatMap(({ collateralId }) => collateralId ?? []));
  return alive
    .map((item) => `${claimed.has(item.collateralId) ? '已主张' : '未主张'}：${item.security}${securityName(item)}`)
    .join('；');
}

function debtTable({ loans }: CasePaperFacts): Block[] {
  return [
    note('债权（单位：元）', 'left'),
    {
      kind: 'dataTable',
      columns: [
        { label: '合同编号', width: 36 },
        { label: '发放日', width: 22, align: 'center' },
        { label: '到期日', width: 22, align: 'center' },
        { label: '余额', width: 28, align: 'right' },
        { label: '形态', width: 14, align: 'center' },
        { label: '责任人', width: 18, align: 'center' },
        { label: '时效届满日', width: 25, align: 'center' },
      ],
      rows: loans.map(({ contractNo, issuedOn, dueOn, balance, fiveLevel, officer, limitationEnd }) => [
        noBreak(contractNo),
        issuedOn ?? NOT_APPLICABLE,
        dueOn ?? NOT_APPLICABLE,
        yuanGrouped(balance),
        fiveLevel ?? NOT_APPLICABLE,
        officer ?? NOT_APPLICABLE,
        limitationEnd ?? NOT_APPLICABLE,
      ]),
    },
  ];
}

function manageRows(facts: CasePaperFacts, filled: Filled): FormRow[] {
  const opinion = opinionIn(facts);
  const { consent } = facts.file;
  const costs = facts.file.claimed.costs;
  return [
    pairRow('案件负责人', people(facts, 'responsible'), '经办人', people(facts, 'handler')),
    pairRow('代理人', agentsText(facts), '代理方式、收费', filled.text('agency') || NOT_APPLICABLE),
    pairRow(
      '法律意见书',
      opinion?.number ?? NOT_APPLICABLE,
      '同意起诉意见书',
      [filled.text('consentNo') || NOT_APPLICABLE, consent.on].filter(Boolean).join('　'),
    ),
    pairRow(
      '胜诉可能性',
      CHANCE_WORD[opinion?.chance ?? ''] ?? NOT_APPLICABLE,
      '执行能力',
      CHANCE_WORD[opinion?.enforceability ?? ''] ?? NOT_APPLICABLE,
    ),
    pairRow(
      '预计受偿',
      opinion ? `${yuanGrouped(opinion.expected)}元` : NOT_APPLICABLE,
      '预计费用',
      `受理费${yuanGrouped(facts.fees.acceptance)}元、保全费${yuanGrouped(facts.fees.preservation)}元${costs > 0 ? `、代理等费用${yuanGrouped(costs)}元` : ''}`,
    ),
  ];
}

const SIGNED: readonly Run[] = [
  text('　签字：'),
  { blank: 30 },
  text('　'),
  { blank: 12 },
  text('年'),
  { blank: 8 },
  text('月'),
  { blank: 8 },
  text('日'),
];

const OUTCOMES = [
  ['同意备案', 'agreed'],
  ['不同意备案', 'refused'],
  ['退回补充', 'returned'],
] as const;

function opinionRows(facts: CasePaperFacts): FormRow[] {
  const act = filingOf(facts.file);
  const { outcome, number } = act?.detail.filing ?? {};
  const decided = outcome
    ? `　备案号${number ?? NOT_APPLICABLE}，${dated(act?.on)}${act?.note ? `　${act.note}` : ''}`
    : '';
  return [
    row('填报单位意见', [text('（公章）　负责人'), ...SIGNED], 28),
    row(
      '备案意见',
      [
        ...choices(OUTCOMES.map(([word, each]) => [word, each === outcome] as const)),
        ...(decided === '' ? SIGNED : [text(decided)]),
      ],
      28,
    ),
  ];
}

const FOLLOWED: readonly (readonly [string, ActKind])[] = [
  ['立案', 'accepted'],
  ['保全', 'preservation-ordered'],
  ['开庭', 'hearing-held'],
  ['裁判', 'judged'],
  ['生效', 'effective'],
  ['申请执行', 'enforcement-applied'],
  ['结案', 'closed'],
];

/** Page 2: what came of it until now; printed again when the case is closed. */
function followed({ file }: CasePaperFacts): Block[] {
  const rows = FOLLOWED.map(([caption, kind]) => {
    const act = file.acts.findLast((each) => each.kind === kind);
    const { paperNo, caseNo, text: said } = act?.detail ?? {};
    return [caption, act?.on ?? '', [caseNo, paperNo, said].filter(Boolean).join('　')];
  });
  const sum = (kind: ActKind) =>
    file.acts.reduce((total, act) => total + (act.kind === kind ? (act.detail.amount ?? 0) : 0), 0);
  return [
    heading(1, '案件跟踪'),
    {
      kind: 'dataTable',
      columns: [
        { label: '事项', width: 30, align: 'center' },
        { label: '日期', width: 30, align: 'center' },
        { label: '案号、文号、结果', width: 105 },
      ],
      rows: [
        ...rows,
        ['收回', '', `${yuanGrouped(sum('money-received'))}元`],
        ['费用', '', `${yuanGrouped(sum('fee-paid'))}元`],
      ],
    },
  ];
}

export const filingPaper: CasePaper = {
  code: 'DOC-LIT-05',
  title: '诉讼案件备案表',
  class: 'INT',
  layout: 'form',
  fields: [
    {
      id: 'filingKind',
      kind: 'choice',
      need: 'block',
      options: FILING_KINDS,
      propose: ({ file }) => (file.standing === 'plaintiff' ? 'suit' : 'defence'),
    },
    { id: 'instance', kind: 'text', need: 'block', maxLength: 20, propose: () => '一审' },
    {
      id: 'consentNo',
      kind: 'text',
      maxLength: 40,
      propose: ({ file }) => file.consent.number,
    },
    { id: 'agency', kind: 'text', need: 'block', maxLength: 80, propose: () => '非风险代理' },
    ...ENCLOSED.map((id) => ({ id, kind: 'checkbox', need: 'block' }) as const),
  ],
  check: (facts) => {
    const { state } = facts.file.consent;
    const agreed = state === 'approved' || state === 'recorded' || facts.file.standing === 'defendant';
    return [
      ...partyFindings(facts),
      ...(agreed ? [] : [noticeOf('committee-not-approved', 'G-AUTH', 'block', 'case')]),
      ...(facts.file.court === null ? [noticeOf('court-missing', 'G-PARTY', 'block', 'case')] : []),
      ...facts.unclaimed.map((item) => noticeOf('security-not-claimed', 'G-SEC', 'block', 'case', item)),
    ];
  },
  compose: (facts, filled) => [
    { kind: 'title', lines: ['诉讼案件备案表'] },
    { kind: 'number' },
    { kind: 'formTable', widths: FOUR, rows: caseRows(facts, filled) },
    ...debtTable(facts),
    { kind: 'formTable', widths: FOUR, rows: [...manageRows(facts, filled), ...opinionRows(facts)] },
    ...followed(facts),
  ],
};
