/** Columns of receipts of money, subject balances and month-end classes. */
import { BORROWER_NAMES, CONTRACT_NAMES, CONTRACT_WEAK, REMARK_NAMES, UNIT_NAMES, UNIT_WEAK } from './commonFields';
import { type FieldKey, type FieldSpec, type KindSpec, words } from './fieldSpec';

export const RECEIPT_FIELDS: KindSpec = {
  kind: 'receipts',
  subjects: ['借款人'],
  keys: ['receiptNo', 'contractNo'],
  signature: ['contractNo', 'receivedOn'],
  fields: [
    {
      key: 'receiptNo',
      type: 'number-text',
      required: true,
      names: words(`
        流水号 收款流水号 交易流水号 收回流水号 流水 交易流水 还款流水号 业务流水号 收据号 收据编号 核心流水号
        receiptno serialno transno txnid txnno flowno transactionno transactionid
      `),
    },
    {
      key: 'receivedOn',
      type: 'date',
      required: true,
      names: words(`
        收款日期 收回日期 还款日期 交易日期 入账日期 收回时间 还款时间 收款时间 归还日期 记账日期 收贷日期
        receivedon receiptdate paydate paymentdate transdate txndate repaydate repaymentdate
      `),
      weak: words(`日期 date`),
    },
    { key: 'unit', type: 'unit', names: UNIT_NAMES, weak: UNIT_WEAK },
    { key: 'contractNo', type: 'number-text', required: true, names: CONTRACT_NAMES, weak: CONTRACT_WEAK },
    { key: 'borrowerName', type: 'name', names: BORROWER_NAMES },
    {
      key: 'principal',
      type: 'amount',
      required: true,
      names: words(`
        收回本金 归还本金 还本金额 本金金额 偿还本金 实收本金 收本金 还款本金 收回贷款本金 本次收回本金 还本
        已还本金 principal principalpaid repayprincipal prinamt paidprincipal
      `),
      weak: words(`本金`),
    },
    {
      key: 'interest',
      type: 'amount',
      names: words(`
        收回利息 归还利息 还息金额 利息金额 偿还利息 实收利息 收利息 还款利息 收回欠息 收回贷款利息 本次收回利息
        还息 已还利息 interest interestpaid repayinterest intamt paidinterest
      `),
      weak: words(`利息`),
    },
    {
      key: 'total',
      type: 'amount',
      names: words(`
        合计 合计金额 本息合计 收回合计 还款金额 收回金额 收款金额 交易金额 总金额 收回本息 还款总额 total
        totalamount totalamt payamount amount
      `),
    },
    {
      key: 'method',
      type: 'text',
      names: words(`收回方式 收款方式 还款方式 收回形式 清收方式 交易方式 还款渠道 收回途径 method paymethod channel`),
    },
    {
      key: 'payer',
      type: 'text',
      names: words(`缴款人 还款人 付款人 交款人 缴款单位 代偿人 付款人名称 还款人姓名 payer payername paidby`),
    },
    {
      key: 'shares',
      type: 'text',
      names: words(`
        清收人及比例 清收人 清收人员及比例 收回人及比例 清收人员 清收责任人 收贷人 清收人比例 责任清收人
        收回责任人 清收人员比例 shares collectors collector
      `),
    },
    {
      key: 'voucherNo',
      type: 'number-text',
      names: words(`凭证号 凭证编号 凭证号码 传票号 收贷凭证号 记账凭证号 还款凭证号 voucherno voucher`),
    },
    {
      key: 'reversesNo',
      type: 'number-text',
      names: words(`
        被冲正流水号 冲正流水号 原流水号 被冲流水号 原交易流水号 被冲销流水号 冲正原流水号 reversesno reversedno
        origtxnid originalno
      `),
    },
    { key: 'remark', type: 'text', names: REMARK_NAMES },
  ],
};

/** 期末 + 借方 is written in many ways, in one cell or in two rows. */
function sideField(
  key: FieldKey,
  periods: readonly string[],
  side: '借' | '贷',
  english: readonly string[],
): FieldSpec {
  const names = periods.flatMap((p) => [
    `${p}${side}`,
    `${p}${side}方`,
    `${p}${side}方余额`,
    `${p}${side}方发生额`,
    `${side}方${p}`,
    `${p}${side}余`,
  ]);
  return { key, type: 'amount', names: [...names, ...english] };
}

const OPENING = [
  '期初',
  '期初余额',
  '上期',
  '上期余额',
  '年初',
  '年初余额',
  '上年末',
  '月初',
  '月初余额',
  '上日',
  '上日余额',
  '上月余额',
  '上月末',
];
const PERIOD = [
  '本期',
  '本期发生',
  '本期发生额',
  '发生额',
  '本月',
  '本月发生',
  '本月发生额',
  '本日',
  '本日发生额',
  '当期发生额',
];
const CLOSING = ['期末', '期末余额', '本期末', '余额', '月末', '月末余额', '本期余额', '当前余额', '日终余额'];

export const SUBJECT_BALANCE_FIELDS: KindSpec = {
  kind: 'subject-balances',
  subjects: [],
  keys: ['subject'],
  signature: ['subject', 'closingDebit'],
  fields: [
    { key: 'unit', type: 'unit', required: true, names: UNIT_NAMES, weak: UNIT_WEAK },
    {
      key: 'subject',
      type: 'subject',
      required: true,
      names: words(`
        科目代码 科目号 科目编号 科目 会计科目 会计科目代码 科目代号 科目编码 会计科目号 subject subjectcode
        subjectno glcode accountcode
      `),
    },
    {
      key: 'subjectName',
      type: 'text',
      names: words(`科目名称 会计科目名称 科目全称 subjectname glname accountname`),
    },
    sideField('openingDebit', OPENING, '借', ['openingdebit', 'opendr']),
    sideField('openingCredit', OPENING, '贷', ['openingcredit', 'opencr']),
    { ...sideField('periodDebit', PERIOD, '借', ['perioddebit', 'debit', 'dr']), weak: words(`借方 借方发生额`) },
    { ...sideField('periodCredit', PERIOD, '贷', ['periodcredit', 'credit', 'cr']), weak: words(`贷方 贷方发生额`) },
    {
      ...sideField('closingDebit', CLOSING, '借', ['closingdebit', 'closedr']),
      required: true,
      weak: words(`期末余额 余额 本期余额 balance closingbalance`),
    },
    sideField('closingCredit', CLOSING, '贷', ['closingcredit', 'closecr']),
  ],
};

export const HISTORY_FIELDS: KindSpec = {
  kind: 'classification-history',
  subjects: ['贷款', '借款人'],
  keys: ['contractNo'],
  signature: ['month', 'contractNo', 'fiveLevel'],
  fields: [
    {
      key: 'month',
      type: 'month',
      required: true,
      names: words(`
        月份 年月 数据月份 统计月份 报告期 月末 会计月份 分类月份 数据日期 期次 统计日期 分类日期 月末日期 账期
        month period yearmonth reportdate datadate ym
      `),
    },
    { key: 'contractNo', type: 'number-text', required: true, names: CONTRACT_NAMES, weak: CONTRACT_WEAK },
    {
      key: 'balance',
      type: 'amount',
      required: true,
      names: words(`余额 贷款余额 本金余额 月末余额 期末余额 当前余额 借款余额 balance bal loanbal loanbalance`),
    },
    {
      key: 'fiveLevel',
      type: 'class',
      required: true,
      names: words(`
        五级分类 五级形态 风险分类 五级分类结果 五级分类形态 分类结果 资产分类 贷款五级分类 分类 fivelevel
        fiveclass classification riskclass class5 class
      `),
    },
  ],
};
