/** Contracts of recovery on paper: the contractor's (DOC-DSP-07), the trustee's (DOC-DSP-06), the approval of risk agency (DOC-DSP-05). */
import type { CalendarDate } from '../../kernel/calendarDate';
import { ratePercent } from '../../kernel/exact';
import { type Fen, yuanGrouped } from '../../kernel/money';
import { rmbCapitals } from '../../kernel/rmbCapitals';
import { approvalTable, type PaperLevel } from '../approvals/approvalBlocks';
import {
  type Block,
  type DataRow,
  type FormRow,
  heading,
  label,
  note,
  type PaperDocument,
  paragraph,
  value,
} from '../documents/blocks';
import { noBreak } from '../documents/typesetting';
import type { ContractKind, ContractState } from './contractTerms';

export interface ContractFacts {
  readonly asOf: CalendarDate;
  readonly unit: string;
  readonly kind: ContractKind;
  readonly state: ContractState;
  readonly party: string;
  readonly basis: string;
  readonly package: string | null;
  readonly amount: Fen;
  readonly bond: Fen;
  /** What the winner's deposit of the tender is of the bond; 0 for a contract that nobody bid for. */
  readonly deposit: Fen;
  readonly feeRate: string | null;
  readonly lateRate: string | null;
  readonly termYears: number;
  readonly loans: readonly {
    readonly borrower: string;
    readonly contract: string;
    readonly owed: Fen;
    readonly price: Fen | null;
  }[];
  readonly levels: readonly PaperLevel[];
  /** Bands of the bonus: upper bound as a percent of the price (null: none), rate as a percent. */
  readonly bands: readonly { readonly upTo: string | null; readonly rate: string }[];
  /** Least part of the price that is rewarded, percent. */
  readonly lowest: string;
  readonly terms: {
    readonly interestAfterDays: number;
    readonly deductAfterDays: number;
    readonly perPreservedLoan: Fen;
    readonly agreementYears: number;
    /** Packages from which on a contractor may ask to recover full time. */
    readonly fullTimeFrom: number;
    /** The most that an agent may be paid for the whole claim; fen. */
    readonly feeCap: Fen;
  };
}

const money = (fen: Fen): string => `${yuanGrouped(fen)}元（大写：${rmbCapitals(fen)}）`;
const clause = (title: string, ...texts: readonly string[]): Block[] => [
  heading(2, title),
  ...texts.map((text) => paragraph(text)),
];

function loanList({ loans, kind }: ContractFacts): Block {
  const columns = [
    { label: '序号', width: 12 },
    { label: '户名', width: 36 },
    { label: '合同号', width: 50 },
    { label: '结欠本息（元）', width: 30, align: 'right' as const },
    ...(kind === 'tender' ? [{ label: '定价（元）', width: 28, align: 'right' as const }] : []),
  ];
  const rows = loans.map(({ borrower, contract, owed, price }, index): DataRow => {
    const cells = [String(index + 1), borrower, noBreak(contract), yuanGrouped(owed)];
    return kind === 'tender' ? [...cells, price === null ? '' : yuanGrouped(price)] : cells;
  });
  return { kind: 'dataTable', columns, rows };
}

/** `至50%（含）的部分按10%，超过50%至100%（含）的部分按20%，超过100%的部分按40%`. */
const bandWords = ({ bands }: ContractFacts): string =>
  bands
    .map(({ upTo, rate }, index) => {
      const lower = bands[index - 1]?.upTo;
      const from = lower ? `超过${lower}` : '';
      return `${from}${upTo === null ? '' : `至${upTo}（含）`}的部分按${rate}`;
    })
    .join('，');

const sign = (first: string, second: string): Block => ({
  kind: 'signatures',
  lines: [{ label: first }, { label: second }],
});

const paper = (
  facts: ContractFacts,
  date: CalendarDate,
  head: Pick<PaperDocument, 'code' | 'title' | 'class'>,
  blocks: readonly Block[],
): PaperDocument => ({
  ...head,
  unit: facts.unit,
  date,
  layout: 'official',
  blocks: [{ kind: 'title', lines: [head.title] }, { kind: 'number' }, ...blocks],
});

/** DOC-DSP-07 (A8): with an employee of the bank. */
export function composeContractor(facts: ContractFacts, date: CalendarDate): PaperDocument {
  const { unit, party, basis, package: name, amount, bond, deposit, termYears, lowest, terms } = facts;
  const head = { code: 'DOC-DSP-07', title: '表外不良贷款清收承包协议', class: 'INT' as const };
  return paper(facts, date, head, [
    paragraph(`甲方：${unit}`),
    paragraph(`乙方（承包人）：${party}`),
    paragraph(`根据${basis}的竞标结果，双方就${name ?? ''}不良贷款的清收承包约定如下：`),
    ...clause('一、承包标的', `贷款包共${facts.loans.length}笔，明细见附件；中标价（承包任务）${money(amount)}。`),
    ...clause('二、承包期限', `自签订之日起${termYears}年。`),
    ...clause(
      '三、履约保证金',
      `乙方按中标价的规定比例缴纳履约保证金${money(bond)}，其中竞标定金${yuanGrouped(deposit)}元转入，其余${yuanGrouped(bond - deposit)}元于签订前缴清。中标后不签订本协议的，定金不予退还。`,
    ),
    ...clause(
      '四、计奖',
      `承包期内完成任务不足${lowest}的不计奖；达到后，${bandWords(facts)}计付。甲方逐笔登记收回，经稽核逐笔审核后按约兑付。同一收回不另按清收奖励办法计奖。`,
    ),
    ...clause(
      '五、清收纪律',
      `乙方应在完成本职工作、服从统一安排的前提下依法合规清收；竞得${terms.fullTimeFrom}个以上贷款包的，可以申请专职清收。不得以借新还旧方式清收，不得与债务人签订超过${terms.agreementYears}年的还款协议，不得自行收取现金滞留、自行减免。收回款项于当日交账。`,
      '不得采用暴力、威胁、骚扰或者向无关第三人泄露债务人信息等方式催收；催收时间、频次和对象遵守法律和本行规定，逐次留痕。',
    ),
    ...clause(
      '六、责任',
      '因乙方渎职或失职造成抵债资产损失、贷款丧失诉讼时效的，保证金不予退还，并按贷款计价赔偿；涉及劳动报酬的扣减，以乙方书面同意或生效裁判为准。',
    ),
    ...clause('七、结算与争议', '承包期满或提前终止时结清。争议协商不成的，由甲方住所地人民法院管辖。本协议一式三份。'),
    sign('甲方（盖章）', '乙方（签字）'),
    { kind: 'annex', index: 1, title: '贷款包明细' },
    loanList(facts),
  ]);
}

/** DOC-DSP-06 (A8, B1 §12(5)): with a licensed company or law firm. `pia`: number of the assessment on personal data. */
export function composeTrustee(facts: ContractFacts, pia: string, date: CalendarDate): PaperDocument {
  const { unit, party, basis, amount, bond, feeRate, lateRate, termYears, terms } = facts;
  const head = { code: 'DOC-DSP-06', title: '委托清收协议', class: 'OUT' as const };
  return paper(facts, date, head, [
    paragraph(`委托人（甲方）：${unit}`),
    paragraph(`受托人（乙方）：${party}`),
    paragraph(`依据${basis}，双方约定如下：`),
    ...clause(
      '一、委托资产',
      `共${facts.loans.length}笔，结欠本息${money(amount)}，明细见附件1。期限自签订之日起${termYears}年。`,
    ),
    ...clause(
      '二、权限',
      '乙方仅受托催告、协商还款和协助保全。不得收取现金归己，不得减免、和解、转委托，不得以自己名义起诉；清收随本清息，减收利息须经甲方书面同意。',
    ),
    ...clause(
      '三、履约保证金与报酬',
      `乙方交纳履约保证金${money(bond)}；保证金不足扣收的，由乙方法定代表人承担连带责任，另行签订保证书。费用自担、盈亏自负；甲方按实际收回本息的${feeRate === null ? '' : ratePercent(feeRate)}支付手续费，按季由甲方逐笔核实，凭税务发票结算。有效保全诉讼时效的，每笔奖励${yuanGrouped(terms.perPreservedLoan)}元。`,
    ),
    ...clause(
      '四、交账',
      `收回款项应及时交账。迟交超过${terms.interestAfterDays}天的，按迟交金额和年利率${lateRate === null ? '' : ratePercent(lateRate)}计息；超过${terms.deductAfterDays}天或造成损失的，从保证金中扣收。`,
    ),
    ...clause('五、时效责任', '托管期间贷款丧失诉讼时效的，乙方按贷款本息全额赔偿。'),
    ...clause(
      '六、行为规范和个人信息',
      '乙方遵守附件2的行为规范。甲方只提供清收必需的信息（姓名、联系方式、欠款明细），乙方不得留存、转让或者用于其他目的，期满返还并删除，接受甲方检查。',
      `个人信息保护影响评估编号：${pia}。`,
    ),
    ...clause(
      '七、违规责任、终止和争议',
      '乙方违法违规操作的后果由乙方承担，甲方有权立即终止并扣收保证金。争议由甲方住所地人民法院管辖。本协议一式四份。',
    ),
    sign('甲方（盖章）', '乙方（盖章）'),
    { kind: 'annex', index: 1, title: '委托资产清单' },
    loanList(facts),
    { kind: 'annex', index: 2, title: '催收行为规范' },
    paragraph('一、表明身份和委托关系；只与债务人、担保人联系，不向无关第三人透露债务。'),
    paragraph('二、不在法律和甲方规定的时间以外联系，不以高频、辱骂、威胁、欺骗等方式催收，不张贴、公布欠款名单。'),
    paragraph('三、通话和上门全程录音录像，逐次登记时间、人员、内容和结果，按甲方要求移交。'),
  ]);
}

/** DOC-DSP-05 (B1 §12(4), B2 §27(7), B4 §25). `failed`: what was tried before; `conflict`: that no conflict of interest was found. */
export function composeAgency(
  facts: ContractFacts,
  typed: { readonly failed: string; readonly conflict: string },
  date: CalendarDate,
): PaperDocument {
  const { party, basis, amount, feeRate, termYears, loans, terms } = facts;
  const row = (title: string, text: string): FormRow => ({ cells: [label(title), value(text, 3)], minHeight: 12 });
  const rows: FormRow[] = [
    { cells: [label('受托律师事务所'), value(party), label('期限'), value(`${termYears}年`)] },
    row('委托债权', `${loans.length}笔，本息${money(amount)}`),
    row('其他方式及结果', typed.failed),
    row('报批依据', basis),
    row(
      '代理费',
      `暂不支付，待收回后按收回额的${feeRate === null ? '' : ratePercent(feeRate)}支付；按标的额分段计算的上限为${yuanGrouped(terms.feeCap)}元。`,
    ),
    row('先付费用', '只限诉讼费、执行费、保全费，由甲方支付并凭票列支。'),
    row('报告和解除', '逐月书面报告进展；不报告、越权、有利益冲突或者期满未收回的，解除委托。'),
    row('利益冲突核查', typed.conflict),
    row('备案', '每案按备案权限逐案报上级审批，批准前不得签订委托合同。'),
  ];
  const head = { code: 'DOC-DSP-05', title: '风险代理审批表', class: 'INT' as const };
  return paper(facts, date, head, [
    { kind: 'formTable', widths: [32, 52, 22, 50], rows },
    ...approvalTable(facts.levels),
    note('委托资产清单：'),
    loanList(facts),
  ]);
}
