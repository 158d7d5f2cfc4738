/** Other papers to a court (documents.md §5.4): each is its requests and grounds between who asks and where it goes. */
import { paperDate } from '../../../kernel/calendarDate';
import { yuanGrouped, yuanText } from '../../../kernel/money';
import { type Block, choices, heading, paragraph } from '../../documents/blocks';
import { type Missing, noticeOf } from '../../documents/missing';
import type { CasePaper, Filled, PaperField } from './casePaper';
import { groundTexts, securityName } from './claims';
import {
  amountFindings,
  closing,
  courtOf,
  defendantsOf,
  gateFindings,
  partyBlocks,
  partyFindings,
  sumPair,
} from './courtParts';
import { interestAnnexes, interestEnclosed } from './interestAnnex';
import type { CasePaperFacts } from './paperFacts';

interface Application {
  readonly code: string;
  readonly title: string;
  /** How it calls the bank and the other side. */
  readonly us: string;
  readonly them: string;
  readonly fields: readonly PaperField[];
  readonly check: (facts: CasePaperFacts, filled: Filled) => Missing[];
  readonly requests: (facts: CasePaperFacts, filled: Filled) => readonly string[];
  /** Before the typed grounds. */
  readonly opening: (facts: CasePaperFacts) => readonly string[];
  /** After them. */
  readonly more?: (facts: CasePaperFacts, filled: Filled) => readonly Block[];
  readonly enclosed: readonly string[];
  /** Its sum has interest in it, whose sheet goes with it. */
  readonly claimsInterest?: true;
}

const GROUNDS: PaperField = { id: 'facts', kind: 'longText', need: 'block', maxLength: 5000 };
/** `us`: how the paper calls the bank. */
const proposedGrounds = (us: string): PaperField => ({
  ...GROUNDS,
  propose: (facts) => groundTexts(facts, us).join('\n'),
});

function application(given: Application): CasePaper {
  const { code, title, us, them, fields, check, requests, opening, more, enclosed, claimsInterest } = given;
  return {
    ...{ code, title, class: 'COURT', layout: 'official', fields },
    check: (facts, filled) => [...partyFindings(facts), ...check(facts, filled)],
    compose: (facts, filled, date) => [
      { kind: 'title', lines: [title] },
      ...partyBlocks(facts, us, them),
      heading(1, '请求事项'),
      ...requests(facts, filled).map((line, at, all) =>
        paragraph(all.length === 1 ? `${line}。` : `${at + 1}.${line}。`),
      ),
      heading(1, '事实与理由'),
      ...opening(facts).map((line) => paragraph(line)),
      ...filled.lines('facts').map((line) => paragraph(line)),
      ...(more?.(facts, filled) ?? []),
      ...closing(
        facts,
        courtOf(facts),
        claimsInterest ? [...enclosed, ...interestEnclosed(facts)] : enclosed,
        us,
        date,
      ),
      ...(claimsInterest ? interestAnnexes(facts) : []),
    ],
  };
}

const needCaseNo = ({ file }: CasePaperFacts): Missing[] =>
  file.caseNo === null ? [noticeOf('case-not-accepted', 'G-COND', 'block', 'case')] : [];

const inCase = (facts: CasePaperFacts): string =>
  `${facts.bank.name}与对方当事人${facts.file.cause}一案${facts.file.caseNo ?? ''}`;

const EVIDENCE_METHODS = ['seize', 'photograph', 'record', 'appraise', 'inspect'] as const;
const METHOD_WORD = {
  seize: '查封、扣押',
  photograph: '拍照',
  record: '录音、录像',
  appraise: '鉴定',
  inspect: '勘验',
} as const;

export const evidencePreservation = application({
  code: 'DOC-CRT-07',
  title: '证据保全申请书',
  us: '申请人',
  them: '被申请人',
  fields: [
    { id: 'object', kind: 'text', need: 'block', maxLength: 200 },
    { id: 'place', kind: 'text', need: 'block', maxLength: 120 },
    { id: 'method', kind: 'choice', need: 'block', options: EVIDENCE_METHODS },
    { id: 'risk', kind: 'longText', need: 'block', maxLength: 1500 },
    GROUNDS,
  ],
  check: (facts) => gateFindings(facts, true),
  requests: (_, filled) => [`对存放于${filled.text('place')}的${filled.text('object')}采取保全措施`],
  opening: (facts) => [`${inCase(facts)}，下列证据可能灭失或者以后难以取得。`],
  more: (_, filled) => [
    paragraph(`证据灭失的风险：${filled.lines('risk').join('')}`),
    paragraph(
      '保全方式：',
      ...choices(EVIDENCE_METHODS.map((each) => [METHOD_WORD[each], each === filled.text('method')])),
    ),
  ],
  enclosed: ['证据线索材料', '主体资格材料'],
});

/** 民事诉讼法 225: no other debts between them, and the order can be served. */
export const paymentOrder = application({
  code: 'DOC-CRT-08',
  title: '支付令申请书',
  us: '申请人',
  them: '被申请人',
  fields: [
    proposedGrounds('申请人'),
    { id: 'noOtherDebts', kind: 'checkbox', need: 'block' },
    { id: 'servable', kind: 'checkbox', need: 'block' },
  ],
  check: (facts) => [
    ...gateFindings(facts),
    ...amountFindings(facts),
    ...(facts.file.acts.some(({ kind, detail }) => kind === 'preservation-applied' && detail.when === 'pre-suit')
      ? [noticeOf('preserved-before', 'G-COND', 'block', 'case')]
      : []),
    ...(defendantsOf(facts).length > 1 ? [noticeOf('several-debtors', 'G-COND', 'warn', 'party')] : []),
  ],
  requests: ({ file, fees }) => [
    `向被申请人发出支付令，责令其给付${sumPair(file.claimed.principal + file.claimed.interest)}，及此后至实际清偿之日止按合同约定计算的利息`,
    `申请费${yuanGrouped(fees.paymentOrder)}元由被申请人负担`,
  ],
  opening: () => [],
  more: () => [paragraph('申请人与被申请人没有其他债务纠纷，支付令能够送达被申请人。')],
  enclosed: ['债权债务关系的证据', '主体资格材料'],
  claimsInterest: true,
});

const liveSecurities = ({ securities }: CasePaperFacts) => securities.filter(({ isLive }) => isLive);

export const realisation = application({
  code: 'DOC-CRT-11',
  title: '实现担保物权申请书',
  us: '申请人',
  them: '被申请人',
  fields: [proposedGrounds('申请人')],
  check: (facts) => [
    ...gateFindings(facts),
    ...amountFindings(facts),
    ...(liveSecurities(facts).length === 0 ? [noticeOf('no-security', 'G-COND', 'block', 'case')] : []),
  ],
  requests: (facts) => [
    ...liveSecurities(facts).map(
      (item) =>
        `裁定准许拍卖、变卖${item.owner}提供${item.security}的${securityName(item)}${item.certificateNo ? `（登记证明号：${item.certificateNo}）` : ''}`,
    ),
    `申请人就所得价款在${sumPair(facts.file.claimed.total)}及此后至实际清偿之日止的利息、实现债权的费用范围内优先受偿`,
  ],
  opening: () => [],
  enclosed: ['借款合同、担保合同', '登记证明', '担保财产现状说明', '主体资格材料'],
  claimsInterest: true,
});

export const bankruptcyClaim: CasePaper = {
  code: 'DOC-CRT-12',
  title: '债权申报书',
  class: 'COURT',
  layout: 'official',
  fields: [
    { id: 'administrator', kind: 'text', need: 'block', maxLength: 80 },
    { id: 'acceptedOn', kind: 'date', need: 'block', propose: ({ file }) => acceptedOn(file.acts) },
    {
      id: 'principal',
      kind: 'amount',
      need: 'block',
      propose: ({ file }) => yuanText(file.claimed.principal),
    },
    { id: 'interest', kind: 'amount', need: 'block', propose: ({ file }) => yuanText(file.claimed.interest) },
    proposedGrounds('债权人'),
  ],
  check: (facts, filled) => [
    ...partyFindings(facts),
    ...((filled.amount('principal') ?? 0) > facts.file.claimed.principal
      ? [noticeOf('amount-above-claim', 'G-AMT', 'block', 'principal')]
      : []),
  ],
  compose: (facts, filled, date) => {
    const principal = filled.amount('principal') ?? 0;
    const interest = filled.amount('interest') ?? 0;
    const secured = liveSecurities(facts);
    const until = filled.date('acceptedOn');
    const { account } = facts.bank;
    return [
      { kind: 'title', lines: ['债权申报书'] },
      { kind: 'addressee', text: `${filled.text('administrator')}：` },
      ...partyBlocks(facts, '债权人', '债务人'),
      heading(1, '申报债权'),
      paragraph(
        `本金${yuanGrouped(principal)}元，利息${yuanGrouped(interest)}元（计至${until ? paperDate(until) : ''}法院受理破产申请之日），合计${sumPair(principal + interest)}。`,
      ),
      paragraph(
        '债权性质：',
        ...choices([
          ['有财产担保', secured.length > 0],
          ['无财产担保', secured.length === 0],
        ]),
      ),
      ...secured.map((item) => paragraph(`担保财产：${item.owner}的${securityName(item)}（${item.security}）。`)),
      heading(1, '事实与理由'),
      ...filled.lines('facts').map((line) => paragraph(line)),
      paragraph(`受偿账户　户名：${account.name}　账号：${account.number}　开户行：${account.bank}`),
      ...closing(facts, courtOf(facts), ['借款合同、借据', '担保合同及登记证明', '主体资格材料'], '债权人', date),
    ];
  },
};

const acceptedOn = (acts: CasePaperFacts['file']['acts']): string | null =>
  acts.findLast(({ kind }) => kind === 'bankruptcy-accepted')?.on ?? null;

export const distribution = application({
  code: 'DOC-CRT-13',
  title: '参与分配申请书',
  us: '申请人',
  them: '被执行人',
  fields: [
    { id: 'otherCase', kind: 'text', need: 'block', maxLength: 80 },
    { id: 'property', kind: 'text', need: 'block', maxLength: 200 },
    { id: 'amount', kind: 'amount', need: 'block', propose: ({ file }) => yuanText(file.claimed.total) },
    GROUNDS,
  ],
  check: ({ file, securities }) =>
    file.effect === null && !securities.some(({ isLive }) => isLive)
      ? [noticeOf('not-effective', 'G-AUTH', 'block', 'case')]
      : [],
  requests: (_, filled) => [
    `申请人以${sumPair(filled.amount('amount') ?? 0)}的债权参与${filled.text('otherCase')}一案中${filled.text('property')}执行所得价款的分配`,
  ],
  opening: ({ file }) =>
    file.effect?.paperNo ? [`申请人的债权由${file.effect.paperNo}确定，被执行人的财产不能清偿所有债权。`] : [],
  enclosed: ['执行依据或优先受偿权证明', '被执行人财产不足清偿的材料', '主体资格材料'],
});

export const appeal = application({
  code: 'DOC-CRT-14',
  title: '民事上诉状',
  us: '上诉人',
  them: '被上诉人',
  fields: [{ id: 'requests', kind: 'longText', need: 'block', maxLength: 2000 }, GROUNDS],
  check: (facts) => [
    ...needCaseNo(facts),
    ...(facts.file.acts.some(({ kind }) => kind === 'judged')
      ? []
      : [noticeOf('not-judged', 'G-COND', 'block', 'case')]),
  ],
  requests: (_, filled) => filled.lines('requests').map((line) => line.replace(/^\d+[.、]\s*|[。；]+$/g, '')),
  opening: (facts) => [
    `上诉人不服${facts.file.acts.findLast(({ kind }) => kind === 'judged')?.detail.paperNo ?? '一审裁判'}，提起上诉。`,
  ],
  enclosed: ['本上诉状副本', '新证据（如有）'],
});

const COURT_HELPS = ['longer-period', 'inquiry-order'] as const;

export const evidenceHelp = application({
  code: 'DOC-CRT-15',
  title: '延长举证期限（调查令）申请书',
  us: '申请人',
  them: '被申请人',
  fields: [
    { id: 'help', kind: 'choice', need: 'block', options: COURT_HELPS },
    { id: 'until', kind: 'date' },
    { id: 'object', kind: 'text', maxLength: 200 },
    GROUNDS,
  ],
  check: (facts, filled) => {
    const lacks =
      filled.text('help') === 'longer-period' ? filled.date('until') === null : filled.text('object') === '';
    const field = filled.text('help') === 'longer-period' ? 'until' : 'object';
    return [...needCaseNo(facts), ...(lacks ? [noticeOf('field-missing', 'G-SHORT', 'block', field)] : [])];
  },
  requests: (_, filled) => {
    const until = filled.date('until');
    return filled.text('help') === 'longer-period'
      ? [`将举证期限延长至${until ? paperDate(until) : ''}`]
      : [`签发调查令，向有关单位调取${filled.text('object')}`];
  },
  opening: (facts) => [`${inCase(facts)}，正在贵院审理。`],
  enclosed: ['不能按期举证或自行取证的证明'],
});
