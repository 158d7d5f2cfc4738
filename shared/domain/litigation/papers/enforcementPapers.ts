/** DOC-CRT-09, the application for enforcement (民事诉讼法 250; documents.md §4.10), and DOC-CRT-10 to resume it. */
import { addMonths, paperDate } from '../../../kernel/calendarDate';
import { type Fen, yuanGrouped, yuanText } from '../../../kernel/money';
import { type Block, type FormRow, heading, note, paragraph } from '../../documents/blocks';
import { type Missing, noticeOf } from '../../documents/missing';
import { NOT_APPLICABLE, noBreak } from '../../documents/typesetting';
import type { ActKind } from '../actKinds';
import type { CasePaper, Filled, PaperField } from './casePaper';
import { securityName } from './claims';
import { closing, FOUR, pairRow, partyBlocks, partyFindings, row, sumPair } from './courtParts';
import { opinionIn } from './opinionPaper';
import type { CasePaperFacts } from './paperFacts';

const PAPER_WORD: Readonly<Partial<Record<ActKind, string>>> = {
  mediated: '民事调解书',
  effective: '民事判决书',
  'second-judged': '民事判决书',
  'appeal-withdrawn': '民事判决书',
  'retrial-judged': '民事判决书',
  'payment-order-effective': '支付令',
  'realisation-granted': '民事裁定书',
  awarded: '仲裁裁决书',
  'certificate-issued': '赋予强制执行效力的债权文书（执行证书）',
};

const enforcementCourt = ({ file }: CasePaperFacts): string =>
  file.acts.findLast(({ kind }) => kind === 'enforcement-accepted')?.detail.court ?? file.court ?? '';

const paidIn = ({ file }: CasePaperFacts, kind: ActKind): number =>
  file.acts.reduce((sum, act) => sum + (act.kind === kind ? (act.detail.amount ?? 0) : 0), 0);

const SUMS = ['principal', 'interest', 'delay', 'costs'] as const;

/** What came in repays costs, interest, principal (民法典 561), and the interest for the delay only after them (法释〔2014〕8号 4). */
function stillOwed(facts: CasePaperFacts): Readonly<Record<(typeof SUMS)[number], Fen>> {
  const { principal, interest, costs } = facts.file.claimed;
  let received = paidIn(facts, 'money-received');
  const left = (sum: Fen): Fen => {
    const repaid = Math.min(sum, received);
    received -= repaid;
    return sum - repaid;
  };
  const owed = { costs: left(costs + paidIn(facts, 'fee-paid')), interest: left(interest), principal: left(principal) };
  return { ...owed, delay: left(facts.delay?.amount ?? 0) };
}

const AMOUNTS: readonly PaperField[] = SUMS.map((id) => ({
  ...({ id, kind: 'amount', need: 'block' } as const),
  propose: (facts) => yuanText(stillOwed(facts)[id]),
}));

const OVER: readonly string[] = ['expired', 'barred-by-maximum'];
const LATE: PaperField = { id: 'lateReason', kind: 'text', maxLength: 200 };

const totalOf = (filled: Filled): number => SUMS.reduce((sum, id) => sum + (filled.amount(id) ?? 0), 0);

function delayText({ delay }: CasePaperFacts): string {
  if (delay === null) return '履行期限未届满或判决未载明期限，未计算';
  return `以${yuanGrouped(delay.base)}元为基数，自${paperDate(delay.from)}起至${paperDate(delay.until)}止${delay.days}天`;
}

function basisRows(facts: CasePaperFacts, filled: Filled): FormRow[] {
  const { effect, cause } = facts.file;
  return [
    pairRow('文书类型', PAPER_WORD[effect?.act.kind ?? 'effective'] ?? '其他', '案由', cause),
    pairRow('作出机构', filled.text('maker'), '文书号', effect?.paperNo ?? NOT_APPLICABLE),
    pairRow(
      '生效日期',
      effect?.effectiveOn ? paperDate(effect.effectiveOn) : NOT_APPLICABLE,
      '履行期限',
      effect?.performBy ? `至${paperDate(effect.performBy)}` : NOT_APPLICABLE,
    ),
    row('判项主文', filled.lines('operative').join('　'), 20),
  ];
}

function amountRows(facts: CasePaperFacts, filled: Filled): FormRow[] {
  const sum = (id: string): string => `${yuanGrouped(filled.amount(id) ?? 0)}元`;
  return [
    pairRow('本金', sum('principal'), '一般债务利息', sum('interest')),
    pairRow('迟延履行利息', sum('delay'), '其他费用', sum('costs')),
    row('迟延履行利息计算', delayText(facts)),
    row('合计', sumPair(totalOf(filled))),
  ];
}

function seizureText({ file }: CasePaperFacts): string {
  const held = file.seizures.filter(({ releasedOn }) => releasedOn === null);
  const first = held
    .map(({ expiry }) => expiry ?? '')
    .filter(Boolean)
    .sort()[0];
  if (held.length === 0) return '无';
  return `有：${held.map(({ item, paperNo }) => [item, paperNo && `（${paperNo}）`].filter(Boolean).join('')).join('；')}${first ? `；最早到期${paperDate(first)}` : ''}`;
}

/** What is asked of the court: the money, the doubled interest, and the security. */
function requests(facts: CasePaperFacts, filled: Filled): string[] {
  const { effect } = facts.file;
  const until = paperDate(facts.delay?.until ?? facts.today);
  const money = `强制被执行人清偿${effect?.paperNo ?? '上述生效法律文书'}确定的债务${sumPair(totalOf(filled))}（计至${until}），此后至实际清偿之日止的利息及加倍部分债务利息另行计算`;
  const claimed = new Set(facts.file.claims.flatMap(({ collateralId }) => collateralId ?? []));
  const secured = facts.securities
    .filter(({ isLive, collateralId }) => isLive && claimed.has(collateralId))
    .map(
      (item) =>
        `对${item.owner}提供${item.security}的${securityName(item)}依法评估、拍卖、变卖，申请执行人就所得价款优先受偿`,
    );
  return [money, ...secured, '申请执行费由被执行人负担'];
}

const bankAccount = ({ bank: { account } }: CasePaperFacts): FormRow[] => [
  row('收款账户', `户名：${account.name}　账号：${noBreak(account.number)}　开户行：${account.bank}`),
];

/** G-TIME: after the period only counsel makes it, with the reason (ENF-08); it is never refused silently. */
function timeFindings({ enforcement, file, byCounsel }: CasePaperFacts, filled: Filled): Missing[] {
  if (file.effect === null) return [noticeOf('not-effective', 'G-AUTH', 'block', 'case')];
  if (enforcement === null || !OVER.includes(enforcement.status)) return [];
  const found = (code: string, severity: Missing['severity'], field: string) =>
    noticeOf(code, 'G-TIME', severity, field, enforcement.expiry ?? '');
  if (!byCounsel) return [found('enforcement-period-over', 'block', 'case')];
  const unexplained = filled.text('lateReason') === '';
  return [
    found('enforcement-period-risk', 'warn', 'case'),
    ...(unexplained ? [found('late-unexplained', 'block', 'lateReason')] : []),
  ];
}

const seizureFindings = ({ file, today }: CasePaperFacts): Missing[] =>
  file.seizures
    .filter(({ releasedOn, expiry }) => releasedOn === null && expiry !== null && expiry < addMonths(today, 1))
    .map(({ item }) => noticeOf('seizure-ends-soon', 'G-TIME', 'warn', 'case', item));

const accountFindings = ({ bank: { account } }: CasePaperFacts): Missing[] =>
  account.name && account.number && account.bank ? [] : [noticeOf('account-missing', 'G-PARTY', 'block', 'bank')];

const amountsAgree = (facts: CasePaperFacts, filled: Filled): Missing[] => [
  ...(totalOf(filled) > 0 ? [] : [noticeOf('claim-not-positive', 'G-AMT', 'block', 'principal')]),
  ...((filled.amount('principal') ?? 0) > facts.file.claimed.principal
    ? [noticeOf('amount-above-claim', 'G-AMT', 'block', 'principal')]
    : []),
];

const commonFindings = (facts: CasePaperFacts, filled: Filled): Missing[] => [
  ...timeFindings(facts, filled),
  ...partyFindings(facts),
  ...accountFindings(facts),
  ...amountsAgree(facts, filled),
  ...seizureFindings(facts),
];

const ENCLOSED = ['生效法律文书及生效证明', '主体资格材料', '财产线索', '收款账户证明'];

const head = (facts: CasePaperFacts, title: string): Block[] => [
  { kind: 'title', lines: [title] },
  ...partyBlocks(facts, '申请执行人', '被执行人'),
];

export const enforcementPaper: CasePaper = {
  code: 'DOC-CRT-09',
  title: '强制执行申请书',
  class: 'COURT',
  layout: 'official',
  fields: [
    { id: 'maker', kind: 'text', need: 'block', maxLength: 60, propose: ({ file }) => file.court },
    {
      id: 'operative',
      kind: 'longText',
      need: 'block',
      maxLength: 4000,
      propose: ({ file }) => file.effect?.act.detail.text ?? null,
    },
    ...AMOUNTS,
    { id: 'facts', kind: 'longText', need: 'block', maxLength: 3000, propose: groundsOfEnforcement },
    { id: 'clues', kind: 'longText', maxLength: 3000, propose: (facts) => opinionIn(facts)?.assets ?? null },
    LATE,
  ],
  check: commonFindings,
  compose: (facts, filled, date) => [
    ...head(facts, '强制执行申请书'),
    heading(1, '执行依据'),
    { kind: 'formTable', widths: FOUR, rows: basisRows(facts, filled) },
    heading(1, '申请执行事项'),
    ...requests(facts, filled).map((line, at) => paragraph(`${at + 1}.${line}。`)),
    { kind: 'formTable', widths: FOUR, rows: [...amountRows(facts, filled), ...bankAccount(facts)] },
    heading(1, '事实与理由'),
    ...filled.lines('facts').map((line) => paragraph(line)),
    {
      kind: 'formTable',
      widths: FOUR,
      rows: [row('诉前、诉讼保全', seizureText(facts)), row('其他财产线索', filled.text('clues') || '无')],
    },
    note('生效法律文书确定的期限届满次日起计算迟延履行期间的加倍部分债务利息。'),
    ...closing(facts, enforcementCourt(facts), ENCLOSED, '申请执行人', date),
  ],
};

function groundsOfEnforcement({ file }: CasePaperFacts): string | null {
  const { effect } = file;
  if (effect === null) return null;
  const day = effect.effectiveOn === null ? '' : `于${paperDate(effect.effectiveOn)}`;
  const due = effect.performBy === null ? '' : `，履行期限至${paperDate(effect.performBy)}届满`;
  return `申请执行人与被执行人${file.cause}一案，${effect.paperNo ?? '法律文书'}已${day}发生法律效力${due}，被执行人未履行义务。`;
}

const ENDED: readonly ActKind[] = ['no-assets', 'enforcement-settled', 'enforcement-stayed', 'enforcement-withdrawn'];

const endOf = ({ file }: CasePaperFacts) => file.acts.findLast(({ kind }) => ENDED.includes(kind)) ?? null;
const END_WORD: Readonly<Partial<Record<ActKind, string>>> = {
  'no-assets': '终结本次执行程序',
  'enforcement-settled': '执行和解',
  'enforcement-stayed': '中止执行',
  'enforcement-withdrawn': '撤回执行申请',
};

function endText(facts: CasePaperFacts): string {
  const end = endOf(facts);
  if (end === null) return NOT_APPLICABLE;
  const { paperNo, text } = end.detail;
  return [END_WORD[end.kind], end.on && paperDate(end.on), paperNo, text].filter(Boolean).join('，');
}

export const resumptionPaper: CasePaper = {
  code: 'DOC-CRT-10',
  title: '恢复执行申请书',
  class: 'COURT',
  layout: 'official',
  fields: [
    { id: 'caseNo', kind: 'text', need: 'block', maxLength: 60, propose: ({ file }) => file.enforcementNo },
    ...AMOUNTS,
    {
      id: 'received',
      kind: 'amount',
      need: 'block',
      propose: (facts) => yuanText(paidIn(facts, 'money-received')),
    },
    { id: 'facts', kind: 'longText', need: 'block', maxLength: 3000 },
    LATE,
  ],
  check: (facts, filled) => [
    ...commonFindings(facts, filled),
    ...(endOf(facts) ? [] : [noticeOf('enforcement-not-ended', 'G-COND', 'block', 'case')]),
  ],
  compose: (facts, filled, date) => [
    ...head(facts, '恢复执行申请书'),
    heading(1, '申请事项'),
    paragraph(`恢复${filled.text('caseNo')}一案的执行，强制被执行人清偿尚欠债务${sumPair(totalOf(filled))}。`),
    {
      kind: 'formTable',
      widths: FOUR,
      rows: [
        pairRow('原执行案号', filled.text('caseNo'), '已执行到位', `${yuanGrouped(filled.amount('received') ?? 0)}元`),
        row('原执行情况', endText(facts)),
        ...amountRows(facts, filled),
        ...bankAccount(facts),
      ],
    },
    heading(1, '事实与理由'),
    ...filled.lines('facts').map((line) => paragraph(line)),
    ...closing(
      facts,
      enforcementCourt(facts),
      ['原执行裁定书', '生效法律文书', '财产线索或未履行和解协议的证明'],
      '申请人',
      date,
    ),
  ],
};
