/** Texts and rows that the form starts with, made from the file. A person changes them as needed; nothing is asserted
 * here that the file does not say. */
import { paperDate } from '@shared/kernel/calendarDate';
import { wanGrouped, yuanGrouped, yuanText } from '@shared/kernel/money';
import { evidenceMatches, otherDocuments } from './checklist';
import type { CollateralFacts, DocumentFacts, ReportFacts } from './facts';
import { amountOf, dateOf, type FieldValue, type ReportFields, type Row, rowsOf, textOf } from './fields';
import {
  appraisedTotal,
  claim,
  interest,
  liveCollateral,
  percent,
  principal,
  realisations,
  recoverableTotal,
} from './figures';
import { LIMITATION_STATES, RISK_QUESTIONS, SCENARIOS, wordsOf, yuan } from './wording';

type Suggest = (facts: ReportFacts, fields: ReportFields) => FieldValue;

/** Short name of an organisation: without place and legal form; a person keeps the name. */
export const shortName: Suggest = ({ borrower }) => {
  if (borrower.kind === 'person') return borrower.name;
  const core = borrower.name
    .replace(/^.{2,9}?(?:省|自治区|市|县|区|旗)(?=.{2})/, '')
    .replace(/(?:股份|集团)?(?:有限)?(?:责任)?公司.*$/, '');
  return core.length >= 2 && core.length < borrower.name.length ? `${core.slice(0, 2)}公司` : borrower.name;
};

export const guarantorNames = (facts: ReportFacts): string[] => [
  ...new Set(facts.guarantees.map((guarantee) => guarantee.guarantor.name)),
];

const place = (document: DocumentFacts): string =>
  [document.place, document.pages === null ? null : `${document.pages}页`].filter(Boolean).join('，');

const evidenceRow = (document: DocumentFacts, proves: string): Row => ({
  name: document.title,
  form: document.form ?? '',
  place: place(document),
  proves,
  review: '',
  strength: '',
  defect: '',
});

/** One row per document on file, in the order of the checklist. */
export const evidence: Suggest = (facts) => [
  ...evidenceMatches(facts).flatMap(({ item, documents }) => documents.map((d) => evidenceRow(d, item.proves))),
  ...otherDocuments(facts).map((document) => evidenceRow(document, '')),
];

export const missingEvidence: Suggest = (facts) =>
  evidenceMatches(facts)
    .filter(({ documents }) => documents.length === 0)
    .map(({ item }) => ({ item: item.name, remedy: '', deadline: '', responsible: '' }));

const firstDue = (facts: ReportFacts): string | undefined => facts.loans.flatMap((loan) => loan.dueOn ?? []).sort()[0];

/** One row per debtor and live security; the dates are typed until the limitation rules compute them. */
export const limitation: Suggest = (facts) => {
  const due = firstDue(facts) ?? '';
  const row = (debtor: string): Row => ({
    debtor,
    start: due,
    lastInterruption: '',
    evidence: '',
    expiry: '',
    status: '',
    reason: '',
  });
  return [
    row(facts.borrower.name),
    ...guarantorNames(facts).map(row),
    ...liveCollateral(facts).map((item) => row(`${item.kind === 'mortgage' ? '抵押权' : '质权'}：${item.description}`)),
  ];
};

export const limitationText: Suggest = (facts, fields) => {
  const due = firstDue(facts);
  if (!due) return '';
  const sentences = rowsOf(fields, 'limitation')
    .filter((row) => row.expiry && row.status)
    .map((row) => {
      const last = row.lastInterruption ? `最近一次中断为${paperDate(row.lastInterruption)}，` : '';
      return `${row.debtor}：${last}于${paperDate(row.expiry as string)}届满，${wordsOf(LIMITATION_STATES, row.status)}。`;
    });
  return [`主债务履行期于${paperDate(due)}届满。`, ...sentences].join('');
};

export const risks: Suggest = () => Object.keys(RISK_QUESTIONS).map((question) => ({ question, level: '', note: '' }));

export const predictions: Suggest = (facts, fields) => {
  const split = interest(fields);
  const costs = amountOf(fields, 'lawyerFee');
  const row = (claimText: string, amount: string): Row => ({ claim: claimText, amount, prediction: '', basis: '' });
  return [
    row('偿还贷款本金', yuanText(principal(facts))),
    row('支付利息、罚息、复利', split ? yuanText(split.total) : ''),
    ...(costs ? [row('承担律师费等实现债权的费用', yuanText(costs))] : []),
    ...liveCollateral(facts).map((item) => row(`就${item.description}优先受偿`, '')),
    ...(facts.guarantees.length > 0 ? [row('保证人承担连带清偿责任', '')] : []),
  ];
};

const securityWords = (item: CollateralFacts): string =>
  `${item.isMaximum ? '最高额' : ''}${item.kind === 'mortgage' ? '抵押' : '质押'}`;

export const legalRelations: Suggest = (facts, fields) => {
  const short = textOf(fields, 'shortName') || facts.borrower.name;
  const guarantors = guarantorNames(facts);
  const securities = [
    ...new Set(liveCollateral(facts).map((i) => `${shortOwner(facts, i.owner, short)}\n${securityWords(i)}`)),
  ];
  const relations = [
    `我行与${short}之间的金融借款合同关系`,
    ...securities.map((key) => {
      const [owner, words] = key.split('\n') as [string, string];
      return `我行与${owner}之间的${words}担保关系`;
    }),
    ...(guarantors.length > 0 ? [`我行与${guarantors.join('、')}之间的连带责任保证关系`] : []),
  ];
  const list = relations.map((relation, index) => `${index + 1}.${relation}`).join('；');
  return `本案当事人之间存在以下法律关系：${list}。上述法律关系依据的合同系各方真实意思表示，内容不违反法律、行政法规的强制性规定。`;
};

const shortOwner = (facts: ReportFacts, owner: string, short: string): string =>
  owner === facts.borrower.name ? short : owner;

export const litigants: Suggest = (facts) => {
  const defendants = new Set([
    facts.borrower.name,
    ...guarantorNames(facts),
    ...liveCollateral(facts).map((item) => item.owner),
  ]);
  return `拟列原告：${facts.bank.name}；拟列被告：${[...defendants].join('、')}；拟列第三人：无。`;
};

export const ways: Suggest = (facts, fields) => {
  const fee = amountOf(fields, 'feeAcceptance');
  const half = fee === null ? null : Math.floor((fee + 1) / 2);
  const feeWords = fee === null || half === null ? '' : `${yuanGrouped(fee)}（简易程序减半${yuanGrouped(half)}）`;
  const row = (way: string, premise: string, term: string, cost: string, guarantors: string): Row => ({
    way,
    premise,
    term,
    fee: cost,
    guarantors,
    conclusion: '',
  });
  return [
    row('诉讼', '——', '一审6个月（简易程序3个月）', feeWords, facts.guarantees.length > 0 ? '可一并起诉' : '——'),
    ...(liveCollateral(facts).length > 0
      ? [row('实现担保物权', '无民事权益争议', '30日', '按受理法院标准', '不能')]
      : []),
    row('支付令', '无其他债务纠纷、能够送达', '15日异议期', '受理费的三分之一', '对另诉的保证人无约束力'),
  ];
};

export const collateralEstimates: Suggest = (facts) =>
  liveCollateral(facts).map((item) => ({
    collateral: item.id,
    validUntil: '',
    prior: '0.00',
    rate: '',
    basis: '',
    tax: '',
  }));

/** A2's comparison of value, claim and proceeds; "可抵偿" only when the proceeds cover the claim. */
export const securedText: Suggest = (facts, fields) => {
  const total = claim(facts, fields);
  const proceeds = recoverableTotal(facts, fields);
  const items = realisations(facts, fields);
  if (items.length === 0 || total === null || proceeds === null || total === 0) return '';
  const value = appraisedTotal(facts);
  const only = items.length === 1 ? items[0] : undefined;
  const rates = only ? `按变现率${only.row.rate}%、处置税费${only.row.tax || '0'}%测算` : '按上表变现率、处置税费测算';
  const most = only?.collateral.registeredAmount?.value;
  const limit = most === undefined || proceeds > most ? '' : `，未超过登记的担保债权额${wanGrouped(most)}万元`;
  const rest = total - proceeds;
  const remainder =
    rest <= 0
      ? '如变现过程顺利、价格适当，可抵偿我行贷款本息。'
      : facts.guarantees.length > 0
        ? `不足部分${yuan(rest)}由保证人连带清偿。`
        : `不足部分${yuan(rest)}由借款人以其他财产清偿。`;
  return (
    `担保物最近评估价值${wanGrouped(value)}万元，为拟诉标的${wanGrouped(total)}万元的${percent(value, total)}%。` +
    `${rates}，可受偿${yuan(proceeds)}，占拟诉标的的${percent(proceeds, total)}%${limit}；${remainder}`
  );
};

export const repaymentSources: Suggest = (facts) =>
  [facts.borrower.name, ...guarantorNames(facts)].map((debtor) => ({
    debtor,
    assets: '',
    liabilities: '',
    income: '',
    property: '',
    repayable: '',
    basis: '',
  }));

export const scenarios: Suggest = () =>
  Object.keys(SCENARIOS).map((scenario) => ({ scenario, parameters: '', amount: '' }));

export const necessityNegotiation: Suggest = ({ contacts, loans }) => {
  if (contacts.count === 0 || !contacts.from || !contacts.to || loans.length === 0) return '';
  const month = (date: string) => `${date.slice(0, 4)}年${Number(date.slice(5, 7))}月`;
  const agreed = contacts.agreements > 0 ? `，签订还款协议（计划）${contacts.agreements}次` : '';
  const broken = contacts.brokenInstalments > 0 ? `，逾期未履行${contacts.brokenInstalments}期` : '';
  return `自${month(contacts.from)}至${month(contacts.to)}，我行与借款人、担保人接触催收${contacts.count}次${agreed}${broken}，协商无果。`;
};

export const claims: Suggest = (facts, fields) => {
  const total = claim(facts, fields);
  const split = interest(fields);
  const short = textOf(fields, 'shortName') || facts.borrower.name;
  const asOf = dateOf(fields, 'interestAsOf') ?? facts.asOf;
  if (total === null || split === null) return [];
  const costs = amountOf(fields, 'lawyerFee') ?? 0;
  const row = (textValue: string, collateral = ''): Row => ({ text: textValue, collateral });
  return [
    row(
      `判令${short}偿还贷款本金${yuan(principal(facts))}、利息（含罚息、复利）${yuan(split.total)}（暂计至${paperDate(asOf)}），` +
        '并支付此后至实际清偿之日止按合同约定计算的利息、罚息、复利',
    ),
    ...(costs > 0 ? [row(`判令${short}承担律师费${yuan(costs)}`)] : []),
    ...liveCollateral(facts).map((item) =>
      row(
        `确认我行对${item.description}${item.titleNo ? `（${item.titleNo}）` : ''}折价或者拍卖、变卖所得价款` +
          `在${item.isMaximum && item.registeredAmount ? `最高债权额${yuan(item.registeredAmount.value)}范围内` : '上述债权范围内'}优先受偿`,
        item.id,
      ),
    ),
    ...(facts.guarantees.length > 0 ? [row(`判令${guarantorNames(facts).join('、')}对上述债务承担连带清偿责任`)] : []),
    row('判令被告承担本案诉讼费、保全费'),
  ];
};
