/** DOC-LIT-07 and DOC-LIT-08, approval of a withdrawal or release and of a settlement (B4 §14, §16–20). */
import { addMonths, type CalendarDate, paperDate } from '../../../kernel/calendarDate';
import { type Fen, yuanGrouped } from '../../../kernel/money';
import { approvalTable, voteTable } from '../../approvals/approvalBlocks';
import { type Block, choices, type DataRow, note } from '../../documents/blocks';
import { type Missing, noticeOf } from '../../documents/missing';
import { NOT_APPLICABLE } from '../../documents/typesetting';
import { PERMIT_WORD } from '../caseWords';
import { OF_SEIZURE, type PermitTerms, RELEASES } from '../permits';
import { comparedWithPlan, type PlanTerm } from '../planTerms';
import type { State } from '../procedure';
import type { CasePaper } from './casePaper';
import { caseHeadRows, FOUR, row } from './courtParts';
import { opinionIn } from './opinionPaper';
import type { CasePaperFacts } from './paperFacts';

const yuan = (fen: Fen | null | undefined): string =>
  fen === null || fen === undefined ? NOT_APPLICABLE : `${yuanGrouped(fen)}元`;

const signatures: Block = { kind: 'signatures', lines: [{ label: '经办人' }, { label: '案件负责人' }] };

/** Day on which the suit kept the guarantors' periods; today where none was brought yet. */
const keptFrom = ({ file, today }: CasePaperFacts): CalendarDate =>
  file.acts.find(({ kind, on }) => (kind === 'sued' || kind === 'accepted') && on !== null)?.on ?? today;

/** Periods of guarantors that a withdrawal would let lapse, with their ends (GUA-11): those that were over before the suit are not its to lose. */
function lapsing(facts: CasePaperFacts): string[] {
  const { parties, permit, today } = facts;
  if (OF_SEIZURE.includes(permit?.terms.release)) return [];
  const from = keptFrom(facts);
  return parties.flatMap(({ name, guarantees }) =>
    guarantees.flatMap(({ periodEnd }) =>
      periodEnd !== null && periodEnd >= from && periodEnd < addMonths(today, 6)
        ? [`${name}保证期间至${paperDate(periodEnd)}`]
        : [],
    ),
  );
}

/** What each level said, and the votes where the committee is one of them. */
function decisions({ levels, vote }: CasePaperFacts): Block[] {
  if (vote === null) return approvalTable(levels);
  const cast = vote.votes.length > 0 ? voteTable(vote.votes, vote.tally) : [note('诉讼保全管理委员会尚未表决。')];
  return [...approvalTable(levels), ...cast];
}

const decided = ({ permit }: CasePaperFacts): Missing[] =>
  permit === null || permit.state === 'asked' ? [noticeOf('permit-not-approved', 'G-AUTH', 'block', 'case')] : [];

function filingText({ permit, filingLevel }: CasePaperFacts): string {
  if (filingLevel === 'none') return '无须备案';
  const { state, filingNo, filedOn } = permit ?? {};
  if (!filingNo || !filedOn) return '';
  return `${state === 'refused' ? '不同意备案' : '同意备案'}，${filingNo}，${paperDate(filedOn)}`;
}

/** The seizure that is released, as its order has it. */
function seizureText({ file, permit }: CasePaperFacts): string {
  const seizure = file.seizures.find(({ key }) => key === permit?.terms.act);
  const asked = permit?.terms.item ?? '';
  if (seizure === undefined) return asked;
  const { item, owner, orderedOn, paperNo } = seizure;
  const order = [item, owner && `所有人${owner}`, orderedOn && `${paperDate(orderedOn)}查封`, paperNo];
  return [...order, asked !== item && asked].filter(Boolean).join('，');
}

export const releasePaper: CasePaper = {
  code: 'DOC-LIT-07',
  title: '撤诉（解除查封）审批表',
  class: 'INT',
  layout: 'form',
  fields: [],
  check: (facts) => {
    const { permit, filingLevel } = facts;
    const isUnfiled = permit?.state === 'approved' && permit.filingNo === null && filingLevel !== 'none';
    return [
      ...decided(facts),
      ...(isUnfiled ? [noticeOf('permit-not-filed', 'G-AUTH', 'block', 'case')] : []),
      ...lapsing(facts).map((text) => noticeOf('guarantee-would-lapse', 'G-TIME', 'warn', 'case', text)),
    ];
  },
  compose: (facts) => {
    const { release, item = '', performance = '', effects = '' } = facts.permit?.terms ?? {};
    const isSeizure = OF_SEIZURE.includes(release);
    return [
      { kind: 'title', lines: ['撤诉（解除查封）审批表'] },
      { kind: 'number' },
      {
        kind: 'formTable',
        widths: FOUR,
        rows: [
          ...caseHeadRows(facts),
          row('事项', choices(RELEASES.map((each) => [PERMIT_WORD[each], each === release]))),
          row(isSeizure ? '财产和裁定' : '撤回的请求', isSeizure ? seizureText(facts) : item),
          row('理由', facts.permit?.reason ?? '', 11),
          row('履行或替代担保', performance, 11),
          row('对时效、保证期间、顺位、费用的影响', [effects, ...lapsing(facts)].join('；'), 11),
        ],
      },
      ...decisions(facts),
      { kind: 'formTable', widths: FOUR, rows: [row('备案意见', filingText(facts), 12)] },
      signatures,
      note('本表一式三份，债权单位、备案单位、案件卷各一份。'),
    ];
  },
};

const SETTLEMENT_STAGES = ['before-suit', 'first', 'second', 'enforcement'] as const;
type SettlementStage = (typeof SETTLEMENT_STAGES)[number];
const SETTLEMENT_STAGE_WORD = { 'before-suit': '诉前', first: '庭审', second: '二审', enforcement: '执行' } as const;

const BEFORE: readonly State[] = ['pre-suit', 'preserved', 'order-applied', 'ordered', 'special'];

/** Where the case stood when the paper was made. */
function settlementStage({ file: { state } }: CasePaperFacts): SettlementStage {
  if (BEFORE.includes(state)) return 'before-suit';
  if (state === 'appeal') return 'second';
  return ['sued', 'accepted', 'trial', 'judged', 'arbitration', 'retrial'].includes(state) ? 'first' : 'enforcement';
}

/** Each term beside the plan of the opinion, and whether it keeps to it (B4 §16). */
export function comparedTerms(facts: CasePaperFacts): { readonly rows: readonly DataRow[]; readonly agrees: boolean } {
  const plan = opinionIn(facts)?.settlement ?? null;
  const terms: Partial<PermitTerms> = facts.permit?.terms ?? {};
  const planned = (text: string): string => (plan === null ? '无和解方案' : text);
  const words: Readonly<Record<PlanTerm, readonly [what: string, planned: string, agreed: string]>> = {
    amount: ['还款总额', planned(`不低于${yuan(plan?.floor)}`), yuan(terms.amount)],
    firstPayment: ['首付款', planned(`不低于${yuan(plan?.firstPayment)}`), yuan(terms.firstPayment)],
    months: ['分期（月）', planned(`不超过${plan?.months}`), String(terms.months ?? NOT_APPLICABLE)],
    waiver: ['利息减免', planned(`不超过${yuan(plan?.waiver)}`), yuan(terms.waiver)],
    keepsSecurity: [
      '担保、查封',
      planned(plan?.keepsSecurity === false ? '可以解除' : '不解除'),
      terms.keepsSecurity === false ? '解除' : '不解除',
    ],
  };
  const compared = comparedWithPlan(plan, terms);
  return {
    rows: compared.map(({ term, keeps }) => [...words[term], keeps ? '一致' : '不一致']),
    agrees: compared.every(({ keeps }) => keeps),
  };
}

function agreementText(facts: CasePaperFacts, agrees: boolean): string {
  if (!opinionIn(facts)?.settlement) return '法律意见书没有和解方案，须经诉委会表决。';
  return agrees ? '各项条款与法律意见书和解方案一致。' : '有条款与法律意见书和解方案不一致，须经诉委会表决。';
}

/** The permit for the things that are taken in a settlement (B4 §20). */
function thingsText({ permit, file }: CasePaperFacts): string {
  if (!permit?.terms.takesThings) return '无';
  const things = file.permits.findLast(({ kind, state }) => kind === 'in-kind' && state !== 'refused');
  if (things === undefined) return '含以物抵债，须另行考察、审批、备案';
  const { item, amount } = things.terms;
  const state = things.state === 'approved' ? '已批准' : '审批中';
  return `${item}，作价${yuan(amount)}，${state}${things.filingNo ? `，备案号${things.filingNo}` : ''}`;
}

export const settlementPaper: CasePaper = {
  code: 'DOC-LIT-08',
  title: '调解（和解）审批表',
  class: 'INT',
  layout: 'form',
  fields: [],
  check: decided,
  compose: (facts) => {
    const { rows, agrees } = comparedTerms(facts);
    const { item = '', exception = '' } = facts.permit?.terms ?? {};
    const isSecured = facts.securities.some(({ isLive }) => isLive);
    const stage = settlementStage(facts);
    return [
      { kind: 'title', lines: ['调解（和解）审批表'] },
      { kind: 'number' },
      {
        kind: 'formTable',
        widths: FOUR,
        rows: [
          ...caseHeadRows(facts),
          row('阶段', choices(SETTLEMENT_STAGES.map((each) => [SETTLEMENT_STAGE_WORD[each], each === stage]))),
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
      note(agreementText(facts, agrees)),
      {
        kind: 'formTable',
        widths: FOUR,
        rows: [
          row('内容', item, 11),
          row('例外理由', `${isSecured ? '涉及担保物权，原则上不得调解；例外理由：' : ''}${exception || '无'}`, 11),
          row('以物抵债', thingsText(facts)),
          row('理由', facts.permit?.reason ?? '', 11),
        ],
      },
      ...decisions(facts),
      signatures,
      note('本表一式两份，债权单位、案件卷各一份。'),
    ];
  },
};
