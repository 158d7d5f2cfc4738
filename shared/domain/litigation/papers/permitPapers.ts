/** DOC-LIT-07 and DOC-LIT-08, approval of a withdrawal or release and of a settlement (B4 §14, §16–20), and DOC-LIT-06 (B4 §24). */
import { addMonths, paperDate } from '../../../kernel/calendarDate';
import { type Fen, yuanGrouped } from '../../../kernel/money';
import { voteTable } from '../../approvals/approvalBlocks';
import { type Block, choices, type DataRow, type FormRow, heading, note, paragraph } from '../../documents/blocks';
import { noticeOf } from '../../documents/missing';
import { NOT_APPLICABLE } from '../../documents/typesetting';
import type { Permit, PermitKind, PermitTerms } from '../permits';
import { comparedWithPlan, type PlanTerm } from '../planTerms';
import type { CasePaper, Filled } from './casePaper';
import { defendantsOf, FOUR, pairRow, row } from './courtParts';
import { opinionIn } from './opinionPaper';
import type { CasePaperFacts } from './paperFacts';

const permitOf = ({ file }: CasePaperFacts, kind: PermitKind): Permit | undefined =>
  file.permits.findLast((permit) => permit.kind === kind);

const yuan = (fen: Fen | null | undefined): string =>
  fen === null || fen === undefined ? NOT_APPLICABLE : `${yuanGrouped(fen)}元`;

const caseRows = ({ file, bank }: CasePaperFacts): FormRow[] => [
  row('案件名称', `${bank.name}${file.title}`),
  pairRow('案号', file.caseNo ?? NOT_APPLICABLE, '受理法院', file.court ?? NOT_APPLICABLE),
  pairRow('标的额', yuan(file.claimed.total), '债权单位', file.unit.name),
];

const signatures: Block = { kind: 'signatures', lines: [{ label: '经办人' }, { label: '案件负责人' }] };

const RELEASES = ['withdrawal', 'part-withdrawal', 'release', 'change'] as const;
const RELEASE_WORD = {
  withdrawal: '撤诉',
  'part-withdrawal': '部分撤诉',
  release: '解除查封',
  change: '变更保全',
} as const;

/** Periods of guarantors that a withdrawal would let lapse, with their ends (GUA-11). */
const lapsing = ({ parties, today }: CasePaperFacts): string[] =>
  parties.flatMap(({ name, guarantees }) =>
    guarantees.flatMap(({ periodEnd }) =>
      periodEnd !== null && periodEnd < addMonths(today, 6) ? [`${name}保证期间至${paperDate(periodEnd)}`] : [],
    ),
  );

export const releasePaper: CasePaper = {
  code: 'DOC-LIT-07',
  title: '撤诉（解除查封）审批表',
  class: 'INT',
  layout: 'form',
  fields: [
    { id: 'release', kind: 'choice', need: 'block', options: RELEASES },
    { id: 'performance', kind: 'longText', need: 'block', maxLength: 1000 },
    { id: 'effects', kind: 'longText', need: 'block', maxLength: 1000 },
  ],
  check: (facts) => {
    const permit = permitOf(facts, 'release');
    return [
      ...(permit ? [] : [noticeOf('permit-missing', 'G-AUTH', 'block', 'case')]),
      ...(permit?.state === 'approved' ? [] : [noticeOf('permit-not-approved', 'G-AUTH', 'block', 'case')]),
      ...(permit?.state === 'approved' && permit.filingNo === null && facts.filingLevel !== 'none'
        ? [noticeOf('permit-not-filed', 'G-AUTH', 'block', 'case')]
        : []),
      ...lapsing(facts).map((text) => noticeOf('guarantee-would-lapse', 'G-TIME', 'warn', 'effects', text)),
    ];
  },
  compose: (facts, filled) => {
    const permit = permitOf(facts, 'release');
    return [
      { kind: 'title', lines: ['撤诉（解除查封）审批表'] },
      { kind: 'number' },
      {
        kind: 'formTable',
        widths: FOUR,
        rows: [
          ...caseRows(facts),
          row('事项', choices(RELEASES.map((each) => [RELEASE_WORD[each], each === filled.text('release')]))),
          row('标的（财产、裁定）', permit?.terms.item ?? ''),
          row('理由', permit?.reason ?? '', 16),
          row('履行或替代担保', filled.text('performance'), 16),
          row('对时效、保证期间、顺位、费用的影响', [filled.text('effects'), ...lapsing(facts)].join('；'), 16),
          row('备案意见', permit?.filingNo ? `同意备案，备案号${permit.filingNo}` : ''),
        ],
      },
      ...voteTable([], null),
      signatures,
    ];
  },
};

const SETTLEMENT_STAGES = ['before-suit', 'first', 'second', 'enforcement'] as const;
const SETTLEMENT_STAGE_WORD = { 'before-suit': '诉前', first: '庭审', second: '二审', enforcement: '执行' } as const;

/** Each term beside the plan of the opinion, and whether it keeps to it (B4 §16). */
export function comparedTerms(facts: CasePaperFacts): { readonly rows: readonly DataRow[]; readonly agrees: boolean } {
  const plan = opinionIn(facts)?.settlement ?? null;
  const terms: Partial<PermitTerms> = permitOf(facts, 'settlement')?.terms ?? {};
  const words: Readonly<Record<PlanTerm, readonly [what: string, planned: string, agreed: string]>> = {
    amount: ['还款总额', `不低于${yuan(plan?.floor)}`, yuan(terms.amount)],
    firstPayment: ['首付款', `不低于${yuan(plan?.firstPayment)}`, yuan(terms.firstPayment)],
    months: ['分期（月）', `不超过${plan?.months ?? NOT_APPLICABLE}`, String(terms.months ?? NOT_APPLICABLE)],
    waiver: ['利息减免', `不超过${yuan(plan?.waiver)}`, yuan(terms.waiver)],
    keepsSecurity: [
      '担保、查封',
      plan?.keepsSecurity === false ? '可以解除' : '不解除',
      terms.keepsSecurity === false ? '解除' : '不解除',
    ],
  };
  const compared = comparedWithPlan(plan, terms);
  return {
    rows: compared.map(({ term, keeps }) => [...words[term], keeps ? '一致' : '不一致']),
    agrees: compared.every(({ keeps }) => keeps),
  };
}

const isSecured = ({ securities }: CasePaperFacts): boolean => securities.some(({ isLive }) => isLive);

export const settlementPaper: CasePaper = {
  code: 'DOC-LIT-08',
  title: '调解（和解）审批表',
  class: 'INT',
  layout: 'form',
  fields: [
    { id: 'stage', kind: 'choice', need: 'block', options: SETTLEMENT_STAGES },
    { id: 'exception', kind: 'longText', maxLength: 1000 },
    { id: 'debtInKind', kind: 'text', maxLength: 60 },
  ],
  check: (facts, filled) => {
    const permit = permitOf(facts, 'settlement');
    const isException = isSecured(facts) || !comparedTerms(facts).agrees;
    return [
      ...(permit ? [] : [noticeOf('permit-missing', 'G-AUTH', 'block', 'case')]),
      ...(isException && permit?.state !== 'approved'
        ? [noticeOf('permit-not-approved', 'G-AUTH', 'block', 'case')]
        : []),
      ...(isException && filled.text('exception') === ''
        ? [noticeOf('exception-unexplained', 'G-AUTH', 'block', 'exception')]
        : []),
    ];
  },
  compose: (facts, filled) => {
    const { rows, agrees } = comparedTerms(facts);
    const secured = isSecured(facts) ? '涉及担保物权，原则上不得调解；例外理由：' : '';
    return [
      { kind: 'title', lines: ['调解（和解）审批表'] },
      { kind: 'number' },
      {
        kind: 'formTable',
        widths: FOUR,
        rows: [
          ...caseRows(facts),
          row(
            '阶段',
            choices(SETTLEMENT_STAGES.map((each) => [SETTLEMENT_STAGE_WORD[each], each === filled.text('stage')])),
          ),
        ],
      },
      {
        kind: 'dataTable',
        columns: [
          { label: '条款', width: 32, align: 'center' },
          { label: '法律意见书和解方案', width: 52 },
          { label: '拟达成', width: 52 },
          { label: '是否一致', width: 28, align: 'center' },
        ],
        rows,
      },
      note(agrees ? '各项条款与法律意见书和解方案一致。' : '有条款与法律意见书和解方案不一致，须经诉委会表决。'),
      {
        kind: 'formTable',
        widths: FOUR,
        rows: [
          row('内容', permitOf(facts, 'settlement')?.terms.item ?? '', 16),
          row('例外理由', `${secured}${filled.text('exception')}`, 16),
          row('以物抵债', filled.text('debtInKind') || '无'),
          row('理由', permitOf(facts, 'settlement')?.reason ?? '', 16),
        ],
      },
      ...voteTable([], null),
      signatures,
    ];
  },
};

const DIFFICULTIES = ['service', 'disposal', 'elsewhere', 'other'] as const;
const DIFFICULTY_WORD = { service: '送达', disposal: '财产处置', elsewhere: '异地', other: '其他' } as const;
const WAYS = ['higher-court', 'raised-level', 'supervision', 'procuratorate', 'talks'] as const;
const WAY_WORD = {
  'higher-court': '申请上一级人民法院执行',
  'raised-level': '提级执行',
  supervision: '执行监督',
  procuratorate: '检察监督',
  talks: '沟通会商',
} as const;

/** The fact of the procedure is reported, not the person (documents.md §5.3). */
const PERSONAL = /关系户|人情|打招呼|说情|走后门/;

const sixMonths = ({ file }: CasePaperFacts): string => {
  const applied = file.acts.findLast(({ kind }) => kind === 'enforcement-accepted' || kind === 'enforcement-applied');
  return applied?.on
    ? `${paperDate(applied.on)}收到申请，满六个月为${paperDate(addMonths(applied.on, 6))}`
    : NOT_APPLICABLE;
};

function situationRows(facts: CasePaperFacts, filled: Filled): FormRow[] {
  const { file } = facts;
  const recovered = file.acts.reduce(
    (sum, { kind, detail }) => sum + (kind === 'money-received' ? (detail.amount ?? 0) : 0),
    0,
  );
  return [
    ...caseRows(facts),
    row(
      '对方当事人',
      defendantsOf(facts)
        .map(({ name }) => name)
        .join('、'),
    ),
    pairRow(
      '裁判（执行）文号',
      file.enforcementNo ?? file.effect?.paperNo ?? NOT_APPLICABLE,
      '已收回',
      yuan(recovered),
    ),
    row('困难', choices(DIFFICULTIES.map((each) => [DIFFICULTY_WORD[each], each === filled.text('difficulty')]))),
    row('事实（按日期）', filled.lines('facts').join('　'), 28),
    row('已采取的措施', filled.lines('measures').join('　'), 20),
    row('六个月期限', sixMonths(facts)),
    row('拟采取的途径', choices(WAYS.map((each) => [WAY_WORD[each], each === filled.text('way')]))),
    row('请求事项', filled.text('request'), 16),
  ];
}

export const coordinationPaper: CasePaper = {
  code: 'DOC-LIT-06',
  title: '需协调疑难案件情况报告单',
  class: 'INT',
  layout: 'form',
  fields: [
    { id: 'difficulty', kind: 'choice', need: 'block', options: DIFFICULTIES },
    { id: 'facts', kind: 'longText', need: 'block', maxLength: 3000 },
    { id: 'measures', kind: 'longText', need: 'block', maxLength: 2000 },
    { id: 'way', kind: 'choice', need: 'block', options: WAYS },
    { id: 'request', kind: 'text', need: 'block', maxLength: 400 },
  ],
  check: (_, filled) =>
    ['facts', 'measures', 'request'].flatMap((id) => {
      const personal = PERSONAL.exec(filled.text(id));
      return personal ? [noticeOf('wording-block', 'G-LANG', 'block', id, personal[0])] : [];
    }),
  compose: (facts, filled) => [
    { kind: 'title', lines: ['需协调疑难案件情况报告单'] },
    { kind: 'number' },
    { kind: 'formTable', widths: FOUR, rows: situationRows(facts, filled) },
    heading(1, '意见'),
    { kind: 'signatures', lines: [{ label: '资产保全部' }, { label: '分管领导' }, { label: '报送单位负责人' }] },
    paragraph('附：裁判文书、执行文书和往来材料复印件'),
  ],
};
